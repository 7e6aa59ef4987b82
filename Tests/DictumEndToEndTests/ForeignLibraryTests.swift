import DictumModel
import DictumTestSupport
import Foundation
import Testing

/// A library that a stranger made, `.dictum` and all: it makes nothing run, writes nowhere else, and
/// has nothing believed unsaid.
@Suite struct ForeignLibraryTests {
  private static let card = """
    ---
    type: model
    id: toy
    title: Toy
    run:
      command: [sh, toy.sh]
      inputs: [toy.sh]
    expect:
      - {id: q, metric: q, op: ">", value: 0}
    ---
    """

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  @Test(arguments: [
    ("ledger/runs.jsonl", true), ("ledger/decisions.jsonl", true), ("index.sqlite", true),
    ("ledger", false), ("runs", false), ("", false),
  ])
  func nothingIsWrittenThroughALink(_ place: String, isFile: Bool) async throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n"])
    let mine = library.base + "/mine"
    let link = place.isEmpty ? library.library.folder : library.library.folder + "/" + place
    if isFile {
      try Data("alias ls=ls\n".utf8).write(to: URL(filePath: mine))
      try FileManager.default.createDirectory(
        at: URL(filePath: link).deletingLastPathComponent(), withIntermediateDirectories: true)
    } else {
      try FileManager.default.createDirectory(atPath: mine, withIntermediateDirectories: true)
    }
    if exists(link) { try FileManager.default.removeItem(atPath: link) }
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: mine)
    for command in [["ingest"], ["search", "words"], ["rerun", "--all"]] {
      let result = try await Executable.run(command, in: library)
      #expect(result.status == 2)
      #expect(
        result.error.contains(link + " is a symbolic link, and Dictum writes there"),
        "\(result.error)")
    }
    if isFile {
      #expect(try String(contentsOfFile: mine, encoding: .utf8) == "alias ls=ls\n")
    } else {
      #expect(try FileManager.default.contentsOfDirectory(atPath: mine).isEmpty)
    }
  }

  /// Every character of what is approved can be seen, and no text looks like Dictum's own lines.
  @Test func theApprovalHidesNothing() async throws {
    let library = try TemporaryLibrary(["m/toy.sh": "echo q = 1\n"])
    let home = library.base + "/home"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let values = (1...22).map { "v\($0)" }.joined(separator: ", ")
    try library.write(
      """
      ---
      type: model
      id: toy
      title: "Toy\\n    approved  yes"
      run:
        command: [sh, toy.sh, "a b", "", "x\\n    approved  yes", "say \\"hi\\""]
        inputs: [toy.sh]
        environment: {versions: [[sh, -c, "echo 1"]]}
      params: {p: "1\\u202E2\\u200B3"}
      sweep: {mode: [\(values)], n: {from: 1, to: 30, step: 1}}
      limits: {cpu_s: 5000}
      sandbox: {read: [/usr/share, "\(home)/.keys", "\(library.base)"]}
      ---
      """, to: "m/model.md")
    try FileManager.default.createDirectory(
      atPath: home + "/.keys", withIntermediateDirectories: true)
    let result = try await Executable.run(["rerun", "--plan", "model:toy"], in: library)
    let lines = result.output.split(separator: "\n").map(String.init)
    for line in [
      #"model:toy  Toy\u{A}    approved  yes"#,
      #"    command   sh toy.sh "a b" "" "x\u{A}    approved  yes" "say \"hi\"""#,
      #"    asks      sh -c "echo 1""#, #"    param     p = 1\u{202E}2\u{200B}3"#,
      "    sweep     mode = " + values,
      "    limits    60 s, 5000 s of the processor, 1024 MiB of memory, 16 MiB of output, 64 processes",
      "    may read  /usr/share", "    may read  \(home)/.keys, IN YOUR HOME FOLDER",
      "    may read  \(library.base), WITH YOUR HOME FOLDER",
    ] {
      #expect(lines.contains(line), "\(line) is not in\n\(result.output)")
    }
    #expect(lines.contains { $0.hasSuffix(", 20, … 30 (30 values)") })
    #expect(lines.contains { $0.hasSuffix("what it may read, no network, YOUR HOME FOLDER") })
    #expect(lines.count { $0.hasPrefix("    approved") } == 1)
  }

  /// Whose results they are is known by the state folder; with another one they are a stranger's.
  @Test func resultsOfOthersAreSaidAndNotUsed() async throws {
    let library = try TemporaryLibrary([
      "m/model.md": Self.card, "m/toy.sh": "echo q = 1\n",
      "a.md": "> [!claim] It is so\n> - model:: [[m/model#q]]\n\n^c-so\n",
    ])
    let rerun = ["rerun", "--approve", "--no-sandbox", "model:toy"]
    #expect(try await Executable.run(rerun, in: library).status == 0)
    let again = try await Executable.run(rerun, in: library)
    #expect(again.error.contains("nothing to do"))
    let note = "was not made here by you: `dictum rerun model:toy` makes it anew"
    #expect(
      try await !Executable.run(["runs", "show", "latest"], in: library).error.contains(note))

    let ada = ["XDG_STATE_HOME": library.base + "/ada"]
    for command in [["runs", "show", "latest"], ["runs"], ["trace", "a.md#^c-so"]] {
      let shown = try await Executable.run(command, in: library, environment: ada)
      #expect(shown.error.contains(note), "\(command): \(shown.error)")
    }
    let refused = try await Executable.run(
      ["rerun", "--no-sandbox", "model:toy"], in: library, environment: ada)
    #expect(refused.status == 2)
    #expect(refused.error.contains("model toy is not approved"), "\(refused.error)")
    let ran = try await Executable.run(rerun, in: library, environment: ada)
    #expect(ran.status == 0)
    #expect(ran.error.contains("1 task: last run not made here"), "\(ran.error)")
  }

  @Test func runsBegunElsewhereAreNotResumed() async throws {
    let library = try TemporaryLibrary(["m/model.md": Self.card, "m/toy.sh": "echo q = 1\n"])
    try library.write("{}", to: ".dictum/runs/toy-20260101T000000Z-0000/batch.json")
    let result = try await Executable.run(["rerun", "--resume", "--no-sandbox"], in: library)
    #expect(
      result.error.contains(
        "warning: .dictum/runs/toy-20260101T000000Z-0000 was not begun here, so it is left alone"))
    #expect(exists(library.root + "/.dictum/runs/toy-20260101T000000Z-0000/batch.json"))
  }
}
