/// One start of a model's command: at one point of the sweep, with one seed.
package struct RunTask: Hashable, Sendable, Codable {
  /// The control whose parameters it runs with; `nil` for the card's own.
  package var control: String?

  /// The swept parameters' values; empty for a model without a sweep.
  package var point: [String: ParamValue]

  /// The seed; `nil` for a model that draws nothing at random.
  package var seed: UInt64?

  /// The run key: SHA-256, hexadecimal, of everything that can change a number.
  ///
  /// Two tasks with equal keys repeat one another.
  package var key: String

  /// A task of the parts named.
  package init(
    control: String? = nil, point: [String: ParamValue] = [:], seed: UInt64? = nil,
    key: String = ""
  ) {
    self.control = control
    self.point = point
    self.seed = seed
    self.key = key
  }
}

/// How one task ended and what it gave.
package struct TaskResult: Hashable, Sendable, Codable {
  /// What was run.
  package var task: RunTask

  /// How it ended; only the numbers of `ok` count.
  package var outcome: RunRecord.Outcome

  /// What a failed task said last, at most a few lines; empty for `ok`.
  package var message: String

  /// Seconds of wall-clock time.
  package var seconds: Double

  /// Seconds of processor time of the command and its children.
  package var cpuSeconds: Double

  /// The most memory it held at once, bytes; 0 when that could not be measured.
  package var peakBytes: Int

  /// Its finite numbers, by the metric's name.
  package var metrics: [String: Double]

  /// The card's outputs that it left.
  package var outputs: [OutputFile]

  /// What a reader of the numbers should know: a metric that was not a number.
  package var notes: [String]

  /// The earlier run whose result this is, because nothing that counts has changed since; `nil` when
  /// it was run now.
  package var reusedFrom: String?

  /// A result of the parts named.
  package init(
    task: RunTask, outcome: RunRecord.Outcome, message: String = "", seconds: Double = 0,
    cpuSeconds: Double = 0, peakBytes: Int = 0, metrics: [String: Double] = [:],
    outputs: [OutputFile] = [], notes: [String] = [], reusedFrom: String? = nil
  ) {
    self.task = task
    self.outcome = outcome
    self.message = message
    self.seconds = seconds
    self.cpuSeconds = cpuSeconds
    self.peakBytes = peakBytes
    self.metrics = metrics
    self.outputs = outputs
    self.notes = notes
    self.reusedFrom = reusedFrom
  }

  /// A file that a task left in its output folder.
  package struct OutputFile: Hashable, Sendable, Codable {
    /// Its path in the output folder.
    package var path: String

    /// The SHA-256 of its bytes, hexadecimal.
    package var sha256: String

    /// Its size, bytes.
    package var bytes: Int

    /// A file of the parts named.
    package init(path: String, sha256: String, bytes: Int) {
      self.path = path
      self.sha256 = sha256
      self.bytes = bytes
    }
  }
}
