import DictumLedger
import DictumModel

extension Decisions {
  /// Says in a reading what was decided of it; what no longer fits it is returned.
  ///
  /// The turns keep the numbers they have by the file alone, so that addresses stay: two turns
  /// assigned to one speaker are still two.
  static func apply(
    _ assignments: [Line], _ merges: [SpeakerKey: String], to reading: inout SourceReading
  ) -> [Diagnostic] {
    var orphans: [Diagnostic] = []
    var changed: Set<Int> = []
    let turns = assignments.isEmpty ? Turns() : Turns(reading)
    for line in assignments {
      guard let name = line.record.name else { continue }
      if let label = line.record.label {
        let found = turns.utterances(label: label)
        if found.isEmpty {
          orphans.append(orphan(line, "no turn of the source has the label \(label)"))
        }
        assign(found, name, &reading, &changed)
      }
      for turn in line.record.turns ?? [] {
        let found = turns.utterances(of: turn)
        if found.isEmpty {
          orphans.append(
            orphan(line, "turn \(turn.number), “\(turn.words)”, is not in the source any more"))
        }
        assign(found, name, &reading, &changed)
      }
    }
    for quotation in reading.quotations {
      guard let quoted = reading.passages[quotation.original].utterance, changed.contains(quoted)
      else { continue }
      reading.passages[quotation.passage].attribution = nil
    }
    if !changed.isEmpty {
      reading.attributeQuotations()
      reading.proposals.removeAll { changed.contains($0.utterance) }
    }
    merge(merges, in: &reading)
    return orphans
  }

  private static func assign(
    _ utterances: [Int], _ name: String, _ reading: inout SourceReading, _ changed: inout Set<Int>
  ) {
    for utterance in utterances {
      reading.utterances[utterance].attribution = Attribution(
        name: name, method: .user, confidence: 1)
      changed.insert(utterance)
    }
  }

  private static func merge(_ merges: [SpeakerKey: String], in reading: inout SourceReading) {
    guard !merges.isEmpty else { return }
    var replaced: [String: String] = [:]
    func kept(_ name: String) -> String {
      guard let into = merges[SpeakerKey(name)] else { return name }
      replaced[name] = into
      return into
    }
    for index in reading.utterances.indices {
      reading.utterances[index].attribution.rename(kept)
      for other in reading.utterances[index].alsoBy.indices {
        reading.utterances[index].alsoBy[other].rename(kept)
      }
    }
    for index in reading.passages.indices { reading.passages[index].attribution?.rename(kept) }
    for index in reading.claims.indices {
      reading.claims[index].by = reading.claims[index].by.map(kept)
    }
    reading.authors = reading.authors.map(kept)
    reading.owner = reading.owner.map(kept)
    reading.speakerAliases = reading.speakerAliases.mapValues(kept)
    for index in reading.proposals.indices {
      reading.proposals[index].name = kept(reading.proposals[index].name)
    }
    // Who asks for the name given up finds the one kept.
    reading.speakerAliases.merge(replaced) { registered, _ in registered }
  }

  /// The turns of a reading, by what a decision knows of them.
  private struct Turns {
    private var byAnchor: [String: Int] = [:]
    private var byNumber: [Int: [Int]] = [:]
    private var beginnings: [Int: String] = [:]
    private var byLabel: [SpeakerKey: [Int]] = [:]

    init() {}

    init(_ reading: SourceReading) {
      for (index, utterance) in reading.utterances.enumerated() {
        byNumber[utterance.turn, default: []].append(index)
        if let label = utterance.label { byLabel[SpeakerKey(label), default: []].append(index) }
      }
      for passage in reading.passages {
        guard let utterance = passage.utterance else { continue }
        let turn = reading.utterances[utterance].turn
        byAnchor[passage.anchor] = turn
        if beginnings[turn] == nil { beginnings[turn] = Decision.words(of: passage.text) }
      }
    }

    func utterances(label: String) -> [Int] { byLabel[SpeakerKey(label)] ?? [] }

    /// The utterances of the turn that holds the passage, wherever it is now; else of the turn with
    /// the number, if it begins as it did.
    func utterances(of turn: Decision.Turn) -> [Int] {
      if let number = byAnchor[turn.anchor] { return byNumber[number] ?? [] }
      return beginnings[turn.number] == turn.words ? byNumber[turn.number] ?? [] : []
    }
  }
}

extension Attribution {
  fileprivate mutating func rename(_ kept: (String) -> String) { name = name.map(kept) }
}
