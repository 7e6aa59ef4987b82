import DictumModel

/// Who a field of an export says speaks.
struct JSONSpeaker {
  var attribution: Attribution
  var label: String?
  /// The words are a machine's.
  var isMachine = false
  /// The words are those of the program that runs the conversation.
  var isNote = false

  /// Who a name says speaks; a voice of a recording, a role and a number name nobody.
  init(_ name: String?) {
    attribution = .unknown
    guard let name = name?.onOneLine, !name.isEmpty else { return }
    label = name
    switch name.lowercased() {
    case "assistant", "ai", "bot", "gpt", "chatgpt", "model": isMachine = true
    case "system", "tool", "function": isNote = true
    case "user", "human", "unknown", "none", "null", "?", "[deleted]", "[removed]": break
    default:
      if name.utf8.count == 1 {
        // The voices of some recognisers are letters: A, B.
        label = "Speaker \(name)"
      } else if !RecordedVoice.isLabel(name), !name.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        attribution = Attribution(
          name: RecordedName.withoutParenthesis(name), method: .record, confidence: 0.95)
      }
    }
  }

  /// Who a field says speaks: a name, a number of a voice, or an object with a name.
  init(field: JSONValue?) {
    switch field?.kind {
    case .string: self.init(field?.words)
    case .number: self.init(field?.number.map { "Speaker \(Int(exactly: $0) ?? 0)" })
    case .object:
      let members = field?.members ?? []
      // `{"user": {"displayName": "Ada"}}`
      self.init(
        JSONSpeaker.name(members)
          ?? members["user"].flatMap { JSONSpeaker.name($0.members) })
    default: self.init(nil)
    }
  }

  /// Whether a member tells, by the end of its key, of the person who writes: `"fromUser": {…}`; one
  /// whom a message answers, or who changed it, may be called so as well.
  static func isWriter(_ member: JSONValue.Member) -> Bool {
    guard member.value.kind == .object else { return false }
    let key = member.key.lowercased()
    return ["user", "author", "sender", "from"].contains { key.hasSuffix($0) && key != $0 }
      && !["to", "parent", "quote", "reply", "edit", "last", "target", "forward"]
        .contains { key.contains($0) }
  }

  /// The name in an object that tells of a person, the fullest first.
  static func name(_ members: [JSONValue.Member]) -> String? {
    nameKeys.lazy.compactMap { members[$0]?.words }.first
  }

  private static let nameKeys = [
    "nickname", "display_name", "displayName", "real_name", "name", "username", "login", "handle",
    "acct", "role",
  ]
}
