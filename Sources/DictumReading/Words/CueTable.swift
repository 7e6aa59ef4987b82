import DictumModel

/// The words that are cues, to be looked up by three of their letters.
struct CueTable: Sendable {
  /// Letters that give a cue, in small letters; a space stands for any white space.
  struct Needle {
    /// Where its letters stand among those of all needles.
    var letters: Range<Int>
    var cue: Cue
    /// Whether no letter may stand before it.
    var isWordStart: Bool
  }

  /// Three letters of a needle, by which it is looked up.
  struct Entry {
    var needle: Int
    /// The first eight letters of the needle, the first the lowest, and ones where they are not white
    /// space.
    var head: UInt64
    var mask: UInt64
    /// Where in the needle's word they stand.
    var offset: Int
    /// One past the next entry of the same hash; 0 for none.
    var next: UInt8
  }

  /// One for every file.
  static let shared = CueTable()

  private(set) var needles: [Needle] = []
  private var letters: [UInt8] = []
  private(set) var entries: [Entry] = []

  /// For each hash of three letters, one past the first entry that has it; 0 for none.
  private(set) var slots = [UInt8](repeating: 0, count: 1 << 13)

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
    let (head, mask) = word.utf8.prefix(8).reversed().reduce((0 as UInt64, 0 as UInt64)) {
      ($0.0 << 8 | UInt64($1 | 0x20), $0.1 << 8 | ($1 == 0x20 ? 0 : 0xFF))
    }
    needles.append(
      Needle(letters: start..<letters.count, cue: cue, isWordStart: isWordStart))
    for offset in [offset, offset + 1] {
      let place = start + offset
      let slot = CueTable.slot(letters[place], letters[place + 1], letters[place + 2])
      entries.append(
        Entry(
          needle: needles.count - 1, head: head & mask, mask: mask, offset: offset,
          next: slots[slot]))
      slots[slot] = UInt8(entries.count)
    }
  }

  /// Eight numbers of two bytes each, the first byte the lower.
  typealias Pairs = SIMD8<UInt16>

  /// The slots of the eight runs of three bytes, letters in small, that begin at the even places of a
  /// block; `rest` is the block two bytes after.
  ///
  /// The factors are such that few runs of English words have the slot of a needle's.
  @inline(__always)
  static func slots(_ block: ByteBlock, _ rest: ByteBlock) -> Pairs {
    // Bytes are in the order of the file; Linux runs on machines that put the least first.
    let firsts = unsafeBitCast(block, to: Pairs.self) | Pairs(repeating: 0x2020)
    let thirds = unsafeBitCast(rest, to: Pairs.self) | Pairs(repeating: 0x2020)
    // The byte after the third is shifted out.
    let mixed = firsts &* Pairs(repeating: 0xD85F) &+ thirds &* Pairs(repeating: 0x8D00)
    return mixed &>> Pairs(repeating: 3)
  }

  /// The slot of a run of three letters in small.
  static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    var (block, rest) = (ByteBlock(), ByteBlock())
    (block[0], block[1], rest[0]) = (first, second, third)
    return Int(slots(block, rest)[0])
  }

  /// Whether a needle stands at `start`, which is in the span.
  func holds(_ needle: Int, _ context: CueContext, _ start: Int) -> Bool {
    let (bytes, span) = (context.bytes, context.span)
    let word = needles[needle].letters
    guard start + word.count <= span.end else { return false }
    let offset = start - word.lowerBound
    for index in word {
      let (byte, letter) = (bytes[offset + index], letters[index])
      let isSame = letter == 0x20 ? byte <= 0x20 : byte | 0x20 == letter | 0x20
      if !isSame { return false }
    }
    return !needles[needle].isWordStart || start == span.start
      || !SentenceCursor.isLetter(bytes[start - 1])
  }
}
