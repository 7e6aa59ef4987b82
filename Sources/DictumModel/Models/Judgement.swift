/// What one run says of one expectation.
package struct Judgement: Hashable, Sendable, Codable {
  /// Whether the declared bound stands in this run.
  package enum Verdict: String, Sendable, Codable, CaseIterable {
    /// The estimate's interval lies within the declared region.
    case holds
    /// The estimate's wider interval lies wholly outside it.
    case contradicted
    /// Neither can be said.
    case inconclusive
    /// The metric was missing, or not a finite number, or the run did not end well.
    case notEvaluated = "not-evaluated"
  }

  /// The expectation's id.
  package var expectation: String

  /// The bound as it stood when it was judged, so that a later change of the card is seen.
  package var bound: ModelCard.Expectation

  /// The verdict; over a sweep, that of the worst point.
  package var verdict: Verdict

  /// The statistic over the seeds; `nil` when the metric is missing.
  package var estimate: Double?

  /// Its interval, two numbers; `nil` where there is none, as for one seed.
  package var interval: [Double]?

  /// The confidence of `interval`, between 0 and 1.
  package var confidence: Double?

  /// How many values the estimate is made of.
  package var count: Int

  /// How many looks at the numbers were taken, from 1.
  package var looks: Int

  /// Why the verdict is not `holds`, one clause; `nil` when it is.
  package var reason: String?

  /// What it came to at each point of the sweep, in the sweep's order; empty without one.
  package var points: [Point]

  /// A judgement of the parts named.
  package init(
    expectation: String, bound: ModelCard.Expectation, verdict: Verdict, estimate: Double?,
    interval: [Double]? = nil, confidence: Double? = nil, count: Int = 0, looks: Int = 1,
    reason: String? = nil, points: [Point] = []
  ) {
    self.expectation = expectation
    self.bound = bound
    self.verdict = verdict
    self.estimate = estimate
    self.interval = interval
    self.confidence = confidence
    self.count = count
    self.looks = looks
    self.reason = reason
    self.points = points
  }

  /// What an expectation came to at one point of the sweep.
  package struct Point: Hashable, Sendable, Codable {
    /// The swept parameters' values.
    package var point: [String: ParamValue]

    /// The verdict there.
    package var verdict: Verdict

    /// The statistic there; `nil` when the metric is missing.
    package var estimate: Double?

    /// Its interval, two numbers.
    package var interval: [Double]?

    /// A point of the parts named.
    package init(
      point: [String: ParamValue], verdict: Verdict, estimate: Double?, interval: [Double]?
    ) {
      self.point = point
      self.verdict = verdict
      self.estimate = estimate
      self.interval = interval
    }
  }
}

/// What a control came to for one expectation that it must break.
package struct ControlFinding: Hashable, Sendable, Codable {
  /// The control's id.
  package var control: String

  /// The expectation's id.
  package var expectation: String

  /// What the expectation comes to under the control; `contradicted` is what is wanted.
  package var verdict: Judgement.Verdict

  /// The statistic under the control; `nil` when the metric is missing.
  package var estimate: Double?

  /// Why it is not what is wanted, one clause; `nil` when it is.
  package var reason: String?

  /// Whether the control broke the expectation, as it must.
  package var isBroken: Bool { verdict == .contradicted }

  /// Whether it ran and did not break it, so that the expectation is not known to tell a right model
  /// from a wrong one; a control that could not be judged says nothing.
  package var isToothless: Bool { verdict == .holds || verdict == .inconclusive }

  /// A finding of the parts named.
  package init(
    control: String, expectation: String, verdict: Judgement.Verdict, estimate: Double?,
    reason: String? = nil
  ) {
    self.control = control
    self.expectation = expectation
    self.verdict = verdict
    self.estimate = estimate
    self.reason = reason
  }
}
