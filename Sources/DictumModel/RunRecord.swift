/// One rerun of a model, as the ledger keeps it: what ran, on what, how it ended, what it found.
///
/// A record is written once and never changed. It says nothing of now: whether it is still fresh is
/// found by comparing `subject` with the card and the files of today.
package struct RunRecord: Hashable, Sendable, Codable {
  /// `run:` and what follows: `MODEL-YYYYMMDDTHHMMSSZ-XXXX`, unique in the ledger.
  package var id: String

  /// The model's id.
  package var model: String

  /// When it began, ISO 8601 in UTC, to the second.
  package var startedAt: String

  /// How long all its seeds took together, seconds of wall-clock time.
  package var seconds: Double

  /// What was run: the part of the card and of the files that can change a number.
  package var subject: Subject

  /// What the run was shut in.
  package var sandbox: Sandbox

  /// How it ended; only `ok` gives verdicts on claims.
  package var outcome: Outcome

  /// What a failed run said last, at most a few lines; empty for `ok`.
  package var message: String

  /// For each metric, its value for each seed, in the order of the seeds.
  package var metrics: [String: [Double]]

  /// What each expectation of the card came to.
  package var verdicts: [Judgement]

  /// What a reader of the numbers should know: a metric that was not a number, limits of the
  /// sandbox; sentences without a full stop.
  package var notes: [String]

  /// A record of the parts named.
  package init(
    id: String, model: String, startedAt: String, seconds: Double, subject: Subject,
    sandbox: Sandbox, outcome: Outcome, message: String, metrics: [String: [Double]],
    verdicts: [Judgement], notes: [String] = []
  ) {
    self.id = id
    self.model = model
    self.startedAt = startedAt
    self.seconds = seconds
    self.subject = subject
    self.sandbox = sandbox
    self.outcome = outcome
    self.message = message
    self.metrics = metrics
    self.verdicts = verdicts
    self.notes = notes
  }

  /// How a run ended.
  ///
  /// A crash or a time-out says nothing about a claim.
  package enum Outcome: String, Sendable, Codable, CaseIterable {
    /// Every seed ended with exit status 0.
    case ok
    /// The command ended with another exit status.
    case failed
    /// The command was killed by a signal that Dictum did not send.
    case signalled
    /// The wall-clock or processor time ran out.
    case timeout
    /// It wrote more than it may.
    case outputLimit = "output-limit"
    /// The sandbox could not be set up, or the command could not be started.
    case sandboxError = "sandbox-error"
  }

  /// What the run was shut in.
  package enum Sandbox: String, Sendable, Codable, CaseIterable {
    /// bubblewrap: declared inputs read-only, no network, no home, private /tmp.
    case bubblewrap
    /// Clean environment and limits only; the run could read the user's files.
    case none
  }

  /// What can change a number: two runs with equal subjects repeat one another.
  package struct Subject: Hashable, Sendable, Codable {
    /// The argument vector of the card.
    package var command: [String]

    /// The SHA-256 of each declared input, hexadecimal, by path relative to the card.
    package var inputs: [String: String]

    /// The parameters.
    package var params: [String: ParamValue]

    /// The seeds, in order; empty for a model without.
    package var seeds: [UInt64]

    /// A subject of the parts named.
    package init(
      command: [String], inputs: [String: String], params: [String: ParamValue], seeds: [UInt64]
    ) {
      self.command = command
      self.inputs = inputs
      self.params = params
      self.seeds = seeds
    }
  }
}

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

  /// The verdict.
  package var verdict: Verdict

  /// The mean over the seeds; `nil` when the metric is missing.
  package var estimate: Double?

  /// The 99 % interval of the mean over the seeds; `nil` for fewer than two seeds.
  package var interval: [Double]?

  /// Why the verdict is not `holds`, one clause; `nil` when it is.
  package var reason: String?

  /// A judgement of the parts named.
  package init(
    expectation: String, bound: ModelCard.Expectation, verdict: Verdict, estimate: Double?,
    interval: [Double]? = nil, reason: String? = nil
  ) {
    self.expectation = expectation
    self.bound = bound
    self.verdict = verdict
    self.estimate = estimate
    self.interval = interval
    self.reason = reason
  }
}
