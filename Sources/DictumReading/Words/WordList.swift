/// Words that mean the same to a rule, made once; to look one up costs a few instructions.
///
/// Open addressing with linear probing, at most a quarter full: most words of a text are on no list,
/// and for them the first slot says so.
struct WordList: ExpressibleByArrayLiteral, Sendable {
  private var slots: [WordKey]
  private let mask: UInt64

  init(arrayLiteral words: WordKey...) { self.init(words) }

  /// The list of `words`; `.none` is on no list.
  init(_ words: [WordKey]) {
    var size = 8
    while size < words.count * 4 { size *= 2 }
    slots = Array(repeating: .none, count: size)
    mask = UInt64(size - 1)
    for word in words where word != .none {
      var slot = word.hash & mask
      while slots[Int(slot)] != .none, slots[Int(slot)] != word { slot = (slot + 1) & mask }
      slots[Int(slot)] = word
    }
  }

  /// The list of the first words of some labels, as far as they are letters of ASCII.
  init(firstWordsOf labels: [String]) {
    self.init(labels.compactMap { WordKey(firstWordOf: $0) })
  }

  /// Whether a label may be one of those by whose first words the list was made.
  func mayBegin(_ label: String) -> Bool {
    WordKey(firstWordOf: label).map(contains) ?? true
  }

  func contains(_ word: WordKey) -> Bool {
    var slot = word.hash & mask
    while slots[Int(slot)] != .none {
      if slots[Int(slot)] == word { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
