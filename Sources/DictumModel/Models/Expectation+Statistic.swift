extension ModelCard.Expectation {
  /// What is computed of the values over the seeds before it is compared.
  ///
  /// In cards and in JSON it is a text: `mean`, `median`, `quantile 0.9`, `each`, `fraction 0.95`,
  /// `slope`, `log-slope`.
  package enum Statistic: Hashable, Sendable {
    /// Their mean, with Student's t interval.
    case mean
    /// Their median, with the interval of order statistics.
    case median
    /// The quantile at a probability between 0 and 1, with the interval of order statistics.
    case quantile(Double)
    /// Every value by itself must satisfy the bound.
    case each
    /// At least this share of the values, above 0 and at most 1, must satisfy the bound.
    case fraction(Double)
    /// The least-squares slope along `over`, one a seed, then their mean.
    case slope
    /// The same of the logarithms of both: the exponent of a power law.
    case logSlope
  }
}

extension ModelCard.Expectation.Statistic: CustomStringConvertible {
  /// The words of cards and JSON, for messages.
  package static let words = [
    "mean", "median", "quantile P", "each", "fraction P", "slope", "log-slope",
  ]

  /// The statistic a text names, or `nil`; a probability must lie between 0 and 1.
  package init?(_ text: String) {
    let parts = text.split(separator: " ")
    let share = parts.count == 2 ? Double(parts[1]) : nil
    switch (parts.first, parts.count, share) {
    case ("mean", 1, _): self = .mean
    case ("median", 1, _): self = .median
    case ("each", 1, _): self = .each
    case ("slope", 1, _): self = .slope
    case ("log-slope", 1, _): self = .logSlope
    case ("quantile", 2, let share?) where share > 0 && share < 1: self = .quantile(share)
    case ("fraction", 2, let share?) where share > 0 && share <= 1: self = .fraction(share)
    default: return nil
    }
  }

  /// The statistic as cards and JSON write it.
  package var description: String {
    switch self {
    case .mean: "mean"
    case .median: "median"
    case .quantile(let share): "quantile \(share)"
    case .each: "each"
    case .fraction(let share): "fraction \(share)"
    case .slope: "slope"
    case .logSlope: "log-slope"
    }
  }
}

extension ModelCard.Expectation.Statistic: Codable {
  /// Reads the text; another one is an error.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let statistic = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no statistic")
    }
    self = statistic
  }

  /// Writes the text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
