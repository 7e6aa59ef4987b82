import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// Which tasks a card asks for, under which keys, and which of them are run.
@Suite struct PlanningTests {
  private static let card = ModelCard(
    id: "toy", title: "Toy", command: ["sh", "m.sh"], inputs: ["m.sh"],
    params: ["alpha": .double(0.25), "n": .int(2)],
    sweep: [
      .init(param: "alpha", values: [.double(0.25), .double(0.5)]),
      .init(param: "n", values: [.int(1), .int(2), .int(3)]),
    ], seeds: .init(base: 7, replicates: 2),
    expectations: [
      .init(id: "all", metric: "q", op: .less, value: 1),
      .init(id: "one", metric: "q", op: .less, value: 1, at: ["alpha": .double(0.5)]),
    ],
    controls: [
      .init(id: "whole", params: ["n": .int(9)], mustBreak: ["all"]),
      .init(id: "part", params: ["beta": .int(9)], mustBreak: ["one"]),
    ])

  private static let subject = RunRecord.Subject(
    command: card.command, inputs: ["m.sh": "00"], params: card.params, sweep: card.sweep,
    seeds: [], environment: ["os": "Debian", "arch": "x86_64"])

  private func planner(
    _ card: ModelCard = card, past: [RunRecord] = [], options: PlanOptions = PlanOptions(),
    isConfined: Bool = true
  ) -> Planner {
    var subject = Self.subject
    subject.command = card.command
    subject.params = card.params
    return Planner(
      card: card, subject: subject,
      past: PastRuns(
        past, today: "2026-03-20T00:00:00Z", isConfined: isConfined, isOurs: { _ in true }),
      options: options)
  }

  /// The run of everything that a planner asks for.
  private func record(
    _ planner: Planner, outcome: RunRecord.Outcome = .ok,
    sandbox: RunRecord.Sandbox = .bubblewrap
  ) throws -> RunRecord {
    RunRecord(
      id: "run:toy-1", model: "toy", startedAt: "2026-03-01T00:00:00Z", seconds: 1,
      subject: planner.subject(look: 1), sandbox: sandbox, outcome: outcome, message: "",
      tasks: try planner.tasks(look: 1).map {
        TaskResult(task: $0.task, outcome: outcome, metrics: ["q": 0.5])
      }, verdicts: [])
  }

  @Test func pointsSeedsThenControls() throws {
    let planned = try planner().tasks(look: 1)
    // 6 points × 2 seeds; the same again for a control that breaks what looks everywhere; half of it
    // for one that breaks what looks at half of the points.
    #expect(planned.count == 12 + 12 + 6)
    let names = planned.prefix(3).map {
      "\($0.task.point["alpha"] ?? .null) \($0.task.point["n"] ?? .null) \($0.task.seed ?? 0)"
    }
    let seeds = SeedSequence.seeds(of: Self.card)
    #expect(names == ["0.25 1 \(seeds[0])", "0.25 1 \(seeds[1])", "0.25 2 \(seeds[0])"])
    #expect(planned.map(\.task.control).prefix(12).allSatisfy { $0 == nil })
    let part = planned.suffix(6)
    #expect(part.allSatisfy { $0.task.control == "part" && $0.task.point["alpha"] == .double(0.5) })
    #expect(Self.card.params(of: part.last?.task ?? RunTask())["beta"] == .int(9))
    // A control keeps the point's name where it changes what is swept.
    #expect(planned[12].task.point["n"] == .int(1))
    #expect(Self.card.params(of: planned[12].task)["n"] == .int(9))
    #expect(try planner().tasks(look: 1) == planned)
    // Twice the seeds at the second look, the first ones again among them.
    var more = Self.card
    more.seeds?.maximum = 4
    let second = try planner(more).tasks(look: 2)
    #expect(second.count == 60)
    #expect(Set(planned.map(\.task.key)).isSubset(of: second.map(\.task.key)))
  }

