extension CopiedShape {
  /// Comments of old Reddit.
  ///
  ///     [–]KilnWitch 22 points 2 days ago
  ///     [–]mudlark77[S] 3 points4 points5 points 1 day ago* (1 child)
  ///     [–]glaze_daze [score hidden] 3 hours ago
  ///     [–][deleted] 1 point 2 days ago
  static let oldReddit = CopiedShape(.comments) { page, index in
    var text = page.text(index)
    guard CopiedFold.take(&text) else { return nil }
    if let open = text.lastIndex(of: "("), text.hasSuffix(")") {
      text = text[..<open].trimmingSpaces
    }
    if text.hasSuffix("*") { text = text.dropLast().trimmingSpaces }
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let handle = first.prefix { $0 != "[" }
    let points = words.lastIndex { $0.hasPrefix("point") || $0 == "hidden]" }
    guard let points, let stamp = CopiedStamp(words: words[(points + 1)...]), stamp.hasDay else {
      return nil
    }
    let name = CopiedName(String(handle))
    guard name != nil || first.hasPrefix("[deleted]") || first.hasPrefix("[removed]") else {
      return nil
    }
    return CopiedHead(lines: index..<index + 1, name: name, stamp: stamp)
  }
}
