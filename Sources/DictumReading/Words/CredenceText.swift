/// A credence that stands alone, as in `credence:: 70-85%`: a share with its bounds, or a word of
/// estimation.
enum CredenceText {
  /// The bounds meant, either of them `nil` where it is open; `nil` when the text is no credence.
  ///
  ///     80%   <80%   >=50%   ~70%   70-85%   70% to 85%   0.8   likely   almost certainly
  static func range(of text: String) -> (low: Double?, high: Double?)? {
    let bare = text.trimmingSpaces.lowercased()
    if let range = EstimateWords.range(of: bare) { return (range.lowerBound, range.upperBound) }
    if EstimateWords.isEstimate(bare) { return (nil, nil) }
    var rest = bare[...]
    var isOpen: Character?
    while let first = rest.first, "<>=~≤≥≈ ".contains(first) {
      if "<≤".contains(first) { isOpen = "<" }
      if ">≥".contains(first) { isOpen = ">" }
      rest.removeFirst()
    }
    let parts = rest.replacing("–", with: "-").replacing(" to ", with: "-").split(separator: "-")
    guard (1...2).contains(parts.count), let last = share(parts[parts.count - 1], isPercent: false)
    else { return nil }
    let isPercent = parts[parts.count - 1].contains("%")
    guard let first = share(parts[0], isPercent: isPercent), first <= last else { return nil }
    return (isOpen == "<" ? nil : first, isOpen == ">" ? nil : last)
  }

  /// A share from 0 to 1, written as one or in per cent.
  private static func share(_ text: Substring, isPercent: Bool) -> Double? {
    var digits = text.trimmingSpaces
    var divisor = isPercent ? 100.0 : 1
    if digits.hasSuffix("%") {
      digits = digits.dropLast().trimmingSpaces
      divisor = 100
    }
    guard let value = Double(digits), (0...divisor).contains(value) else { return nil }
    return value / divisor
  }
}
