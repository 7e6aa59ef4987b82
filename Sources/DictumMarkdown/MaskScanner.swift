import DictumModel

/// Finds footnote references, wiki-links and maths in the bytes of a file, wherever they stand;
/// whether they stand in code is only known later.
struct MaskScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int

  /// The place asked about last, where the text of its line begins, and whether that line is a link
  /// reference definition.
  private var asked: Int
  private var lineStart: Int?
  private var isDefinition = false

  /// The end of the maths that was found last, whose later lines are not masked yet.
  var mathEnd = 0

  init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
    asked = position
  }

  /// The next one that begins before `limit`, or `nil` there.
  mutating func next(before limit: Int) -> SourceMask? {
    let limit = min(limit, bytes.count - 2)
    let last = min(limit - 1, bytes.count - 16)
    while position < limit {
      while position <= last {
        let next = bytes.block(at: position)
        if let found = (next.places(from: 0x5B, count: 2) .| next.places(of: 0x24)).first {
          position &+= found
          break
        }
        position &+= 16
      }
      guard position < limit else { break }
      let start = position
      let mask: SourceMask? =
        switch bytes[start] {
        case 0x5B: bracketed()
        case 0x24, 0x5C: math()
        default: nil
        }
      if let mask, !isInDefinition(mask.span.start) {
        position = mask.span.end
        return mask
      }
      position = max(position, start + 1)
    }
    return nil
  }

  /// A footnote reference or a wiki-link at the position.
  private func bracketed() -> SourceMask? {
    switch byte(position + 1) {
    case 0x5E: isEscaped(position) ? nil : footnote()
    case 0x5B: isEscaped(position) ? nil : wikiLink()
    default: nil
    }
  }

  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0x0A }

  /// Whether an odd number of backslashes stands before the byte at `offset`.
  private func isEscaped(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] == 0x5C { start -= 1 }
    return (offset - start) % 2 == 1
  }

  /// `[^label]`, a label without white space, brackets and backticks; followed by `(` it is a link.
  private func footnote() -> SourceMask? {
    var end = position + 2
    while !byte(end).isWhitespace, ![0x5B, 0x5D, 0x60].contains(byte(end)) { end += 1 }
    guard byte(end) == 0x5D, end > position + 2, byte(end + 1) != 0x28 else { return nil }
    return SourceMask(
      form: .footnoteReference, span: ByteSpan(position, end + 1), opening: 1, closing: 1)
  }

  /// `[[target#fragment|alias]]`, without brackets, backticks and line ends; followed by `(` or `[`
  /// it is the text of an ordinary link.
  private func wikiLink() -> SourceMask? {
    var end = position + 2
    while ![0x0A, 0x0D, 0x5B, 0x5D, 0x60].contains(byte(end)) { end += 1 }
    guard byte(end) == 0x5D, byte(end + 1) == 0x5D, byte(end + 2) != 0x28, byte(end + 2) != 0x5B
    else { return nil }
    let isEmbed = position > 0 && bytes[position - 1] == 0x21 && !isEscaped(position - 1)
    let span = ByteSpan(isEmbed ? position - 1 : position, end + 2)
    guard !WikiLinkParts(bytes, span: span).isEmpty else { return nil }
    return SourceMask(form: .wikiLink, span: span, opening: isEmbed ? 3 : 2, closing: 2)
  }

  /// Whether the byte at `offset` stands behind `[label]:` at the beginning of its line, where
  /// brackets may be part of a destination.
  private mutating func isInDefinition(_ offset: Int) -> Bool {
    var start = offset
    while start > asked, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    if start > asked || lineStart == nil {
      while byte(start).isBlank || byte(start) == 0x3E { start += 1 }
      lineStart = start
      isDefinition = hasDefinition(start)
    }
    asked = offset
    return isDefinition && offset != lineStart
  }

  /// Whether a line from `start` on is `[label]: destination`, perhaps with the beginning of a title
  /// behind it.
  private func hasDefinition(_ start: Int) -> Bool {
    guard byte(start) == 0x5B, byte(start + 1) != 0x5E else { return false }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    var position = start + 1
    while position < end, bytes[position] != 0x5D { position += 1 }
    guard byte(position + 1) == 0x3A else { return false }
    position += 2
    while position < end, bytes[position].isBlank { position += 1 }
    while position < end, !bytes[position].isBlank { position += 1 }
    while position < end, bytes[position].isBlank { position += 1 }
    return position == end || [0x22, 0x27, 0x28].contains(bytes[position])
  }
}
