import ArgumentParser
import DictumRerun
import Foundation

/// How models are run.
struct RerunOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many tasks are run at once; by default one for each processor.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var cluster: ClusterOptions

  @Flag(help: "Run every task, though nothing has changed, and say whether it repeats.")
  var force = false

  @Flag(help: "Take other seeds than the card's, drawn now; the record says so.")
  var freshSeeds = false

  @Option(help: ArgumentHelp("How many seeds the first look takes.", valueName: "n"))
  var seeds: Int?

  @Flag(help: "Run without a sandbox; the model can read your files.")
  var noSandbox = false

  @Option(
    help: ArgumentHelp(
      "Run exactly what has this fingerprint without keeping the approval; repeat for several.",
      valueName: "sha256:…"))
  var trustHash: [String] = []

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if let seeds, seeds < 1 { throw ValidationError("--seeds must be at least 1") }
    for hash in trustHash where Self.fingerprint(hash) == nil {
      throw ValidationError(
        "\(hash) is no fingerprint: `dictum rerun --plan` shows it, sha256: and 64 digits")
    }
  }

  /// What is asked for beyond the cards.
  var plan: PlanOptions {
    PlanOptions(
      isForced: force, freshBase: freshSeeds ? UInt64.random(in: 0...UInt64(Int64.max)) : nil,
      seeds: seeds)
  }

  /// The fingerprints that are accepted this once.
  var accepted: Set<String> { Set(trustHash.compactMap(Self.fingerprint)) }

  /// The sandbox of this machine.
  func sandbox() -> Sandbox {
    noSandbox
      ? .none("--no-sandbox was given") : Asynchronous.wait { await Sandbox.detect() }
  }

  /// Where tasks are run.
  func backend(_ sandbox: Sandbox, temporary: String) -> any TaskBackend {
    if cluster.on == .slurm { return cluster.slurm }
    return LocalBackend(
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, sandbox: sandbox,
      temporary: temporary)
  }

  private static func fingerprint(_ text: String) -> String? {
    let digits = text.hasPrefix("sha256:") ? String(text.dropFirst("sha256:".count)) : text
    return TrustStore.isFingerprint(digits) ? digits : nil
  }
}
