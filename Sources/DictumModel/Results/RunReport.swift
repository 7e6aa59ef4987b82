/// A run with what the library knows of its model now, for those who read reports of it.
package struct RunReport: Hashable, Sendable {
  /// The run.
  package var record: RunRecord

  /// What the card calls the model; its id when the card is gone.
  package var title: String

  /// The path of the card, as the reader of the report would write it; `nil` when the card is gone.
  package var card: String?

  /// For each expectation, the address of the claim it tests, if it leads to one.
  package var claims: [String: String]

  /// For each expectation, why the run no longer speaks of it as it is; without those it still does.
  package var staleReasons: [String: [String]]

  /// A report of the parts named.
  package init(
    record: RunRecord, title: String, card: String? = nil, claims: [String: String] = [:],
    staleReasons: [String: [String]] = [:]
  ) {
    self.record = record
    self.title = title
    self.card = card
    self.claims = claims
    self.staleReasons = staleReasons
  }
}

/// A model that was to be run and was not.
package struct UnrunModel: Hashable, Sendable {
  /// Its id.
  package var model: String

  /// The path of its card, as the reader of the report would write it.
  package var card: String?

  /// Why not, one clause.
  package var reason: String

  /// Whether it was approved, so that something went wrong; else it was only left alone.
  package var isApproved: Bool

  /// A model of the parts named.
  package init(model: String, card: String?, reason: String, isApproved: Bool) {
    self.model = model
    self.card = card
    self.reason = reason
    self.isApproved = isApproved
  }
}
