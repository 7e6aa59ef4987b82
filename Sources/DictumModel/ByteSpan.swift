/// A range of bytes of one revision of a source.
///
/// Bytes, 0-based, half-open, counted in the file as stored: a byte order mark and carriage returns
/// count. After `TextPositionSelector` of the W3C Web Annotation Data Model, in bytes rather than
/// code points because that is what a file is made of.
@usableFromInline package struct ByteSpan: Hashable, Sendable, Codable {
  /// The first byte.
  package var start: Int

  /// One past the last byte; never less than `start`.
  package var end: Int

  /// A span from `start` up to, and not including, `end`; an `end` before `start` gives an empty
  /// span at `start`.
  @usableFromInline package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The number of bytes.
  @usableFromInline package var count: Int { end - start }

  /// Whether the span holds no byte.
  @usableFromInline package var isEmpty: Bool { start == end }

  /// The same bytes as a range, to slice an array with.
  @usableFromInline package var range: Range<Int> { start..<end }

  /// Whether every byte of `other` is also in this span; an empty span is contained where it lies.
  @usableFromInline package func contains(_ other: ByteSpan) -> Bool {
    start <= other.start && other.end <= end
  }
}
