import DictumModel

/// A first look at labels: how many of each form may tell a dialogue, told from their bytes.
///
/// A label tells one whose name comes again, or is known before, or is that of one who asks. Where
/// there are few, none is a label, and none of their words need be read.
struct LabelSieve {
  /// What is known of all labels whose names have one hash.
  private struct Name {
    /// How often they came; at least twice where they tell a dialogue at once.
    var count = 0
    /// The form of the first.
    var form = SpeakerLabel.Form.heading
    /// Whether the front matter may know them.
    var isKnown = false
  }

  private var names = LabelSieve.askers.names

  /// The places in `names` by the hashes of the names.
  private var places = LabelSieve.askers.places
  private let knowsSome: Bool
  private var all = FormCounts()
  private var telling = FormCounts()
  private var known = FormCounts()

  private static let askers: (names: [Name], places: HashCounts) = {
    let hashes = LabelBearer.askers.compactMap { $0.utf8.withBytes(hash) }
    var places = HashCounts(count: hashes.count)
    for (place, hash) in hashes.enumerated() { places.update(hash, to: place) }
    return (Array(repeating: Name(count: 2), count: hashes.count), places)
  }()

  /// A look that knows some names, folded.
  init(known: [String]) {
    knowsSome = !known.isEmpty
    for name in known {
      if let hash = name.utf8.withBytes(LabelSieve.hash) {
        places.update(hash, to: names.count)
        names.append(Name(count: 2, isKnown: true))
      }
    }
  }

  /// At most so many labels of a form tell a dialogue.
  func count(telling form: SpeakerLabel.Form) -> Int {
    min(all.count(for: form), telling.count(for: form))
  }

  /// At most so many labels of a form have a name that is known.
  func count(known form: SpeakerLabel.Form) -> Int { known.count(for: form) }

  /// Adds a heading.
  mutating func add(heading text: String) {
    text.utf8.withBytes { words in
      if !LabelSieve.isNumbered(words) { add(.heading, words) }
    }
  }

  /// Adds the words of a label of another form, as they are written.
  mutating func add(_ form: SpeakerLabel.Form, words: UnsafeBufferPointer<UInt8>) {
    guard let first = words.first else { return }
    switch first {
    // Nobody's name begins so, and what stands in brackets is a part of the page.
    case 0x30...0x39, UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "\\"): break
    default: add(form, words)
    }
  }

  private mutating func add(_ form: SpeakerLabel.Form, _ words: UnsafeBufferPointer<UInt8>) {
    all[form] += 1
    guard let hash = LabelSieve.hash(words) else {
      // It may as well have a name that came once.
      telling[form] += 2
      if knowsSome { known[form] += 1 }
      return
    }
    let place = places[hash] ?? names.count
    if place == names.count {
      places.update(hash, to: place)
      names.append(Name(form: form))
    }
    names[place].count += 1
    let name = names[place]
    // Questions and answers need not come again.
    if name.count > 1 || form == .examined { telling[form] += 1 }
    if name.count == 2, name.form != .examined { telling[name.form] += 1 }
    if name.isKnown { known[form] += 1 }
  }

  /// Whether a number stands before a heading's words, which is no time: then they are nobody's
  /// label.
  private static func isNumbered(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = text.prefix { (0x30...0x39).contains($0) }.count
    return digits > 0 && (digits == text.count || text[digits] != UInt8(ascii: ":"))
  }

  /// A hash that is the same for all labels of one name; `nil` when the words need a closer look.
  ///
  /// A name ends where a colon, a bracket, a mark or a time may; its case, its white space, the stops
  /// that a number may have before it and what is not ASCII in it do not count.
  private static func hash(_ words: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard let first = words.first, first >= 0x3F, first != UInt8(ascii: "[") else { return nil }
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var before = hash
    scan: for (at, byte) in words.enumerated() {
      let small = byte | 0x20
      if (0x61...0x7A).contains(small) {
        before = hash
        hash = (hash ^ UInt64(small)) &* 0x100_0000_01B3
        continue
      }
      switch byte {
      case 0x30...0x39, UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "["),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"), 0xEF:
        break scan
      case 0...0x20, UInt8(ascii: "."), UInt8(ascii: "#"): break
      case 0x80...:
        // The signs of Kelvin and Angstrom and the dotted capital I, small, are letters of ASCII.
        let next = at + 1 < words.count ? words[at + 1] : 0
        if byte == 0xE2 && next == 0x84 || byte == 0xC4 && next == 0xB0 { return nil }
        // A letter with a mark behind it is the same as one beyond ASCII.
        if byte == 0xCC || byte == 0xCD { hash = before }
        before = hash
      default: hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return hash >> 1
  }
}
