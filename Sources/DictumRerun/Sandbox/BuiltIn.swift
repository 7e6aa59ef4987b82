import CConfine
import DictumModel
import Glibc

/// Runs shut in by the kernel without a helper: Landlock for files, seccomp for system calls, and
/// namespaces where the kernel gives them.
struct BuiltIn: Hashable, Sendable {
  /// The ABI of Landlock to use; at least 1.
  let landlock: Int32
  /// Whether processes, network and mounts are the run's own.
  let hasNamespaces: Bool
  /// Whether a run is a user of its own; see `RunUser`.
  let changesUser: Bool

  /// What it comes to, for the record.
  var level: String {
    "Landlock ABI \(landlock), seccomp" + (hasNamespaces ? ", namespaces" : "")
      + (changesUser ? ", a user of its own" : "")
  }

  /// Looks what the kernel gives, the most first.
  static func detect() async -> Result<BuiltIn, Unavailable> {
    let abi = confine_landlock_abi()
    guard abi > 0 else {
      return .failure(
        Unavailable(reason: "the kernel has no Landlock: use Linux 5.13 or later with it enabled"))
    }
    var reason = ""
    for hasNamespaces in [true, false] {
      for changesUser in RunUser.isRoot ? [true, false] : [false] {
        let found = BuiltIn(landlock: abi, hasNamespaces: hasNamespaces, changesUser: changesUser)
        let ending = await Launcher.probe(found.confinement(running: ["true"], limits: nil))
        if ending.status == .exited(0) { return .success(found) }
        reason = "\(ending.status)"
      }
    }
    return .failure(Unavailable(reason: "Landlock does not work here: \(reason)"))
  }

  /// A command that may read the system's programs and nothing else.
  func confinement(
    running command: [String], limits: RunLimits?, policy: ModelCard.SandboxPolicy = .init()
  ) -> Confinement {
    let program = command.first ?? ""
    var result = Confinement(
      program: program.contains("/") ? program : systemProgram(program) ?? program,
      arguments: command, environment: [:])
    result.landlock = landlock
    result.network = policy.network
    let readable =
      SystemView.programs + SystemView.machine + SystemView.extra(program: program, policy: policy)
    result.rules =
      readable.map { .init(path: $0, access: .read) }
      + SystemView.devices.map { .init(path: $0, access: .device) }
    result.filter = filter(network: policy.network)
    if hasNamespaces {
      result.namespaces = CONFINE_NAMESPACES.rawValue
      if !RunUser.isRoot { result.namespaces |= CONFINE_USER_NAMESPACE.rawValue }
      if !policy.network { result.namespaces |= CONFINE_NETWORK_NAMESPACE.rawValue }
      result.temporaryBytes = RunLimits.temporaryBytes
      result.rules.append(.init(path: "/dev/shm", access: .write))
    }
    if changesUser { result.user = RunUser.fresh() }
    if let limits { result.limits = limits.ofProcesses + [processes(limits)] }
    return result
  }

  /// A run: the folders of its cell, and the command in the copies of its inputs.
  func confinement(of request: Launcher.Request, limits: RunLimits) -> Confinement {
    let cell = request.cell
    var result = confinement(running: request.command, limits: limits, policy: request.policy)
    result.environment = request.environment
    result.program = program(
      request.command.first ?? "", path: request.environment["PATH"])
    result.folder = cell.model
    result.rules += [
      .init(path: cell.model, access: .read), .init(path: cell.params, access: .read),
      .init(path: cell.out, access: .write), .init(path: cell.temporary, access: .write),
    ]
    if let build = cell.build { result.rules.append(.init(path: build, access: .read)) }
    if hasNamespaces {
      result.writable = cell.out
      result.temporary = cell.temporary
    }
    return result
  }

  /// What system calls are forbidden beyond the usual: what reaches past Landlock and is not kept in
  /// by a namespace or by a user of the run's own.
  private func filter(network: Bool) -> UInt32 {
    var bits = CONFINE_FILTER.rawValue | CONFINE_FILTER_CONNECT.rawValue
    if network { bits |= CONFINE_FILTER_NETWORK.rawValue }
    if !hasNamespaces {
      bits |= CONFINE_FILTER_IPC.rawValue | CONFINE_FILTER_WRITERS.rawValue
    }
    if !hasNamespaces && !changesUser {
      bits |= CONFINE_FILTER_OWNER.rawValue
      if landlock < 6 { bits |= CONFINE_FILTER_SIGNALS.rawValue }
    }
    return bits
  }

  /// The limit of processes.
  ///
  /// It is exact for a user of the run's own and in a user namespace, where the keeper counts as one.
  /// Elsewhere the user's other processes count, so it is only a bound on the damage, and the watch
  /// stops the run that has too many.
  private func processes(_ limits: RunLimits) -> Confinement.Limit {
    if changesUser { return limits.ofUser(more: 0) }
    if hasNamespaces && !RunUser.isRoot { return limits.ofUser(more: 1) }
    // All tasks of the system: the number after the slash (proc(5)).
    let tasks = smallFile("/proc/loadavg")?.split(separator: "/").last
      .flatMap { $0.split(separator: " ").first }.flatMap { Int($0) }
    return limits.ofUser(more: tasks ?? 4096)
  }
}
