import DictumModel
import Testing

/// The front matter of a model card, read strictly.
@Suite struct ModelCardTests {
  private static let head = "type: model\nid: m\nrun: {command: [python3, m.py], inputs: [m.py]}\n"

  private func card(_ yaml: String) throws -> SourceReading {
    try reading("---\n\(yaml)\n---\n# A model\n\nWords.\n", path: "model.md")
  }

  @Test func whole() throws {
    let reading = try card(
      """
      type: Model
      schema: 1
      id: steps
      title: Steps
      run: {command: [python3, steps.py, "{seed}"], inputs: [steps.py, data/a.csv]}
      params: {alpha: 0.5, ways: [1, 2], note: two words}
      seeds: {base: 7, replicates: 8}
      metrics: {file: out.json, stdout: {tail: "tail ="}}
      expect:
        - id: q-star
          claim: "[[posts/a#^c-one]]"
          metric: tail
          op: "<"
          value: 1
          margin: 0.1
          basis: the bound
        - {id: two, claim: [[posts/b#^c-two]], metric: tail, op: ">=", value: -2.5}
      limits: {wall_s: 10, cpu_s: 9.5, mem_mb: 100, out_mb: 2}
      """)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.kind == .model)
    let model = try #require(reading.model)
    #expect(model.id == "steps" && model.title == "Steps")
    #expect(model.command == ["python3", "steps.py", "{seed}"])
    #expect(model.inputs == ["steps.py", "data/a.csv"])
    #expect(
      model.params
        == [
          "alpha": .double(0.5), "ways": .list([.int(1), .int(2)]), "note": .string("two words"),
        ])
    #expect(model.seeds == ModelCard.Seeds(base: 7, replicates: 8))
    #expect(
      model.metrics == ModelCard.Metrics(file: "out.json", stdout: ["tail": .init(after: "tail =")])
    )
    #expect(model.expectations.map(\.id) == ["q-star", "two"])
    #expect(model.expectations.map(\.claim) == ["posts/a#^c-one", "posts/b#^c-two"])
    #expect(model.expectations.map(\.value) == [1, -2.5])
    #expect(model.expectations.map(\.margin) == [0.1, 0])
    #expect(model.expectations.map(\.basis) == ["the bound", nil])
    #expect(model.expectations.map(\.line) == [11, 18])
    #expect(model.limits.wallSeconds == 10 && model.limits.cpuSeconds == 9.5)
    #expect(model.limits.memoryMiB == 100 && model.limits.outputMiB == 2)
  }

  @Test func least() throws {
    let reading = try card(Self.head)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.model?.title == "m")
    #expect(reading.model?.expectations.isEmpty == true)
  }

  @Test(arguments: [
    ("type: model", "2:1: error: the model card has no id (write id: a-short-name)"),
    (
      "type: model\nid: m",
      "2:1: error: the model card has no run (write run: {command: […], inputs: […]})"
    ),
    (
      "type: model\nid: m\nrun: python3 m.py",
      "2:1: error: the model card has no run (write run: {command: […], inputs: […]})"
    ),
    (
      "type: model\nid: m\nrun:\n  inputs: [a]",
      "5:3: error: run.command is not a list of words "
        + "(write command: [python3, script.py]; a shell string is never run)"
    ),
    (
      "type: model\nid: m\nrun:\n  command: python3 m.py",
      "5:12: error: run.command is not a list"
    ),
    (
      "type: model\nid: a b\nrun: {command: [x]}",
      "3:5: error: the id a b has other characters than letters, digits, '-', '_' and '.'"
    ),
    (head + "expekt: []", "5:1: error: unknown key expekt in a model card (did you mean expect?)"),
    (
      head + "limits: {wal_s: 1}",
      "5:10: error: unknown key wal_s in limits (did you mean wall_s?)"
    ),
    (head + "seeds: {bass: 1}", "5:9: error: unknown key bass in seeds (did you mean base?)"),
    (head + "metrics: {fil: a}", "5:11: error: unknown key fil in metrics (did you mean file?)"),
    (
      head + "seeds: {zzzzzz: 1}",
      "5:9: error: unknown key zzzzzz in seeds (the keys are base, replicates)"
    ),
    (
      "type: model\nid: m\nrun: {comand: [x], command: [x]}",
      "4:7: error: unknown key comand in run (did you mean command?)"
    ),
    ("type: model\nid: m\nrun: {command: [x], inputs: x}", "4:29: error: run.inputs is not a list"),
    (head + "params: [1]", "5:9: error: params is not a list of names and values"),
    (head + "seeds: 7", "5:8: error: seeds is not of the form {base: 1, replicates: 8}"),
    (head + "seeds: {base: x}", "5:15: error: seeds.base is not a number"),
    (
      head + "seeds: {base: 1.5}",
      "5:8: error: seeds.base and seeds.replicates must be whole numbers, replicates from 1 to 10000"
    ),
    (
      head + "seeds: {replicates: 0}",
      "5:8: error: seeds.base and seeds.replicates must be whole numbers, replicates from 1 to 10000"
    ),
    (
      head + "metrics: out.json",
      "5:10: error: metrics is not of the form {file: metrics.json} or {stdout: {name: text before}}"
    ),
    (
      head + "metrics: {stdout: x}",
      "5:19: error: metrics.stdout is not a list of names, each with the text before its number"
    ),
    (
      head + "limits: 5",
      "5:9: error: limits is not of the form {wall_s: 60, cpu_s: 60, mem_mb: 512, out_mb: 16}"
    ),
    (head + "limits: {mem_mb: 0}", "5:18: error: limits.mem_mb is not a number above 0"),
    (head + "limits: {mem_mb: lots}", "5:18: error: limits.mem_mb is not a number"),
    (head + "expect: x", "5:9: error: expect is not a list"),
    (head + "expect: [x]", "5:10: error: an expectation is not a list of keys and values"),
    (
      head + "expect: [{metric: m}]",
      "5:10: error: an expectation has no id (write id: a-short-name)"
    ),
    (head + "expect: [{id: e}]", "5:10: error: the expectation e names no metric"),
    (head + "expect: [{id: e, metric: m}]", "5:10: error: the expectation e has no op"),
    (head + "expect: [{id: e, metric: m, op: '~'}]", "5:33: error: the expectation e has no op"),
    (head + "expect: [{id: e, metric: m, op: '<'}]", "5:10: error: the expectation e has no value"),
    (
      head + "expect: [{id: e, metric: m, op: '<', value: much}]",
      "5:45: error: value of e is not a number"
    ),
    (
      head + "expect: [{id: e, metric: m, op: '<', value: 1, margin: -1}]",
      "5:56: error: the margin of e is not a number from 0 up"
    ),
    (
      head + "expect: [{id: e, metric: m, op: '<', value: 1, bound: 2}]",
      "5:48: error: unknown key bound in an expectation "
        + "(the keys are basis, claim, id, margin, metric, op, value)"
    ),
    (
      head
        + "expect:\n- {id: e, metric: m, op: '<', value: 1}\n- {id: e, metric: m, op: '<', value: 1}",
      "7:3: error: two expectations have the id e"
    ),
  ])
  func mistakes(_ yaml: String, _ message: String) throws {
    let reading = try card(yaml)
    #expect(reading.model == nil)
    #expect(
      messages(reading).contains { $0.hasPrefix("model.md:" + message) }, "\(messages(reading))")
    #expect(reading.passages.map(\.text) == ["Words."])
  }

  /// A note that is no model card may have any keys.
  @Test func otherNotes() throws {
    let reading = try card("type: post\nexpekt: 1\nlimits: 5")
    #expect(reading.model == nil && reading.diagnostics.isEmpty)
  }
}
