import DictumModel

/// The `speakers:` of a front matter: who takes part, and by which labels each is known.
///
///     speakers: [Ada Okafor, Bram Visser]
///     speakers:
///       AO: Ada Okafor
///       BV: {name: Bram Visser, aliases: [Bram, "@bram"]}
struct SpeakerRegistry {
  /// For each folded label or name, the name to show.
  private(set) var names: [String: String] = [:]

  /// The folded first and last names and whose they are, in order of the names.
  private var shortNames: [(key: String, person: String)] = []

  /// Those whom it names, each once, in the order of a list.
  private(set) var speakers: [String] = []

  /// Everyone it names, and the authors of the document, in order of their names.
  private(set) var people: [String] = []

  /// The aliases, label to name, without the names themselves.
  private(set) var aliases: [String: String] = [:]

  /// The registry of a front matter's value for `speakers`; anything else than the forms above is
  /// passed over.
  init(_ value: ParamValue?) {
    switch value {
    case .list(let entries):
      for entry in entries {
        switch entry {
        case .string(let name): add(name, labels: [])
        case .map(let fields):
          if let name = fields["name"]?.text { add(name, labels: SpeakerRegistry.labels(fields)) }
        default: break
        }
      }
    case .map(let entries):
      for (label, entry) in entries.sorted(by: { $0.key < $1.key }) {
        switch entry {
        case .map(let fields):
          add(fields["name"]?.text ?? label, labels: [label] + SpeakerRegistry.labels(fields))
        case .string(let name): add(name, labels: [label])
        default: add(label, labels: [])
        }
      }
    default: break
    }
  }

  /// Lets the first and the last names of authors and of those who speak stand for them, where no
  /// other of them has the same and the registry does not say otherwise.
  mutating func addShortNames(authors: [String]) {
    let all = names.isEmpty ? authors : names.values + authors
    guard !all.isEmpty else { return }
    shortNames.reserveCapacity(2 * all.count)
    for person in all.count > 1 ? all.sorted() : all where people.last != person {
      people.append(person)
      let words = person.utf8.withBytes { bytes -> (first: String, last: String)? in
        guard let first = bytes.firstIndex(of: 0x20, from: 0), let last = bytes.lastIndex(of: 0x20)
        else { return nil }
        return (
          String(decoding: bytes[..<first], as: UTF8.self),
          String(decoding: bytes[(last + 1)...], as: UTF8.self)
        )
      }
      guard let words else { continue }
      if !words.first.isEmpty { shortNames.append((SpeakerKey(words.first).text, person)) }
      if !words.last.isEmpty { shortNames.append((SpeakerKey(words.last).text, person)) }
    }
    shortNames.sort { $0.key < $1.key }
  }

  /// Lets the labels of those who ask and of those who answer stand for the two of an interview, where
  /// the registry does not say otherwise.
  mutating func add(_ interview: Interview) {
    for (labels, person) in [
      (Interview.askingLabels, interview.asker?.name),
      (Interview.answeringLabels, interview.guest.name),
    ] {
      guard let person else { continue }
      names[SpeakerKey(person).text] = names[SpeakerKey(person).text] ?? person
      for label in labels where names[label] == nil { names[label] = person }
    }
  }

  /// Whether it knows nobody.
  var isEmpty: Bool { names.isEmpty && !shortNames.contains { owner(ofShortName: $0.key) != nil } }

  /// The folded labels and names that it may know, and no others.
  var keys: [String] {
    var keys: [String] = []
    keys.reserveCapacity(names.count + shortNames.count)
    for key in names.keys { keys.append(key) }
    for (key, _) in shortNames { keys.append(key) }
    return keys
  }

  /// Whether it knows a folded label or name.
  func knows(_ key: String) -> Bool { name(ofKey: key) != nil }

  /// Who a label names, if the registry has it: surely when it is written there, less so when it is
  /// the first or the last name of one of them alone.
  func attribution(for label: String) -> Attribution? { attribution(ofKey: SpeakerKey(label).text) }

  /// The same, for a folded label.
  func attribution(ofKey key: String) -> Attribution? {
    name(ofKey: key).map {
      Attribution(name: $0.name, method: .registry, confidence: $0.isShort ? 0.9 : 1)
    }
  }

  /// The name for a label, if the registry has one.
  func name(for label: String) -> String? { name(ofKey: SpeakerKey(label).text)?.name }

  private func name(ofKey key: String) -> (name: String, isShort: Bool)? {
    if let name = names[key] { return (name, false) }
    return owner(ofShortName: key).map { ($0, true) }
  }

  /// Whose a folded first or last name is; `nil` where several have it.
  private func owner(ofShortName key: String) -> String? {
    var (low, high) = (0, shortNames.count)
    while low < high {
      let middle = (low + high) / 2
      if shortNames[middle].key < key { low = middle + 1 } else { high = middle }
    }
    let owners = shortNames[low...].prefix { $0.key == key }
    guard let owner = owners.first?.person, owners.allSatisfy({ $0.person == owner }) else {
      return nil
    }
    return owner
  }

  private static func labels(_ fields: [String: ParamValue]) -> [String] {
    (fields["aliases"]?.texts ?? []) + (fields["initials"]?.texts ?? [])
  }

  private mutating func add(_ name: String, labels: [String]) {
    if names.updateValue(name, forKey: SpeakerKey(name).text) == nil { speakers.append(name) }
    for label in labels {
      names[SpeakerKey(label).text] = name
      if SpeakerKey(label) != SpeakerKey(name) { aliases[label] = name }
    }
  }
}

extension ParamValue {
  /// The value as text; `nil` for lists, maps, null and the empty string.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .int, .double, .bool: description
    case .null, .list, .map: nil
    }
  }

  /// The value as a list of texts: a list's texts, or one text alone.
  var texts: [String] {
    switch self {
    case .list(let values): values.compactMap(\.text)
    default: text.map { [$0] } ?? []
    }
  }
}
