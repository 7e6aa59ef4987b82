import DictumModel

/// Tells machine logs, which are not read yet, from prose in plain text.
enum LogDetector {
  /// "IRC logs" when most lines of the head of a file are those of one, or of its annotation; else
  /// `nil`.
  ///
  /// A line of a log is `[12:18] <nick> text`, `=== nick has joined`, or, in a reply annotation,
  /// three columns of numbers and a dash.
  static func skippedKind(_ bytes: [UInt8]) -> String? {
    var cursor = LineCursor(bytes, from: Encoding.textStart(bytes))
    var lines = 0
    var logLines = 0
    while lines < 60, let line = cursor.next() {
      if line.isEmpty { continue }
      lines += 1
      if isLogLine(bytes[line.range]) { logLines += 1 }
    }
    return lines >= 5 && logLines * 10 >= lines * 8 ? "IRC logs" : nil
  }

  private static func isLogLine(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: "=== ".utf8) { return true }
    if line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")) {
      let rest = line[(close + 1)...].drop { $0 == 0x20 }
      return close - line.startIndex <= 9
        && (rest.first == UInt8(ascii: "<") || rest.first == UInt8(ascii: "*"))
    }
    let columns = line.split(separator: 0x20)
    return columns.count == 3 && columns[2].elementsEqual("-".utf8)
      && columns.prefix(2).allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
