import DictumModel

/// Who is spoken to in a conversation, and who its unnamed turns may be by.
///
/// The rules are those of which each step can be checked by reading: a turn that quotes another and
/// names its author; one that is asked by name, and the next answers; one that quotes a question put
/// to somebody, and answers it. That two people take turns is none of them.
struct SpeakerCues {
  private let reading: SourceReading
  private let names: KnownNames

  /// For each utterance, who is named in it and where.
  private var cues: [Int: [(cue: NameCue, name: String)]] = [:]

  /// For each utterance, what it quotes of others.
  private var quotations: [Int: [TracedQuotation]] = [:]

  /// The first passage of each utterance's own words, and all of them.
  private var ownPassages: [Int: [Int]] = [:]

  /// The names looked at in one utterance; with more of them it speaks to nobody in particular.
  private static let cuesPerTurn = 20

  private(set) var replies: [Reply] = []
  private(set) var proposals: [SpeakerProposal] = []

  init(_ reading: SourceReading) {
    self.reading = reading
    let isUnknown = reading.utterances.contains { $0.attribution.name == nil }
    let found = SpeakerCues.cues(in: reading, everywhere: isUnknown)
    let about = isUnknown ? AboutSomebody.all(in: reading) : []
    guard !found.isEmpty || !about.isEmpty else {
      names = KnownNames(SourceReading(kind: .note, title: ""), beginningWith: [])
      return
    }
    let first = Set((found + about.map(\.cue)).compactMap(\.words.first))
    names = KnownNames(reading, beginningWith: first)
    for cue in found {
      guard let utterance = reading.passages[cue.passage].utterance,
        cues[utterance]?.count ?? 0 < SpeakerCues.cuesPerTurn, let name = names.name(cue)
      else { continue }
      cues[utterance, default: []].append((cue, name))
    }
    addReplies(isUnknown: isUnknown)
    guard isUnknown else { return }
    for quotation in reading.quotations {
      guard let utterance = reading.passages[quotation.passage].utterance else { continue }
      quotations[utterance, default: []].append(quotation)
    }
    for index in reading.passages.indices where reading.passages[index].voice == .own {
      guard let utterance = reading.passages[index].utterance else { continue }
      ownPassages[utterance, default: []].append(index)
    }
    for utterance in cues.keys.sorted() {
      proposeQuoted(by: utterance)
      proposeNext(after: utterance)
      proposeTakenUp(by: utterance)
    }
    for utterance in quotations.keys.sorted() { proposeAnswering(utterance) }
    for words in about { propose(words) }
    keepTheBest()
  }

  /// The cues of a source: in the whole of it, or where turns begin.
  private static func cues(in reading: SourceReading, everywhere: Bool) -> [NameCue] {
    var cues: [NameCue] = []
    var last: Int?
    for index in reading.passages.indices where reading.passages[index].voice == .own {
      guard let utterance = reading.passages[index].utterance else { continue }
      let isFirst = utterance != last
      last = utterance
      if everywhere || isFirst,
        NameCue.mayBeIn(reading.passages[index].text, everywhere: everywhere)
      {
        let all = reading.passages[index].text
        let text = everywhere ? all : String(decoding: all.utf8.prefix(80), as: UTF8.self)
        cues += NameCue.all(in: text, passage: index).filter { everywhere || $0.isAtHead }
      }
    }
    return cues
  }

  /// Those who are spoken to by name at the head of a turn, where the record does not say it better.
  private mutating func addReplies(isUnknown: Bool) {
    let known = Set(reading.replies.filter { $0.addressee != nil }.map(\.from))
    for (utterance, found) in cues.sorted(by: { $0.key < $1.key }) where !known.contains(utterance)
    {
      var seen: Set<String> = []
      for (cue, name) in found where cue.form != .takenUp && seen.insert(name).inserted {
        // Where all are known, thanks to somebody who does not speak here are no address.
        guard isUnknown || cue.form == .at || names.isPerson(name) else { continue }
        replies.append(
          Reply(from: utterance, addressee: name, method: .addressee, confidence: 0.8))
      }
    }
  }

  /// The one person an utterance speaks to or takes up, with the cue; `nil` for none or several.
  private func addressee(
    of utterance: Int, where isWanted: (NameCue) -> Bool = { _ in true }
  ) -> (cue: NameCue, name: String)? {
    guard let found = cues[utterance], Set(found.map(\.name)).count == 1 else { return nil }
    return found.first { isWanted($0.cue) }
  }

  private func turn(_ utterance: Int) -> Int { reading.utterances[utterance].turn }

