internal import DictumModel

extension PassageFilter {
  /// Adds what one field of a query asks for; a date that is none adds nothing.
  mutating func add(
    _ field: QueryField, _ value: String, isExcluded: Bool, notes: inout QueryNotes
  ) {
    switch field {
    case .speaker: speakers.add(value, isExcluded)
    case .source: sources.add(value, isExcluded)
    case .author: authors.add(value, isExcluded)
    case .kind: kinds.add(value.lowercased(), isExcluded)
    case .voice: voices.add(value.lowercased(), isExcluded)
    case .tag: tags.add(value, isExcluded)
    case .path: paths.add(value.hasPrefix("./") ? String(value.dropFirst(2)) : value, isExcluded)
    case .after, .before:
      guard let day = DateBound(value)?.day else { return }
      // A bound is where two halves of time meet, so the opposite of one field is the other.
      if (field == .after) != isExcluded {
        if after != nil { notes.add("Of several lower bounds in time the latest counts") }
        after = max(after ?? day, day)
      } else {
        if before != nil { notes.add("Of several upper bounds in time the earliest counts") }
        before = min(before ?? day, day)
      }
    }
  }
}

extension PassageFilter.Choice {
  fileprivate mutating func add(_ value: String, _ isExcluded: Bool) {
    if isExcluded {
      if !exclude.contains(value) { exclude.append(value) }
    } else if !include.contains(value) {
      include.append(value)
    }
  }
}
