import DictumModel
import Testing

@testable import DictumRerun

@Suite struct FreshnessTests {
  private let card = ModelCard(
    id: "toy", title: "", command: ["sh"], inputs: ["a", "b"],
    params: ["alpha": .double(0.25), "n": .list([.double(2)])],
    seeds: .init(base: 1, replicates: 2),
    expectations: [.init(id: "e", metric: "q", op: .less, value: 1, line: 3)])
  private let hashes = ["a": "00", "b": "01"]

  private func freshness(
    _ inputs: [String: String]? = nil, _ change: (inout ModelCard) -> Void = { _ in }
  ) -> Freshness {
    var now = card
    change(&now)
    return Freshness(of: record(), card: now, inputs: inputs ?? hashes)
  }

  private func record(_ change: (inout RunRecord.Subject) -> Void = { _ in }) -> RunRecord {
    var subject = RunRecord.Subject(
      command: card.command, inputs: hashes, params: card.params,
      seeds: SeedSequence.seeds(of: card))
    change(&subject)
    return RunRecord(
      id: "run:toy-1", model: "toy", startedAt: "2026-03-01T23:59:59Z", seconds: 1,
      subject: subject, sandbox: .none, outcome: .ok, message: "", tasks: [], verdicts: [])
  }

  @Test func current() {
    #expect(freshness().isCurrent)
    // Neither the bound nor the form of a number that JSON does not keep makes a run old.
    #expect(freshness { $0.params["n"] = .list([.int(2)]) }.isCurrent)
    #expect(freshness { $0.expectations = [] }.isCurrent)
    #expect(freshness { $0.limits.wallSeconds = 1 }.isCurrent)
  }

