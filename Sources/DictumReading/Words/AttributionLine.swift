/// The line below a quotation that says whose it is: `— Ada Okafor, On Steps`.
enum AttributionLine {
  private static let dashes = ["—", "–", "―", "--"]

  /// The name on the last line of `text`, if that line is one; `nil` otherwise.
  static func name(inLastLineOf text: String) -> String? {
    var line = text[...]
    if let feed = text.utf8.lastIndex(of: 0x0A) { line = text[text.utf8.index(after: feed)...] }
    guard line.utf8.count <= 120, let dash = dashes.first(where: line.hasPrefix) else { return nil }
    let words = line.dropFirst(dash.count).prefix { !",([;:".contains($0) }.trimmingSpaces
    guard let name = LabelName.name(in: words, allowLowercase: false),
      !name.contains(where: \.isNumber), let first = name.split(separator: " ").first,
      !notFirst.contains(first.lowercased()),
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