  private mutating func propose(
    _ utterance: Int, _ name: String, _ method: SpeakerProposal.Method, _ confidence: Double,
    passage: Int, _ reason: String
  ) {
    guard reading.utterances.indices.contains(utterance),
      reading.utterances[utterance].attribution.name == nil,
      // Nobody speaks to themselves.
      cues[utterance]?.contains(where: { $0.name == name && $0.cue.form != .takenUp }) != true
    else { return }
    proposals.append(
      SpeakerProposal(
        utterance: utterance, name: name, method: method, reason: reason,
        line: reading.passages[passage].line, confidence: confidence))
  }

  /// A turn that quotes one other and names one person names the author of what it quotes.
  private mutating func proposeQuoted(by utterance: Int) {
    let quoted = Set(
      (quotations[utterance] ?? []).compactMap { reading.passages[$0.original].utterance })
    guard let (cue, name) = addressee(of: utterance), quoted.count == 1, let author = quoted.first
    else { return }
    propose(
      author, name, .quotedAndNamed, 0.85, passage: cue.passage,
      "turn \(turn(utterance)) quotes this turn and says “\(cue.quote)”")
  }

  /// A turn that begins with a name and asks something is answered by the next.
  private mutating func proposeNext(after utterance: Int) {
    guard quotations[utterance] == nil,
      let (cue, name) = addressee(of: utterance, where: { $0.isAtHead && $0.form != .takenUp }),
      (ownPassages[utterance] ?? []).prefix(2).contains(cue.passage), asks(utterance),
      reading.utterances.indices.contains(utterance + 1),
      !mentions(utterance + 1, name)
    else { return }
    propose(
      utterance + 1, name, .addressed, cue.form == .greeting ? 0.6 : 0.5, passage: cue.passage,
      "turn \(turn(utterance)) asks “\(cue.quote)”, and this turn comes next")
  }

  /// `Following up on Bram’s point about the three papers`: the one turn before that says it.
  private mutating func proposeTakenUp(by utterance: Int) {
    guard quotations[utterance] == nil,
      let (cue, name) = addressee(of: utterance, where: { $0.form == .takenUp }),
      let topic = cue.topic
    else { return }
    let words = WordStream(text: topic).words
    let before = (0..<utterance).suffix(30).filter { says($0, words) }
    guard before.count == 1, let author = before.first else { return }
    propose(
      author, name, .quotedAndNamed, 0.6, passage: cue.passage,
      "turn \(turn(utterance)) says “\(cue.quote)”, and only this turn before it says “\(topic)”")
  }

  /// A turn that quotes a question put to one person answers as that person.
  private mutating func proposeAnswering(_ utterance: Int) {
    for quotation in quotations[utterance] ?? [] {
      guard endsWithQuestion(reading.passages[quotation.passage].text),
        let asking = reading.passages[quotation.original].utterance,
        let (cue, name) = addressee(of: asking, where: { $0.form != .takenUp })
      else { continue }
      propose(
        utterance, name, .answers, 0.75, passage: quotation.passage,
        "this turn quotes and answers a question of turn \(turn(asking)), which says “\(cue.quote)”"
      )
    }
  }

  /// A turn that quotes words about somebody, and answers them in the first person, is by them.
  private mutating func propose(_ words: AboutSomebody) {
    guard let name = names.name(words.cue),
      let utterance = reading.passages[words.cue.passage].utterance,
      let original = reading.passages[words.original].utterance
    else { return }
    propose(
      utterance, name, .answers, 0.6, passage: words.cue.passage,
      "this turn quotes “\(words.cue.quote)” of turn \(turn(original)) and answers “\(words.answer)”"
    )
  }

  /// One proposal for each turn and name: that of which the reason is best.
  private mutating func keepTheBest() {
    var kept: [SpeakerProposal] = []
    let ranked = proposals.enumerated().sorted {
      ($0.element.utterance, -$0.element.confidence, $0.offset)
        < ($1.element.utterance, -$1.element.confidence, $1.offset)
    }
    for (_, proposal) in ranked {
      let isKnown = kept.last { $0.utterance == proposal.utterance && $0.name == proposal.name }
      if isKnown == nil { kept.append(proposal) }
    }
    proposals = kept
  }
}

extension SpeakerCues {
  private func asks(_ utterance: Int) -> Bool {
    ownPassages[utterance]?.contains { reading.passages[$0].text.utf8.contains(UInt8(ascii: "?")) }
      ?? false
  }

  /// Whether an utterance names somebody in full, which people do not do to themselves.
  private func mentions(_ utterance: Int, _ name: String) -> Bool {
    says(utterance, WordStream(text: name).words)
  }

  /// Whether the words stand in an utterance's own text, one after another.
  private func says(_ utterance: Int, _ words: [UInt32]) -> Bool {
    guard !words.isEmpty else { return false }
    return ownPassages[utterance]?.contains { index in
      WordStream(text: reading.passages[index].text).words.firstRange(of: words) != nil
    } ?? false
  }

  private func endsWithQuestion(_ text: String) -> Bool {
    text.last { !")]}\"'”’.*_ \n".contains($0) } == "?"
  }
}
