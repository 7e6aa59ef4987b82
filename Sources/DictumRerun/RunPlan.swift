package import DictumModel

/// Exactly what a run would do, to be shown before it is approved; good for one run.
package struct RunPlan: Hashable, Sendable {
  /// The id that the run's record will have.
  package let id: String

  /// The card.
  package let card: ModelCard

  /// The card's folder.
  package let folder: String

  /// What can change a number, with the inputs' hashes and the seeds.
  package let subject: RunRecord.Subject

  /// What the user approves, as a `TrustStore` computes it.
  package let fingerprint: String

  /// Whether that was approved when the plan was made; a run looks again.
  package let isApproved: Bool

  /// What the run will be shut in.
  package let sandbox: Sandbox

  /// One step for each seed, in order; a single one for a model without seeds.
  package let steps: [Step]

  let layout: RunLayout

  /// One start of the command.
  package struct Step: Hashable, Sendable {
    /// The seed; `nil` for a model without.
    package let seed: UInt64?

    /// The card's command with its placeholders filled in, as the run sees it.
    package let command: [String]

    /// The whole environment of the command.
    package let environment: [String: String]

    let cell: RunLayout.Cell
  }
}
