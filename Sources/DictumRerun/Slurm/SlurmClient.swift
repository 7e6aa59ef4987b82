import Glibc

/// Slurm's own programs, started with the user's settings for them.
struct SlurmClient: Sendable {
  /// The variables that sbatch is started with, and so, with Slurm's own, those of a job.
  let environment: [String: String]

  /// What the scheduler says of a job.
  enum Answer: Hashable {
    /// Its elements, by number; those that it no longer lists are over.
    case elements([Int: SlurmElement])
    /// It has no such job, or no longer.
    case unknown
    /// It did not answer; what was said instead.
    case silence(String)
  }

  /// A client for a user whose environment is given.
  ///
  /// Of it, only what Slurm's programs need is kept: a job must not depend on the shell that it was
  /// submitted from.
  init(user: [String: String]) {
    let names: Set<String> = ["PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ"]
    environment = user.filter { name, _ in
      names.contains(name) || name.hasPrefix("SBATCH_") || name == "SLURM_CONF"
        || name == "SLURM_CLUSTERS"
    }.merging(["SLURM_BITSTR_LEN": "0"]) { $1 }
  }

  /// Whether Slurm's programs are here at all.
  func check() throws(RerunError) {
    for name in ["sbatch", "scontrol", "squeue", "scancel"] where path(of: name) == nil {
      throw .slurm(.noProgram(name))
    }
  }

  /// Submits a job and returns its number.
  func submit(_ arguments: [String]) async throws(RerunError) -> String {
    let said = try await call("sbatch", ["--parsable"] + arguments)
    // `17`, or `17;cluster`; a site's own words may come before.
    let last = said.output.split(separator: "\n").last.map { $0.prefix { $0 != ";" } } ?? ""
    guard said.isDone, !last.isEmpty, last.allSatisfy(\.isASCIIDigit) else {
      throw .slurm(.refused(said: said.complaint))
    }
    return String(last)
  }

  /// What the scheduler says of a job of this number and name; squeue is asked, which says less, where
  /// scontrol cannot be understood or says too much.
  func elements(of job: String, name: String) async throws(RerunError) -> Answer {
    let shown = try await call("scontrol", ["-o", "show", "job", job])
    if shown.isDone, shown.isWhole,
      let elements = SlurmElement.read(scontrol: shown.output, name: name)
    {
      return elements.isEmpty ? .unknown : .elements(elements)
    }
    if shown.error.contains("Invalid job id") { return .unknown }
    let queue = try await call(
      "squeue", ["-h", "-r", "-t", "all", "-j", job, "-o", "%K|%T|%r|%N|%j"])
    if queue.isDone, let elements = SlurmElement.read(squeue: queue.output, name: name) {
      return elements.isEmpty ? .unknown : .elements(elements)
    }
    return queue.error.contains("Invalid job id") ? .unknown : .silence(queue.complaint)
  }

  /// The number of the job of a name, if the scheduler knows one.
  func job(named name: String) async throws(RerunError) -> String? {
    let queue = try await call("squeue", ["-h", "-t", "all", "--name", name, "-o", "%F"])
    return queue.output.split(separator: "\n").first.map(String.init)
  }

  /// Takes jobs out of the queue, and stops what runs of them; a job that is over is no error.
  func cancel(_ jobs: [Submission]) async {
    for submission in jobs {
      // By name too: a number may meanwhile be that of another job.
      guard let job = submission.job else { continue }
      _ = try? await call("scancel", ["--quiet", "--name", submission.name, job])
    }
  }

  /// How large a job may be.
  func limits(partition: String?) async throws(RerunError) -> SlurmLimits {
    let config = try await call("scontrol", ["show", "config"])
    let partitions = try await call("scontrol", ["-o", "show", "partition"])
    return SlurmLimits(config: config.output, partitions: partitions.output, partition: partition)
  }

  /// How a program ended and what it said.
  private struct Said: Sendable {
    var isDone: Bool
    /// Whether all it said is in `output`.
    var isWhole: Bool
    var output: String
    var error: String

    init(_ ending: Ending) {
      isDone = ending.status == .exited(0)
      isWhole = ending.standardOutput.omitted == 0
      output = String(decoding: ending.standardOutput.parts.joined(), as: UTF8.self)
      error = String(decoding: ending.standardError.tail, as: UTF8.self)
    }

    /// The last line of what it complained of.
    var complaint: String {
      error.split(separator: "\n").last.map { shown($0.prefix(300)) } ?? "no reason given"
    }
  }

  /// Runs a program to its end, also when the caller's task is cancelled: a job that was accepted must
  /// not be forgotten.
  private func call(_ name: String, _ arguments: [String]) async throws(RerunError) -> Said {
    guard let program = path(of: name) else { throw .slurm(.noProgram(name)) }
    let start = Confinement(
      program: program, arguments: [name] + arguments, environment: environment)
    // Slurm's programs give up by themselves after a minute without an answer.
    return await Task.detached { Said(await Launcher.probe(start, seconds: 180)) }.value
  }

  private func path(of name: String) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" + name }
      .first { access($0, X_OK) == 0 }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
