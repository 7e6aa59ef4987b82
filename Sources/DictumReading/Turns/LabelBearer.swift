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
    guard words.utf8.count <= 60, LabelBearer.beginnings.mayBegin(words),
      !RecordedVoice.isLabel(words)
    else { return nil }
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

  /// The first words of labels that bear something, by which nearly all names are told apart.
  private static let beginnings = WordList(
    firstWordsOf: Array(common.keys) + officeWords.keys + ["gpt", "chatgpt", "someone", "somebody"])

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
    words.utf8.withBytes { bytes in
      var (count, hasRole, hasSpeaker) = (0, false, false)
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, gap(bytes, end) == 0 { end += 1 }
        if end > start {
          let word = String(decoding: bytes[start..<end], as: UTF8.self)
          // "Someone from Apple"
          guard let isRole = officeWords[word] else {
            return words.hasPrefix("someone ") || words.hasPrefix("somebody ")
          }
          count += 1
          hasRole = hasRole || isRole
          hasSpeaker = hasSpeaker || word == "speaker"
        }
        start = end < bytes.count ? end + gap(bytes, end) : end
      }
      // `The SPEAKER` is an office, and `Speaker:` a field.
      return hasRole || (hasSpeaker && count > 1)
    }
  }

  /// The bytes of the white space, the hyphen or the slash at `at`; 0 when none is there.
  private static func gap(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "/")
      ? 1 : WhiteSpace.length(bytes, at)
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

  /// The words of roles, and with `false` those that make one nearer.
  private static let officeWords = Dictionary(
    roles.map { ($0, true) } + modifiers.map { ($0, false) },
    uniquingKeysWith: { first, _ in first })

  private static let modifiers: Set<String> = [
    "a", "an", "the", "co", "first", "second", "third", "another", "other", "male", "female",
    "man", "woman", "member", "members", "various", "from", "in", "of", "panel", "voice", "speaker",
    "new", "young",
    "said", "pro", "tempore", "acting", "deputy", "vice", "le", "la", "der", "die", "das", "el",
  ]
}