  @Test func stale() {
    #expect(
      freshness(["a": "02", "c": "01"])
        == .stale([
          "input a changed", "input b removed", "input c added",
        ]))
    #expect(freshness { $0.params["alpha"] = .double(0.5) } == .stale(["param alpha: 0.25 → 0.5"]))
    #expect(freshness { $0.params["n"] = .list([.int(3)]) } == .stale(["param n: 2.0 → 3"]))
    #expect(
      freshness { $0.params = ["alpha": .double(0.25), "m": .map(["k": .bool(true)])] }
        == .stale(["param m added: k=true", "param n removed: 2.0"]))
    // Longer lists and maps are others, though they begin alike.
    #expect(!freshness { $0.params["n"] = .list([.double(2), .int(3)]) }.isCurrent)
    #expect(!freshness { $0.params["n"] = .list([]) }.isCurrent)
    let map = record { $0.params["n"] = .map(["a": .int(1)]) }
    func with(_ value: ParamValue) -> Freshness {
      var now = card
      now.params["n"] = value
      return Freshness(of: map, card: now, inputs: hashes)
    }
    #expect(with(.map(["a": .double(1)])).isCurrent)
    for value: ParamValue in [.map(["a": .int(1), "b": .int(2)]), .map([:]), .map(["b": .int(1)])] {
      #expect(!with(value).isCurrent)
    }
    #expect(freshness { $0.command = ["bash"] } == .stale(["command changed"]))
    #expect(freshness { $0.seeds?.replicates = 3 } == .stale(["only 2 of 3 seeds"]))
    let fewer = freshness { card in card.seeds?.replicates = 1 }
    #expect(fewer.isCurrent)
    #expect(freshness { $0.seeds?.base = 2 } == .stale(["seeds changed"]))
    #expect(freshness { $0.build = ["cc"] } == .stale(["build command changed"]))
    #expect(freshness { $0.policy.network = true } == .stale(["sandbox policy changed"]))
    #expect(
      freshness { $0.sweep = [.init(param: "alpha", values: [.int(1)])] }
        == .stale(["sweep of alpha changed"]))
    #expect(
      freshness(["a": "02", "b": "01"]) { $0.command = ["sh", "a"] }
        == .stale(["command changed", "code a changed"]))
    #expect(freshness { $0.seeds = nil } == .stale(["seeds changed"]))
    #expect(freshness { $0.id = "other" } == .stale(["seeds changed"]))
  }

  @Test func freshSeedsAreSeedsOfTheirOwnBase() {
    let fresh = record {
      $0.freshBase = 99
      $0.seeds = SeedSequence.seeds(of: card, base: 99)
    }
    #expect(Freshness(of: fresh, card: card, inputs: hashes).isCurrent)
    #expect(!Freshness(of: record { $0.freshBase = 99 }, card: card, inputs: hashes).isCurrent)
  }

  @Test func environment() {
    let run = record {
      $0.environment = [
        "os": "A", "python3 --version": "3.11", "x.lock": "sha256 0123456789abcdef",
      ]
    }
    func with(_ now: [String: String]?) -> Freshness {
      Freshness(of: run, card: card, inputs: hashes, environment: now)
    }
    #expect(with(nil).isCurrent)
    #expect(
      with(["os": "B", "python3 --version": "3.11", "x.lock": "sha256 0123456789abXXXX"])
        == .stale(["os: A → B", "x.lock: sha256 0123456789ab… → sha256 0123456789ab…"]))
    #expect(
      with(["os": "A", "y": "1", "x.lock": "sha256 0123456789abcdef"])
        == .stale(["python3 --version removed: 3.11", "y added: 1"]))
  }

  /// A list of packages is long, and only what differs in it is told.
  @Test func environmentOfManyLines() {
    let cases = [
      ("a==1 / b==1 / c==1", "a==1 / b==2 / c==1", "b==1 → b==2"),
      ("a==1 / b==1 / c==1", "a==2 / b==2 / c==1", "a==1 → a==2 and 1 more"),
      ("a==1 / b==1", "a==1", "b==1 → nothing"),
      ("a==1", "a==1 / b==1 / c==1", "nothing → b==1 and 1 more"),
      ("a==1 / b==1", RunRecord.Subject.unasked, nil),
    ]
    for (then, now, clause) in cases {
      let reasons = Freshness.changes(
        since: record { $0.environment = ["pip freeze": then] }.subject, card: card, inputs: hashes,
        environment: ["pip freeze": now])
      #expect(
        reasons == [clause.map { "pip freeze: " + $0 } ?? "pip freeze not asked before approval"])
    }
  }

  @Test func age() {
    var limited = card
    limited.maximumAgeDays = 30
    func on(_ day: String?) -> Freshness {
      Freshness(of: record(), card: limited, inputs: hashes, today: day)
    }
    #expect(on(nil).isCurrent)
    #expect(on("2026-03-31").isCurrent)
    #expect(on("2026-04-01T00:00:00Z") == .stale(["last run 31 days ago, at most 30 allowed"]))
    #expect(on("no date").isCurrent)
    limited.status = .frozen
    #expect(on("2036-04-01").isCurrent)
    let frozen = freshness { card in
      card.status = .frozen
      card.command = ["x"]
    }
    #expect(frozen.isCurrent)
    #expect(Freshness.days(from: "2024-02-28", to: "2024-03-01") == 2)
    #expect(Freshness.days(from: "2025-02-28T10:00:00Z", to: "2025-03-01") == 1)
    #expect(Freshness.days(from: "1970-01-01", to: "2026-11-21") == 20_778)
  }

  @Test func bounds() {
    let judgement = Judgement(
      expectation: "e", bound: card.expectations[0], verdict: .holds, estimate: 0)
    var now = card
    now.expectations[0].line = 9
    now.expectations[0].basis = "analytic"
    #expect(judgement.isCurrent(for: now))
    typealias Change = (inout ModelCard.Expectation) -> Void
    let changes: [Change] = [
      { $0.metric = "r" }, { $0.statistic = .median }, { $0.statistic = .quantile(0.9) },
      { $0.op = .lessOrEqual }, { $0.value = 2 }, { $0.upper = 3 }, { $0.margin = 0.1 },
      { $0.over = "alpha" }, { $0.at = ["alpha": .double(1)] }, { $0.id = "f" },
    ]
    for change in changes {
      var other = now
      change(&other.expectations[0])
      #expect(!judgement.isCurrent(for: other), "\(other.expectations[0])")
    }
    now.expectations = []
    #expect(!judgement.isCurrent(for: now))
  }
}

@Suite struct SeedSequenceTests {
  /// Computed by an independent program from the definition in the documentation.
  @Test(
    arguments: [
      (
        20_260_314, "independent-steps",
        [3_669_970_565, 3_772_143_484, 4_232_829_390, 4_100_337_081]
      ),
      (0, "a", [1_449_010_635, 3_479_621_662, 53_206_882, 651_927_976]),
      (0, "b", [2_018_528_078, 3_255_291_542, 206_664_157, 1_488_913_810]),
      (UInt64.max, "a", [1_977_765_929, 603_749_175, 2_836_273_248, 1_702_858_959]),
    ] as [(UInt64, String, [UInt64])])
  func fixedValues(_ base: UInt64, _ model: String, _ seeds: [UInt64]) {
    let sequence = SeedSequence(base: base, model: model)
    #expect(seeds.indices.map { sequence[$0] } == seeds)
  }

  @Test func moreReplicatesKeepTheFirst() {
    var card = ModelCard(id: "x", title: "", command: ["x"], inputs: [])
    #expect(SeedSequence.seeds(of: card).isEmpty)
    card.seeds = .init(base: 5, replicates: 1000)
    let seeds = SeedSequence.seeds(of: card)
    #expect(Set(seeds).count == 1000)
    #expect(seeds.allSatisfy { $0 <= UInt64(UInt32.max) })
    card.seeds?.replicates = 3
    #expect(SeedSequence.seeds(of: card) == Array(seeds.prefix(3)))
  }
}
