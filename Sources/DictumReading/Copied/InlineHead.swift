extension CopiedShape {
  /// Messages below a line of name and time, as Discord, Slack and others are copied.
  ///
  ///     moss — 03/12/2025 6:02 PM          moss — Today at 6:02 PM
  ///     mossToday at 6:02 PM               moss  6:02 PM
  ///     @moss · Mar 1                      KilnWitch • 2d ago
  ///     Ada Okafor @ada · Mar 1            Ada Okafor on March 12, 2025 at 10:02 am said:
  ///
  /// Two names with nothing between name and time are `HeadedTurns`'.
  static let inline = CopiedShape(.either) { page, index in
    var text = page.text(index)
    // WordPress: `Ada Okafor on March 12, 2025 at 10:02 am said:`
    let isSaid = text.hasSuffix(" said:")
    if isSaid { text = String(text.dropLast(6)) }
    for day in ["Today at ", "Yesterday at "] where text.utf8.holds("day at ") {
      // Older copies have no space before the day.
      guard let place = text.firstRange(of: day), place.lowerBound > text.startIndex,
        text[text.index(before: place.lowerBound)] != " ",
        let stamp = CopiedStamp(text[place.lowerBound...]),
        let name = CopiedName(String(text[..<place.lowerBound]))
      else { continue }
      return CopiedHead(lines: index..<index + 1, name: name, stamp: stamp)
    }
    let words = CopiedText.words(text)
    guard words.count > 1 else { return nil }
    for start in words.indices.dropFirst() {
      guard let stamp = CopiedStamp(words: words[start...]) else { continue }
      var before = words[..<start]
      let mark = before.last.map(CopiedText.isMark) == true ? before.removeLast() : ""
      let isHandle = before.last?.hasPrefix("@") ?? false
      if isHandle, before.count > 1 { before.removeLast() }
      guard let name = CopiedName(before.joined(separator: " ")) else { return nil }
      let isPoint = mark == "•" || mark == "·"
      let isSure =
        isSaid && stamp.hasDay
        || !mark.isEmpty && (isHandle || stamp.isRelative && (stamp.time != nil || isPoint))
      guard isSure || name.form != .shown, isSure || stamp.time != nil else { return nil }
      return CopiedHead(
        lines: index..<index + 1, name: name, stamp: stamp, isSure: isSure,
        isComment: isSaid, isOwn: name.form != .plain)
    }
    return nil
  }
}
