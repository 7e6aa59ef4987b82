import DictumModel

/// Who a field of an export says speaks.
struct JSONSpeaker {
  var attribution: Attribution
  var label: String?
  /// The words are a machine's.
  var isMachine = false
  /// The words are those of the program that runs the conversation.
  var isNote = false

  /// Who a name says speaks; a voice of a recording and a role name nobody.
  init(_ name: String?) {
    attribution = .unknown
    guard let name = name?.onOneLine, !name.isEmpty else { return }
    label = name
    switch name.lowercased() {
    case "assistant", "ai", "bot", "gpt", "model": isMachine = true
    case "system", "tool", "function": isNote = true
    case "user", "human", "unknown", "none", "null", "?", "[deleted]", "[removed]": break
    default:
      if name.utf8.count == 1 {
        // The voices of some recognisers are letters: A, B.
        label = "Speaker \(name)"
      } else if !RecordedVoice.isLabel(name) {
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
      let keys = [
        "nickname", "display_name", "displayName", "real_name", "name", "username", "login",
        "role",
      ]
      let members = field?.members ?? []
      let name = keys.lazy.compactMap { members[$0]?.words }.first
      // `{"user": {"displayName": "Ada"}}`
      self.init(
        name
          ?? members["user"].flatMap { user in
            keys.lazy.compactMap { user[$0]?.words }.first
          })
    default: self.init(nil)
    }
  }
}
