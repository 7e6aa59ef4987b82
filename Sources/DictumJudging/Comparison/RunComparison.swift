package import DictumModel

extension RunDiff {
  /// What changed from one run to another; it reads no file and starts nothing.
  package init(from before: RunRecord, to after: RunRecord) {
    self.init(
      before: RunSummary(before), after: RunSummary(after),
      changes: RunDiff.changes(before, after), metrics: RunDiff.metrics(before, after),
      verdicts: RunDiff.verdicts(before, after))
  }

  private static func changes(_ before: RunRecord, _ after: RunRecord) -> [Change] {
    let (was, now) = (before.subject, after.subject)
    var changes = one(
      .command, was.command.joined(separator: " "), now.command.joined(separator: " "))
    changes += one(.build, was.build.joined(separator: " "), now.build.joined(separator: " "))
    changes += named(.input, was.inputs, now.inputs) {
      $0 == $1
    } text: {
      $0
    }
    changes += named(.param, was.params, now.params) {
      $0.isSameJSON(as: $1)
    } text: {
      "\($0)"
    }
    changes += named(.sweep, axes(was), axes(now)) {
      $0.isSameJSON(as: $1)
    } text: {
      "\($0)"
    }
    changes += one(.seeds, text(was.seeds), text(now.seeds))
    changes += named(.environment, was.environment, now.environment) {
      $0 == $1
    } text: {
      $0
    }
    changes += one(.policy, text(was.policy), text(now.policy))
    changes += one(.sandbox, before.sandbox.rawValue, after.sandbox.rawValue)
    return changes
  }

  /// The one thing of its kind; an empty text is none.
  private static func one(_ kind: Change.Kind, _ before: String, _ after: String) -> [Change] {
    guard before != after else { return [] }
    return [
      Change(
        kind, before: before.isEmpty ? nil : before, after: after.isEmpty ? nil : after)
    ]
  }

  private static func named<Value>(
    _ kind: Change.Kind, _ before: [String: Value], _ after: [String: Value],
    isSame: (Value, Value) -> Bool, text: (Value) -> String
  ) -> [Change] {
    Set(before.keys).union(after.keys).sorted().compactMap { name in
      let (was, now) = (before[name], after[name])
      if let was, let now, isSame(was, now) { return nil }
      return Change(kind, name: name, before: was.map(text), after: now.map(text))
    }
  }

  private static func axes(_ subject: RunRecord.Subject) -> [String: ParamValue] {
    Dictionary(
      subject.sweep.map { ($0.param, .list($0.values)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func text(_ seeds: [UInt64]) -> String {
    seeds.map(String.init).joined(separator: ", ")
  }

  private static func text(_ policy: ModelCard.SandboxPolicy) -> String {
    let network = policy.network ? ["network"] : []
    return (network + policy.read.map { "reads \($0)" }).joined(separator: ", ")
  }

  private static func verdicts(_ before: RunRecord, _ after: RunRecord) -> [VerdictChange] {
    let was = Dictionary(
      before.verdicts.map { ($0.expectation, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Set(after.verdicts.map(\.expectation))
    return after.verdicts.map {
      VerdictChange(expectation: $0.expectation, before: was[$0.expectation], after: $0)
    }
      + before.verdicts.filter { !now.contains($0.expectation) }.map {
        VerdictChange(expectation: $0.expectation, before: $0, after: nil)
      }
  }
}
