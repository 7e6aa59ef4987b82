import DictumModel

/// Where each byte of a text that was written from a file comes from.
///
/// A page is read as the Markdown it could have been written in; this leads from the bytes of that
/// Markdown back to those of the page.
struct SourceMap {
  /// A stretch of the text.
  private struct Piece {
    /// Where it begins in the text; bytes, 0-based.
    var start: Int
    /// The bytes of the file that it stands for.
    var source: ByteSpan
    var kind: Kind
  }

  /// What a stretch of the text is.
  enum Kind {
    /// The file's own bytes, one for one.
    case verbatim
    /// Words of the file in another form, such as a decoded reference.
    case replaced
    /// Markup that only the text has.
    case glue
  }

  private var pieces: [Piece] = []

  /// Adds the stretch that begins at `start`, after all those before it.
  mutating func add(_ start: Int, _ source: ByteSpan, _ kind: Kind) {
    pieces.append(Piece(start: start, source: source, kind: kind))
  }

  /// The bytes of the file for a span of the text.
  func source(of span: ByteSpan) -> ByteSpan {
    let start = position(span.start, isEnd: false)
    return ByteSpan(start, span.isEmpty ? start : position(span.end - 1, isEnd: true))
  }

  /// Where in the file the first words between two positions of the text stand, markup passed over;
  /// `nil` when there are none.
  func firstWords(from start: Int, to end: Int) -> Int? {
    var index = piece(at: start)
    while index < pieces.count, pieces[index].start < end {
      let piece = pieces[index]
      if piece.kind == .verbatim { return piece.source.start + max(0, start - piece.start) }
      if piece.kind == .replaced, !piece.source.isEmpty { return piece.source.start }
      index += 1
    }
    return nil
  }

  private func position(_ offset: Int, isEnd: Bool) -> Int {
    let index = piece(at: offset)
    guard pieces.indices.contains(index) else { return 0 }
    let piece = pieces[index]
    guard piece.kind == .verbatim else { return isEnd ? piece.source.end : piece.source.start }
    return min(piece.source.start + offset - piece.start + (isEnd ? 1 : 0), piece.source.end)
  }

  /// The last stretch that begins at or before `offset`, or the first.
  private func piece(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
