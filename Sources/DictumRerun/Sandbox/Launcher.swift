import CConfine
import DictumModel
import Foundation
import Glibc

/// Starts one command in a sandbox and sees it and all its descendants end, within their limits.
struct Launcher: Sendable {
  let sandbox: Sandbox

  /// One start.
  struct Request: Sendable {
    /// The argument vector, as the run sees it; the first element is found in /usr/bin and /bin, or
    /// is a path, absolute or below the card's folder.
    var command: [String]
    /// The whole environment.
    var environment: [String: String]
    /// The run's folders, which exist.
    var cell: RunLayout.Cell
    var limits: ModelCard.Limits
    var policy = ModelCard.SandboxPolicy()
  }

  /// Runs the command to its end; nothing of it is alive afterwards.
  ///
  /// It is stopped when a limit is passed and when the caller's task is cancelled. Nothing is thrown:
  /// a command that cannot be started has an ending too.
  func launch(_ request: Request) async -> Ending {
    let limits = RunLimits(card: request.limits)
    var confinement: Confinement
    switch sandbox.mechanism {
    case .bubblewrap(let bubblewrap):
      confinement = bubblewrap.confinement(of: request, limits: limits)
    case .builtIn(let builtIn): confinement = builtIn.confinement(of: request, limits: limits)
    case .none: confinement = unconfined(request, limits: limits)
    case .refused: return Ending(status: .refused(sandbox.reason ?? ""))
    }
    if let closed = RunUser.handOver(request.cell, to: confinement.user) {
      return Ending(
        status: .notConfined(
          "root's runs have a user of their own, and \(shown(closed)) is closed to it: "
            + "set TMPDIR to a folder that everybody may pass through"))
    }
    if let closed = RunUser.closed(request.policy, to: confinement.user) {
      return Ending(
        status: .notConfined(
          "root's runs have a user of their own, and \(shown(closed)), which sandbox.read needs, is "
            + "closed to it: put what runs read where everybody may pass through, such as /opt"))
    }
    var ending = await Self.attend(
      confinement, seconds: request.limits.wallSeconds, limits: limits, cell: request.cell,
      bubblewrap: bubblewrap)
    let size = FolderSize(of: request.cell.out)
    (ending.usage.writtenBytes, ending.usage.writtenFiles) = (size.bytes, size.files)
    return ending
  }

  /// Runs what has no folders and no limits but some seconds: to see whether it works, or to ask a
  /// program of the system.
  static func probe(
    _ confinement: Confinement, in bubblewrap: Bubblewrap? = nil, seconds: Double = 10
  ) async -> Ending {
    await attend(
      confinement, seconds: seconds, limits: RunLimits(card: .init()), cell: nil,
      bubblewrap: bubblewrap)
  }

  private var bubblewrap: Bubblewrap? {
    if case .bubblewrap(let found) = sandbox.mechanism { found } else { nil }
  }

  /// Our user's own rights, our own view of the files: only what the keeper and the limits do.
  private func unconfined(_ request: Request, limits: RunLimits) -> Confinement {
    var result = Confinement(
      program: program(request.command.first ?? "", path: request.environment["PATH"]),
      arguments: request.command, environment: request.environment, folder: request.cell.model)
    result.limits = limits.ofProcesses
    result.session = true
    return result
  }

  /// Attends a run on a thread of its own: it waits for the kernel, and the pool's threads must not.
  private static func attend(
    _ confinement: Confinement, seconds: Double, limits: RunLimits, cell: RunLayout.Cell?,
    bubblewrap: Bubblewrap?
  ) async -> Ending {
    let stopper = Stopper()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          let watch = Watch(
            limits: limits, seconds: seconds, cell: cell, bubblewrap: bubblewrap, stopper: stopper)
          continuation.resume(returning: watch.run(confinement))
        }
      }
    } onCancel: {
      stopper.stop(.cancelled)
    }
  }
}
