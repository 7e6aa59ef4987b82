import DictumModel

/// Tells a file that marks the answers in a log, message by message, from text.
///
///     1000 1000 -
///     1002 998 -
///
/// Two numbers of lines and a dash, as in the IRC corpora of Kummerfeld and others.
enum ReplyAnnotation {
  /// Whether four of five of the first sixty lines are of the form above, and there are five or more.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    var cursor = LineCursor(bytes, from: Encoding.textStart(bytes))
    var (lines, marks) = (0, 0)
    while lines < 60, let line = cursor.next() {
      if line.isEmpty { continue }
      lines += 1
      guard line.count < 32 else { continue }
      let columns = bytes[line.range].split(separator: 0x20)
      if columns.count == 3, columns[2].elementsEqual("-".utf8),
        columns.prefix(2).allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
      {
        marks += 1
      }
    }
    return lines >= 5 && marks * 10 >= lines * 8
  }
}
