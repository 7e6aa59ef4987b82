import DictumModel
import DictumTestSupport
import Testing

@testable import DictumRerun

/// What is shown of a model that was approved in another state.
@Suite struct TrustDiffTests {
  @Test func showsWhatChanged() async throws {
    let model = try TestModel()
    try model.write("one\ntwo\nthree\n", to: "m.sh")
    try model.write("\0", to: "data.bin")
    var card = ModelCard(
      id: "toy", title: "Toy", command: ["sh", "m.sh"], inputs: ["m.sh", "data.bin"],
      params: ["alpha": .double(0.25)])
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await rerunner.plan(card, folder: model.folder)
    #expect(rerunner.changes(plan, path: "toy/model.md") == nil)
    try rerunner.approve(plan, path: "toy/model.md")
    #expect(rerunner.changes(plan, path: "toy/model.md")?.lines == [])

    try model.write("one\n2\nthree\n", to: "m.sh")
    try model.write("\0\0", to: "data.bin")
    card.params["alpha"] = .double(0.5)
    card.policy.network = true
    card.params["words"] = .string("x\nnetwork: no\u{200B}")
    let now = try await rerunner.plan(card, folder: model.folder)
    #expect(!now.isApproved)
    let lines = try #require(rerunner.changes(now, path: "other/model.md")?.lines)
    #expect(lines.contains("-param alpha: 0.25") && lines.contains("+param alpha: 0.5"))
    #expect(lines.contains(#"+param words: x\u{A}network: no\u{200B}"#))
    #expect(lines.contains("-network: no") && lines.contains("+network: yes"))
    #expect(lines.contains("data.bin changed; it is no text, or too large to be shown"))
    #expect(
      lines.suffix(7) == [
        "--- approved/m.sh", "+++ now/m.sh", "@@ -1,3 +1,3 @@", " one", "-two", "+2", " three",
      ])
    let approval = try #require(rerunner.trust.list().approvals.first)
    let content = try #require(rerunner.trust.content(of: approval))
    #expect(content.fields.first == #"command: ["sh","m.sh"]"#)
    #expect(content.texts.map(\.path) == ["m.sh"])
    #expect(content.texts.map(\.text) == ["one\ntwo\nthree\n"])
    try rerunner.trust.revoke(approval.fingerprint)
    #expect(rerunner.changes(now, path: "toy/model.md") == nil)
  }

  /// Unicode takes the two for one text; the bytes that run are others.
  @Test func bytesAreComparedNotTexts() {
    let lines = LineDiff(from: "caf\u{E9}\n", to: "cafe\u{301}\n").unified()
    #expect(lines == ["@@ -1,1 +1,1 @@", "-caf\u{E9}", "+cafe\u{301}"])
  }

  /// Every field that decides what runs has a line of its own.
  @Test func everyFieldIsShown() {
    var card = ModelCard(
      id: "toy", title: "Toy", command: ["sh", "m \"1\".sh"], inputs: [],
      params: ["b": .int(2), "a": .double(0.5)],
      sweep: [.init(param: "a", values: [.int(1), .double(1.5)])],
      controls: [.init(id: "c", params: ["a": .int(9)], mustBreak: [])])
    card.build = ["cc", "m.c"]
    card.environment.versions = [["cc", "--version"]]
    card.policy = .init(network: true, read: ["/opt/data"])
    let approvable = Approvable(card, inputs: ["m.c": "02", "a.c": "01"])
    #expect(
      approvable.text == """
        command: ["sh","m \\"1\\".sh"]
        build: ["cc","m.c"]
        environment: ["cc","--version"]
        input a.c: sha256 01
        input m.c: sha256 02
        param a: 0.5
        param b: 2
        sweep a: 1, 1.5
        control c, a: 9
        limit of wall-clock time: 60.0 s
        limit of processor time: 60.0 s
        limit of memory: 1024 MiB
        limit of output: 16 MiB
        limit of processes: 64
        network: yes
        may read: /opt/data
        """)
  }

  /// What is kept is what was hashed: text, and not too much of it.
  @Test func onlyTheTextThatWasHashedIsKept() throws {
    let model = try TestModel()
    var card = ModelCard(id: "toy", title: "Toy", command: ["sh"], inputs: [])
    let large = String(repeating: "a", count: 256 << 10)
    for index in 10..<28 { try model.write(large, to: "large\(index)") }
    try model.write(large + "a", to: "larger")
    try model.write("small", to: "small")
    card.inputs = (10..<28).map { "large\($0)" } + ["larger", "small"]
    var hashes = try InputHasher(card: card, folder: model.folder).hashes()
    let state = ApprovedState(card, folder: model.folder, inputs: hashes)
    // 4 MiB are 16 of 256 KiB.
    #expect(state.texts.keys.sorted() == (10..<26).map { "large\($0)" })
    hashes = hashes.filter { !$0.key.hasPrefix("large1") }
    let fewer = ApprovedState(card, folder: model.folder, inputs: hashes)
    #expect(fewer.texts.count == 9 && fewer.texts["small"] == "small")
    hashes["small"] = String(repeating: "0", count: 64)
    let changed = ApprovedState(card, folder: model.folder, inputs: hashes)
    #expect(changed.texts["small"] == nil && changed.texts.count == 8)
  }

  @Test func inputsComeAndGo() throws {
    let model = try TestModel()
    try model.write("one\n", to: "a")
    try model.write("two\n", to: "b")
    let card = ModelCard(id: "toy", title: "Toy", command: ["sh"], inputs: ["a", "b"])
    let hashes = try InputHasher(card: card, folder: model.folder).hashes()
    func state(_ path: String) -> ApprovedState {
      ApprovedState(card, folder: model.folder, inputs: hashes.filter { $0.key == path })
    }
    let lines = state("a").changes(to: state("b"))
    #expect(
      lines.suffix(8) == [
        "--- approved/a", "+++ now/a", "@@ -1,1 +1,0 @@", "-one", "--- approved/b", "+++ now/b",
        "@@ -1,0 +1,1 @@", "+two",
      ])
    #expect(lines.prefix(2) == ["--- approved", "+++ now"])
  }

  /// Of a thousand lines and fewer, those that stayed are told from those that did not.
  @Test func linesBetweenChangesStay() {
    let diff = LineDiff(from: "a\nb\nc\nd\n", to: "x\nb\ny\nd\n")
    #expect(
      diff.unified() == ["@@ -1,4 +1,4 @@", "-a", "+x", " b", "-c", "+y", " d"])
  }

  /// Taking the removed lines out and the added ones in gives the new text, whatever the texts are.
  @Test(arguments: 0..<200)
  func aDiffLeadsFromOneTextToTheOther(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func text(_ lines: [Int]) -> String { lines.map { "line \($0)\n" }.joined() }
    let old = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      Int.random(in: 0...4, using: &generator)
    }
    let new = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      Int.random(in: 0...4, using: &generator)
    }
    let diff = LineDiff(from: text(old), to: text(new))
    let whole = diff.unified(context: 100).filter { !$0.hasPrefix("@@") }
    func lines(_ marks: String) -> String {
      whole.filter { marks.contains($0.prefix(1)) }.map { $0.dropFirst() + "\n" }.joined()
    }
    if old == new {
      #expect(diff.unified().isEmpty)
    } else {
      #expect(lines(" -") == text(old))
      #expect(lines(" +") == text(new))
    }
    // A hunk says how many lines of either text it has.
    var counts: [Int] = []
    var wanted: [Int] = []
    for line in diff.unified(context: 1) {
      if line.hasPrefix("@@") {
        let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
        wanted += [numbers[1], numbers[3]]
        counts += [0, 0]
      } else {
        if !line.hasPrefix("+") { counts[counts.count - 2] += 1 }
        if !line.hasPrefix("-") { counts[counts.count - 1] += 1 }
      }
    }
    #expect(counts == wanted)
  }

  @Test func longTextsAreNotComparedLineByLine() {
    let old = (0..<5000).map { "a\($0)\n" }.joined()
    let new = (0..<5000).map { "b\($0)\n" }.joined()
    let lines = LineDiff(from: "same\n" + old, to: "same\n" + new).unified()
    #expect(lines.count == 10_002)
    #expect(lines.prefix(3) == ["@@ -1,5001 +1,5001 @@", " same", "-a0"])
  }
}
