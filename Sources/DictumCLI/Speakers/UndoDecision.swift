import ArgumentParser
import DictumModel

/// `dictum speakers undo`: takes a decision back.
struct UndoDecision: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back a decision: the newest, or the one named.",
    discussion: """
      The ledger keeps what was decided and that it was taken back.

      Examples:
        dictum speakers undo
        dictum speakers undo d-7k2m9x4q
        dictum speakers undo 'dialogues/fog.txt#t4'
      """)

  @OptionGroup var library: LibraryOptions

  @Argument(help: "The decision's id, or a turn: then the newest decision on it.")
  var decision: String?

  func run() throws {
    let session = try DecisionSession(library)
    let all = try session.decisions()
    let revoked = Decision.revoked(all)
    let holding = all.filter { !revoked.contains($0.id) }
    guard let found = try chosen(holding, session) else {
      throw Failure(
        decision.map { "\($0): no decision that holds is called so, or on this turn" }
          ?? "there is no decision to take back")
    }
    var undo = DecisionSession.decision(.revoke)
    undo.revokes = found.id
    try session.take(undo)
    Terminal.print(["took back \(found.id): \(UndoDecision.text(found))"])
  }

  private func chosen(_ holding: [Decision], _ session: DecisionSession) throws -> Decision? {
    guard let decision else { return holding.last { $0.kind != .revoke } }
    guard decision.contains("#") else { return holding.last { $0.id == decision } }
    let (source, turns) = try session.turns(in: decision)
    return holding.last { held in
      guard held.kind == .assign, held.source == source.path || held.sha256 == source.sha256 else {
        return false
      }
      return turns.contains { turn in
        held.turns?.contains { $0.anchor == turn.key.anchor } == true
          || (held.label != nil
            && held.label.map(SpeakerKey.init) == turn.label.map(SpeakerKey.init))
      }
    }
  }

  private static func text(_ decision: Decision) -> String {
    switch decision.kind {
    case .assign:
      let turns = decision.turns ?? []
      let what =
        decision.label.map { "the turns of \($0)" }
        ?? (turns.count == 1 ? "turn \(turns[0].number)" : "\(turns.count) turns")
      return "\(what) of \(decision.source ?? "") as \(decision.name ?? "")"
    case .merge: return "\(decision.name ?? "") as \(decision.into ?? "")"
    case .revoke: return "taking back \(decision.revokes ?? "")"
    }
  }
}
