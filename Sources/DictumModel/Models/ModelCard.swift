/// A runnable toy model, as its card declares it: what to run, on what, and what is expected of it.
///
/// The card is a Markdown note, `model.md`, in a folder of its own; its front matter, of the schema
/// `dictum-model/1` that docs/models.md defines, is this value.
package struct ModelCard: Hashable, Sendable, Codable {
  /// The model's name in addresses, `model:ID`; letters, digits, `-`, `_` and `.`.
  package var id: String

  /// What people call it.
  package var title: String

  /// Whether its author still runs it.
  package var status: Status

  /// The command as an argument vector, never a shell string; it runs in a folder with copies of the inputs.
  ///
  /// `{name}` in an argument stands for the parameter `name`; `{seed}`, `{out}`, `{params}` and
  /// `{build}` for the seed, the output folder, the file of parameters and the folder of what was built.
  package var command: [String]

  /// The command that makes the program, run once for each state of the inputs; empty for a script.
  package var build: [String]

  /// The files the command reads, code and data, relative to the card's folder; nothing else of the
  /// library is visible to the run.
  package var inputs: [String]

  /// What, beside the inputs, can change a number.
  package var environment: EnvironmentProbe

  /// The parameters, handed to the command as a JSON file.
  package var params: [String: ParamValue]

  /// Parameters that take several values in turn; the model runs at every combination of them.
  package var sweep: [Axis]

  /// How many seeds, and from which one they derive; `nil` for a model that draws nothing at random.
  package var seeds: Seeds?

  /// Where the numbers come from.
  package var metrics: Metrics

  /// Files that a run should leave in its output folder, kept by their hash and never compared.
  package var outputs: [String]

  /// What the numbers should be.
  package var expectations: [Expectation]

  /// Changes that must break expectations, so that these are known to have teeth.
  package var controls: [Control]

  /// What a run may use.
  package var limits: Limits

  /// What a run may see beside its inputs.
  package var policy: SandboxPolicy

  /// After how many days a run is stale though nothing changed; `nil` for never.
  package var maximumAgeDays: Int?

  /// A card of the parts named.
  package init(
    id: String, title: String, status: Status = .active, command: [String], build: [String] = [],
    inputs: [String], environment: EnvironmentProbe = EnvironmentProbe(),
    params: [String: ParamValue] = [:], sweep: [Axis] = [], seeds: Seeds? = nil,
    metrics: Metrics = Metrics(), outputs: [String] = [], expectations: [Expectation] = [],
    controls: [Control] = [], limits: Limits = Limits(), policy: SandboxPolicy = SandboxPolicy(),
    maximumAgeDays: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.status = status
    self.command = command
    self.build = build
    self.inputs = inputs
    self.environment = environment
    self.params = params
    self.sweep = sweep
    self.seeds = seeds
    self.metrics = metrics
    self.outputs = outputs
    self.expectations = expectations
    self.controls = controls
    self.limits = limits
    self.policy = policy
    self.maximumAgeDays = maximumAgeDays
  }

  /// Whether a model's author still runs it.
  package enum Status: String, Sendable, Codable, CaseIterable {
    /// It is run and judged.
    case active
    /// Its runs stand as they are: it is never called stale, and runs only when named.
    case frozen
    /// It is kept to be read; it runs only when named, and no claim rests on it.
    case retired
  }

  /// Which seeds a stochastic model is run with.
  package struct Seeds: Hashable, Sendable, Codable {
    /// Every run's seed derives from this number, the model's id and the run's index.
    package var base: UInt64

    /// How many seeds the first look takes; at least 1.
    package var replicates: Int

    /// How many seeds there may be when the first look does not settle every expectation; at least
    /// `replicates`, and equal to it for a model that is looked at once.
    package var maximum: Int

    /// Seeds of the parts named; `maximum` is `replicates` unless given.
    package init(base: UInt64, replicates: Int, maximum: Int? = nil) {
      self.base = base
      self.replicates = replicates
      self.maximum = maximum ?? replicates
    }
  }

  /// A parameter that takes several values in turn.
  package struct Axis: Hashable, Sendable, Codable {
    /// The parameter's name.
    package var param: String

    /// Its values, in the order written.
    package var values: [ParamValue]

    /// An axis of the parts named.
    package init(param: String, values: [ParamValue]) {
      self.param = param
      self.values = values
    }
  }

  /// A change of parameters under which named expectations must no longer hold.
  package struct Control: Hashable, Sendable, Codable {
    /// Its name in addresses and reports.
    package var id: String

    /// The parameters that differ from the card's.
    package var params: [String: ParamValue]

    /// The expectations, by id, that must be contradicted.
    package var mustBreak: [String]

    /// A control of the parts named.
    package init(id: String, params: [String: ParamValue], mustBreak: [String]) {
      self.id = id
      self.params = params
      self.mustBreak = mustBreak
    }
  }

  /// What, beside the inputs, can change a number: programs by what they say of themselves, and files
  /// that pin what is installed.
  package struct EnvironmentProbe: Hashable, Sendable, Codable {
    /// Commands, as argument vectors, whose output is part of a run's key: `[python3, --version]`.
    package var versions: [[String]]

    /// Files relative to the card's folder whose hashes are; the run need not see them.
    package var lockfiles: [String]

    /// A probe of the parts named.
    package init(versions: [[String]] = [], lockfiles: [String] = []) {
      self.versions = versions
      self.lockfiles = lockfiles
    }
  }

  /// What a run may use before it is stopped.
  package struct Limits: Hashable, Sendable, Codable {
    /// Seconds of wall-clock time for one run.
    package var wallSeconds: Double

    /// Seconds of processor time for one run.
    package var cpuSeconds: Double

    /// Mebibytes of memory: what each process holds for itself, and what all hold together.
    package var memoryMiB: Int

    /// Mebibytes of files and, apart from that, of standard output and standard error together.
    package var outputMiB: Int

    /// How many processes and threads there may be at once.
    package var processes: Int

    /// Limits of the parts named; the defaults suit a toy model.
    package init(
      wallSeconds: Double = 60, cpuSeconds: Double = 60, memoryMiB: Int = 1024,
      outputMiB: Int = 16, processes: Int = 64
    ) {
      self.wallSeconds = wallSeconds
      self.cpuSeconds = cpuSeconds
      self.memoryMiB = memoryMiB
      self.outputMiB = outputMiB
      self.processes = processes
    }
  }

  /// What a run may see beside its inputs and the system's programs; approved with the command.
  package struct SandboxPolicy: Hashable, Sendable, Codable {
    /// Whether it may use the network.
    package var network: Bool

    /// Absolute paths that it may read, such as a toolchain outside /usr.
    package var read: [String]

    /// A policy of the parts named; by default nothing more is seen.
    package init(network: Bool = false, read: [String] = []) {
      self.network = network
      self.read = read
    }
  }
}
