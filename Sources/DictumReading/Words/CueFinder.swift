import DictumModel

/// Finds the cues in the passages of a source, one after another.
struct CueFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var tildes = ByteHunt(for: 0x7E)
  private var percents = ByteHunt(for: 0x25)

  /// Behind this place nothing in the span asked last gave a cue; bytes of the file, 0-based.
  private(set) var last = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The cues in the bytes of `span`.
  mutating func cues(in span: ByteSpan) -> Cue {
    let context = CueContext(bytes, span)
    let named = CueTable.shared.cues(context)
    var found = named.cues
    last = named.last
    if tildes.finds(in: span, of: bytes) { found.insert(.strike) }
    if percents.finds(in: span, of: bytes), context.holdsShare() {
      found.insert(.credence)
      last = span.end
    } else if found.contains(.credence), !context.holdsRatioOrFraction() {
      // Each expression with a number has one of these.
      found.remove(.credence)
    }
    return found
  }
}

/// Asks of one part of a text after another whether a byte stands in it; as long as they are in their
/// order, it looks at no byte twice.
private struct ByteHunt {
  private let byte: UInt8

  /// Where it was looked for from, and where it stands first from there on; the end if nowhere.
  private var start = 0
  private var place = -1

  init(for byte: UInt8) { self.byte = byte }

  /// Whether the byte stands in `span`.
  mutating func finds(in span: ByteSpan, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if span.start < start { return bytes[span.range].contains(byte) }
    if span.start > place {
      start = span.start
      place = bytes.firstIndex(of: byte, from: start) ?? bytes.count
    }
    return place < span.end
  }
}
