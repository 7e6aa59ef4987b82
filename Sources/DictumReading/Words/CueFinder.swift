import DictumModel

/// Finds the cues in the passages of a source, one after another.
struct CueFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table = CueTable.shared

  /// Behind this place nothing in the span asked last gave a cue; bytes of the file, 0-based.
  private(set) var last = 0

  /// Whether bytes beyond ASCII may stand in the span asked last.
  private(set) var mayBeBeyondASCII = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The cues in the bytes of `span`.
  mutating func cues(in span: ByteSpan) -> Cue {
    let context = CueContext(bytes, span)
    let named = table.cues(context)
    var found = named.cues
    last = named.last
    mayBeBeyondASCII = named.mayBeBeyondASCII
    if named.mayHoldSign, holds(0x7E, span) { found.insert(.strike) }
    if named.mayHoldSign, holds(0x25, span), context.holdsShare() {
      found.insert(.credence)
      last = span.end
    } else if found.contains(.credence), !context.holdsRatioOrFraction() {
      // Each expression with a number has one of these.
      found.remove(.credence)
    }
    return found
  }

  private func holds(_ byte: UInt8, _ span: ByteSpan) -> Bool {
    bytes.firstIndex(of: byte, from: span.start, to: span.end) != nil
  }
}
