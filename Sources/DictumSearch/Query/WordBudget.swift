/// How many words of a query may still be looked for.
struct WordBudget {
  private var seen: Set<String> = []
  private var count = 0

  /// Whether a word was refused.
  private(set) var isSpent = false

  /// The words up to the first that is one too many.
  mutating func admit(_ words: [String]) -> [String] {
    var admitted: [String] = []
    for word in words {
      let key = word.lowercased()
      let isNew = !seen.contains(key)
      guard count < QueryLimits.words, !isNew || seen.count < QueryLimits.distinctWords else {
        isSpent = true
        break
      }
      seen.insert(key)
      count += 1
      admitted.append(word)
    }
    return admitted
  }
}
