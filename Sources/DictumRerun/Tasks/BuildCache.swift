import Crypto
package import DictumModel
import Foundation
import Glibc

/// What models' build commands made, kept by everything that it follows from.
///
///     DIRECTORY/KEY/      what one build command wrote in `{build}`, whole
///     DIRECTORY/.new-…/   a build that is not done
///
/// It lies in the user's cache folder, never in a library; who deletes it loses nothing but time.
package struct BuildCache: Sendable {
  private let directory: String

  /// The cache in a directory, which the first build creates.
  package init(directory: String) {
    self.directory = directory
  }

  /// SHA-256, 64 lowercase hexadecimal digits, of the build command, the inputs' hashes by path, what
  /// the run may see, and the machine as `RunRecord.Subject.environment` says it.
  package func key(
    of card: ModelCard, inputs: [String: String], environment: [String: String]
  ) -> String {
    let subject = Buildable(
      build: card.build, environment: environment, inputs: inputs, read: card.policy.read)
    // Texts only, which JSON always takes.
    let json = try? canonicalEncoder().encode(subject)
    return hexadecimal(SHA256.hash(data: json ?? Data()))
  }

  /// Puts what is built in `destination`, a folder that is not there yet, from the cache or by
  /// calling `build`.
  ///
  /// `build` runs the card's build command, shut in, with the empty folder that it is given as
  /// `{build}` to write in, within `ModelCard.Limits.forBuild`. Its finding is passed on; unless it
  /// is `ok`, there is no destination, and the message says that it is the build's.
  func provide(
    _ key: String, at destination: String,
    build: (_ folder: String) async throws(RerunError) -> RunFinding
  ) async throws(RerunError) -> RunFinding {
    let kept = directory + "/" + key
    guard isOurs(directory), isOurs(kept) else {
      throw .cannotPrepare(path: kept, reason: "it belongs to, or can be written by, someone else")
    }
    if !isFolder(kept) {
      let finding = try await make(kept, build)
      guard finding.outcome == .ok else { return finding }
    }
    // A copy, since the nodes of a cluster see the batch's folder and not the cache.
    try BuiltFiles.copy(kept, to: destination)
    return .good
  }

  /// Builds beside the place where it is kept and moves it there: half a build is never found.
  private func make(
    _ kept: String, _ build: (_ folder: String) async throws(RerunError) -> RunFinding
  ) async throws(RerunError) -> RunFinding {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotPrepare(path: directory, reason: "the folder of builds could not be made")
    }
    let new = directory + "/.new-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    try RunFolder.make(new)
    defer { RunFolder.remove(new) }
    var finding = try await build(new)
    if finding.outcome == .ok, try isEmpty(new) {
      finding = RunFinding(.missingOutput, "it left nothing in {build}")
    }
    guard finding.outcome == .ok else {
      finding.message = "the build failed: " + finding.message
      return finding
    }
    guard rename(new, kept) == 0 || isFolder(kept) else {
      throw .cannotPrepare(path: kept, reason: lastSystemError())
    }
    return finding
  }

  private func isEmpty(_ folder: String) throws(RerunError) -> Bool {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty
    } catch {
      throw .cannotPrepare(path: folder, reason: "it cannot be listed")
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a folder, if it is there, is ours alone: what others can write there must never run.
  private func isOurs(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  private struct Buildable: Encodable {
    var build: [String]
    var environment: [String: String]
    var inputs: [String: String]
    var read: [String]
  }
}

extension ModelCard.Limits {
  /// The limits of a build: a compiler needs more than its program does.
  package var forBuild: ModelCard.Limits {
    ModelCard.Limits(
      wallSeconds: max(wallSeconds, 600), cpuSeconds: max(cpuSeconds, 600),
      memoryMiB: max(memoryMiB, 8192), outputMiB: max(outputMiB, 256),
      processes: max(processes, 256))
  }
}
