extension CopiedShape {
  /// Messages below a day and a time to the second alone, then a name, as chats of a telephone are
  /// exported; a diary has lines of a day and a time too, but counts no seconds.
  ///
  ///     Mar 12, 2024  9:10:12 AM
  ///     Ada Okafor
  ///     has anyone tried the new dye?
  ///
  ///     Mar 12, 2024  9:12:40 AM (Read by you after 3 seconds)
  ///     Me
  ///     I did
  static let messages = CopiedShape(.chat) { page, index in
    guard page.isAfterGap(index) else { return nil }
    var text = page.text(index)
    if text.hasSuffix(")"), let read = text.firstRange(of: " (Read by ") {
      text = String(text[..<read.lowerBound])
    }
    guard text.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 2,
      let stamp = CopiedStamp(text), stamp.hasDay, stamp.time != nil, !stamp.isRelative,
      index + 1 < page.filled.count, !page.isAfterGap(index + 1)
    else { return nil }
    // Of a line that is no name it is not known who writes, and it is of the words.
    let name = CopiedName(page.text(index + 1)).flatMap { $0.form == .shown ? nil : $0 }
    return CopiedHead(
      lines: index..<(index + (name == nil ? 1 : 2)), name: name, stamp: stamp, isSure: false)
  }
}
