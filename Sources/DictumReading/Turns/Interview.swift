import DictumModel

/// An interview told by its type alone: the questions are set in bold or italics, the answers are not,
/// and the document says who asks and who answers.
///
///     ---
///     interviewer: Lotte Raskin      or `host`
///     interviewee: Ada Okafor        or `guest`; beside it, the author asks
///     ---
///
///     *Lotte Raskin interviews Ada Okafor.*     or a line above the first question says so
///
///     **How did you come to keep moss?**
///
///     I was ten when I saw it first.
///
/// A list of questions and answers looks the same, and nobody in particular answers; so does an essay
/// with questions for headings. So it must say who, and the answers must be somebody's own.
struct Interview {
  /// Who asks; `nil` where nothing says it.
  var asker: Attribution?

  /// Who answers.
  var guest: Attribution

  private static let askers = ["interviewer", "interviewed_by", "host"]
  private static let guests = ["interviewee", "guest"]

  /// The labels, folded, of the one who asks and of the one who answers.
  static let askingLabels = ["q", "question", "interviewer", "host"]
  static let answeringLabels = ["a", "answer", "interviewee", "guest"]

  /// The two of a front matter, if it names who answers; the author asks where nobody else does.
  init?(_ values: Properties, authors: [String]) {
    guard let guest = Interview.person(Interview.guests, values) else { return nil }
    self.guest = Attribution(name: guest, method: .registry, confidence: 0.95)
    let others = authors.filter { SpeakerKey($0) != SpeakerKey(guest) }
    let name = Interview.person(Interview.askers, values) ?? (others.count == 1 ? others[0] : nil)
    if let name { asker = Attribution(name: name, method: .registry, confidence: 0.9) }
  }

  /// The one name of the first of `keys` that has one: two words or more with a capital each.
  private static func person(_ keys: [String], _ values: Properties) -> String? {
    for key in keys {
      guard let names = values[key]?.texts, names.count == 1,
        let name = LabelName.name(in: names[0], allowLowercase: false), name.contains(" ")
      else { continue }
      return name
    }
    // `speakers: [{name: Ada Okafor, role: guest}]`
    guard case .list(let entries) = values["speakers"] else { return nil }
    let named = entries.compactMap { entry -> String? in
      guard case .map(let fields) = entry, let role = fields["role"]?.text,
        keys.contains(role.lowercased())
      else { return nil }
      return fields["name"]?.text
    }
    return named.count == 1 ? named[0] : nil
  }

  private init(asker: String?, guest: String) {
    self.guest = Attribution(name: guest, method: .introduction, confidence: 0.85)
    if let asker { self.asker = Attribution(name: asker, method: .introduction, confidence: 0.85) }
  }
}

extension Interview {
  /// What a line above the first question says of the two.
  ///
  ///     Lotte Raskin interviews Ada Okafor about moss.
  ///     Ada Okafor was interviewed by Lotte Raskin.
  ///     In conversation with Ada Okafor
  ///     An interview with Ada Okafor
  init?(line: String, authors: [String]) {
    let words = line.split { $0.isWhitespace || $0 == "*" || $0 == "_" }
    for index in words.indices {
      let word = words[index].lowercased()
      let next = words.indices.contains(index + 1) ? words[index + 1].lowercased() : ""
      if ["interviews", "interviewed"].contains(word), next != "by" {
        guard let asker = Interview.name(endingAt: index, words),
          let guest = Interview.name(from: index + 1, words)
        else { continue }
        self.init(asker: asker, guest: guest)
        return
      }
      if word == "interviewed", next == "by",
        let asker = Interview.name(from: index + 2, words)
      {
        let isWas = index > 0 && ["was", "is"].contains(words[index - 1].lowercased())
        guard let guest = Interview.name(endingAt: index - (isWas ? 1 : 0), words) else { continue }
        self.init(asker: asker, guest: guest)
        return
      }
      if ["interview", "conversation", "talk", "q&a"].contains(word), next == "with",
        let guest = Interview.name(from: index + 2, words)
      {
        // Who stands before it may be either of the two.
        let others = authors.filter { SpeakerKey($0) != SpeakerKey(guest) }
        self.init(asker: others.count == 1 ? others[0] : nil, guest: guest)
        return
      }
    }
    return nil
  }

  /// The words of a name that begin small.
  private static let particles: Set<String> = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "du", "el", "la", "le", "ten",
    "ter",
    "van", "von", "zu",
  ]

  /// The name of two words or more that begins at a word.
  private static func name(from start: Int, _ words: [Substring]) -> String? {
    var name: [Substring] = []
    for word in words.dropFirst(start).prefix(5) {
      let bare = word.prefix { !".,:;!?)".contains($0) || ($0 == "." && word.count <= 3) }
      let isParticle = !name.isEmpty && Interview.particles.contains(String(bare))
      guard bare.first?.isUppercase == true || isParticle else { break }
      name.append(bare)
      if bare.count < word.count { break }
    }
    while name.last?.first?.isLowercase == true { name.removeLast() }
    return full(name)
  }

  /// The name of two words or more that ends before a word.
  private static func name(endingAt end: Int, _ words: [Substring]) -> String? {
    guard end > 0, end <= words.count else { return nil }
    let run = words[..<end].suffix(5).reversed().prefix {
      ($0.first?.isUppercase == true || Interview.particles.contains(String($0)))
        && !":,".contains($0.last ?? ":")
    }
    return full(run.reversed())
  }

  private static func full(_ words: [Substring]) -> String? {
    LabelName.name(in: words.joined(separator: " "), allowLowercase: false).flatMap {
      $0.contains(" ") ? $0 : nil
    }
  }
}
