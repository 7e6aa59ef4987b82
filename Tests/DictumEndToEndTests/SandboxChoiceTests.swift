import DictumTestSupport
import Testing

/// The sandbox that a run is asked to be in.
@Suite struct SandboxChoiceTests {
  private let card = [
    "models/toy/model.md": """
    ---
    type: model
    id: toy
    title: Toy
    run:
      command: [echo, "q = 1"]
    expect:
      - {id: q, metric: q, op: ">", value: 0}
    ---
    """
  ]

  @Test(arguments: ["bubblewrap", "landlock"])
  func theOneAskedForIsTakenOrNone(_ kind: String) async throws {
    let library = try TemporaryLibrary(card)
    #expect(try await Executable.run(["ingest"], in: library).status == 0)
    let run = try await Executable.run(
      ["rerun", "model:toy", "--approve", "--sandbox", kind, "--json"], in: library)
    if run.status == 2 {
      print("\(kind) cannot be had here: \(run.error)")
      #expect(run.error.contains("no sandbox") && run.error.contains("--no-sandbox"))
    } else {
      #expect(run.status == 0, "\(run.error)")
      #expect(run.output.contains("\"sandbox\" : \"\(kind)\""))
    }
  }

  @Test func itIsOneOfThoseThatShutIn() async throws {
    let library = try TemporaryLibrary(card)
    let unknown = try await Executable.run(["rerun", "--all", "--sandbox", "none"], in: library)
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("Please provide one of"), "\(unknown.error)")
    let both = try await Executable.run(
      ["rerun", "--all", "--sandbox", "landlock", "--no-sandbox"], in: library)
    #expect(both.status == 64)
    #expect(
      both.error.contains("--sandbox and --no-sandbox exclude each other: give one of them"))
  }
}
