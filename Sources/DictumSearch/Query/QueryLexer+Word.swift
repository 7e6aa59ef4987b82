extension QueryLexer {
  /// Reads what stands up to the next space, quotation mark or parenthesis: an operator in
  /// capitals, a field, or a word.
  mutating func readWord() {
    let start = position
    if readField() { return }
    let text = wordText(from: start)
    position = text.endIndex
    if readOperator(String(String.UnicodeScalarView(text))) { return }

    guard var phrase = Phrase(wordsOf: withoutPossessive(text)) else {
      noteDropped(text)
      return
    }
    noteSigns(in: text, readAs: phrase)
    if text.last == "*" {
      phrase.isPrefix = true
      phrase = checked(phrase)
    }
    if text.contains(where: \.isUnspacedScript) {
      notes.add(
        "In a script without spaces a word is found only where spaces or punctuation part it; "
          + "a star at its end finds longer runs")
    }
    append(.plain(phrase))
  }

  /// Says where signs that mean something to the user are lost: `c++`, `C#`, `*ness`, `foo*bar`.
  private mutating func noteSigns(in text: ArraySlice<Unicode.Scalar>, readAs phrase: Phrase) {
    let shown = QueryNotes.quoted(String(String.UnicodeScalarView(text)))
    if text.dropLast().contains("*") {
      notes.add("A star is only read at the end of a word: \(shown) is read as “\(phrase.text)”")
    } else if text.dropFirst().contains(where: { $0 == "+" || $0 == "#" }) {
      notes.add("Signs are not indexed: \(shown) is read as “\(phrase.text)”")
    }
  }

  /// The scalars up to what ends a word.
  ///
  /// A `(` inside a word belongs to it, with its `)`.
  private mutating func wordText(from start: Int) -> ArraySlice<Unicode.Scalar> {
    var end = start
    var open = 0
    while let scalar = scalar(at: end), !scalar.partsWords, scalar != "\"" {
      if scalar == "(" { open += 1 }
      if scalar == ")" {
        if open == 0 { break }
        open -= 1
      }
      end += 1
    }
    openInWords += open
    return scalars[start..<end]
  }

  /// `Kwa's` as `Kwa`: the tokenizer would make `kwa s` of it, which finds no other `Kwa`.
  private func withoutPossessive(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    let end = text.lastIndex { $0.isWordScalar || $0 == "*" }.map { $0 + 1 } ?? text.endIndex
    let tail = text[..<end].suffix(2)
    guard tail.count == 2, tail.first == "'", tail.last == "s" || tail.last == "S" else {
      return text
    }
    let stem = text[..<tail.startIndex]
    return stem.contains(where: \.isWordScalar) ? stem : text
  }

  /// Reads `AND`, `OR`, `NOT`, `NEAR` and `NEAR/n`; false when the text is none of them.
  private mutating func readOperator(_ text: String) -> Bool {
    switch text {
    case "AND": tokens.append(.and)
    case "OR": tokens.append(.or)
    case "NOT": tokens.append(.not)
    case "NEAR": tokens.append(.near(10))
    default:
      if text.hasPrefix("NEAR(") {
        notes.add("NEAR stands between two words here: write “a NEAR/5 b”")
      }
      let digits = text.utf8.dropFirst(5)
      guard text.hasPrefix("NEAR/"), !digits.isEmpty,
        digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      else { return false }
      let distance = Int(text.dropFirst(5)) ?? .max
      if distance > QueryLimits.distance {
        notes.add("\(QueryNotes.quoted(text)) is read as NEAR/\(QueryLimits.distance)")
      }
      tokens.append(.near(min(distance, QueryLimits.distance)))
    }
    return true
  }
}
