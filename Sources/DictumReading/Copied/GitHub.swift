extension CopiedShape {
  /// Comments of GitHub and GitLab.
  ///
  ///     fjordcat commented on Mar 3
  ///     fjordcat commented 3 weeks ago • edited
  ///     fjordcat                                   or on two lines
  ///     commented on Mar 3, 2025
  static let gitHub = CopiedShape(.comments) { page, index in
    let text = page.text(index)
    guard text.utf8.holds("commented") else { return nil }
    let words = CopiedText.words(text)
    guard let verb = words.firstIndex(of: "commented"), verb <= 3,
      let stamp = CopiedStamp(words: words[(verb + 1)...]), stamp.hasDay
    else { return nil }
    let written = verb == 0 ? page.text(index - 1) : words[..<verb].joined(separator: " ")
    return CopiedName(written).map {
      CopiedHead(lines: (verb == 0 ? index - 1 : index)..<index + 1, name: $0, stamp: stamp)
    }
  }
}
