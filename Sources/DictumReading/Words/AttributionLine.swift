/// The line below a quotation that says whose it is: `— Ada Okafor, On Steps`.
enum AttributionLine {
  private static let dashes = ["—", "–", "―", "--"]

  /// How many bytes it has at most.
  private static let longest = 120

  /// The name on the last line of `text`, if that line is one; `nil` otherwise.
  static func name(inLastLineOf text: String) -> String? {
    let start = text.utf8.withBytes { bytes -> Int? in
      let start = (bytes.suffix(longest + 1).lastIndex(of: 0x0A) ?? -1) + 1
      guard start < bytes.count, bytes.count - start <= longest else { return nil }
      return bytes[start] == UInt8(ascii: "-") || bytes[start] == 0xE2 ? start : nil
    }
    guard let start else { return nil }
    let line = text[text.utf8.index(text.startIndex, offsetBy: start)...]
    guard let dash = dashes.first(where: line.hasPrefix) else { return nil }
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