  /// `sha256sum` of the JSON that docs/rerun.md shows.
  @Test func theKeyIsTheHashOfItsCanonicalJSON() {
    let card = ModelCard(
      id: "toy", title: "Toy", command: ["python3", "m.py"], inputs: ["m.py"],
      params: ["alpha": .double(0.25)])
    let subject = RunRecord.Subject(
      command: card.command, inputs: ["m.py": "9f86d081"], params: card.params, seeds: [],
      environment: ["arch": "x86_64", "os": "Debian GNU/Linux 12 (bookworm)"])
    let key = RunKey(RunTask(seed: 3_669_970_565), card: card, subject: subject)
    #expect(key.hash == "22e0446846edf5c292252982c1257fcd688baf38f8e1c80b5a0a464cce5ca1ef")
  }

  @Test func aKeyDiffersIffSomethingThatCountsDiffers() throws {
    let key = { (card: ModelCard, subject: RunRecord.Subject, task: RunTask) in
      RunKey(task, card: card, subject: subject).hash
    }
    let task = RunTask(point: ["alpha": .double(0.5)], seed: 1)
    let first = try #require(key(Self.card, Self.subject, task))
    typealias Change = (inout ModelCard, inout RunRecord.Subject, inout RunTask) -> Void
    let counts: [Change] = [
      { card, _, _ in card.command.append("x") }, { card, _, _ in card.build = ["cc"] },
      { card, _, _ in card.params["n"] = .int(3) }, { card, _, _ in card.params["m"] = .null },
      { _, _, task in task.point["alpha"] = .double(0.25) }, { _, _, task in task.seed = 2 },
      { _, _, task in task.seed = nil }, { _, _, task in task.control = "whole" },
      { _, subject, _ in subject.inputs["m.sh"] = "01" },
      { _, subject, _ in subject.inputs["n.sh"] = "00" },
      { _, subject, _ in subject.environment["os"] = "Other" },
      { card, _, _ in card.policy.network = true }, { card, _, _ in card.policy.read = ["/opt"] },
      { card, _, _ in card.metrics.file = "x.json" }, { card, _, _ in card.outputs = ["fig.svg"] },
    ]
    let counted = counts.map { change in
      var (card, subject, task) = (Self.card, Self.subject, task)
      change(&card, &subject, &task)
      return key(card, subject, task)
    }
    #expect(Set(counted + [first]).count == counts.count + 1)
    let ignored: [Change] = [
      { card, _, _ in card.title = "Other" }, { card, _, _ in card.limits.wallSeconds = 1 },
      { card, _, _ in card.expectations = [] }, { card, _, _ in card.maximumAgeDays = 1 },
      { card, _, _ in card.params["n"] = .double(2) }, { card, _, _ in card.seeds = nil },
      { _, subject, _ in subject.seeds = [5] }, { _, _, task in task.key = "x" },
    ]
    for change in ignored {
      var (card, subject, task) = (Self.card, Self.subject, task)
      change(&card, &subject, &task)
      #expect(key(card, subject, task) == first)
    }
  }

  @Test func whatWasRunIsNotRunAgain() throws {
    let newest = try record(planner())
    let again = try planner(past: [newest]).tasks(look: 1)
    #expect(again.allSatisfy { $0.reused?.reusedFrom == "run:toy-1" })
    #expect(again.allSatisfy { $0.reused?.metrics == ["q": 0.5] })
    let forced = try planner(past: [newest], options: .init(isForced: true)).tasks(look: 1)
    #expect(forced.allSatisfy { $0.decision == .run(.forced) && $0.earlier != nil })
  }

