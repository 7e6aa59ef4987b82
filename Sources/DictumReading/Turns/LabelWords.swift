import DictumModel

/// What the words of a label say, wherever they stand.
struct LabelWords {
  /// The words, without a remark in brackets after the name, and without `said`.
  var name: String

  /// Whose label it is, as far as its words say.
  var bearer: LabelBearer

  /// Whether they say what somebody does in a talk, and no name.
  var isOffice: Bool

  /// What makes two labels the same.
  var key: String

  /// What `words` say; `nil` when they can be no label.
  init?(_ words: String, allowLowercase: Bool) {
    let bare = LabelName.withoutRemark(words)
    if let bearer = LabelBearer(words: bare) {
      name = Self.withoutSaid(bare.onOneLine)
      self.bearer = bearer
    } else if let name = LabelName.name(in: bare, allowLowercase: allowLowercase) {
      self.name = Self.withoutSaid(name)
      bearer = .person
    } else {
      return nil
    }
    isOffice = bearer == .role || bearer == .machine || RecordedVoice.isLabel(name)
    key = SpeakerKey(name).text
  }

  /// The name in `ChatGPT said`, as pages of assistants head their turns.
  private static func withoutSaid(_ name: String) -> String {
    name.utf8.last == UInt8(ascii: "d") && name.hasSuffix(" said") ? String(name.dropLast(5)) : name
  }
}
