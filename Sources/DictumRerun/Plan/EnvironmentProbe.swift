import Crypto
import DictumModel
import Foundation
import Glibc

/// Finds what, beside its inputs, can change a model's numbers on this machine.
///
///     os                 Debian GNU/Linux 12 (bookworm)
///     arch               x86_64
///     python3 --version  Python 3.11.2                    a version command of the card
///     uv.lock            sha256 4bf5…                     a lock file of the card
///     program python3    /usr/bin/python3.11 sha256 9c1…  where the card names no version command
struct EnvironmentProbe {
  let card: ModelCard
  /// The card's folder.
  let folder: String
  let sandbox: Sandbox
  let temporary: String

  /// What an output is cut to.
  private static let limit = 4096

  /// The environment; a version command that does not end well is an error.
  ///
  /// Version commands are processes, so they are only started when `isApproved`, in a sandbox that
  /// shows them an empty folder; else each says `Subject.unasked`.
  func environment(isApproved: Bool) async throws(RerunError) -> [String: String] {
    var result = ["os": Self.system(), "arch": Self.architecture()]
    var locks = card
    locks.inputs = card.environment.lockfiles
    for (path, hash) in try InputHasher(card: locks, folder: folder).hashes() {
      result[path] = "sha256 " + hash
    }
    for command in card.environment.versions where !command.isEmpty {
      result[command.joined(separator: " ")] =
        isApproved ? try await said(by: command) : RunRecord.Subject.unasked
    }
    if card.environment.versions.isEmpty {
      for program in [card.command.first, card.build.first].compactMap(\.self) {
        if let file = file(of: program) { result["program " + program] = file }
      }
    }
    return result
  }

  /// What a version command writes, on either stream, its lines joined.
  private func said(by command: [String]) async throws(RerunError) -> String {
    let root = temporary + "/dictum-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    let cell = RunLayout.Cell(root: root + "/probe")
    defer { RunFolder.remove(root) }
    for path in [root] + cell.folders { try RunFolder.make(path) }
    if let reason = writeNewFile(
      [UInt8]("{}".utf8), to: cell.params, mode: 0o444, isDurable: false)
    {
      throw .cannotPrepare(path: cell.params, reason: reason)
    }
    let view = sandbox.view(of: cell)
    let variables = RunEnvironment(
      model: card.id, runID: "", seed: nil, params: view.params, out: view.out, home: view.home,
      programs: RunEnvironment.programs(of: card.policy)
    ).variables
    var limits = card.limits
    limits.wallSeconds = min(limits.wallSeconds, 20)
    let ending = await Launcher(sandbox: sandbox).launch(
      .init(
        command: command, environment: variables, cell: cell, limits: limits, policy: card.policy))
    let finding = RunFinding(ending, limits: limits)
    guard finding.outcome == .ok else {
      throw .badProbe(
        model: card.id, command: command.joined(separator: " "),
        reason: finding.message.split(separator: "\n").joined(separator: ": "))
    }
    let bytes = ending.standardOutput.tail + ending.standardError.tail
    return String(decoding: bytes.prefix(Self.limit), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { shown($0) }
      .joined(separator: RunRecord.Subject.lineSeparator)
  }

  /// The name and version that the system gives itself (os-release(5)).
  private static func system() -> String {
    let bytes =
      readRegularFile("/etc/os-release", limit: 65_536)
      ?? readRegularFile("/usr/lib/os-release", limit: 65_536) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let name = lines.first { $0.hasPrefix("PRETTY_NAME=") }?.dropFirst("PRETTY_NAME=".count)
    return name.map { shown($0.trimmingCharacters(in: ["\"", "'"])) } ?? "Linux"
  }

  /// The processor's architecture, as `uname -m` says it.
  private static func architecture() -> String {
    var name = utsname()
    guard uname(&name) == 0 else { return "unknown" }
    return withUnsafeBytes(of: name.machine) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// The file of a program and its hash; `nil` for one that is among the inputs, or nowhere.
  ///
  /// An upgrade of an interpreter so makes its runs stale without asking it anything.
  private func file(of name: String) -> String? {
    let folders = RunEnvironment.programs(of: card.policy) + ["/usr/bin", "/bin"]
    let path = program(name, path: folders.joined(separator: ":"))
    guard path.hasPrefix("/"), let target = realPath(path), let hash = Self.hash(of: target) else {
      return nil
    }
    return "\(target) sha256 \(hash)"
  }

  private static func hash(of path: String) -> String? {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    let name = URL(filePath: path).lastPathComponent
    return OutputHasher(folder: folder).file(name)?.sha256
  }
}