  @Test func eachTaskSaysWhyItRuns() throws {
    func reasons(
      _ card: ModelCard = Self.card, past: [RunRecord], isConfined: Bool = true
    ) throws -> Set<String> {
      Set(
        try planner(card, past: past, isConfined: isConfined).tasks(look: 1).map { task in
          if case .run(let reason) = task.decision { "\(reason)" } else { "reuse" }
        })
    }
    let newest = try record(planner())
    func changed(_ change: (inout ModelCard) -> Void) -> ModelCard {
      var card = Self.card
      change(&card)
      return card
    }
    #expect(try reasons(past: []) == ["never run"])
    #expect(try reasons(past: [newest]) == ["reuse"])
    #expect(
      try reasons(changed { $0.params["beta"] = .int(1) }, past: [newest])
        == ["param beta added: 1", "reuse"], "a control sets beta itself")
    #expect(try reasons(changed { $0.command = ["sh"] }, past: [newest]) == ["command changed"])
    #expect(
      try reasons(changed { $0.sweep[1].values.append(.int(4)) }, past: [newest])
        == ["reuse", "new point"], "the control's parameters are those of another point")
    #expect(
      try reasons(changed { $0.seeds?.replicates = 3 }, past: [newest]) == ["reuse", "new seed"])
    #expect(
      try reasons(changed { $0.controls[1].id = "other" }, past: [newest])
        == ["reuse"], "a control's name is not in the key")
    #expect(
      try reasons(changed { $0.controls[1].params = ["beta": .int(8)] }, past: [newest])
        == ["reuse", "control part changed"])
    #expect(
      try reasons(
        changed { $0.controls.append(.init(id: "c", params: ["x": .int(1)], mustBreak: ["all"])) },
        past: [newest]) == ["reuse", "new control"])
    #expect(
      try reasons(changed { $0.metrics.file = "x.json" }, past: [newest])
        == ["metrics or outputs changed", "control whole changed", "control part changed"])
    #expect(
      try reasons(changed { $0.maximumAgeDays = 10 }, past: [newest]) == ["last run 19 days ago"])
    #expect(try reasons(changed { $0.maximumAgeDays = 30 }, past: [newest]) == ["reuse"])
    let failed = try record(planner(), outcome: .timeout)
    #expect(try reasons(past: [failed]) == ["ended with timeout the last time"])
    #expect(try reasons(past: [failed, newest]) == ["reuse"])
    let open = try record(planner(), sandbox: .none)
    #expect(try reasons(past: [open]) == ["last run without a sandbox"])
    #expect(try reasons(past: [open], isConfined: false) == ["reuse"])
    #expect(try reasons(past: [open, newest]) == ["reuse"])
  }

  /// A result that was used again is as old as the run that made it.
  @Test func aResultKeepsItsAge() throws {
    let made = try record(planner())
    var newer = made
    (newer.id, newer.startedAt) = ("run:toy-2", "2026-03-19T00:00:00Z")
    for index in newer.tasks.indices { newer.tasks[index].reusedFrom = made.id }
    func decisions(_ limit: Int) throws -> Set<String> {
      var card = Self.card
      card.maximumAgeDays = limit
      return Set(
        try planner(card, past: [newer, made]).tasks(look: 1).map { task in
          switch task.decision {
          case .run(let reason): "\(reason) \(task.earlier?.reusedFrom ?? "")"
          case .reuse(let result): result.reusedFrom ?? ""
          }
        })
    }
    #expect(try decisions(19) == ["run:toy-1"])
    #expect(try decisions(18) == ["last run 19 days ago run:toy-1"])
    let open = try record(planner(), sandbox: .none)
    let confined = try planner(past: [open]).tasks(look: 1)
    #expect(confined.allSatisfy { $0.decision == .run(.unconfined) && $0.earlier != nil })
  }

  /// What changed is what changed since a task was last run, which need not be the newest run.
  @Test func theReasonIsOfTheTasksOwnLastRun() throws {
    func reasons(_ past: [RunRecord], _ planner: (PastRuns) -> Planner) throws -> Set<String> {
      let past = PastRuns(
        past, today: "2026-03-20T00:00:00Z", isConfined: true, isOurs: { _ in true })
      return Set(
        try planner(past).tasks(look: 1).map { task in
          if case .run(let reason) = task.decision { "\(reason)" } else { "reuse" }
        })
    }
    let first = try record(planner())
    var timedOut = try record(planner(), outcome: .timeout)
    timedOut.id = "run:toy-2"
    let lost = try record(planner(), outcome: .lost)
    #expect(
      try reasons([timedOut, lost]) {
        Planner(card: Self.card, subject: Self.subject, past: $0, options: .init())
      } == ["ended with timeout the last time"])
    // The newest run had the parameter, but not these tasks.
    var changed = Self.card
    changed.params["gamma"] = .int(1)
    var subject = Self.subject
    subject.params = changed.params
    var part = first
    (part.id, part.subject.params) = ("run:toy-2", changed.params)
    part.tasks = []
    #expect(
      try reasons([part, first]) {
        Planner(card: changed, subject: subject, past: $0, options: .init())
      } == ["param gamma added: 1"])
    var moved = Self.subject
    moved.environment["os"] = "Other"
    #expect(
      try reasons([first]) {
        Planner(card: Self.card, subject: moved, past: $0, options: .init())
      } == ["os: Debian → Other"])
  }

  @Test func comparesRepetitions() throws {
    let planned = try planner(past: [record(planner())], options: .init(isForced: true))
      .tasks(look: 1)
    func comparison(_ values: [String: Double]) -> Comparison {
      let results = planned.map { TaskResult(task: $0.task, outcome: .ok, metrics: values) }
      return Comparison(of: results, with: planned, card: Self.card)
    }
    #expect(comparison(["q": 0.5]).repetition == .identical)
    // How long it took is printed by many, and expected of none.
    #expect(comparison(["q": 0.5, "seconds": 3]).repetition == .identical)
    #expect(comparison(["q": 0.5 + 1e-12]).repetition == .withinTolerance)
    let diverged = comparison(["q": 0.6])
    #expect(diverged.repetition == .diverged)
    let seed = SeedSequence.seeds(of: Self.card)[0]
    #expect(
      diverged.notes == [
        "q with seed \(seed) was 0.5 in run:toy-1 and is 0.6 now, of equal causes"
      ])
    #expect(comparison([:]).repetition == .diverged)
    // By how much a number differs is a share of its size.
    func alike(_ old: [Double], _ new: [Double], _ card: ModelCard = Self.card) -> Comparison {
      let tasks = zip(planned, old).map { task, value in
        PlannedTask(
          task: task.task, decision: .run(.forced),
          earlier: TaskResult(task: task.task, outcome: .ok, metrics: ["q": value]))
      }
      let results = zip(planned, new).map { task, value in
        TaskResult(task: task.task, outcome: .ok, metrics: ["q": value])
      }
      return Comparison(of: results, with: tasks, card: card)
    }
    #expect(alike([1e-12], [2e-12]).repetition == .diverged)
    #expect(alike([1e12], [1e12 + 1]).repetition == .withinTolerance)
    // The worst of all counts, and the first is told.
    #expect(alike([1, 2, 3], [1.5, 2 + 1e-12, 3.5]).repetition == .diverged)
    #expect(alike([1, 2, 3], [1.5, 2 + 1e-12, 3.5]).notes.count == 1)
    #expect(alike([1, 2, 3], [1, 2 + 1e-12, 3]).repetition == .withinTolerance)
    // A card that expects nothing is compared by everything.
    var silent = Self.card
    silent.expectations = []
    #expect(alike([1], [2], silent).repetition == .diverged)
    // What did not end well, or did not run, repeats nothing.
    for outcome in RunRecord.Outcome.allCases where outcome != .ok {
      let failed = planned.map { TaskResult(task: $0.task, outcome: outcome) }
      #expect(Comparison(of: failed, with: planned, card: Self.card).repetition == nil)
    }
    let reused = planned.compactMap { task in
      task.earlier.map { earlier in
        var result = earlier
        result.metrics = ["q": 7]
        return result
      }
    }
    #expect(reused.allSatisfy { $0.reusedFrom != nil })
    #expect(Comparison(of: reused, with: planned, card: Self.card).repetition == nil)
    #expect(
      Comparison(of: planned.compactMap(\.earlier), with: [], card: Self.card).repetition == nil)
  }
}
