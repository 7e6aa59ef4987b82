package import DictumModel
package import Foundation

/// Runs a toy model again, shut in and within its limits, and judges what its card expects.
package struct Rerunner: Sendable {
  let trust: TrustStore
  let sandbox: Sandbox
  let temporary: String
  let now: @Sendable () -> Date
  let random: @Sendable () -> UInt64

  /// A rerunner of the parts named.
  ///
  /// `sandbox` comes from `Sandbox.detect()`, once for all runs; `temporary` is the
  /// folder for private folders; the clock and the random numbers only name things.
  package init(
    trust: TrustStore, sandbox: Sandbox,
    temporary: String = FileManager.default.temporaryDirectory.path(),
    now: @escaping @Sendable () -> Date = { Date() },
    random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0...UInt64.max) }
  ) {
    self.trust = trust
    self.sandbox = sandbox
    self.temporary = temporary
    self.now = now
    self.random = random
  }

  /// Says exactly what a run of the card would do; nothing is written or started.
  package func plan(_ card: ModelCard, folder: String) throws(RerunError) -> RunPlan {
    try check(card)
    let inputs = try InputHasher(card: card, folder: folder).hashes()
    let seeds = SeedSequence.seeds(of: card)
    let number = random()
    let suffix = hexadecimal([number >> 8, number].map { UInt8(truncatingIfNeeded: $0) })
    let id = "run:\(card.id)-\(Timestamp(now()).compact)-\(suffix)"
    let base = temporary.hasSuffix("/") ? String(temporary.dropLast()) : temporary
    let layout = RunLayout(
      root: base + "/dictum-\(String(number, radix: 16))-\(String(random(), radix: 16))")
    var steps: [RunPlan.Step] = []
    for (index, seed) in (seeds.isEmpty ? [nil] : seeds.map { $0 }).enumerated() {
      let cell = layout.seed(index)
      let view = sandbox.view(of: cell)
      let command = try CommandTemplate(card: card).expand(seed: seed, out: view.out)
      let environment = RunEnvironment(
        model: card.id, runID: id, seed: seed, params: view.params, out: view.out, home: view.home
      ).variables
      steps.append(
        RunPlan.Step(seed: seed, command: command, environment: environment, cell: cell))
    }
    let fingerprint = trust.fingerprint(of: card, inputs: inputs)
    return RunPlan(
      id: id, card: card, folder: folder,
      subject: RunRecord.Subject(
        command: card.command, inputs: inputs, params: card.params, seeds: seeds),
      fingerprint: fingerprint, isApproved: trust.isApproved(fingerprint), sandbox: sandbox,
      steps: steps, layout: layout)
  }

  /// Remembers that the user allows what a plan says; `path` is the card's, for the user to read.
  package func approve(_ plan: RunPlan, path: String) throws(TrustError) {
    try trust.approve(
      Approval(
        fingerprint: plan.fingerprint, model: plan.card.id, path: path, date: Timestamp(now()).text)
    )
  }

  private func check(_ card: ModelCard) throws(RerunError) {
    let limits = card.limits
    // Above these a limit is none, and its conversion to bytes or whole seconds could overflow.
    let numbers: [(String, Bool)] =
      [
        ("limits.wall", limits.wallSeconds > 0 && limits.wallSeconds <= 1e7),
        ("limits.cpu", limits.cpuSeconds > 0 && limits.cpuSeconds <= 1e7),
        ("limits.memory", (1...(1 << 30)).contains(limits.memoryMiB)),
        ("limits.output", (1...(1 << 30)).contains(limits.outputMiB)),
      ] + card.params.map { ("params." + $0.key, $0.value.isFinite) }
      + card.expectations.map {
        ("expectation " + $0.id, $0.value.isFinite && $0.margin.isFinite && $0.margin >= 0)
      }
    if let bad = numbers.sorted(by: { $0.0 < $1.0 }).first(where: { !$0.1 }) {
      throw .badNumber(model: card.id, field: bad.0)
    }
    if let count = card.seeds?.replicates, !(1...10_000).contains(count) {
      throw .badReplicates(model: card.id, count: count)
    }
    let file = card.metrics.file
    let parts = file.split(separator: "/")
    if file.hasPrefix("/") || parts.isEmpty || parts.contains("..") || file.utf8.contains(0) {
      throw .badMetricsFile(model: card.id, path: file)
    }
  }
}

extension ParamValue {
  /// Whether every number in it is one that JSON can say.
  fileprivate var isFinite: Bool {
    var values = [self]
    while let value = values.popLast() {
      switch value {
      case .double(let number): if !number.isFinite { return false }
      case .list(let items): values += items
      case .map(let items): values += items.values
      case .null, .bool, .int, .string: break
      }
    }
    return true
  }
}
