import CConfine
import DictumModel
import Glibc

/// Runs shut in by bubblewrap, which makes namespaces of every kind and a file system of its own.
struct Bubblewrap: Hashable, Sendable {
  /// Its executable.
  let path: String
  /// Whether it is started as a user of the run's own; see `RunUser`.
  let changesUser: Bool

  /// What it comes to, for the record.
  var level: String { "namespaces, seccomp" + (changesUser ? ", a user of its own" : "") }

  /// Looks whether it is here and works.
  static func detect() async -> Result<Bubblewrap, Unavailable> {
    guard let path = systemProgram("bwrap") else {
      return .failure(
        Unavailable(reason: "bubblewrap is not installed: apt-get install bubblewrap"))
    }
    var reason = ""
    for changesUser in RunUser.isRoot ? [true, false] : [false] {
      let found = Bubblewrap(path: path, changesUser: changesUser)
      let ending = await Launcher.probe(
        found.confinement(running: ["true"], limits: nil), in: found)
      if ending.status == .exited(0) { return .success(found) }
      let said = lastLines(of: ending.standardError.tail, lines: 1)
      reason = said.isEmpty ? "\(ending.status)" : said
    }
    return .failure(Unavailable(reason: "bubblewrap does not work here: \(reason)"))
  }

  /// The descriptors that bubblewrap gets.
  enum Descriptor {
    static let status = 3
    static let filter = 4
    static let block = 5
  }

  /// Whether the limit of processes must be set from outside, once the user namespace is there: our
  /// user has other processes, which are counted outside it.
  var limitsFromOutside: Bool { !changesUser }

  /// A command in a sandbox with nothing but the system's programs.
  func confinement(
    running command: [String], limits: RunLimits?, policy: ModelCard.SandboxPolicy = .init(),
    environment: [String: String] = [:], binds: [String] = []
  ) -> Confinement {
    let variables = environment.sorted { $0.key < $1.key }
      .flatMap { ["--setenv", $0.key, $0.value] }
    let extra = SystemView.extra(program: command.first ?? "", policy: policy)
      .flatMap { ["--ro-bind-try", $0, $0] }
    var result = Confinement(
      program: path,
      arguments: ["bwrap"] + namespaces(network: policy.network) + fileSystem + extra + binds
        + [
          "--remount-ro", "/", "--json-status-fd", "\(Descriptor.status)", "--seccomp",
          "\(Descriptor.filter)",
        ]
        + (limits != nil && limitsFromOutside ? ["--block-fd", "\(Descriptor.block)"] : [])
        + ["--clearenv"] + variables + ["--"] + command,
      environment: ["PATH": "/usr/bin:/bin"])
    result.handedFilter = filter(policy)
    if changesUser { result.user = RunUser.fresh() }
    if let limits {
      result.limits = limits.ofProcesses
      // bubblewrap itself, and its first process inside.
      if !limitsFromOutside { result.limits.append(limits.ofUser(more: 2)) }
    }
    return result
  }

  /// A run: the folders of its cell, and the command in the copies of its inputs.
  func confinement(
    of request: Launcher.Request, limits: RunLimits
  ) -> Confinement {
    let cell = request.cell
    return confinement(
      running: request.command, limits: limits, policy: request.policy,
      environment: request.environment,
      binds: [
        "--ro-bind", cell.model, "/model", "--ro-bind", cell.params, "/params.json", "--bind",
        cell.out, "/out", "--chdir", "/model",
      ] + (cell.build.map { ["--ro-bind", $0, "/build"] } ?? []))
  }

  /// What system calls are forbidden.
  ///
  /// A folder that is shown read-only may hold sockets, and to connect to one is no writing: the Docker
  /// daemon's, say, would be as good as the whole machine.
  private func filter(_ policy: ModelCard.SandboxPolicy) -> UInt32 {
    var bits = CONFINE_FILTER.rawValue
    if policy.network { bits |= CONFINE_FILTER_NETWORK.rawValue }
    if !policy.read.isEmpty { bits |= CONFINE_FILTER_CONNECT.rawValue }
    return bits
  }

  private func namespaces(network: Bool) -> [String] {
    [
      "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try",
      "--die-with-parent", "--uid", "1000", "--gid", "1000", "--hostname", "model",
    ] + (network ? [] : ["--unshare-net"])
  }

  /// The system's programs, read-only; what else there is, is new and empty.
  private var fileSystem: [String] {
    let size = ["--size", "\(RunLimits.temporaryBytes)"]
    let programs = SystemView.programs.flatMap { path -> [String] in
      var status = stat()
      guard lstat(path, &status) == 0 else { return [] }
      guard status.st_mode & S_IFMT == S_IFLNK else { return ["--ro-bind", path, path] }
      return realPath(path).map { ["--symlink", $0, path] } ?? []
    }
    // Not `--dev`: it has the terminal, and pseudo-terminals at the price of one more namespace.
    let devices =
      ["--tmpfs", "/dev"] + SystemView.devices.flatMap { ["--dev-bind", $0, $0] }
      + ["--symlink", "/proc/self/fd", "/dev/fd", "--symlink", "fd/0", "/dev/stdin"]
      + ["--symlink", "fd/1", "/dev/stdout", "--symlink", "fd/2", "/dev/stderr"]
    return programs + ["--proc", "/proc"] + devices + size + ["--tmpfs", "/dev/shm"] + size
      + ["--tmpfs", "/tmp", "--remount-ro", "/dev"]
  }

  /// What bubblewrap's status says of the command; `nil` for the process's own end to stand.
  ///
  /// It gives an exit status only for a command that was executed. A signal is told as 128 and its
  /// number, so a command that exits with such a status looks killed.
  static func status(_ status: Ending.Status, json: [UInt8], said: [UInt8]) -> Ending.Status {
    let text = String(decoding: json, as: UTF8.self)
    if let code = number(after: "\"exit-code\"", in: text) {
      return (129...192).contains(code) ? .signalled(code - 128) : .exited(code)
    }
    let words = lastLines(of: said, lines: 1)
    if words.hasPrefix("bwrap: execvp ") { return .notExecuted(words) }
    return .notConfined(words.isEmpty ? "\(status)" : words)
  }

  /// The number that follows a key of JSON.
  static func number(after key: String, in text: String) -> Int32? {
    guard let range = text.firstRange(of: key) else { return nil }
    return Int32(
      text[range.upperBound...].drop { ": ".contains($0) }.prefix { $0.isASCII && $0.isNumber })
  }
}
