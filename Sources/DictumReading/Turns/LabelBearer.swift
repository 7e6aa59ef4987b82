/// Whose label it is, as far as its words say.
///
///     **Ada Okafor:**            a person
///     Moderator:                 a role: somebody, of whom nothing else is said
///     Q:                         one who asks; proves less, since lists of questions have it too
///     Everyone:                  a group
///     **\[Robot voice\]:**       a sound, or a part of the page
///     **Break:** \[26:05\]
///     ### 【補充說明】：
///     Assistant:                 a machine
///
/// The words are common nouns: what bears one of them and nothing else is not named.
enum LabelBearer: Hashable {
  case person, role, asker, group, part, machine

  /// The bearer of a label of these words; `nil` when they may be a name, or nothing.
  init?(words: String) {
    if LabelBearer.beginsWithBracket(words) {
      self = .part
      return
    }
    // Voices that a recogniser numbers are told apart by their numbers.
    guard words.utf8.count <= 60, !RecordedVoice.isLabel(words) else { return nil }
    let folded = LabelBearer.withoutNumber(words.lowercased())
    if let bearer = LabelBearer.common[folded] {
      self = bearer
    } else if LabelBearer.isVersioned(folded) {
      self = .machine
    } else if LabelBearer.isRole(folded) {
      self = .role
    } else {
      return nil
    }
  }

  private static func beginsWithBracket(_ words: String) -> Bool {
    guard let byte = words.utf8.first else { return false }
    if byte < 0x80 { return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") }
    return words.unicodeScalars.first.map("【〔［（".unicodeScalars.contains) ?? false
  }

  /// The words without a number behind them: `Host 2`, `Audience member #3`, `Q1`.
  private static func withoutNumber(_ words: String) -> String {
    guard let last = words.utf8.last, last <= 0x39 else { return words }
    var words = Substring(words)
    while let last = words.utf8.last, (0x30...0x39).contains(last) || last == 0x23 || last == 0x2E {
      words.removeLast()
    }
    while words.last == " " { words.removeLast() }
    return String(words)
  }

  /// Whether every word is a role's, or only makes one nearer: `Unidentified audience member`.
  private static func isRole(_ words: String) -> Bool {
    guard mayBeginRole(words) else { return false }
    var hasRole = false
    let parts = words.split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "/" })
    for word in parts.map(String.init) {
      // `The SPEAKER` is an office, and `Speaker:` a field.
      if roles.contains(word) || (word == "speaker" && parts.count > 1) {
        hasRole = true
      } else if !modifiers.contains(word) {
        // "Someone from Apple"
        return words.hasPrefix("someone ") || words.hasPrefix("somebody ")
      }
    }
    return hasRole
  }

  /// Whether the first word may be one of a role; it is in doubt where it is not plain ASCII.
  private static func mayBeginRole(_ words: String) -> Bool {
    var length = 0
    for byte in words.utf8 {
      if byte >= 0x80 { return true }
      if byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0x2D || byte == 0x2F { break }
      length += 1
    }
    let after = words.utf8.dropFirst(length)
    // A mark that combines makes another character of the hyphen before it.
    if length == 0 || after.dropFirst().first ?? 0 >= 0x80 { return true }
    let word = String(decoding: words.utf8.prefix(length), as: UTF8.self)
    return roles.contains(word) || modifiers.contains(word)
  }

  /// Whether the words are a language model's name with its version, `gpt-4o`.
  private static func isVersioned(_ words: String) -> Bool {
    func isSign(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    let name = words.utf8.drop(while: isSign).prefix { !isSign($0) }
    guard let first = name.first, first == UInt8(ascii: "g") || first == UInt8(ascii: "c") else {
      return false
    }
    return name.elementsEqual("gpt".utf8)
      || (name.elementsEqual("chatgpt".utf8) && words.utf8.count < 24)
  }

  /// The labels that are common nouns as a whole.
  private static let common: [String: LabelBearer] = {
    var common: [String: LabelBearer] = [:]
    let kinds: [(LabelBearer, Set<String>)] = [
      (.part, parts), (.group, groups), (.machine, machines), (.asker, askers),
    ]
    for (bearer, labels) in kinds {
      for label in labels { common[label] = bearer }
    }
    return common
  }()

  static let askers: Set<String> = [
    "q", "question", "a", "answer", "frage", "antwort", "réponse", "pregunta", "respuesta",
    "domanda", "risposta", "問", "答", "問い", "問題", "回答", "問答", "质问",
  ]

  private static let machines: Set<String> = [
    "assistant", "ai assistant", "ai", "bot", "chatgpt", "chatgpt said", "chatbot",
    "language model",
    "llm", "assistant said", "the assistant",
  ]

  private static let groups: Set<String> = [
    "all", "all three", "both", "everybody", "everyone", "chorus", "crowd", "group", "multiple",
    "multiple speakers", "several", "several speakers", "together", "unison", "alle", "tous",
    "todos", "tutti", "全員", "全体", "大家", "眾人", "众人", "全體",
  ]

  private static let parts: Set<String> = [
    "ad", "ad break", "ads", "advert", "advertisement", "applause", "break", "clip", "commercial",
    "commercial break", "audio clip", "intro music", "jingle", "laughter", "music", "outro",
    "outro music", "promo", "silence", "song", "song sample", "sound", "sound clip",
    "sound effect", "sponsor", "sponsors", "theme", "theme music", "theme song", "the sound",
    "trailer", "video clip", "voiceover", "musik", "musique", "música", "musica", "beifall",
    "applaus", "applaudissements", "音樂", "音乐", "音楽", "掌聲", "笑聲",
  ]

  private static let roles: Set<String> = [
    "anchor", "announcer", "client", "doctor", "he", "her", "him", "i", "int", "me", "patient", "r",
    "respondent", "she", "teacher", "them", "therapist", "they", "us", "attendee", "audience",
    "bailiff", "caller", "chair", "chairman",
    "chairperson", "chairwoman", "clerk", "cohost", "commentator", "counsel", "court",
    "defendant", "guest", "host", "human", "interpreter", "interviewee", "interviewer",
    "journalist",
    "juror", "listener", "moderator", "narrator", "operator", "panelist", "panellist",
    "participant", "plaintiff", "presenter", "president", "prompt", "prosecutor", "reporter",
    "scribe",
    "secretary", "staff", "student", "system", "translator", "unknown", "user", "witness", "you",
    "someone",
    "somebody", "anonymous", "unidentified", "unknown speaker", "moderatorin", "interviewerin",
    "sprecher", "sprecherin", "publikum", "zuschauer", "zuhörer", "präsident", "präsidentin",
    "vizepräsident", "vizepräsidentin", "animateur", "animatrice", "modérateur", "modératrice",
    "journaliste", "intervieweur", "public", "président", "présidente", "moderador", "moderadora",
    "entrevistador", "entrevistadora", "periodista", "público", "presidente", "intervistatore",
    "主持人", "採訪者", "司儀", "記者", "觀眾", "提問者", "與會者", "与会者", "媒體", "學生", "民眾", "聽眾",
    "司会", "司会者", "質問者", "聞き手", "記者団", "会場", "议长", "主席",
  ]

  private static let modifiers: Set<String> = [
    "a", "an", "the", "co", "first", "second", "third", "another", "other", "male", "female",
    "man", "woman", "member", "members", "various", "from", "in", "of", "panel", "voice", "speaker",
    "new", "young",
    "said", "pro", "tempore", "acting", "deputy", "vice", "le", "la", "der", "die", "das", "el",
  ]
}
