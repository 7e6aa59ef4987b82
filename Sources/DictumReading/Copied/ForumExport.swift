extension CopiedShape {
  /// Comments in exports of the EA Forum, answers in block quotes.
  ///
  ///     **Harriet Snell** @ 2025-03-12T10:00 (+12)
  ///
  ///     > **pblum** @ 2025-03-12T11:00 (+4)
  ///     >
  ///     > Strong disagree.
  static let forumExport = CopiedShape(.comments) { page, index in
    var text = page.text(index)[...]
    var depth = 0
    while text.hasPrefix(">") {
      text = text.dropFirst().drop { $0 == " " }
      depth += 1
    }
    guard text.hasPrefix("**"), let close = text.firstRange(of: "** @ ") else { return nil }
    let name = CopiedName(String(text[..<close.lowerBound].dropFirst(2)))
    var rest = text[close.upperBound...]
    if let votes = rest.firstIndex(of: "(") { rest = rest[..<votes] }
    guard let name, let stamp = CopiedStamp(rest), stamp.hasDay else { return nil }
    return CopiedHead(lines: index..<index + 1, name: name, stamp: stamp, depth: depth)
  }
}
