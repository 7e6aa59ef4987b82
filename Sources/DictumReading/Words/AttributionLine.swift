/// The line below a quotation that says whose it is: `— Ada Okafor, On Steps`.
enum AttributionLine {
  private static let dashes = ["—", "–", "―", "--"]

  /// The name on the last line of `text`, if that line is one; `nil` otherwise.
  static func name(inLastLineOf text: String) -> String? {
    let start = text.utf8.withBytes { bytes in
      (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    }
    let line = text[text.utf8.index(text.startIndex, offsetBy: start)...]
    guard let first = line.utf8.first, first == UInt8(ascii: "-") || first == 0xE2,
      line.utf8.count <= 120, let dash = dashes.first(where: line.hasPrefix)
    else { return nil }
    let words = line.dropFirst(dash.count).prefix { !",([;:".contains($0) }.trimmingSpaces
    guard let name = LabelName.name(in: words, allowLowercase: false),
      !name.contains(where: \.isNumber), let word = name.split(separator: " ").first,
      !notFirst.contains(word.lowercased()),
      name.split(separator: " ").count <= 4
    else { return nil }
    return name
  }

  private static let notFirst: Set<String> = [
    "the", "a", "an", "as", "from", "in", "on", "this", "and", "but", "i", "we", "it", "if", "not",
    "so",
    "anonymous", "unknown", "chapter", "section",
  ]
}
