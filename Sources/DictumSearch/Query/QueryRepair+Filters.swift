internal import DictumModel

extension QueryRepair {
  /// The filter that the fields among the tokens ask for, and the tokens without them.
  ///
  /// A field asks of the whole query wherever it stands. The operators beside it go with it: AND
  /// and the OR between two values of one field say what holds anyway, any other OR cannot be kept
  /// and gets a note.
  static func takingFilters(
    from tokens: [QueryToken], notes: inout QueryNotes
  ) -> (PassageFilter, [QueryToken]) {
    var filter = PassageFilter()
    var kept: [QueryToken] = []
    var lastField: QueryField?
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard case .filter(let field, let value) = tokens[index] else {
        kept.append(tokens[index])
        if tokens[index] != .or { lastField = nil }
        continue
      }
      let isExcluded = takeSigns(from: &kept)
      filter.add(field, value, isExcluded: isExcluded, notes: &notes)

      if kept.last == .and || kept.last == .or {
        let joinsAlternatives = lastField == field && !isExcluded
        if kept.removeLast() == .or, !joinsAlternatives { noteOr(field, value, &notes) }
      } else if index + 1 < tokens.count {
        let next = tokens[index + 1]
        if next == .and { index += 1 }
        if next == .or, !isFilter(field, tokens.dropFirst(index + 2).first) {
          noteOr(field, value, &notes)
          index += 1
        }
      }
      lastField = isExcluded ? nil : field
    }
    if let after = filter.after, let before = filter.before, before <= after {
      notes.add("No day is both from \(after) on and before \(before)")
    }
    return (filter, kept)
  }

  /// Takes away the signs before a field; whether they negate it.
  private static func takeSigns(from kept: inout [QueryToken]) -> Bool {
    var isExcluded = false
    while let sign = kept.last, [.minus, .not, .plus, .head].contains(sign) {
      if sign == .minus || sign == .not { isExcluded.toggle() }
      kept.removeLast()
    }
    return isExcluded
  }

  private static func isFilter(_ field: QueryField, _ token: QueryToken?) -> Bool {
    if case .filter(field, _) = token { true } else { false }
  }

  private static func noteOr(_ field: QueryField, _ value: String, _ notes: inout QueryNotes) {
    let shown = QueryNotes.quoted("\(field.rawValue):\(value)")
    notes.add("\(shown) holds for the whole query, not for one side of OR")
  }
}
