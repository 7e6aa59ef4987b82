import DictumTestSupport
import Foundation
import Testing

/// Ctrl-C in the middle of a run of the real executable.
@Suite struct InterruptedRunTests {
  @Test func whatHasEndedIsKeptAndTheRestIsRunLater() async throws {
    let mark = "60.000" + String(UInt32.random(in: 1...UInt32.max))
    let library = try TemporaryLibrary([
      "models/toy/model.md": """
      ---
      type: model
      id: toy
      title: Toy
      run:
        command: [sh, toy.sh, "{n}"]
        inputs: [toy.sh]
      sweep:
        n: [1, 2, 3, 4]
      expect:
        - {id: q, metric: q, op: ">", value: 0}
      ---
      """, "models/toy/toy.sh": "",
    ])
    // The third task sleeps for as long as this file is there.
    let hold = library.base + "/hold"
    try Data().write(to: URL(filePath: hold))
    try library.write(
      "[ $1 -gt 2 ] && [ -e '\(hold)' ] && sleep \(mark)\necho q = $1\n",
      to: "models/toy/toy.sh")
    #expect(try await Executable.run(["ingest"], in: library).status == 0)
    let runs = library.root + "/.dictum/runs"
    let stopped = try await Executable.interrupt(
      ["rerun", "--approve", "--no-sandbox", "-j", "1", "model:toy"], in: library
    ) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? []
      return names.contains { name in
        FileManager.default.fileExists(atPath: "\(runs)/\(name)/results/1.json")
      }
    }
    #expect(stopped.status == 2)
    #expect(stopped.output.isEmpty)
    #expect(stopped.error.contains("model toy was interrupted after 2 of 4 tasks, which are kept"))
    #expect(!isRunning(mark), "an orphan is left")
    let ledger = library.root + "/.dictum/ledger/runs.jsonl"
    #expect(!FileManager.default.fileExists(atPath: ledger))

    try FileManager.default.removeItem(atPath: hold)

    let resumed = try await Executable.run(
      ["rerun", "--resume", "--no-sandbox", "--json"], in: library)
    #expect(resumed.status == 0, "\(resumed.error)")
    #expect(resumed.output.contains("\"outcome\" : \"ok\""))
    let lines = try String(contentsOfFile: ledger, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: runs).isEmpty)
    // Everything is there: nothing runs again, and nothing is to be resumed.
    let again = try await Executable.run(
      ["rerun", "--stale", "--no-sandbox", "--json"], in: library)
    #expect(again.status == 0)
    #expect(again.output.contains("\"items\" : ["))
    #expect(!again.output.contains("run:toy"))
    #expect(
      try await Executable.run(["rerun", "--resume", "--no-sandbox"], in: library).error
        .contains("no run was interrupted"))
  }

  /// Whether a process sleeps for this time.
  private func isRunning(_ mark: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { $0.allSatisfy(\.isNumber) }.contains { number in
      let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
      return String(decoding: line, as: UTF8.self).hasPrefix("sleep\0" + mark)
    }
  }
}
