/// How a launched process ended, and what it wrote.
struct Ending: Sendable {
  enum Status: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// Why the launcher stopped it.
  enum Stop: Hashable, Sendable {
    case timeout, output
  }

  var status: Status
  var stop: Stop?
  var standardOutput: CappedOutput
  var standardError: CappedOutput
  /// Processor time of the process and its children that were waited for, seconds.
  var processorSeconds: Double
}

extension Ending.Status: CustomStringConvertible {
  var description: String {
    switch self {
    case .exited(let code): "exit status \(code)"
    case .signalled(let signal): "signal \(signal)"
    }
  }
}
