/// Makes any row of tokens one that the parser can read, and says what that took.
enum QueryRepair {
  /// Tokens whose parentheses match and whose operators all have something to join.
  static func sound(_ tokens: [QueryToken], notes: inout QueryNotes) -> [QueryToken] {
    withOperands(balanced(tokens, notes: &notes), notes: &notes)
  }

  /// The tokens without parentheses that match no other, or lie too deep.
  private static func balanced(_ tokens: [QueryToken], notes: inout QueryNotes) -> [QueryToken] {
    var isKept = Array(repeating: true, count: tokens.count)
    var open: [Int] = []
    var isUnbalanced = false
    for (index, token) in tokens.enumerated() {
      if token == .open { open.append(index) }
      guard token == .close else { continue }
      if let match = open.popLast() {
        guard open.count >= QueryLimits.depth else { continue }
        isKept[match] = false
        isKept[index] = false
        notes.add("Parentheses more than \(QueryLimits.depth) deep are ignored")
      } else {
        isKept[index] = false
        isUnbalanced = true
      }
    }
    for index in open { isKept[index] = false }
    if isUnbalanced || !open.isEmpty {
      notes.add("Unbalanced parentheses: those without a partner are ignored")
    }
    return zip(tokens, isKept).filter(\.1).map(\.0)
  }

  /// The tokens without operators that join nothing; where there is nothing else, these are words.
  private static func withOperands(
    _ tokens: [QueryToken], notes: inout QueryNotes
  ) -> [QueryToken] {
    let hasWords = tokens.contains { $0.phrase != nil }
    var sound: [QueryToken] = []
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let isJoined =
        switch token {
        case .and, .or: sound.last?.endsOperand == true && next?.beginsOperand == true
        case .near: sound.last?.phrase != nil && next?.phrase != nil
        case .not, .minus, .plus, .head: next?.beginsOperand == true
        case .plain, .quoted, .filter, .open, .close: true
        }
      if isJoined {
        sound.append(token)
      } else if let words = token.spelling {
        let shown = QueryNotes.quoted(words.joined(separator: "/"))
        let outcome = hasWords ? "left out" : "read as an ordinary word"
        notes.add("\(shown) has nothing to join here: it is \(outcome)")
        if !hasWords { sound.append(.plain(Phrase(words))) }
      }
    }
    return sound
  }
}
