import DictumTestSupport
import Testing

/// Models that really run: their numbers are the same on every machine, because their seeds are.
@Suite struct RerunSessionTests {
  @Test func rerun() async throws {
    let library = try await Corpus.ingested()
    let plan = try await Executable.run(["rerun", "--all", "--plan"], in: library)
    if !plan.output.contains("sandbox   bubblewrap") {
      print("skipped: bubblewrap does not work here, and the transcript names it: \(plan.error)")
      return
    }
    var session = Transcript(library)
    #expect(try await session.run("rerun", "--plan", "model:goodhart-counterexample") == 0)
    #expect(try await session.run("rerun", "model:goodhart-counterexample") == 2)
    #expect(try await session.run("rerun", "model:goodhart-counter") == 2)
    #expect(try await session.run("trust", "list") == 1)
    #expect(try await session.run("rerun", "--approve", "model:goodhart-counterexample") == 0)
    // On purpose, one of the expectations of this model is contradicted.
    #expect(try await session.run("rerun", "--approve", "models/small-updates") == 1)
    #expect(try await session.run("rerun", "model:goodhart-counterexample", "--json") == 0)
    #expect(try await session.run("models") == 0)
    #expect(try await session.run("claims", "--standing", "contradicted") == 0)
    #expect(try await session.run("trace", "posts/three-to-two#^c-nine-enough") == 0)
    #expect(try await session.run("trust", "list") == 0)
    try library.edit(
      "models/small-updates/small_updates.py", "import", "import sys\nimport")
    #expect(try await session.run("rerun", "models/small-updates") == 2)
    #expect(try await session.run("models") == 0)
    #expect(try await session.run("trust", "revoke", "goodhart-counterexample") == 0)
    #expect(try await session.run("trust", "revoke", "goodhart-counterexample") == 2)
    // What was run is used again without being run; to run it again, it must be approved again.
    #expect(try await session.run("rerun", "model:goodhart-counterexample") == 0)
    #expect(try await session.run("rerun", "--force", "model:goodhart-counterexample") == 2)
    #expect(try session.difference(from: Golden("rerun")) == nil)
  }
}
