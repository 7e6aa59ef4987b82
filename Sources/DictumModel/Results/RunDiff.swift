/// What changed from one run to another.
package struct RunDiff: Hashable, Sendable, Codable {
  /// The run that is compared with.
  package var before: RunSummary

  /// The run that is compared.
  package var after: RunSummary

  /// What was run differently, by kind, then by name.
  package var changes: [Change]

  /// Each metric at each point of the sweep, by name, then in the order of the sweep.
  package var metrics: [MetricChange]

  /// Each expectation, in the order of the later run's card.
  package var verdicts: [VerdictChange]

  /// A difference of the parts named.
  package init(
    before: RunSummary, after: RunSummary, changes: [Change], metrics: [MetricChange],
    verdicts: [VerdictChange]
  ) {
    self.before = before
    self.after = after
    self.changes = changes
    self.metrics = metrics
    self.verdicts = verdicts
  }

  /// One thing that is another in the later run.
  package struct Change: Hashable, Sendable, Codable {
    /// What sort of thing it is.
    package enum Kind: String, Sendable, Codable, CaseIterable {
      case command, build, input, param, sweep, seeds, environment, policy, sandbox
    }

    /// What sort of thing it is.
    package var kind: Kind

    /// Which one: an input's path, a parameter's name; empty where there is only one.
    package var name: String

    /// What it was; `nil` for one that was not there.
    package var before: String?

    /// What it is; `nil` for one that is gone.
    package var after: String?

    /// A change of the parts named.
    package init(_ kind: Kind, name: String = "", before: String?, after: String?) {
      self.kind = kind
      self.name = name
      self.before = before
      self.after = after
    }
  }

  /// A metric's values over the seeds at one point.
  package struct Spread: Hashable, Sendable, Codable {
    /// Their mean.
    package var mean: Double

    /// The 99 % interval of the mean (Student's t), two numbers; `nil` for fewer than two values.
    package var interval: [Double]?

    /// How many there are.
    package var count: Int

    /// A spread of the parts named.
    package init(mean: Double, interval: [Double]?, count: Int) {
      self.mean = mean
      self.interval = interval
      self.count = count
    }
  }

  /// A metric in both runs.
  package struct MetricChange: Hashable, Sendable, Codable {
    /// How the later values are to the earlier ones.
    package enum Relation: String, Sendable, Codable, CaseIterable {
      /// The same for every seed, to 1e-9 of their size.
      case same
      /// Others, and the 99 % interval of the difference of the means holds 0.
      case withinNoise = "within-noise"
      /// Others by more than that; or others where there is but one value.
      case differs
      /// Only the later run gave it.
      case added
      /// Only the earlier run gave it.
      case removed
    }

    /// The metric's name.
    package var metric: String

    /// The swept parameters' values; empty without a sweep.
    package var point: [String: ParamValue]

    /// Its values in the earlier run; `nil` when it gave none.
    package var before: Spread?

    /// Its values in the later run; `nil` when it gave none.
    package var after: Spread?

    /// The later mean less the earlier one; `nil` when one is missing.
    package var difference: Double?

    /// The 99 % interval of the difference, two numbers; `nil` where there is none.
    package var interval: [Double]?

    /// How the later values are to the earlier ones.
    package var relation: Relation

    /// A change of the parts named.
    package init(
      metric: String, point: [String: ParamValue], before: Spread?, after: Spread?,
      difference: Double? = nil, interval: [Double]? = nil, relation: Relation
    ) {
      self.metric = metric
      self.point = point
      self.before = before
      self.after = after
      self.difference = difference
      self.interval = interval
      self.relation = relation
    }
  }

  /// An expectation in both runs.
  package struct VerdictChange: Hashable, Sendable, Codable {
    /// The expectation's id.
    package var expectation: String

    /// What the earlier run said; `nil` when its card had no such expectation.
    package var before: Judgement?

    /// What the later run said; `nil` when its card had no such expectation.
    package var after: Judgement?

    /// A change of the parts named.
    package init(expectation: String, before: Judgement?, after: Judgement?) {
      self.expectation = expectation
      self.before = before
      self.after = after
    }

    /// Whether both were judged by the same bound.
    package var isSameBound: Bool {
      guard var was = before?.bound, let now = after?.bound else { return false }
      (was.line, was.claim, was.basis) = (now.line, now.claim, now.basis)
      return was == now
    }
  }
}
