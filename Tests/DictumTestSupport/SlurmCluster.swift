import Foundation
import Glibc

/// A Slurm cluster of one node on this machine, in a folder of its own; it is gone when the tests
/// are, however they end.
package struct SlurmCluster: Sendable {
  /// Whether Slurm's daemons are installed, as scripts/install-dependencies does.
  package static let isInstalled = ["slurmctld", "slurmd", "munged"].allSatisfy { name in
    path.split(separator: ":").contains { access($0 + "/" + name, X_OK) == 0 }
  }

  /// What to say where they are not.
  package static let whyNot: String =
    "Slurm is not installed, so nothing is run on a cluster: scripts/install-dependencies"

  private static let path = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scripts/slurm-loopback").standardizedFileURL.path

  private let folder: String

  /// What a user of the cluster has in the environment.
  package let environment: [String: String]

  /// Lends a cluster; `settings` are variables that scripts/slurm-loopback knows.
  package static func lend(
    _ settings: [String: String] = [:], to body: (SlurmCluster) async throws -> Void
  ) async throws {
    let folder =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/slurm-" + UUID().uuidString.prefix(13)
    let cluster = SlurmCluster(
      folder: folder,
      environment: [
        "PATH": path, "HOME": folder, "LC_ALL": "C.UTF-8", "SLURM_CONF": folder + "/slurm.conf",
      ])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await cluster.script("up", "--while", "\(getpid())", settings: settings)
    do {
      try await body(cluster)
    } catch {
      try? await cluster.script("down")
      throw error
    }
    try await cluster.script("down")
  }

  /// A power cut of the node: everything on it dies at once.
  package func cut() async throws { try await script("cut") }

  /// Starts the node again.
  package func plug() async throws { try await script("plug") }

  /// Runs one of Slurm's programs.
  @discardableResult
  package func call(_ program: String, _ arguments: [String]) async throws -> String {
    try await Executable.run(program: program, arguments, folder: "/", environment: environment)
      .output
  }

  private func script(
    _ verb: String, _ further: String..., settings: [String: String] = [:]
  ) async throws {
    let result = try await Executable.run(
      program: Self.script, [verb, folder] + further, folder: "/",
      environment: settings.merging(["PATH": Self.path]) { $1 })
    guard result.status == 0 else { throw Failure(said: result.error) }
  }

  /// The cluster did not do what it was told.
  package struct Failure: Error {
    package var said: String
  }
}

/// Waits until something is so, at most a minute; whether it came to be.
package func eventually(_ isSo: () async throws -> Bool) async throws -> Bool {
  let end = ContinuousClock().now + .seconds(60)
  while ContinuousClock().now < end {
    if try await isSo() { return true }
    try await Task.sleep(for: .milliseconds(50))
  }
  return false
}
