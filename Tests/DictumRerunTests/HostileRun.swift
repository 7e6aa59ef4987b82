import DictumModel
import Foundation

@testable import DictumRerun

/// One run of a hostile script in a folder of its own, which is removed when the value goes.
///
/// Beside the run's folder lies what a script tries to reach: a file and a folder that everybody may
/// read and write, so that only the sandbox stands in between.
final class HostileRun: Sendable {
  let root: String
  let cell: RunLayout.Cell
  var secret: String { root + "/secret.txt" }
  var open: String { root + "/open" }

  static let words = "the user's own words"

  init() throws {
    let base = FileManager.default.temporaryDirectory.path()
    root =
      (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/dictum-hostile-"
      + UUID().uuidString
    cell = RunLayout.Cell(root: root + "/private/cell")
    for folder in [root, open] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try Data(Self.words.utf8).write(to: URL(filePath: secret))
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: secret)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: open)
    for folder in [root + "/private"] + cell.folders { try RunFolder.make(folder) }
    try Data("{}".utf8).write(to: URL(filePath: cell.params))
  }

  deinit {
    RunFolder.remove(root)
  }

  /// Runs a script, with `SECRET`, `OPEN` and what else is given in its environment.
  func run(
    _ script: String, language: String = "python3", in sandbox: Sandbox,
    environment: [String: String] = [:], policy: ModelCard.SandboxPolicy = .init(),
    _ change: (inout ModelCard.Limits) -> Void = { _ in }
  ) async throws -> (ending: Ending, finding: RunFinding) {
    try Data(script.utf8).write(to: URL(filePath: cell.model + "/model.py"))
    var limits = ModelCard.Limits(wallSeconds: 120, cpuSeconds: 60, memoryMiB: 256, outputMiB: 8)
    change(&limits)
    let view = sandbox.view(of: cell)
    var variables = RunEnvironment(
      model: "toy", runID: "run:toy", seed: nil, params: view.params, out: view.out,
      home: view.home
    ).variables
    variables["SECRET"] = secret
    variables["OPEN"] = open
    variables.merge(environment) { $1 }
    let ending = await Launcher(sandbox: sandbox).launch(
      .init(
        command: [language, "model.py"], environment: variables, cell: cell, limits: limits,
        policy: policy))
    return (ending, RunFinding(ending, limits: limits))
  }

  /// What lies beside the run, unchanged and alone.
  var isUntouched: Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: secret)
    return FileManager.default.contents(atPath: secret) == Data(Self.words.utf8)
      && (attributes?[.posixPermissions] as? Int) == 0o666
      && (attributes?[.modificationDate] as? Date).map { $0 > Date(timeIntervalSince1970: 1e9) }
        ?? false
      && (try? FileManager.default.contentsOfDirectory(atPath: open)) == []
      && (try? FileManager.default.contentsOfDirectory(atPath: root).sorted())
        == ["open", "private", "secret.txt"]
  }

  /// Python that tries actions and prints how many were not refused, by name.
  static let tries = """
    import ctypes, os, signal, socket, subprocess, sys, time
    E = os.environ
    got = []
    def attempt(name, action):
        try:
            action()
            got.append(name)
        except (OSError, subprocess.SubprocessError):
            pass
    def libc(call, *arguments):
        library = ctypes.CDLL(None, use_errno=True)
        if getattr(library, call)(*arguments) < 0:
            raise OSError(ctypes.get_errno(), call)

    """

  /// What `tries` ends with.
  static let says = "\nprint('got:', *got)\n"
}
