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

  /// How long all its tasks took together, seconds of wall-clock time.
  package var seconds: Double

  /// What was run: the part of the card, the files and the machine that can change a number.
  package var subject: Subject

  /// What the run was shut in.
  package var sandbox: Sandbox

  /// What that came to on this machine, such as `Landlock ABI 4, seccomp`; `nil` for nothing to say.
  package var sandboxLevel: String?

  /// How it ended: `ok`, or how the first of the card's own tasks ended that did not end well; a
  /// control's failure says nothing of the card.
  package var outcome: Outcome

  /// What a failed run said last, at most a few lines; empty for `ok`.
  package var message: String

  /// Its tasks: point by point, seed by seed, the controls' after the card's own.
  package var tasks: [TaskResult]

  /// What each expectation of the card came to.
  package var verdicts: [Judgement]

  /// What each control came to.
  package var controls: [ControlFinding]

  /// Whether it repeats the run before it; `nil` when there is no earlier run of equal tasks.
  package var repetition: Repetition?

  /// What a reader of the numbers should know: a metric that was not a number, limits of the
  /// sandbox; sentences without a full stop.
  package var notes: [String]

  /// A record of the parts named.
  package init(
    id: String, model: String, startedAt: String, seconds: Double, subject: Subject,
    sandbox: Sandbox, sandboxLevel: String? = nil, outcome: Outcome, message: String,
    tasks: [TaskResult], verdicts: [Judgement], controls: [ControlFinding] = [],
    repetition: Repetition? = nil, notes: [String] = []
  ) {
    self.id = id
    self.model = model
    self.startedAt = startedAt
    self.seconds = seconds
    self.subject = subject
    self.sandbox = sandbox
    self.sandboxLevel = sandboxLevel
    self.outcome = outcome
    self.message = message
    self.tasks = tasks
    self.verdicts = verdicts
    self.controls = controls
    self.repetition = repetition
    self.notes = notes
  }

  /// How a run or a task ended.
  ///
  /// Anything but `ok` says nothing about a claim.
  package enum Outcome: String, Sendable, Codable, CaseIterable {
    /// It ended with exit status 0.
    case ok
    /// The command ended with another exit status.
    case failed
    /// The command was killed by a signal that Dictum did not send.
    case signalled
    /// The wall-clock or processor time ran out.
    case timeout
    /// It asked for more memory than it may have.
    case memory
    /// It wrote more than it may.
    case outputLimit = "output-limit"
    /// It started more processes than it may.
    case processLimit = "process-limit"
    /// It ended well but left no numbers where the card says they are.
    case missingOutput = "missing-output"
    /// The sandbox could not be set up, or the command could not be started.
    case sandboxError = "sandbox-error"
    /// The machine that should have run it never said how it ended.
    case lost
    /// It was not run, because it was not approved or nothing could shut it in.
    case refused
  }

  /// What the run was shut in.
  package enum Sandbox: String, Sendable, Codable, CaseIterable {
    /// bubblewrap: declared inputs read-only, no network, no home, private /tmp.
    case bubblewrap
    /// Dictum's own: Landlock, seccomp and limits, without namespaces for files.
    case landlock
    /// Clean environment and limits only; the run could read the user's files.
    case none
  }

  /// Whether a run gave again what an earlier run with equal keys gave.
  package enum Repetition: String, Sendable, Codable, CaseIterable {
    /// Every number is the same, bit by bit.
    case identical
    /// Some differ by no more than computers do: 1e-9 of their size.
    case withinTolerance = "within-tolerance"
    /// Some differ by more: equal causes gave unequal numbers.
    case diverged
  }

  /// What can change a number: two runs with equal subjects repeat one another.
  package struct Subject: Hashable, Sendable, Codable {
    /// The argument vector of the card.
    package var command: [String]

    /// The command that makes the program; empty for a script.
    package var build: [String]

    /// The SHA-256 of each declared input, hexadecimal, by path relative to the card.
    package var inputs: [String: String]

    /// The parameters.
    package var params: [String: ParamValue]

    /// The swept parameters.
    package var sweep: [ModelCard.Axis]

    /// The seeds, in order; empty for a model without.
    package var seeds: [UInt64]

    /// The base of fresh seeds, drawn for this run; `nil` for the card's own seeds.
    package var freshBase: UInt64?

    /// The machine: `os`, `arch`, each version command joined by spaces with what it said, and each
    /// lock file with its SHA-256; for a card without version commands, `program NAME` with the
    /// program's file and its SHA-256.
    package var environment: [String: String]

    /// What stands in `environment` for what a version command says before the user approved it.
    package static let unasked = "not asked before approval"

    /// What stands between the lines that a version command said.
    package static let lineSeparator = " / "

    /// What the run might see beside its inputs.
    package var policy: ModelCard.SandboxPolicy

    /// A subject of the parts named.
    package init(
      command: [String], build: [String] = [], inputs: [String: String],
      params: [String: ParamValue], sweep: [ModelCard.Axis] = [], seeds: [UInt64],
      freshBase: UInt64? = nil, environment: [String: String] = [:],
      policy: ModelCard.SandboxPolicy = ModelCard.SandboxPolicy()
    ) {
      self.command = command
      self.build = build
      self.inputs = inputs
      self.params = params
      self.sweep = sweep
      self.seeds = seeds
      self.freshBase = freshBase
      self.environment = environment
      self.policy = policy
    }
  }
}

extension RunRecord.Subject {
  /// How many points the sweep has; `Int.max` where a damaged record says more than that.
  package var pointCount: Int {
    sweep.reduce(1) { product, axis in
      let (count, isTooMany) = product.multipliedReportingOverflow(by: axis.values.count)
      return isTooMany ? .max : count
    }
  }
}
