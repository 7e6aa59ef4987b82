extension CopiedShape {
  /// Posts of phpBB, below their subjects.
  ///
  ///     Re: Cracks in bowls
  ///     by moss » Wed Mar 1, 2025 10:01 am
  ///     Post by moss » 01 Mar 2025, 10:01
  static let bulletinBoard = CopiedShape(.comments) { page, index in
    var text = page.text(index)
    if text.lowercased().hasPrefix("post") { text = text.dropFirst(4).trimmingSpaces }
    guard text.hasPrefix("by "), let mark = text.firstRange(of: " » "),
      let name = CopiedName(text[..<mark.lowerBound].dropFirst(3).trimmingSpaces),
      let stamp = CopiedStamp(text[mark.upperBound...]), stamp.hasDay
    else { return nil }
    let hasSubject = index > 0 && page.text(index - 1).hasPrefix("Re: ")
    return CopiedHead(lines: (hasSubject ? index - 1 : index)..<index + 1, name: name, stamp: stamp)
  }
}
