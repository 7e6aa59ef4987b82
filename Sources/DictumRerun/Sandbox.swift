package import DictumModel
import Glibc

/// What a run is shut in, and the command lines that do it.
package struct Sandbox: Hashable, Sendable {
  /// Which sandbox it is.
  package let kind: RunRecord.Sandbox

  /// Why there is no sandbox, one sentence with what to do; `nil` when there is one.
  package let reason: String?

  private let bubblewrap: String

  /// Limits and a clean environment only, for the reason given.
  package static func none(_ reason: String) -> Sandbox {
    Sandbox(kind: .none, reason: reason, bubblewrap: "")
  }

  /// Looks whether bubblewrap is here and works, by running `true` in it once.
  package static func detect() async -> Sandbox {
    guard let path = systemProgram("bwrap") else {
      return .none("bubblewrap is not installed: apt-get install bubblewrap")
    }
    let sandbox = Sandbox(kind: .bubblewrap, reason: nil, bubblewrap: path)
    let request = Launcher.Request(
      arguments: [path] + sandbox.isolation + ["--", "true"],
      environment: ["PATH": "/usr/bin:/bin"], wallSeconds: 10, outputBytes: 65_536)
    do {
      let ending = try await Launcher().launch(request)
      if ending.status == .exited(0) { return sandbox }
      let said = lastLines(of: ending.standardError.tail, lines: 1)
      return .none("bubblewrap does not work here: \(said.isEmpty ? "\(ending.status)" : said)")
    } catch {
      return .none("bubblewrap does not work here: \(error)")
    }
  }

  /// How a command sees the run's folders.
  func view(of cell: RunLayout.Cell) -> (params: String, out: String, home: String) {
    switch kind {
    case .bubblewrap: ("/params.json", "/out", "/tmp")
    case .landlock, .none: (cell.params, cell.out, cell.temporary)
    }
  }

  /// The argument vector that runs a command in the card's folder, shut in and limited.
  ///
  /// A one-line shell opens the status file or changes the folder, and is replaced by the command:
  /// no shell ever sees the card's words other than as arguments.
  func arguments(
    for command: [String], cell: RunLayout.Cell, environment: [String: String],
    limits: ModelCard.Limits, prlimit: String
  ) -> [String] {
    let limited = [prlimit] + limits.prlimitOptions + ["--"] + command
    switch kind {
    case .bubblewrap:
      let variables = environment.sorted { $0.key < $1.key }
        .flatMap { ["--setenv", $0.key, $0.value] }
      let binds = [
        "--ro-bind", cell.model, "/model", "--ro-bind", cell.params, "/params.json",
        "--bind", cell.out, "/out", "--chdir", "/model", "--remount-ro", "/",
        "--json-status-fd", "3",
      ]
      return ["/bin/sh", "-c", #"exec 3>"$1"; shift; exec "$@""#, "sh", cell.status, bubblewrap]
        + isolation + variables + binds + ["--"] + limited
    case .landlock, .none:
      return ["/bin/sh", "-c", #"cd "$1" || exit; shift; exec "$@""#, "sh", cell.model] + limited
    }
  }

  /// A new namespace of every kind, the system's programs read-only, and nothing of the user's.
  ///
  /// `/etc/alternatives` and the linker's cache let Debian's programs find their libraries.
  private var isolation: [String] {
    [
      "--unshare-all", "--die-with-parent", "--new-session", "--as-pid-1", "--clearenv",
      "--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib",
      "--symlink", "usr/lib64", "/lib64", "--ro-bind-try", "/etc/alternatives", "/etc/alternatives",
      "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--proc", "/proc", "--dev", "/dev",
      "--size", "67108864", "--tmpfs", "/dev/shm", "--size", "67108864", "--tmpfs", "/tmp",
      "--remount-ro", "/dev",
    ]
  }
}

/// The absolute path of one of the system's programs; the user's own PATH is not asked.
func systemProgram(_ name: String) -> String? {
  ["/usr/bin/", "/bin/"].map { $0 + name }.first { access($0, X_OK) == 0 }
}

extension ModelCard.Limits {
  /// Options for prlimit.
  ///
  /// Soft and hard limits are one, since the first process of a sandbox is not
  /// stopped by the soft one; a file may be one byte larger than allowed, so that excess shows.
  var prlimitOptions: [String] {
    let cpu = max(1, Int(cpuSeconds.rounded(.up)))
    return [
      "--cpu=\(cpu):\(cpu)", "--as=\(memoryMiB << 20)", "--fsize=\((outputMiB << 20) + 1)",
      "--nofile=256", "--core=0",
    ]
  }
}
