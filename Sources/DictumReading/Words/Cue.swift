import DictumModel
import Glibc

/// The sorts of things that a passage's words may hold, as a glance at its bytes tells.
///
/// A passage without a cue costs one look at each four bytes of it, through a small table, and
/// nothing else: most passages hold none.
struct Cue: OptionSet {
  let rawValue: UInt8

  static let report = Cue(rawValue: 1)
  static let revision = Cue(rawValue: 2)
  static let credence = Cue(rawValue: 4)
  static let estimate = Cue(rawValue: 8)
  static let strike = Cue(rawValue: 16)
  static let loss = Cue(rawValue: 32)
}

/// Finds the cues in a passage.
struct CueTable: Sendable {
  /// Letters that give a cue, in small letters; a space stands for any white space.
  private struct Needle {
    var word: [UInt8]
    /// Where in the word the four bytes stand by which it is looked up: those that are rare.
    var offset: Int
    var cue: Cue
    /// Whether no letter may stand before it.
    var isWordStart: Bool
  }

  /// One for every file.
  static let shared = CueTable()

  private var needles: [Needle] = []

  /// For each hash of four bytes, one past the first needle that has it in `chains`; 0 for none.
  private var slots = [UInt8](repeating: 0, count: 1 << 13)

  /// For each needle, one past the next of the same hash.
  private var chains: [UInt8] = []

  private init() {
    for (word, offset) in [
      ("likely", 1), ("plausib", 2), ("unsure", 1), ("almost certain", 1),
      ("nearly certain", 1),
    ] {
      add(word, offset, .estimate)
    }
    add("probab", 2, [.estimate, .credence])
    for (word, offset) in [
      ("credence", 1), ("confiden", 3), ("likelihood", 1), ("evidence", 1), ("odds", 0),
    ] {
      add(word, offset, .credence)
    }
    for (word, offset) in [
      ("thinks", 2), ("thought", 3), ("says", 0), ("said", 0), ("claims", 2), ("claimed", 2),
      ("believes", 3), ("believed", 3), ("argues", 2), ("argued", 2), ("told ", 0),
      ("according to", 1),
    ] {
      add(word, offset, .report, isWordStart: true)
    }
    for (word, offset) in [("edit", 0), ("update", 1), ("eta:", 0), ("retracted", 1)] {
      add(word, offset, .revision, isWordStart: true)
    }
    for (word, offset) in [
      ("read more", 3), ("(more)", 0), ("[image]", 0), ("image not available", 7),
      ("image unavailable", 7), ("[content truncated", 3), ("[truncated", 3),
    ] {
      add(word, offset, .loss)
    }
    for word in ["</s>", "</del>", "</strike>"] { add(word, 0, .strike) }
  }

  private mutating func add(_ word: String, _ offset: Int, _ cue: Cue, isWordStart: Bool = false) {
    let letters = Array(word.utf8)
    var four: UInt32 = 0
    for byte in letters[offset..<(offset + 4)].reversed() { four = four << 8 | UInt32(byte) }
    let slot = CueTable.slot(four)
    needles.append(Needle(word: letters, offset: offset, cue: cue, isWordStart: isWordStart))
    chains.append(slots[slot])
    slots[slot] = UInt8(needles.count)
  }

  private static func slot(_ four: UInt32) -> Int {
    Int(truncatingIfNeeded: ((four | 0x2020_2020) &* 0x9E37_79B1) >> 19)
  }

  /// The cues in the bytes of `span`.
  func cues(in bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) -> Cue {
    guard let base = bytes.baseAddress, !span.isEmpty else { return [] }
    var found: Cue = []
    if memchr(base + span.start, 0x25, span.count) != nil { found.insert(.credence) }
    if memchr(base + span.start, 0x7E, span.count) != nil { found.insert(.strike) }
    let raw = UnsafeRawPointer(base)
    slots.withUnsafeBufferPointer { slots in
      var at = span.start
      while at + 4 <= span.end {
        // Bytes are in the order of the file; Linux runs on machines that put the least first.
        let four = raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)
        let slot = slots[CueTable.slot(four)]
        if slot != 0 { found.formUnion(verified(slot, bytes, span, at)) }
        at += 1
      }
    }
    return found
  }

  /// The cues of the needles of a slot that do stand around `at`.
  private func verified(
    _ slot: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan, _ at: Int
  ) -> Cue {
    var found: Cue = []
    var next = slot
    while next != 0 {
      let needle = needles[Int(next) - 1]
      next = chains[Int(next) - 1]
      let start = at - needle.offset
      guard start >= span.start, start + needle.word.count <= span.end else { continue }
      var matches = true
      for (index, letter) in needle.word.enumerated() {
        let byte = bytes[start + index]
        let isSame = letter == 0x20 ? byte <= 0x20 : byte | 0x20 == letter | 0x20
        if !isSame {
          matches = false
          break
        }
      }
      guard matches else { continue }
      if needle.isWordStart, start > span.start, SentenceCursor.isLetter(bytes[start - 1]) {
        continue
      }
      found.formUnion(needle.cue)
    }
    return found
  }
}
