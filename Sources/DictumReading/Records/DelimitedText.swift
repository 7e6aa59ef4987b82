import DictumModel

/// The rows of a text of values parted by commas or tabs.
///
///     speaker,start,text
///     Ada Okafor,0.5,"Is it ""linear"", or
///     is it not?"
///
/// After RFC 4180: a value in quotation marks may hold the separator, line ends, and `""` for one
/// mark. Unlike there, a mark inside a value that does not begin with one is a character, a last
/// value without its closing mark ends with the file, and a tab may part.
struct DelimitedText {
  /// One value: its bytes in the file, without the quotation marks around it.
  struct Field {
    var span: ByteSpan
    /// Whether it stood in quotation marks, so that `""` in it is one mark.
    var isQuoted = false
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int

  /// The rows of `bytes` from `start`.
  init(_ bytes: [UInt8], from start: Int, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    position = start
  }

  /// The fields of the next row, or `nil` after the last; an empty line is a row of one empty field.
  mutating func next() -> [Field]? {
    guard position < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(nextField())
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    return fields
  }

  /// A field's characters.
  func text(_ field: Field) -> String {
    let words = String(decoding: bytes[field.span.range], as: UTF8.self)
    return field.isQuoted ? words.replacing("\"\"", with: "\"") : words
  }

  private mutating func nextField() -> Field {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      skipToEnd()
      return Field(span: ByteSpan(start, position))
    }
    let start = position + 1
    position = start
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        position += 1
      }
      position += 1
    }
    let field = Field(span: ByteSpan(start, position), isQuoted: true)
    // What follows the closing mark belongs to no value.
    skipToEnd()
    return field
  }

  private mutating func skipToEnd() {
    while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A,
      bytes[position] != 0x0D
    {
      position += 1
    }
  }
}
