import Foundation
import Subprocess

/// The built executable, `dictum`, run as a user runs it.
package enum Executable {
  /// How one run ended.
  package struct Result: Sendable {
    package var output: String
    package var error: String

    /// The exit status, or `nil` when a signal ended it.
    package var status: Int32?
  }

  /// Its path: it is built into the folder of the test bundle.
  package static let path: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().path + "/dictum"
  }()

  /// Runs `dictum` with these arguments in a folder of the library, by default its root.
  ///
  /// Its home and its state folder are the library's own, so that no two tests share one.
  package static func run(
    _ arguments: [String], in library: TemporaryLibrary, folder: String? = nil,
    environment: [String: String] = [:]
  ) async throws -> Result {
    try await run(
      program: path, arguments, folder: folder ?? library.root,
      environment: Executable.environment(library).merging(environment) { $1 })
  }

  /// Runs any program to its end.
  package static func run(
    program: String, _ arguments: [String], folder: String, environment: [String: String]
  ) async throws -> Result {
    // Started through env, which also changes the folder: a path of this package would need the path
    // type of another.
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(["-C", folder, "--", program] + arguments),
      environment: variables(environment), input: .none, output: .string(limit: 1 << 26),
      error: .string(limit: 1 << 24))
    return Result(
      output: result.standardOutput, error: result.standardError,
      status: status(result.terminationStatus))
  }

  /// Runs `dictum` and kills it, without warning, after a time; its result, when it was faster.
  package static func kill(
    _ arguments: [String], in library: TemporaryLibrary, after delay: Duration
  ) async throws -> Int32? {
    try await kill(arguments, in: library) { try await Task.sleep(for: delay) }
  }

  /// Runs `dictum` and kills it, without warning, when `wait` returns; its result, when it was faster.
  package static func kill(
    _ arguments: [String], in library: TemporaryLibrary, environment: [String: String] = [:],
    when wait: () async throws -> Void
  ) async throws -> Int32? {
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(["-C", library.root, "--", path] + arguments),
      environment: variables(Executable.environment(library).merging(environment) { $1 }),
      input: .none, output: .discarded, error: .discarded
    ) { execution in
      try await wait()
      // The process may have ended by itself.
      try? execution.send(signal: .kill)
    }
    return status(result.terminationStatus)
  }

  /// Runs `dictum` and interrupts it, as Ctrl-C does, as soon as something is so; its output and its
  /// exit status.
  package static func interrupt(
    _ arguments: [String], in library: TemporaryLibrary, when isTime: () -> Bool
  ) async throws -> Result {
    let files = ["out", "err"].map { library.base + "/interrupted-" + $0 }
    let result = try await Subprocess.run(
      .name("env"),
      arguments: Arguments(
        [
          "-C", library.root, "--", "sh", "-c", #"exec >"$0" 2>"$1"; shift; exec "$@""#, files[0],
          files[1], path,
        ] + arguments),
      environment: variables(environment(library)), input: .none, output: .discarded,
      error: .discarded
    ) { execution in
      for _ in 0..<2000 where !isTime() { try await Task.sleep(for: .milliseconds(10)) }
      try execution.send(signal: .interrupt)
    }
    return Result(
      output: try String(contentsOfFile: files[0], encoding: .utf8),
      error: try String(contentsOfFile: files[1], encoding: .utf8),
      status: status(result.terminationStatus))
  }

  /// A clean environment: nothing of the machine's but the path.
  private static func environment(_ library: TemporaryLibrary) -> [String: String] {
    [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": library.base + "/home",
      "XDG_STATE_HOME": library.base + "/state", "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
    ]
  }

  private static func variables(_ environment: [String: String]) -> Environment {
    .custom(
      environment.sorted { $0.key < $1.key }.map { Array("\($0.key)=\($0.value)\0".utf8) })
  }

  private static func status(_ status: TerminationStatus) -> Int32? {
    if case .exited(let code) = status { return code }
    return nil
  }
}
