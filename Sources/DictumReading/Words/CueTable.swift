import DictumModel
import Glibc

/// Finds the cues in a passage.
struct CueTable: Sendable {
  /// Letters that give a cue, in small letters; a space stands for any white space.
  private struct Needle {
    /// Where its letters stand among those of all needles.
    var letters: Range<Int>
    var cue: Cue
    /// Whether no letter may stand before it.
    var isWordStart: Bool
  }

  /// Three letters of a needle, by which it is looked up.
  private struct Entry {
    var three: UInt32
    var needle: Int
    /// Where in the needle's word they stand.
    var offset: Int
    /// One past the next entry of the same hash; 0 for none.
    var next: UInt8
  }

  /// One for every file.
  static let shared = CueTable()

  private var needles: [Needle] = []
  private var letters: [UInt8] = []
  private var entries: [Entry] = []

  /// For each hash of three letters, one past the first entry that has it; 0 for none.
  private var slots = [UInt8](repeating: 0, count: 1 << 13)

  private init() {
    for (word, offset) in [
      ("likely", 2), ("plausib", 0), ("unsure", 0), ("almost certain", 0), ("nearly certain", 2),
    ] {
      add(word, offset, .estimate)
    }
    add("probab", 2, [.estimate, .credence])
    for (word, offset) in [
      ("credence", 2), ("confiden", 2), ("likelihood", 4), ("evidence", 0), ("odds", 0),
    ] {
      add(word, offset, .credence)
    }
    for (word, offset) in [
      ("thinks", 2), ("thought", 2), ("says", 0), ("said", 0), ("claims", 2), ("claimed", 1),
      ("believes", 2), ("believed", 2), ("argues", 1), ("argued", 2), ("told ", 0),
      ("according to", 0),
    ] {
      add(word, offset, .report, isWordStart: true)
    }
    for (word, offset) in [("edit", 0), ("update", 0), ("eta:", 0), ("retracted", 0)] {
      add(word, offset, .revision, isWordStart: true)
    }
    for (word, offset) in [
      ("read more", 2), ("(more)", 0), ("[image]", 0), ("image not available", 10),
      ("image unavailable", 7), ("[content truncated", 10), ("[truncated", 3),
    ] {
      add(word, offset, .loss)
    }
    for word in ["</s>", "</del>", "</strike>"] { add(word, 0, .strike) }
  }

  /// Adds a needle; `offset` is where the four rare letters of it stand.
  ///
  /// Of the two runs of three in them one begins at an even place, so that every other place is enough
  /// to look at.
  private mutating func add(_ word: String, _ offset: Int, _ cue: Cue, isWordStart: Bool = false) {
    let start = letters.count
    letters += word.utf8
    needles.append(Needle(letters: start..<letters.count, cue: cue, isWordStart: isWordStart))
    for offset in [offset, offset + 1] {
      let place = start + offset
      let three = CueTable.three(
        UInt32(letters[place]) | UInt32(letters[place + 1]) << 8 | UInt32(letters[place + 2]) << 16)
      let slot = CueTable.slot(three)
      entries.append(
        Entry(three: three, needle: needles.count - 1, offset: offset, next: slots[slot]))
      slots[slot] = UInt8(entries.count)
    }
  }

  /// The first three of four bytes as small letters, the first of them the least.
  private static func three(_ four: UInt32) -> UInt32 { (four | 0x0020_2020) & 0x00FF_FFFF }

  private static func slot(_ three: UInt32) -> Int {
    Int(truncatingIfNeeded: (three &* 0x9E37_79B1) >> 19)
  }

  /// The cues in the bytes of `span`.
  func cues(in bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) -> Cue {
    guard let base = bytes.baseAddress, !span.isEmpty else { return [] }
    let context = CueContext(bytes, span)
    var found: Cue = []
    if memchr(base + span.start, 0x7E, span.count) != nil { found.insert(.strike) }
    let raw = UnsafeRawPointer(base)
    slots.withUnsafeBufferPointer { slots in
      var at = span.start
      // Eight bytes hold the runs of three at three even places.
      while at + 8 <= span.end {
        // Bytes are in the order of the file; Linux runs on machines that put the least first.
        let eight = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let first = slots[CueTable.slot(CueTable.three(UInt32(truncatingIfNeeded: eight)))]
        let second = slots[CueTable.slot(CueTable.three(UInt32(truncatingIfNeeded: eight >> 16)))]
        let third = slots[CueTable.slot(CueTable.three(UInt32(truncatingIfNeeded: eight >> 32)))]
        if first | second | third != 0 {
          if first != 0 { addVerified(at, context, &found) }
          if second != 0 { addVerified(at + 2, context, &found) }
          if third != 0 { addVerified(at + 4, context, &found) }
        }
        at &+= 6
      }
      while at + 3 <= span.end {
        addVerified(at, context, &found)
        at += 2
      }
    }
    let isShare = context.holdsShare()
    if isShare {
      found.insert(.credence)
    } else if found.contains(.credence), !context.holdsRatioOrFraction() {
      // Each expression with a number has one of these.
      found.remove(.credence)
    }
    return found
  }

  /// Adds the cues of the needles that do stand around `at`, where three bytes are.
  ///
  /// It stands by itself, so that the search above has the registers to itself.
  @inline(never)
  private func addVerified(_ at: Int, _ context: CueContext, _ found: inout Cue) {
    let bytes = context.bytes
    let three = CueTable.three(
      UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16)
    var next = slots[CueTable.slot(three)]
    while next != 0 {
      let entry = entries[Int(next) - 1]
      next = entry.next
      // Others have the same slot.
      guard entry.three == three else { continue }
      let cue = needles[entry.needle].cue
      let start = at - entry.offset
      guard !found.isSuperset(of: cue), holds(entry.needle, context, start) else { continue }
      let end = start + needles[entry.needle].letters.count
      found.formUnion(context.confirmed(cue, start, end))
    }
  }

  /// Whether a needle stands at `start`.
  private func holds(_ needle: Int, _ context: CueContext, _ start: Int) -> Bool {
    let (bytes, span) = (context.bytes, context.span)
    let word = needles[needle].letters
    guard start >= span.start, start + word.count <= span.end else { return false }
    for index in word {
      let byte = bytes[start + index - word.lowerBound]
      let letter = letters[index]
      let isSame = letter == 0x20 ? byte <= 0x20 : byte | 0x20 == letter | 0x20
      if !isSame { return false }
    }
    return !needles[needle].isWordStart || start == span.start
      || !SentenceCursor.isLetter(bytes[start - 1])
  }
}
