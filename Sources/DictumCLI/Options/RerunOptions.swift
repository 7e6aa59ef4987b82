import ArgumentParser
import DictumModel
import DictumRerun
import Foundation

/// How models are run.
struct RerunOptions: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
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

  @Option(
    help: "The sandbox to run in; by default bubblewrap, and where it does not work landlock.")
  var sandbox: SandboxKind?

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
    if sandbox != nil && noSandbox {
      throw ValidationError("--sandbox and --no-sandbox exclude each other: give one of them")
    }
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

  /// The sandbox of this machine that was asked for, or the first that works.
  func findSandbox() -> Sandbox {
    if noSandbox { return .none("--no-sandbox was given") }
    return Asynchronous.wait {
      switch sandbox {
      case .bubblewrap: await Sandbox.detect([.bubblewrap])
      case .landlock: await Sandbox.detect([.landlock])
      case nil: await Sandbox.detect()
      }
    }
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

/// The sandboxes that can be asked for.
enum SandboxKind: String, CaseIterable, ExpressibleByArgument {
  case bubblewrap
  case landlock
}
