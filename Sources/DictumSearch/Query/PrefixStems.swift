/// The stems that words beginning with some letters may be indexed under.
///
/// The index holds Porter stems: `optimization` is there as `optim`, which `optimiz*` would not
/// find. So where the letters reach into an ending that the stemmer takes off, the stem before it
/// is looked for as well, and with it the other words of that stem, as for any word.
enum PrefixStems {
  /// Endings of inflection, taken off a stem with a vowel.
  private static let inflections = ["s", "es", "ies", "ed", "ing", "ings", "e", "ily", "y"]

  /// Endings of derivation, alone and in a row, taken off a stem of two syllables.
  private static let derivations = [
    "ationally", "izations", "izers", "izing", "ized", "atives", "ators", "alisms", "ality",
    "alities", "alizations", "alizing", "ably", "ability", "abilities", "ibly", "ibility",
    "ibilities", "ances", "ancy", "ences", "ency", "entially", "ements", "ments", "ently", "ers",
    "ically", "icated", "icating", "icity", "ionally", "isms", "ities", "ively", "iveness", "ivity",
    "nesses", "fully", "fulness", "ously", "ousness", "ated", "ating", "ates", "antly", "ants",
  ]

  /// Words with the stems before an ending that the letters reach into, the longest first.
  ///
  /// FTS5 stems what it is given, and some stems would not stay as they are (`deconfus`); with
  /// `ing` behind they do, or become what they are indexed under (`prob` as `probe`).
  static func words(for beginning: String) -> [String] {
    let letters = Array(beginning.lowercased().utf8)
    guard letters.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
      return []
    }
    return letters.indices.reversed().compactMap { cut in
      let stem = letters[..<cut]
      let tail = String(decoding: letters[cut...], as: UTF8.self)
      let syllables = syllables(of: stem)
      let text = String(decoding: stem, as: UTF8.self)
      if syllables >= 2, derivations.contains(where: { $0.hasPrefix(tail) }) { return text + "ing" }
      if syllables >= 1, inflections.contains(where: { $0.hasPrefix(tail) }) { return text + "ing" }
      return syllables >= 1 && isDoubled(tail, after: stem) ? text : nil
    }
  }

  /// Whether the tail begins an inflection that doubles the consonant before it, as in `running`.
  private static func isDoubled(_ tail: String, after stem: ArraySlice<UInt8>) -> Bool {
    guard let last = stem.last, !isVowel(last), tail.utf8.first == last else { return false }
    return ["ing", "ings", "ed", "er"].contains { $0.hasPrefix(tail.dropFirst()) }
  }

  /// Porter's measure: how often a consonant follows a vowel.
  private static func syllables(of stem: ArraySlice<UInt8>) -> Int {
    zip(stem, stem.dropFirst()).count { isVowel($0) && !isVowel($1) }
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    "aeiouy".utf8.contains(letter)
  }
}
