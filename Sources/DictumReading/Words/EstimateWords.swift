/// Words of estimation and the ranges of probability they stand for.
///
/// The ranges are those of Intelligence Community Directive 203, *Analytic Standards* (2015),
/// section D.6.e.2.a, after S. Kent, *Words of Estimative Probability* (1964). A word that the
/// directive does not have is kept without a range.
enum EstimateWords {
  /// The range of a word or of two, in small letters; `nil` when the directive gives none.
  static func range(of words: String) -> ClosedRange<Double>? {
    switch words {
    case "likely", "probable", "probably": 0.55...0.80
    case "almost certain", "almost certainly", "nearly certain", "nearly certainly", "certain":
      0.95...0.99
    case "very likely", "highly likely", "extremely likely", "quite likely", "highly probable",
      "very probably", "most likely", "very probable":
      0.80...0.95
    case "unlikely", "improbable", "probably not": 0.20...0.45
    case "very unlikely", "highly unlikely", "extremely unlikely", "quite unlikely",
      "highly improbable", "very improbable":
      0.05...0.20
    case "remote", "almost certainly not", "almost no chance": 0.01...0.05
    case "roughly even chance", "roughly even odds", "even chance", "toss-up": 0.45...0.55
    default: nil
    }
  }

  /// Whether the words are an estimate at all: one with a range, or one without.
  static func isEstimate(_ words: String) -> Bool {
    range(of: words) != nil
      || [
        "plausible", "plausibly", "implausible", "very plausible", "possible", "possibly", "unsure",
        "uncertain", "impossible", "speculative", "confident", "low", "medium", "moderate", "high",
        "very low", "very high",
      ].contains(words)
  }
}
