/// A runnable toy model, as its card declares it: what to run, on what, and what is expected of it.
///
/// The card is a Markdown note, `model.md`, in a folder of its own; its front matter is this value.
package struct ModelCard: Hashable, Sendable, Codable {
  /// The model's name in addresses, `model:ID`; letters, digits, `-`, `_` and `.`.
  package var id: String

  /// What people call it.
  package var title: String

  /// The command as an argument vector, never a shell string; it runs in the card's folder.
  ///
  /// `{name}` in an argument stands for the parameter `name`; `{seed}` and `{out}` for the seed and
  /// the output folder.
  package var command: [String]

  /// The files the command reads, code and data, relative to the card's folder; nothing else of the
  /// library is visible to the run.
  package var inputs: [String]

  /// The parameters, handed to the command as a JSON file.
  package var params: [String: ParamValue]

  /// How many seeds, and from which one they derive; `nil` for a model that draws nothing at random.
  package var seeds: Seeds?

  /// Where the numbers come from.
  package var metrics: Metrics

  /// What the numbers should be.
  package var expectations: [Expectation]

  /// What a run may use.
  package var limits: Limits

  /// A card of the parts named.
  package init(
    id: String, title: String, command: [String], inputs: [String],
    params: [String: ParamValue] = [:], seeds: Seeds? = nil, metrics: Metrics = Metrics(),
    expectations: [Expectation] = [], limits: Limits = Limits()
  ) {
    self.id = id
    self.title = title
    self.command = command
    self.inputs = inputs
    self.params = params
    self.seeds = seeds
    self.metrics = metrics
    self.expectations = expectations
    self.limits = limits
  }

  /// Which seeds a stochastic model is run with.
  package struct Seeds: Hashable, Sendable, Codable {
    /// Every run's seed derives from this number, the model's id and the run's index.
    package var base: UInt64

    /// How many seeds; at least 1.
    package var replicates: Int

    /// Seeds of the parts named.
    package init(base: UInt64, replicates: Int) {
      self.base = base
      self.replicates = replicates
    }
  }

  /// Where a run's numbers are found.
  package struct Metrics: Hashable, Sendable, Codable {
    /// A JSON file the run writes in its output folder; nested keys are joined by a dot.
    ///
    /// Read when it is there, beside what `stdout` gives.
    package var file: String

    /// For each metric's name, the text that comes before its number on a line of standard output.
    ///
    /// Lines of the form `name = number` or `name: number` need no entry.
    package var stdout: [String: String]

    /// Metrics from the places named.
    package init(file: String = "metrics.json", stdout: [String: String] = [:]) {
      self.file = file
      self.stdout = stdout
    }
  }

  /// A bound that the author declared on one metric, and the claim it bears on.
  package struct Expectation: Hashable, Sendable, Codable {
    /// How a metric is compared.
    package enum Operator: String, Sendable, Codable, CaseIterable {
      case equal = "=="
      case notEqual = "!="
      case less = "<"
      case lessOrEqual = "<="
      case greater = ">"
      case greaterOrEqual = ">="
    }

    /// Its name in addresses, `model:MODEL#ID`.
    package var id: String

    /// The claim it tests, as the author wrote it: an address or a wiki-link; `nil` if it tests none.
    package var claim: String?

    /// The metric's name.
    package var metric: String

    /// How the metric is compared with `value`.
    package var op: Operator

    /// The bound.
    package var value: Double

    /// For `==` and `!=`, how far from `value` still counts as equal; declared before any run.
    package var margin: Double

    /// Where the expected number comes from: analytic, an integration, an earlier run, a post.
    package var basis: String?

    /// The line of the card where it begins, from 1.
    package var line: Int

    /// An expectation of the parts named.
    package init(
      id: String, claim: String? = nil, metric: String, op: Operator, value: Double,
      margin: Double = 0, basis: String? = nil, line: Int = 1
    ) {
      self.id = id
      self.claim = claim
      self.metric = metric
      self.op = op
      self.value = value
      self.margin = margin
      self.basis = basis
      self.line = line
    }
  }

  /// What a run may use before it is stopped.
  package struct Limits: Hashable, Sendable, Codable {
    /// Seconds of wall-clock time for one run.
    package var wallSeconds: Double

    /// Seconds of processor time for one run.
    package var cpuSeconds: Double

    /// Mebibytes of address space.
    package var memoryMiB: Int

    /// Mebibytes of files and, apart from that, of standard output and standard error together.
    package var outputMiB: Int

    /// Limits of the parts named; the defaults suit a toy model.
    package init(
      wallSeconds: Double = 60, cpuSeconds: Double = 60, memoryMiB: Int = 1024, outputMiB: Int = 16
    ) {
      self.wallSeconds = wallSeconds
      self.cpuSeconds = cpuSeconds
      self.memoryMiB = memoryMiB
      self.outputMiB = outputMiB
    }
  }
}
