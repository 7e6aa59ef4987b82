/// The initials by which a full name may be called.
///
///     Lotte Raskin               LR
///     Bram van der Visser        BVDV and BV
///     Dr. Ada M. Okafor          AMO and AO
struct FullInitials {
  /// Each in capitals; empty for a name of one word.
  private(set) var all: [String] = []

  init(_ name: String) {
    var words = name.words.filter { $0.utf8.last != UInt8(ascii: ".") || $0.utf8.count == 2 }
    if let first = words.first, ShortName.isTitle(first) { words.removeFirst() }
    guard words.count > 1, let first = words.first?.first, let last = words.last?.first else {
      return
    }
    let letters = words.compactMap(\.first)
    let capitals = letters.filter(\.isUppercase)
    for choice in [letters, capitals, [first, last]] {
      let initials = String(choice).uppercased()
      if initials.utf8.count > 1, !all.contains(initials) { all.append(initials) }
    }
  }

  /// Whether `label` is one of them.
  func hold(_ label: String) -> Bool {
    FullInitials.mayBe(label) && all.contains(label.uppercased())
  }

  /// Whether a label has the shape of initials: two letters to four, the first and the last capitals.
  static func mayBe(_ label: String) -> Bool {
    (2...4).contains(label.count) && label.utf8.count <= 8
      && label.first?.isUppercase == true && label.last?.isUppercase == true
  }
}
