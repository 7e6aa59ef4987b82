import DictumModel
import Testing

/// The front matter of a model card, read strictly.
@Suite struct ModelCardTests {
  static let head = "type: model\nid: m\nrun: {command: [python3, m.py], inputs: [m.py]}\n"

  private func card(_ yaml: String) throws -> SourceReading {
    try reading("---\n\(yaml)\n---\n# A model\n\nWords.\n", path: "model.md")
  }

  @Test func whole() throws {
    let reading = try card(
      """
      type: Model
      schema: dictum-model/1
      id: steps
      title: Steps
      status: frozen
      run:
        command: ["{build}/steps", "{seed}", "{alpha}", "{n}", "{{x}}", "", 5]
        build: [cc, -o, "{build}/steps", steps.c]
        inputs: [steps.c, data/a.csv]
        environment: {versions: [[cc, --version]], lockfiles: [cc.lock]}
      params: {alpha: 0.5, ways: [1, 2], note: two words}
      sweep: {n: [1, 2.5, x], beta: {from: 0, to: 1, step: 0.25}}
      seeds: {base: 7, replicates: 8, max: 32}
      metrics:
        file: out.json
        pick: {loss: /loss, worst: {path: /loss, take: max}}
        stdout: {tail: "tail =", mid: {after: "mid is", take: mean}}
      outputs: [growth.svg]
      expect:
        - id: q-star
          claim: "[[posts/a#^c-one]]"
          metric: tail
          statistic: quantile 0.9
          op: "=="
          value: 1.5
          margin: 0.1
          at: {beta: 0.50, n: x}
          basis: the bound
        - {id: two, claim: [[posts/b#^c-two]], metric: tail, op: ">=", value: -2.5}
        - {id: three, metric: tail, op: in, value: [0, 1]}
        - {id: four, metric: tail, op: increasing, over: beta}
        - {id: five, output: growth.svg, op: exists}
        - {id: six, metric: tail, op: "==", value: 0.1, exact: true}
        - {id: seven, metric: tail, op: "!=", value: 3}
        - {id: eight, metric: tail, statistic: slope, over: beta, op: "<", value: 0}
      control:
        - {id: no-noise, params: {alpha: 0, n: 1}, must_break: [q-star, two]}
      limits: {wall_s: 10, cpu_s: 9.5, mem_mb: 100, out_mb: 2, processes: 3}
      sandbox: {network: yes, read: [/opt/tools]}
      max_age_days: 30
      """)
    #expect(reading.diagnostics.isEmpty, "\(messages(reading))")
    #expect(reading.kind == .model)
    let model = try #require(reading.model)
    #expect(model.id == "steps" && model.title == "Steps" && model.status == .frozen)
    #expect(
      model.command == ["{build}/steps", "{seed}", "{alpha}", "{n}", "{{x}}", "", "5"])
    #expect(model.build == ["cc", "-o", "{build}/steps", "steps.c"])
    #expect(model.inputs == ["steps.c", "data/a.csv"])
    #expect(
      model.environment == .init(versions: [["cc", "--version"]], lockfiles: ["cc.lock"]))
    #expect(
      model.params
        == [
          "alpha": .double(0.5), "ways": .list([.int(1), .int(2)]), "note": .string("two words"),
        ])
    #expect(
      model.sweep == [
        .init(param: "n", values: [.int(1), .double(2.5), .string("x")]),
        .init(
          param: "beta",
          values: [.int(0), .double(0.25), .double(0.5), .double(0.75), .int(1)]),
      ])
    #expect(model.seeds == ModelCard.Seeds(base: 7, replicates: 8, maximum: 32))
    #expect(
      model.metrics
        == ModelCard.Metrics(
          file: "out.json",
          pick: ["loss": .init(path: "/loss"), "worst": .init(path: "/loss", take: .maximum)],
          stdout: ["tail": .init(after: "tail ="), "mid": .init(after: "mid is", take: .mean)]))
    #expect(model.outputs == ["growth.svg"])
    #expect(
      model.expectations == [
        .init(
          id: "q-star", claim: "posts/a#^c-one", metric: "tail", statistic: .quantile(0.9),
          op: .equal, value: 1.5, margin: 0.1, at: ["beta": .double(0.5), "n": .string("x")],
          basis: "the bound", line: 21),
        .init(
          id: "two", claim: "posts/b#^c-two", metric: "tail", op: .greaterOrEqual, value: -2.5,
          line: 30),
        .init(id: "three", metric: "tail", op: .within, value: 0, upper: 1, line: 31),
        .init(id: "four", metric: "tail", op: .increasing, value: 0, over: "beta", line: 32),
        .init(id: "five", metric: "growth.svg", op: .exists, value: 0, line: 33),
        .init(id: "six", metric: "tail", op: .equal, value: 0.1, line: 34),
        .init(id: "seven", metric: "tail", op: .notEqual, value: 3, line: 35),
        .init(
          id: "eight", metric: "tail", statistic: .slope, op: .less, value: 0, over: "beta",
          line: 36),
      ])
    #expect(
      model.controls == [
        .init(
          id: "no-noise", params: ["alpha": .int(0), "n": .int(1)],
          mustBreak: ["q-star", "two"])
      ])
    #expect(
      model.limits
        == .init(wallSeconds: 10, cpuSeconds: 9.5, memoryMiB: 100, outputMiB: 2, processes: 3))
    #expect(model.policy == .init(network: true, read: ["/opt/tools"]))
    #expect(model.maximumAgeDays == 30)
  }

  /// Ranges give the numbers one would write by hand.
  @Test(arguments: [
    ("{from: 1, to: 9, step: 3}", "1 4 7"), ("{from: 9, to: 1, step: -4}", "9 5 1"),
    ("{from: 0.1, to: 0.7, step: 0.1}", "0.1 0.2 0.3 0.4 0.5 0.6 0.7"),
    ("{from: 0, to: 1, count: 11}", "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1"),
    ("{from: 1, to: 2, count: 2}", "1 2"), ("{from: 3, to: 3, step: 1}", "3"),
    ("{from: 1e-5, to: 3e-5, step: 1e-5}", "1e-05 2e-05 3e-05"),
    ("[2, 1]", "2 1"), ("[true, a, 1.0]", "true a 1.0"),
  ])
  func ranges(_ written: String, _ values: String) throws {
    let reading = try card(Self.head + "sweep: {x: \(written)}")
    #expect(reading.diagnostics.isEmpty, "\(messages(reading))")
    let axis = try #require(reading.model?.sweep.first)
    #expect(axis.values.map(\.description).joined(separator: " ") == values)
  }

  /// A card may say so by its schema alone.
  @Test func schemaAlone() throws {
    let reading = try card(
      Self.head.replacing("type: model", with: "schema: dictum-model/1"))
    #expect(reading.kind == .model && reading.model?.id == "m")
  }

  @Test func least() throws {
    let reading = try card(Self.head)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.model?.title == "m")
    #expect(reading.model?.expectations.isEmpty == true)
  }

  /// Every message, and where it stands; the cards are those of ModelCardMistakes.swift.
  @Test(arguments: ModelCardMistakes.all)
  func mistakes(_ mistake: ModelCardMistakes.Mistake) throws {
    let reading = try card(mistake.yaml)
    #expect(reading.model == nil)
    #expect(
      messages(reading).contains { $0.hasPrefix("model.md:" + mistake.message) },
      "\(messages(reading))")
    #expect(reading.passages.map(\.text) == ["Words."])
  }

  /// A note that is no model card may have any keys.
  @Test func otherNotes() throws {
    let reading = try card("type: post\nexpekt: 1\nlimits: 5")
    #expect(reading.model == nil && reading.diagnostics.isEmpty)
  }
}
