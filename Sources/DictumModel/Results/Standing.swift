/// What runs say of a claim; the first that applies, in this order.
///
/// None of them says that a claim is true or false: it stands, or does not, in a model as it ran.
package enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
  /// A fresh run contradicts a bound.
  case contradicted
  /// A fresh run did not repeat an earlier one of equal causes, so its numbers cannot be relied on.
  case diverged
  /// The newest run ended badly: that says nothing about the claim.
  case blocked
  /// A fresh run could not tell.
  case inconclusive
  /// Code, inputs or parameters have changed since the newest run.
  case stale
  /// No run is recorded for one of the models.
  case neverRun = "never-run"
  /// It names a model that expects nothing for it, or that is retired.
  case unchecked
  /// Every bound holds in a fresh run.
  case holds
  /// No model tests it.
  case untested

  /// The standing of a claim with these tests: the worst of them.
  package init(_ tests: [TestView]) {
    self = Self.worst(tests.map(\.standing))
  }

  /// The worst of some standings; of none, `untested`.
  package static func worst(_ standings: [Standing]) -> Standing {
    let found = Set(standings)
    return allCases.first { found.contains($0) } ?? .untested
  }
}

/// What one model says of a claim: the worst of its bounds that test it.
package struct ModelStanding: Hashable, Sendable, Codable {
  /// The model's id.
  package var model: String

  /// What its newest run says.
  package var standing: Standing

  /// When that began, ISO 8601 in UTC; `nil` when it never ran.
  package var ranAt: String?

  /// Its expectations, by id, that a control must break and does not.
  package var toothless: [String]

  /// A standing of the parts named.
  package init(model: String, standing: Standing, ranAt: String?, toothless: [String] = []) {
    self.model = model
    self.standing = standing
    self.ranAt = ranAt
    self.toothless = toothless
  }

  /// What each model of some tests says, in their order; there is no average of models.
  package static func all(_ tests: [TestView]) -> [ModelStanding] {
    var order: [String] = []
    var groups: [String: [TestView]] = [:]
    for test in tests {
      if groups[test.model] == nil { order.append(test.model) }
      groups[test.model, default: []].append(test)
    }
    return order.map { model in
      let tests = groups[model] ?? []
      return ModelStanding(
        model: model, standing: Standing(tests), ranAt: tests.first?.run?.startedAt,
        toothless: tests.filter { !$0.toothless.isEmpty }.compactMap(\.bound?.id))
    }
  }
}

/// A claim that a passage declares or asserts, and what runs say of it.
package struct ClaimMark: Hashable, Sendable, Codable {
  /// The claim's address.
  package var address: String

  /// What the models that test it say, all together: the worst.
  package var standing: Standing

  /// What each of them says.
  package var models: [ModelStanding]

  /// A mark of the parts named.
  package init(address: String, standing: Standing, models: [ModelStanding]) {
    self.address = address
    self.standing = standing
    self.models = models
  }
}
