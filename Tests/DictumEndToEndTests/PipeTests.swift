import DictumTestSupport
import Foundation
import Testing

@Suite struct PipeTests {
  /// `dictum … | head` ends as every Unix tool does: by SIGPIPE, without a word.
  @Test func aReaderThatGoesEndsTheWriter() async throws {
    let library = try await Corpus.ingested()
    let script = """
      set -o pipefail
      "$1" search --json --limit 10000 -- -xqzvw | head -c 10 > /dev/null
      """
    let result = try await Executable.run(
      program: "env", ["--default-signal=PIPE", "bash", "-c", script, "bash", Executable.path],
      folder: library.root, environment: ["PATH": "/usr/bin:/bin"])
    // 128 and the number of SIGPIPE.
    #expect(result.status == 141)
    #expect(result.error.isEmpty)
  }

  /// What is printed goes nowhere, and not into a file that took the closed stream's number.
  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
  func closedStreams(_ closed: String) async throws {
    let library = try TemporaryLibrary([
      "a.md": "Words.\n", "m/m.sh": "echo q = 1\n",
      "m/model.md": """
      ---
      type: model
      id: toy
      title: Toy
      run: {command: [sh, m.sh], inputs: [m.sh]}
      ---
      """,
    ])
    let run = ["rerun", "--approve", "--no-sandbox", "-j1", "model:toy"].joined(separator: " ")
    _ = try await Executable.run(
      program: "sh", ["-c", "exec \"$0\" \(run) \(closed)", Executable.path],
      folder: library.root,
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": library.base, "XDG_STATE_HOME": library.base + "/state",
      ])
    #expect(try await Executable.run(["doctor"], in: library).status == 0)
    let ledger = try String(
      contentsOfFile: library.root + "/.dictum/ledger/runs.jsonl", encoding: .utf8)
    #expect(ledger.split(separator: "\n").count { $0.contains("\"outcome\":\"ok\"") } == 1)
    #expect(ledger.split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
  }

  @Test func dataAndTalkAreApart() async throws {
    let library = try await Corpus.ingested()
    let json = try await Executable.run(["search", "--json", "--explain", "steps"], in: library)
    #expect(json.output.hasPrefix("{") && json.output.hasSuffix("}\n"))
    #expect(!json.error.isEmpty)
    let nothing = try await Executable.run(["search", "xqzvw"], in: library)
    #expect(nothing.output.isEmpty && !nothing.error.isEmpty)
    let failed = try await Executable.run(["show", "nowhere.md"], in: library)
    #expect(failed.output.isEmpty && failed.error.hasPrefix("dictum: "))
  }

  /// Nothing but `.dictum` changes in a library.
  @Test func notesAreNeverWritten() async throws {
    let library = try await Corpus.ingested()
    let before = try await listing(library)
    for arguments in [
      ["ingest", "--verify"], ["check"], ["doctor", "--rebuild"], ["search", "steps"],
      ["rerun", "--approve", "model:goodhart-counterexample"],
    ] {
      _ = try await Executable.run(arguments, in: library)
    }
    #expect(try await listing(library) == before)
  }

  private func listing(_ library: TemporaryLibrary) async throws -> String {
    try await Executable.run(
      program: "bash",
      ["-c", "find . -path ./.dictum -prune -o -type f -printf '%p %s %T@\\n' | sort"],
      folder: library.root, environment: ["PATH": "/usr/bin:/bin"]
    ).output
  }
}
