import DictumIngest
import DictumLedger
import DictumModel
import DictumStore
import Foundation

/// Takes down what the user decides of speakers, and brings the index to say so.
struct DecisionSession {
  private let library: Library
  private let ledger: Ledger<Decision>

  /// The index as it was before the decision.
  let store: Store

  /// A session on a library whose index is brought up to date first: a decision is on the files as
  /// they are.
  init(_ options: LibraryOptions) throws {
    library = try options.find()
    ledger = Ledger(path: library.decisionLedger, of: "a decision")
    store = try IngestCommand.refresh(library)
  }

  /// A new decision of now.
  static func decision(_ kind: Decision.Kind) -> Decision {
    Decision(kind, id: Decision.newID(), decidedAt: Date.now.formatted(.iso8601))
  }

  /// The turns of a source; throws when there is no such source.
  func turns(of name: String) throws -> SourceTurns {
    if let source = try store.turns(of: name) { return source }
    let near = try store.nearest(to: name, limit: 3)
    throw Failure(
      "\(name): no source is called so" + (near.isEmpty ? "" : ": \(near.joined(separator: ", "))"))
  }

  /// The turns that a range names; throws when one of them is not there.
  func turns(in text: String) throws -> (SourceTurns, [SourceTurns.Turn]) {
    guard let range = TurnRange(text) else {
      throw Failure("\(text): no turn: write SOURCE#t12, or SOURCE#t12..t20")
    }
    let source = try turns(of: range.source)
    let found = source.turns.filter { range.turns.contains($0.key.number) }
    guard found.count == range.turns.count else {
      let last = source.turns.last?.key.number
      throw Failure(
        last.map { "\(source.path): the turns are 1 to \($0)" } ?? "\(source.path) has no turns")
    }
    return (source, found)
  }

  /// Writes a decision into the ledger, applies it, and says how to undo it.
  func take(_ decision: Decision) throws {
    try ledger.append(decision)
    _ = try IngestCommand.refresh(library)
    if decision.kind != .revoke {
      Terminal.talk("undo with: dictum speakers undo \(decision.id)")
    }
  }

  /// The decisions in the ledger, in the order taken; damaged lines are said.
  func decisions() throws -> [Decision] {
    let (lines, diagnostics) = try ledger.read()
    for diagnostic in diagnostics { Terminal.talk("\(diagnostic)") }
    return lines.map(\.record)
  }
}
