/// Looks for a tag with so many attributes that the parser would take a minute over it.
///
/// libxml2 compares each attribute of a tag with every other. No page needs thousands; a damaged or a
/// hostile one may have them.
enum TagScanner {
  /// Where a tag begins that has more than `limit` attributes, in bytes; `nil` when none has.
  ///
  /// Scripts and comments are not told from tags, which can only find too much, and at this limit
  /// does not.
  static func overfullTag(in bytes: [UInt8], limit: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at + 1 < bytes.count {
        guard bytes[at] == UInt8(ascii: "<"), isLetter(bytes[at + 1]) else {
          at += 1
          continue
        }
        let start = at
        var attributes = 0
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
          if isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
            at += 1
            if at < bytes.count, !isSpace(bytes[at]) { attributes += 1 }
          } else if bytes[at] == UInt8(ascii: "=") {
            at = endOfValue(bytes, at + 1)
            // Values may follow one another without a space between.
            attributes += 1
          } else {
            at += 1
          }
          if attributes > 2 * limit { return start }
        }
      }
      return nil
    }
  }

  private static func endOfValue(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'")
    else { return at }
    let quote = bytes[at]
    at += 1
    while at < bytes.count, bytes[at] != quote { at += 1 }
    return min(at + 1, bytes.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
