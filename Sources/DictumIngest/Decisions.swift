import DictumLedger
import DictumModel

/// The decisions of a ledger that hold: those that no later one takes back.
struct Decisions {
  typealias Line = Ledger<Decision>.Line

  /// The turns assigned, by the source as the ledger calls it, in the order decided.
  private(set) var assignments: [String: [Line]] = [:]

  /// For each speaker's key that is given up, the name kept, with chains followed to their end.
  private(set) var merges: [SpeakerKey: String] = [:]

  /// The lines of the merges, in the order decided.
  private(set) var mergeLines: [Line] = []

  /// What is wrong with the ledger's lines.
  private(set) var diagnostics: [Diagnostic]

  /// The decisions in a ledger's bytes.
  init(ledger bytes: [UInt8]) {
    let (lines, damage) = Ledger<Decision>(path: "", of: "a decision").lines(
      of: bytes, called: Library.decisionLedgerPath)
    diagnostics = damage
    let known = Set(lines.map(\.record.id))
    let revoked = Decision.revoked(lines.map(\.record))
    for line in lines {
      guard Decisions.isWhole(line.record) else {
        diagnostics.append(
          Decisions.orphan(line, "this \(line.record.kind.rawValue) does not say of what"))
        continue
      }
      if let id = line.record.revokes, !known.contains(id) {
        diagnostics.append(
          Decisions.orphan(line, "it takes back \(id), which is not in the ledger"))
      }
      if !revoked.contains(line.record.id) { add(line) }
    }
    followMerges()
  }

  /// Whether there is nothing to apply.
  var isEmpty: Bool { assignments.isEmpty && merges.isEmpty }

  private mutating func add(_ line: Line) {
    let decision = line.record
    switch decision.kind {
    case .assign:
      if let source = decision.source { assignments[source, default: []].append(line) }
    case .merge:
      guard let name = decision.name, let into = decision.into,
        SpeakerKey(name) != SpeakerKey(into)
      else { return }
      merges[SpeakerKey(name)] = into
      mergeLines.append(line)
    case .revoke: break
    }
  }

  private static func isWhole(_ decision: Decision) -> Bool {
    switch decision.kind {
    case .assign:
      decision.source != nil && decision.name?.isEmpty == false
        && (decision.label != nil || decision.turns?.isEmpty == false)
    case .merge: decision.name?.isEmpty == false && decision.into?.isEmpty == false
    case .revoke: decision.revokes != nil
    }
  }

  /// `A` into `B` and `B` into `C` makes `A` into `C`; in a ring each stays what it is.
  private mutating func followMerges() {
    let direct = merges
    for (key, into) in direct {
      var last = into
      var seen: Set<SpeakerKey> = [key]
      while let next = direct[SpeakerKey(last)], seen.insert(SpeakerKey(last)).inserted {
        last = next
      }
      merges[key] = seen.contains(SpeakerKey(last)) ? nil : last
    }
  }

  /// A diagnostic at a line of the ledger, with how to take the decision back.
  static func orphan(_ line: Line, _ message: String) -> Diagnostic {
    Diagnostic(
      .warning, at: Place(Library.decisionLedgerPath, line: line.number),
      "\(line.record.id): \(message)",
      remedy: "`dictum speakers undo \(line.record.id)` takes the decision back")
  }
}
