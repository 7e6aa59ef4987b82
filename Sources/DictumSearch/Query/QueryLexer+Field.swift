internal import DictumModel

extension QueryLexer {
  /// Reads `name:value` when `name` is a field and the value one it can have; false, with a note
  /// where one is due and without a move, when it is to be read as ordinary words.
  mutating func readField() -> Bool {
    guard let colon = fieldColon() else { return false }
    let name = String(String.UnicodeScalarView(scalars[position..<colon])).lowercased()
    let next = scalar(at: colon + 1) ?? " "
    let hasValue = !next.partsWords && next != ")"

    if QueryField.headNames.contains(name) {
      guard hasValue else { return refuse("“\(name):” has nothing after it") }
      tokens.append(.head)
      position = colon + 1
      return true
    }
    guard let field = QueryField(rawValue: name) else {
      if hasValue, next.isWordScalar || next == "\"" {
        notes.add(
          "\(QueryNotes.quoted(name + ":")) is no field (\(QueryField.names)): "
            + "it is read as ordinary words")
      }
      return false
    }
    guard hasValue, next != "(" else { return refuse("“\(name):” needs a value") }
    return readValue(of: field, at: colon + 1)
  }

  private mutating func readValue(of field: QueryField, at start: Int) -> Bool {
    let before = position
    position = start
    var value: ArraySlice<Unicode.Scalar>
    if current == "\"" {
      guard let quoted = quotedText() else {
        position = before
        return false
      }
      value = quoted
    } else {
      value = plainValue()
      position = value.endIndex
    }
    if field == .tag, value.first == "#" { value = value.dropFirst() }
    let text = Self.trimmed(value)
    guard !text.isEmpty, field == .path || value.contains(where: \.isWordScalar) else {
      position = before
      return refuse("“\(field.rawValue):” needs a value")
    }
    if field == .after || field == .before, DateBound(text) == nil {
      position = before
      return refuse(
        "\(QueryNotes.quoted(text)) is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    }
    guard !budget.admit([text]).isEmpty else { return true }
    tokens.append(.filter(field, text))
    return true
  }

  /// The text with one space for every run of white space and control characters, none around.
  private static func trimmed(_ value: ArraySlice<Unicode.Scalar>) -> String {
    let words = value.split { $0.properties.isWhitespace || $0.isControl }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// What stands up to the next space or unopened `)`.
  private func plainValue() -> ArraySlice<Unicode.Scalar> {
    var end = position
    var open = 0
    while let scalar = scalar(at: end), !scalar.properties.isWhitespace, scalar != "\"" {
      if scalar == "(" { open += 1 }
      if scalar == ")" {
        if open == 0 { break }
        open -= 1
      }
      end += 1
    }
    return scalars[position..<end]
  }

  /// The index of the colon after the letters here; nil when something else follows them.
  private func fieldColon() -> Int? {
    var end = position
    while let scalar = scalar(at: end), scalar.isASCII, scalar.properties.isAlphabetic { end += 1 }
    return end > position && scalar(at: end) == ":" ? end : nil
  }

  /// Says why a field is read as ordinary words.
  private mutating func refuse(_ reason: String) -> Bool {
    notes.add("\(reason): it is read as ordinary words")
    return false
  }
}
