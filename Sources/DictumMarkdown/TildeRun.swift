import DictumModel

/// One or two tildes in a text, which may begin or end what is struck through.
struct TildeRun {
  /// How many tildes there are, 1 or 2.
  var count: Int
  /// Where they stand in the file, and where in the text.
  var offset: Int
  var position: Int
  var canOpen: Bool
  var canClose: Bool
  /// Whether it begins what is struck through.
  var isOpening = false

  /// The runs of a text record: of `literal`, the text, whose first byte is number `firstByte`, and
  /// of its source at `span`.
  ///
  /// An escaped tilde is none. Where the tildes of text and source do not correspond, because one is
  /// written as a character reference, there are no runs.
  static func runs(
    in literal: UnsafeBufferPointer<UInt8>, firstByte: Int, span: ByteSpan,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [TildeRun] {
    var positions = literal.indices.filter { literal[$0] == 0x7E }[...]
    var runs: [TildeRun] = []
    var offset = span.start
    while offset < span.end, let position = positions.first {
      if bytes[offset] == 0x5C, offset + 1 < span.end, bytes[offset + 1].isPunctuation {
        if bytes[offset + 1] == 0x7E { positions.removeFirst() }
        offset += 2
        continue
      }
      guard bytes[offset] == 0x7E else {
        offset += 1
        continue
      }
      var end = offset
      while end < span.end, bytes[end] == 0x7E { end += 1 }
      let count = end - offset
      guard positions.count >= count else { return [] }
      positions.removeFirst(count)
      if count <= 2 {
        let before = Side(offset > 0 ? bytes[offset - 1] : 0x0A)
        let after = Side(end < bytes.count ? bytes[end] : 0x0A)
        runs.append(
          TildeRun(
            count: count, offset: offset, position: firstByte + position,
            canOpen: after.isBeside(before), canClose: before.isBeside(after)))
      }
      offset = end
    }
    return positions.isEmpty ? runs : []
  }

  /// What stands beside a run, as the rules for flanking ask (CommonMark 6.2); a character outside
  /// of ASCII counts as a letter.
  private enum Side {
    case space, punctuation, letter

    init(_ byte: UInt8) {
      self = byte.isWhitespace ? .space : byte.isPunctuation ? .punctuation : .letter
    }

    /// Whether a run between this and `other` flanks this side.
    func isBeside(_ other: Side) -> Bool {
      self == .letter || self == .punctuation && other != .letter
    }
  }
}
