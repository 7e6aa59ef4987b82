import DictumModel

/// The names that one part of an export gives to the ids which another part has for speakers.
///
///     {"data": [{"author_id": "7", …}], "includes": {"users": [{"id": "7", "name": "Ada Okafor"}]}}
///     {"monologues": [{"speaker": 0, …}], "speakers": [{"id": 0, "name": "Ada Okafor"}]}
///     {"posts": {…}, "users": {"u1": {"username": "ada"}}}
///
/// A part names people when its key says so; an id there that stands for two is nobody's.
struct JSONNames {
  private var names: [String: String] = [:]
  private var isTwofold: Set<String> = []

  /// How deep the parts that name people may lie.
  private static let deepest = 5

  /// No names.
  init() {}

  /// The names that a value gives.
  init(_ root: JSONValue) { walk(root, key: "", depth: 0) }

  /// The name of the person with an id.
  func name(of id: String) -> String? { isTwofold.contains(id) ? nil : names[id] }

  private static let parts = [
    "user", "speaker", "participant", "member", "author", "people", "person", "account", "profile",
    "contact", "parties",
  ]

  private static func namesPeople(_ key: String) -> Bool {
    let key = key.lowercased()
    return parts.contains { key.contains($0) }
  }

  private mutating func walk(_ value: JSONValue, key: String, depth: Int) {
    guard depth < JSONNames.deepest else { return }
    if JSONNames.namesPeople(key), value.kind == .array || value.kind == .object {
      take(value)
      return
    }
    for member in value.members {
      walk(member.value, key: member.key, depth: depth + 1)
    }
    // The elements of a list are alike, and those of a list of messages name nobody else.
    if value.kind == .array, depth < 2, let first = value.firstElement {
      walk(first, key: "", depth: depth + 1)
    }
  }

  /// Takes the people of a list, or of an object by their ids.
  private mutating func take(_ people: JSONValue) {
    if people.kind == .array {
      for person in people.elements where person.kind == .object {
        let members = person.members
        let id = members.first(of: ["id", "_id", "user_id", "userId", "speakerId", "speaker_id"])
        if let id = id.flatMap(JSONRows.identifier) { add(JSONSpeaker.name(members), for: id) }
      }
      return
    }
    for member in people.members {
      let name =
        member.value.kind == .object
        ? JSONSpeaker.name(member.value.members) : member.value.words
      add(name, for: member.key)
    }
  }

  private mutating func add(_ name: String?, for id: String) {
    guard let name else { return }
    if let known = names[id], known != name { isTwofold.insert(id) }
    names[id] = name
  }
}
