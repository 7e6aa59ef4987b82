package import DictumModel
package import Foundation

/// Runs a toy model again, shut in and within its limits, and judges what its card expects.
package struct Rerunner: Sendable {
  let trust: TrustStore
  /// What runs are shut in.
  package let sandbox: Sandbox
  let runs: String
  let builds: BuildCache
  let register: RunRegister
  /// The folder for private folders, without a slash at its end.
  package let temporary: String
  let now: @Sendable () -> Date
  let random: @Sendable () -> UInt64

  /// A rerunner of the parts named.
  ///
  /// `sandbox` comes from `Sandbox.detect()`, once for all runs; `runs` is the folder for the folders
  /// of batches, `builds` keeps what build commands made, `register` which runs were begun and made
  /// here, `temporary` is the folder for private folders; the clock and the random numbers only name
  /// things.
  package init(
    trust: TrustStore, sandbox: Sandbox, runs: String, builds: BuildCache, register: RunRegister,
    temporary: String = FileManager.default.temporaryDirectory.path(percentEncoded: false),
    now: @escaping @Sendable () -> Date = { Date() },
    random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0...UInt64.max) }
  ) {
    self.trust = trust
    self.sandbox = sandbox
    self.runs = runs
    self.builds = builds
    self.register = register
    self.temporary = temporary.hasSuffix("/") ? String(temporary.dropLast()) : temporary
    self.now = now
    self.random = random
  }

  /// Says exactly what a run of the card would do, and why.
  ///
  /// `history` holds the model's earlier runs, newest first. Nothing is written; only when the card is
  /// approved are the version commands of its environment started.
  package func plan(
    _ card: ModelCard, folder: String, history: [RunRecord] = [],
    options: PlanOptions = PlanOptions()
  ) async throws(RerunError) -> RunPlan {
    let number = random()
    let suffix = hexadecimal([number >> 8, number].map { UInt8(truncatingIfNeeded: $0) })
    return try await plan(
      card, folder: folder, history: history, options: options,
      id: "run:\(card.id)-\(Timestamp(now()).compact)-\(suffix)")
  }

  /// The same for a run that has its id already.
  func plan(
    _ card: ModelCard, folder: String, history: [RunRecord], options: PlanOptions, id: String
  ) async throws(RerunError) -> RunPlan {
    var card = card
    if let count = options.seeds, let seeds = card.seeds {
      card.seeds?.replicates = count
      card.seeds?.maximum = max(count, seeds.maximum)
    }
    try CardCheck(card: card).run()
    let inputs = try InputHasher(card: card, folder: folder).hashes()
    let fingerprint = trust.fingerprint(of: card, inputs: inputs)
    let isApproved = trust.isApproved(fingerprint)
    let environment = try await EnvironmentProbe(
      card: card, folder: folder, sandbox: sandbox, temporary: temporary
    ).environment(isApproved: isApproved)
    let today = Timestamp(now()).text
    let planner = Planner(
      card: card,
      subject: RunRecord.Subject(
        command: card.command, build: card.build, inputs: inputs, params: card.params,
        sweep: card.sweep, seeds: [], freshBase: options.freshBase, environment: environment,
        policy: card.policy),
      past: PastRuns(
        history, today: today, isConfined: sandbox.kind != .none, isOurs: register.isOurs),
      options: options)
    var plan = RunPlan(
      id: id, card: card, folder: folder, subject: planner.subject(look: 1),
      fingerprint: fingerprint, isApproved: isApproved, sandbox: sandbox, look: 1,
      tasks: try planner.tasks(look: 1), planner: planner)
    try checkCommand(of: plan)
    // What is settled without running anything is looked at again at once.
    while plan.isSettled, let next = try plan.next(after: plan.tasks.compactMap(\.reused)) {
      plan = next
    }
    return plan
  }

  /// A placeholder that means nothing is found before anything runs.
  private func checkCommand(of plan: RunPlan) throws(RerunError) {
    guard let task = plan.tasks.first?.task else { return }
    var card = plan.card
    card.params = card.params(of: task)
    let template = CommandTemplate(card: card)
    _ = try template.expand(
      seed: task.seed, out: "", file: "", build: card.build.isEmpty ? nil : "")
    _ = try template.expandBuild(into: "")
  }
}
