import Glibc
import Subprocess
import Synchronization

/// Starts one process in a session of its own and sees it end, within its limits.
struct Launcher: Sendable {
  struct Request: Sendable {
    /// The argument vector; its first element is an absolute path.
    var arguments: [String]
    /// The whole environment; its PATH must find `env`.
    var environment: [String: String]
    var wallSeconds: Double
    /// How much it may write on standard output and standard error together.
    var outputBytes: Int
  }

  /// Why nothing was started.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs the process to its end.
  ///
  /// When the time or the output runs out, and when the caller's task is
  /// cancelled, the whole process group is killed.
  func launch(_ request: Request) async throws(Failure) -> Ending {
    guard let program = request.arguments.first else {
      throw Failure(description: "there is no program to start")
    }
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    let meter = Meter(limit: request.outputBytes)
    let before = childrenSeconds()
    do {
      // Started through env, found on the PATH of `environment`: an executable's path would need the
      // path type of another package.
      let variables = request.environment.sorted { $0.key < $1.key }
        .map { Array("\($0.key)=\($0.value)\0".utf8) }
      let result = try await Subprocess.run(
        .name("env"), arguments: Arguments(["--", program] + request.arguments.dropFirst()),
        environment: .custom(variables),
        platformOptions: options, input: .none, output: .sequence, error: .sequence
      ) { execution in
        await attend(
          Process(execution.processIdentifier), seconds: request.wallSeconds, meter: meter,
          output: execution.standardOutput, error: execution.standardError)
      }
      let status: Ending.Status =
        switch result.terminationStatus {
        case .exited(let code): .exited(code)
        case .signaled(let signal): .signalled(signal)
        }
      return Ending(
        status: status, stop: meter.stop, standardOutput: result.closureResult.output,
        standardError: result.closureResult.error,
        processorSeconds: childrenSeconds() - before)
    } catch {
      throw Failure(description: shown("\(error)"))
    }
  }

  /// Drains both streams while the clock runs, then waits for the end and kills what was left behind.
  private func attend(
    _ process: Process, seconds: Double, meter: Meter, output: SubprocessOutputSequence,
    error: SubprocessOutputSequence
  ) async -> (output: CappedOutput, error: CappedOutput) {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
        meter.stop(.timeout)
        process.killGroup()
      }
      async let first = drain(output, meter: meter, process: process)
      async let second = drain(error, meter: meter, process: process)
      let drained = await (output: first, error: second)
      while !process.hasEnded, (try? await Task.sleep(for: .milliseconds(2))) != nil {}
      // The process is not reaped yet, so its number cannot belong to another.
      process.killGroup()
      group.cancelAll()
      return drained
    }
  }

  private func drain(
    _ sequence: SubprocessOutputSequence, meter: Meter, process: Process
  ) async -> CappedOutput {
    var kept = CappedOutput()
    do {
      for try await buffer in sequence {
        kept.append(buffer.withUnsafeBytes { Array($0) })
        if meter.count(buffer.count) {
          process.killGroup()
        }
      }
    } catch {
      // The stream was closed under us because the process ended; what came before counts.
    }
    return kept
  }

  private struct Process: Sendable {
    let identifier: Int32
    let descriptor: Int32

    init(_ identifier: ProcessIdentifier) {
      self.identifier = identifier.value
      descriptor = identifier.processDescriptor
    }

    func killGroup() {
      kill(-identifier, SIGKILL)
    }

    /// Whether it has ended, reaped or not; true where the kernel cannot tell (before Linux 5.3).
    var hasEnded: Bool {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return descriptor < 0 || poll(&entry, 1, 0) != 0
    }
  }

  /// What was written so far, and why the process was stopped.
  private final class Meter: Sendable {
    private let state = Mutex<(bytes: Int, stop: Ending.Stop?)>((0, nil))
    private let limit: Int

    init(limit: Int) {
      self.limit = limit
    }

    /// Adds bytes; whether they are now too many.
    func count(_ bytes: Int) -> Bool {
      let isOver = state.withLock { state in
        state.bytes += bytes
        return state.bytes > limit
      }
      if isOver { stop(.output) }
      return isOver
    }

    /// Notes the first reason.
    func stop(_ reason: Ending.Stop) {
      state.withLock { $0.stop = $0.stop ?? reason }
    }

    var stop: Ending.Stop? { state.withLock { $0.stop } }
  }

  /// Processor time of all our ended children together.
  private func childrenSeconds() -> Double {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage) == 0 else { return 0 }
    return [usage.ru_utime, usage.ru_stime]
      .map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
      .reduce(0, +)
  }
}
