import DictumModel

extension Rerunner {
  /// Remembers that the user allows what a plan says; `path` is the card's, for the user to read.
  package func approve(_ plan: RunPlan, path: String) throws(TrustError) {
    try trust.approve(
      Approval(
        fingerprint: plan.fingerprint, model: plan.card.id, path: path,
        date: Timestamp(now()).text),
      of: ApprovedState(plan.card, folder: plan.folder, inputs: plan.subject.inputs))
  }

  /// What has changed since the model was last approved, as a unified diff of the card and of its
  /// inputs, and when that was; `nil` when it never was, or nobody knows what was approved.
  package func changes(
    _ plan: RunPlan, path: String
  ) -> (since: Approval, lines: [String])? {
    guard let (approval, state) = trust.newestState(of: plan.card.id, path: path) else {
      return nil
    }
    let now = ApprovedState(plan.card, folder: plan.folder, inputs: plan.subject.inputs)
    return (approval, state.changes(to: now))
  }
}

extension TrustStore {
  /// What an approval allows: its fields, one a line, and the inputs whose text was kept; `nil` when
  /// it was not kept.
  package func content(
    of approval: Approval
  ) -> (fields: [String], texts: [(path: String, text: String)])? {
    state(of: approval.fingerprint).map { state in
      (
        state.approvable.text.split(separator: "\n").map(String.init),
        state.texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      )
    }
  }
}
