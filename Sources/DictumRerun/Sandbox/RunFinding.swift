import DictumModel

/// What one ending comes to, in the ledger's words.
struct RunFinding: Equatable {
  var outcome: RunRecord.Outcome
  var message: String

  /// Reads an ending.
  ///
  /// What Dictum stopped is known. What ended by itself is known by its signal and by what was
  /// measured. Memory and processes that the kernel refused show only in what the program says of
  /// it: there its own words decide, and the message says so.
  init(_ ending: Ending, limits: ModelCard.Limits) {
    let said = lastLines(
      of: ending.standardError.tail.isEmpty
        ? ending.standardOutput.tail : ending.standardError.tail)
    let head: String
    switch (ending.stop, ending.status) {
    case (let stop?, _):
      (outcome, head) = Self.stopped(stop, limits: limits)
    case (nil, .notConfined(let reason)):
      (outcome, head) = (.sandboxError, "the sandbox could not be set up: " + reason)
    case (nil, .notExecuted(let reason)):
      (outcome, head) = (.sandboxError, "the command could not be started: " + reason)
    case (nil, .refused(let reason)):
      (outcome, head) = (.refused, "not run without a sandbox: " + reason)
    case (nil, .exited(0))
    where ending.usage.writtenBytes <= limits.outputMiB << 20
      && ending.usage.writtenFiles <= RunLimits.files:
      (outcome, message) = (.ok, "")
      return
    case (nil, let status):
      (outcome, head) =
        Self.measured(ending.usage, status: status, limits: limits)
        ?? Self.told(by: ending.standardError.tail, ending.usage, limits: limits)
        ?? Self.plain(status)
    }
    message = said.isEmpty || head.hasSuffix(said) ? head : head + "\n" + said
  }

  private static func stopped(
    _ stop: Ending.Stop, limits: ModelCard.Limits
  ) -> (RunRecord.Outcome, String) {
    switch stop {
    case .timeout: (.timeout, "stopped after \(limits.wallSeconds) s of wall-clock time")
    case .processor: (.timeout, "used more than \(limits.cpuSeconds) s of processor time")
    case .memory: (.memory, "stopped when it held more than \(limits.memoryMiB) MiB of memory")
    case .processes:
      (.processLimit, "stopped when it had more than \(limits.processes) processes")
    case .printed: (.outputLimit, "stopped after \(limits.outputMiB) MiB of printed output")
    case .written: (.outputLimit, "wrote more than \(limits.outputMiB) MiB or too many files")
    case .temporary: (.outputLimit, "filled its temporary folder")
    case .cancelled: (.lost, "stopped because the run was cancelled")
    }
  }

  /// What the system's own numbers say.
  private static func measured(
    _ usage: Ending.Usage, status: Ending.Status, limits: ModelCard.Limits
  ) -> (RunRecord.Outcome, String)? {
    if usage.writtenBytes > limits.outputMiB << 20 {
      return (.outputLimit, "wrote more than \(limits.outputMiB) MiB of files")
    }
    if usage.writtenFiles > RunLimits.files {
      return (.outputLimit, "wrote more than \(RunLimits.files) files, or folders too deep")
    }
    guard case .signalled(let signal) = status else { return nil }
    let isOverTime = usage.processorSeconds > limits.cpuSeconds - 0.5
    // Within a tenth of the limit; a program that does not look whether it got memory ends so.
    let isFull = usage.peakBytes / 9 * 10 >= limits.memoryMiB << 20
    switch signal {
    case Signal.fileSize:
      return (.outputLimit, "wrote a file of more than \(limits.outputMiB) MiB")
    case Signal.processorTime,
      Signal.kill where isOverTime:
      return (.timeout, "used more than \(limits.cpuSeconds) s of processor time")
    case Signal.kill where isFull, Signal.abort where isFull, Signal.segment where isFull,
      Signal.bus where isFull:
      let peak = usage.peakBytes >> 20
      return (
        .memory, "killed by signal \(signal) at \(peak) of \(limits.memoryMiB) MiB of memory"
      )
    default: return nil
    }
  }

  /// What the program's last words say.
  private static func told(
    by words: [UInt8], _ usage: Ending.Usage, limits: ModelCard.Limits
  ) -> (RunRecord.Outcome, String)? {
    let text = String(decoding: words.suffix(4096), as: UTF8.self).lowercased()
    if memoryWords.contains(where: text.contains) {
      let peak = usage.peakBytes >> 20
      return (
        .memory,
        "ran out of memory, by its own words; largest process \(peak) of \(limits.memoryMiB) MiB"
      )
    }
    if processWords.contains(where: text.contains) {
      return (
        .processLimit, "ran out of processes, by its own words; allowed are \(limits.processes)"
      )
    }
    if packageWords.contains(where: text.contains) {
      return (
        .failed,
        "a package is missing, by its own words; a run sees those below /usr and in the folders "
          + "that the card names in sandbox.read"
      )
    }
    if usage.processes >= limits.processes {
      return (
        .processLimit, "ended badly with all of the \(limits.processes) processes it may have"
      )
    }
    return nil
  }

  private static func plain(_ status: Ending.Status) -> (RunRecord.Outcome, String) {
    switch status {
    case .signalled(let signal): (.signalled, "killed by signal \(signal)")
    case .exited(let code): (.failed, "exit status \(code)")
    case .notConfined(let reason), .notExecuted(let reason), .refused(let reason):
      (.sandboxError, reason)
    }
  }

  /// ENOMEM as strerror(3) says it, and how runtimes say it: Python, C++, the JVM, R, awk.
  private static let memoryWords = [
    "cannot allocate memory", "memoryerror", "bad_alloc", "out of memory", "outofmemory",
    "cannot allocate vector", "memory exhausted", "not enough memory",
  ]

  /// EAGAIN of fork(2), and how runtimes say it: shells, Python.
  private static let processWords = [
    "resource temporarily unavailable", "cannot fork", "can't start new thread",
  ]

  /// A package that is not installed: Python, R, Node.js, Perl, Ruby, Julia.
  private static let packageWords = [
    "modulenotfounderror", "there is no package called", "cannot find module",
    "you may need to install the", "cannot load such file", "not found in current path",
  ]

  private enum Signal {
    static let abort: Int32 = 6
    static let bus: Int32 = 7
    static let kill: Int32 = 9
    static let segment: Int32 = 11
    static let processorTime: Int32 = 24
    static let fileSize: Int32 = 25
  }
}
