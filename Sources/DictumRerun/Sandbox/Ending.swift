import DictumModel

/// How a launched command ended, what it wrote and what it took.
struct Ending: Sendable {
  enum Status: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// The sandbox could not be set up; the command did not run.
    case notConfined(String)
    /// The sandbox stood, but the program could not be executed.
    case notExecuted(String)
    /// Nothing was tried, since nothing here can shut it in.
    case refused(String)
  }

  /// Why the launcher stopped it.
  enum Stop: Hashable, Sendable {
    case timeout, processor, memory, processes, printed, written, temporary, cancelled
  }

  var status: Status
  var stop: Stop?
  var standardOutput = CappedOutput()
  var standardError = CappedOutput()
  var usage = Usage()

  /// What it took.
  struct Usage: Hashable, Sendable {
    /// Wall-clock time, seconds.
    var seconds = 0.0
    /// Processor time of all its processes, seconds.
    var processorSeconds = 0.0
    /// The largest peak of resident memory among its processes, bytes.
    var peakBytes = 0
    /// The most processes and threads seen at once; 0 for a run too short to be looked at.
    var processes = 0
    /// The size of all files in the output folder at the end, bytes.
    var writtenBytes = 0
    /// How many files and folders are in it at the end.
    var writtenFiles = 0
  }
}
