extension CopiedShape {
  /// Comments of Hacker News.
  ///
  ///     tarnow 5 hours ago | parent | next [–]
  ///     tarnow 5 hours ago [–]
  ///     tarnow on March 12, 2021 | root | parent | next [3 more]
  ///
  /// The line of a story, `142 points by tarnow 6 hours ago | hide`, begins with no handle and is none.
  static let hackerNews = CopiedShape(.comments) { page, index in
    var text = page.text(index)
    let isFolding = CopiedFold.take(&text)
    guard isFolding || text.utf8.holds("|") || text.utf8.holds("[") else { return nil }
    var words = text.split(separator: " ").map(String.init)[...]
    if ["▲", "▼", "*"].contains(words.first) { words.removeFirst() }
    guard words.count > 2, let name = CopiedName(words[words.startIndex]) else { return nil }
    let rest = words.dropFirst()
    let end = rest.firstIndex { $0 == "|" || $0.hasPrefix("[") } ?? rest.endIndex
    let links = rest[end...]
    let isMarked =
      links.contains { ["parent", "next", "prev", "root", "context", "favorite"].contains($0) }
      || links.contains { ["[–]", "[-]", "[−]", "more]"].contains($0) }
    guard isFolding || isMarked, let stamp = CopiedStamp(words: rest[..<end]), stamp.hasDay
    else { return nil }
    return CopiedHead(lines: index..<index + 1, name: name, stamp: stamp)
  }
}
