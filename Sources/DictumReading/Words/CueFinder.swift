import DictumModel

/// Finds the cues in the passages of a source, one after another.
struct CueFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table = CueTable.shared

  /// The passage asked last, and the cues found in it.
  private var context: CueContext
  private var found: Cue = []

  /// Behind this place nothing in the span asked last gave a cue; bytes of the file, 0-based.
  private(set) var last = 0

  /// Whether bytes beyond ASCII may stand in the span asked last.
  private(set) var mayBeBeyondASCII = false

  /// Whether a tilde or the sign of per cent may stand in it.
  private var mayHoldSign = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    context = CueContext(bytes, ByteSpan(0, 0))
  }

  /// The cues in the bytes of `span`.
  mutating func cues(in span: ByteSpan) -> Cue {
    context = CueContext(bytes, span)
    found = []
    last = 0
    addNeedles()
    if mayHoldSign, holds(0x7E) { found.insert(.strike) }
    if mayHoldSign, holds(0x25), context.holdsShare() {
      found.insert(.credence)
      last = span.end
    } else if found.contains(.credence), !context.holdsRatioOrFraction() {
      // Each expression with a number has one of these.
      found.remove(.credence)
    }
    return found
  }

  private func holds(_ byte: UInt8) -> Bool {
    bytes.firstIndex(of: byte, from: context.span.start, to: context.span.end) != nil
  }

  /// Adds the cues of the needles that stand in the passage.
  private mutating func addNeedles() {
    let end = context.span.end
    var at = context.span.start
    var seen = ByteBlock()
    var signs = ByteBlock.Places()
    table.slots.withUnsafeBufferPointer { slots in
      // What stands behind the span is looked at too, and refused with the needles that reach there.
      let last = min(end - 1, bytes.count - 18)
      while at <= last {
        let block = bytes.block(at: at)
        let eight = CueTable.slots(block, bytes.block(at: at &+ 2))
        seen |= block
        signs .|= block.places(of: 0x7E) .| block.places(of: 0x25)
        let low =
          slots[Int(eight[0])] | slots[Int(eight[1])] | slots[Int(eight[2])] | slots[Int(eight[3])]
        let high =
          slots[Int(eight[4])] | slots[Int(eight[5])] | slots[Int(eight[6])] | slots[Int(eight[7])]
        if low | high != 0 { add(at, eight, slots) }
        at &+= 16
      }
    }
    // The last bytes of the file are no whole block and may hold anything.
    mayBeBeyondASCII = at < end || seen.places(from: 0x80, count: 0x80).first != nil
    mayHoldSign = at < end || signs.first != nil
    while at + 3 <= end {
      add(at, table.slots[CueTable.slot(bytes[at], bytes[at + 1], bytes[at + 2])])
      at += 2
    }
  }

  /// Adds the cues of those needles that do stand in a block, where the runs of three have these slots.
  ///
  /// It stands by itself, so that the loop over the blocks has the registers to itself.
  @inline(never)
  private mutating func add(
    _ at: Int, _ eight: CueTable.Pairs, _ slots: UnsafeBufferPointer<UInt8>
  ) {
    for place in 0..<8 {
      let first = slots[Int(eight[place])]
      if first != 0 { add(at &+ 2 &* place, first) }
    }
  }

  /// Adds the cues of those needles that do stand around `at`; `first` is one past the first entry of
  /// the run of three there.
  @inline(never)
  private mutating func add(_ at: Int, _ first: UInt8) {
    var next = first
    while next != 0 {
      let entry = table.entries[Int(next) - 1]
      next = entry.next
      let start = at - entry.offset
      // Most are others with these three letters.
      guard start >= context.span.start,
        (bytes.eight(at: start) | 0x2020_2020_2020_2020) & entry.mask == entry.head,
        table.holds(entry.needle, context, start)
      else { continue }
      let needle = table.needles[entry.needle]
      let cues = context.confirmed(needle.cue, start, start + needle.letters.count)
      guard !cues.isEmpty else { continue }
      found.formUnion(cues)
      last = max(last, start)
    }
  }
}
