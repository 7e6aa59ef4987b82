extension CopiedShape {
  /// Posts of Discourse, as its `/raw` addresses give them.
  ///
  ///     anselm | 2025-03-12 18:02:11 UTC | #1
  static let discourse = CopiedShape(.comments) { page, index in
    let text = page.text(index)
    guard text.utf8.holds("|") else { return nil }
    let parts = text.split(separator: "|").map(\.trimmingSpaces)
    guard parts.count == 3, parts[2].hasPrefix("#"), Int(parts[2].dropFirst()) != nil,
      let name = CopiedName(parts[0]), let stamp = CopiedStamp(parts[1]), stamp.hasDay
    else { return nil }
    return CopiedHead(lines: index..<index + 1, name: name, stamp: stamp)
  }
}
