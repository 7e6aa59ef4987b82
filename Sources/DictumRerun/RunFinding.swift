import DictumModel

/// What one seed's ending comes to, in the ledger's words.
struct RunFinding: Equatable {
  var outcome: RunRecord.Outcome
  var message: String

  /// Reads an ending.
  ///
  /// `status` is what bubblewrap said of the command, `nil` without a sandbox;
  /// `written` is the size of all files in the output folder, in bytes.
  init(_ ending: Ending, limits: ModelCard.Limits, status: String?, written: Int) {
    let said = lastLines(
      of: ending.standardError.tail.isEmpty
        ? ending.standardOutput.tail : ending.standardError.tail)
    var signal: Int32?
    var code: Int32 = 0
    switch ending.status {
    case .signalled(let number): signal = number
    case .exited(let number): code = number
    }
    // bubblewrap tells a signal of the command as its exit status, 128 and the signal's number.
    if status != nil, (129...159).contains(code) { signal = code - 128 }
    let head: String
    switch (ending.stop, signal) {
    case (.timeout, _):
      (outcome, head) = (.timeout, "stopped after \(limits.wallSeconds) s of wall-clock time")
    case (.output, _):
      (outcome, head) = (.outputLimit, "stopped after \(limits.outputMiB) MiB of printed output")
    case (nil, _) where written > limits.outputMiB << 20:
      (outcome, head) = (.outputLimit, "wrote more than \(limits.outputMiB) MiB of files")
    case (nil, SIGNAL.fileSize?):
      (outcome, head) = (.outputLimit, "wrote a file of more than \(limits.outputMiB) MiB")
    case (nil, let number?)
    where number == SIGNAL.processorTime
      || number == SIGNAL.kill && ending.processorSeconds > limits.cpuSeconds - 0.5:
      (outcome, head) = (.timeout, "used more than \(limits.cpuSeconds) s of processor time")
    case (nil, let number?):
      (outcome, head) = (.signalled, "killed by signal \(number)")
    case (nil, nil) where status.map { !$0.contains("\"exit-code\"") } ?? false:
      (outcome, head) = (.sandboxError, "the sandbox could not be set up")
    case (nil, nil) where code != 0 && said.hasPrefix("prlimit: "):
      (outcome, head) = (.sandboxError, "the command could not be started")
    case (nil, nil) where code != 0:
      (outcome, head) = (.failed, "exit status \(code)")
    case (nil, nil):
      (outcome, message) = (.ok, "")
      return
    }
    message = said.isEmpty ? head : head + "\n" + said
  }

  /// A finding without a process: it could not be started at all.
  init(cannotStart reason: String) {
    outcome = .sandboxError
    message = "the command could not be started\n" + reason
  }

  private enum SIGNAL {
    static let kill: Int32 = 9
    static let processorTime: Int32 = 24
    static let fileSize: Int32 = 25
  }
}
