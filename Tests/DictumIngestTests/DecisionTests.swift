import DictumModel
import DictumStore
import DictumTestSupport
import Foundation
import Testing

/// What the user decides of speakers, from the ledger to the index.
@Suite struct DecisionTests {
  private static let said =
    "Whoever keeps a diary of failed proofs learns sooner which lemma was wanted from the start"

  private static let talk = """
    **Speaker 1:** \(said).

    **Speaker 2:** That is so.

    **Speaker 1:** Is it?

    **Speaker 2:** \(said).

    It is, I mean it.

    **B. Visser:** May I say something?

    **B. Visser:** Thank you.
    """

  private func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary([
      "talk.md": Self.talk, "other.md": "---\nauthor: Bram Visser\n---\nWords.",
    ])
    try library.ingest()
    return library
  }

  /// Writes decisions as lines of the ledger.
  private func decide(_ library: TemporaryLibrary, _ decisions: Decision...) throws {
    var text = (try? library.text(Library.decisionLedgerPath)) ?? ""
    let encoder = JSONEncoder()
    for decision in decisions {
      text += String(decoding: try encoder.encode(decision), as: UTF8.self) + "\n"
    }
    try library.write(text, to: Library.decisionLedgerPath)
  }

  private func assign(
    _ library: TemporaryLibrary, _ numbers: [Int], _ name: String, id: String = "d-1"
  ) throws -> Decision {
    let source = try #require(try library.store().turns(of: "talk.md"))
    var decision = Decision(.assign, id: id, decidedAt: "2026-11-21T07:00:00Z")
    decision.source = source.path
    decision.sha256 = source.sha256
    decision.turns = source.turns.map(\.key).filter { numbers.contains($0.number) }
    decision.name = name
    return decision
  }

  private func decision(
    _ kind: Decision.Kind, _ id: String, _ change: (inout Decision) -> Void
  ) -> Decision {
    var decision = Decision(kind, id: id, decidedAt: "2026-11-21T07:00:00Z")
    change(&decision)
    return decision
  }

  /// The speakers of a source's turns, `?` for an unknown one.
  private func speakers(_ library: TemporaryLibrary, _ path: String = "talk.md") throws -> String {
    try #require(try library.store().turns(of: path)).turns.map { $0.speaker ?? "?" }
      .joined(separator: ", ")
  }

  /// The index says the same as one made anew.
  private func expectFresh(
    _ library: TemporaryLibrary, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let again = try library.ingest()
    #expect(!again.isChange, sourceLocation: location)
    #expect(try library.dump() == library.freshDump(), sourceLocation: location)
  }

  private func findings(_ library: TemporaryLibrary) throws -> [String] {
    try library.store().check().findings.map(\.diagnostic).filter {
      $0.place.path == Library.decisionLedgerPath
    }.map(\.description)
  }

  @Test func anAssignedTurnIsSpokenAndQuotedBySomebody() throws {
    let library = try library()
    #expect(try speakers(library) == "?, ?, ?, ?, B. Visser")
    try decide(library, try assign(library, [1], "Ada Okafor"))
    let report = try library.ingest()
    #expect(report.decided == 1 && report.changed == 0)
    #expect(try speakers(library) == "Ada Okafor, ?, ?, ?, B. Visser")
    let hits = try library.store().passages(
      matching: "\"diary\"", filter: PassageFilter(), limit: 5)
    #expect(hits.map(\.view.speaker.name) == ["Ada Okafor", "Ada Okafor"])
    #expect(Set(hits.map(\.view.speaker.method)) == [.user])
    #expect(Set(hits.map(\.view.speaker.voice)) == [.own, .quoted])
    try expectFresh(library)
  }

  @Test func aLabelAndARange() throws {
    let library = try library()
    try decide(
      library,
      decision(.assign, "d-1") {
        ($0.source, $0.label, $0.name) = ("talk.md", "speaker 1", "Ada Okafor")
      }, try assign(library, [2, 3], "Cy", id: "d-2"))
    try library.ingest()
    // Of two decisions on one turn the later holds.
    #expect(try speakers(library) == "Ada Okafor, Cy, Cy, ?, B. Visser")
    try expectFresh(library)
  }

  @Test func aDecisionIsTakenBackAndSoIsTheTakingBack() throws {
    let library = try library()
    try decide(library, try assign(library, [1], "Ada Okafor"))
    try library.ingest()
    try decide(library, decision(.revoke, "d-2") { $0.revokes = "d-1" })
    try library.ingest()
    #expect(try speakers(library) == "?, ?, ?, ?, B. Visser")
    try expectFresh(library)
    try decide(library, decision(.revoke, "d-3") { $0.revokes = "d-2" })
    try library.ingest()
    #expect(try speakers(library) == "Ada Okafor, ?, ?, ?, B. Visser")
    try expectFresh(library)
  }

  @Test func mergedNamesAreOneSpeakerAndBothAreFound() throws {
    let library = try library()
    try decide(
      library,
      decision(.merge, "d-1") { ($0.name, $0.into) = ("B. Visser", "Visser") },
      decision(.merge, "d-2") { ($0.name, $0.into) = ("Visser", "Bram Visser") })
    try library.ingest()
    #expect(try speakers(library) == "?, ?, ?, ?, Bram Visser")
    #expect(try library.store().speakerNames("B. Visser") == ["Bram Visser"])
    #expect(try library.store().speakers().speakers.map(\.name) == ["Bram Visser"])
    try expectFresh(library)
    try decide(library, decision(.revoke, "d-3") { $0.revokes = "d-1" })
    try library.ingest()
    #expect(try speakers(library) == "?, ?, ?, ?, B. Visser")
    try expectFresh(library)
  }

  @Test func namesMergedInARingStayWhatTheyAre() throws {
    let library = try library()
    try decide(
      library,
      decision(.merge, "d-1") { ($0.name, $0.into) = ("B. Visser", "Bram Visser") },
      decision(.merge, "d-2") { ($0.name, $0.into) = ("Bram Visser", "B. Visser") })
    try library.ingest()
    #expect(try speakers(library) == "?, ?, ?, ?, B. Visser")
    try expectFresh(library)
  }

  @Test func aDecisionFollowsItsWordsAndItsFile() throws {
    let library = try library()
    try decide(library, try assign(library, [2], "Cy"))
    try library.ingest()
    // Turns before it make its number another.
    try library.edit(
      "talk.md", "**Speaker 2:** That is so.",
      "**Speaker 2:** Well.\n\n**Speaker 1:** Well?\n\n**Speaker 2:** That is so.")
    try library.ingest()
    #expect(try speakers(library) == "?, ?, ?, Cy, ?, ?, B. Visser")
    try expectFresh(library)
    try library.write(Self.talk, to: "talk.md")
    try library.rename("talk.md", to: "old/talk.md")
    try library.ingest()
    #expect(try speakers(library, "old/talk.md") == "?, Cy, ?, ?, B. Visser")
    #expect(try findings(library) == [])
    try expectFresh(library)
  }

  @Test func whatDoesNotFitIsSaid() throws {
    let library = try library()
    try decide(
      library, try assign(library, [2], "Cy"),
      decision(.assign, "d-2") { ($0.source, $0.label, $0.name) = ("talk.md", "Nobody", "Cy") },
      decision(.assign, "d-3") { ($0.source, $0.label, $0.name) = ("gone.md", "A", "Cy") },
      decision(.revoke, "d-4") { $0.revokes = "d-9" }, decision(.merge, "d-5") { $0.name = "A" })
    try library.write(
      library.text(Library.decisionLedgerPath) + "no decision\n", to: Library.decisionLedgerPath)
    try library.edit("talk.md", "That is so.", "It is otherwise.")
    let report = try library.ingest()
    let path = Library.decisionLedgerPath
    func undo(_ id: String) -> String { "(`dictum speakers undo \(id)` takes the decision back)" }
    let expected = [
      "\(path):1: warning: d-1: turn 2, “That is so.”, is not in the source any more \(undo("d-1"))",
      "\(path):2: warning: d-2: no turn of the source has the label Nobody \(undo("d-2"))",
      "\(path):3: warning: d-3: there is no source gone.md \(undo("d-3"))",
      "\(path):4: warning: d-4: it takes back d-9, which is not in the ledger \(undo("d-4"))",
      "\(path):5: warning: d-5: this merge does not say of what \(undo("d-5"))",
      "\(path):6: warning: this line is not a decision (restore it from version control or remove "
        + "it; the other lines are read)",
    ]
    #expect(try findings(library) == expected)
    #expect(report.warnings.map(\.description) == expected)
    #expect(try speakers(library) == "?, ?, ?, ?, B. Visser")
    try expectFresh(library)
    try library.delete(Library.decisionLedgerPath)
    try library.ingest()
    #expect(try findings(library) == [])
    try expectFresh(library)
  }

  /// Files and decisions under random changes: the index always says what one made anew says.
  @Test(arguments: Array<UInt64>(1...8))
  func equalsAFreshIndexAfterAnyDecisions(_ seed: UInt64) throws {
    let library = try library()
    var script = EditScript(library, seed: seed)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<8 {
      for _ in 0..<3 { try script.step() }
      try library.ingest()
      let names = ["Ada", "Bo", "Cy Young", "ada okafor"]
      let name = names[Int.random(in: 0..<4, using: &generator)]
      let id = "d-\(round)"
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        try decide(
          library,
          decision(.merge, id) {
            ($0.name, $0.into) = (name, names[Int.random(in: 0..<4, using: &generator)])
          })
      case 1:
        try decide(
          library,
          decision(.revoke, id) { $0.revokes = "d-\(Int.random(in: 0..<8, using: &generator))" })
      default:
        let sources = try library.store().sources(PassageFilter()).filter { $0.turns > 0 }
        guard !sources.isEmpty else { continue }
        let path = sources[Int.random(in: 0..<sources.count, using: &generator)].path
        let source = try #require(try library.store().turns(of: path))
        guard let turn = source.turns.randomElement(using: &generator) else { continue }
        try decide(
          library,
          decision(.assign, id) {
            ($0.source, $0.sha256, $0.turns, $0.name) = (path, source.sha256, [turn.key], name)
          })
      }
      try library.ingest()
      let (now, fresh) = (try library.dump(), try library.freshDump())
      #expect(now == fresh, "seed \(seed), round \(round): \(script.log)")
      if now != fresh { return }
      #expect(try !library.ingest().isChange)
    }
  }
}
