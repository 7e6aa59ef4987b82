import DictumTestSupport
import Foundation
import Testing

/// What was run, shown again, compared, and written for other programs.
@Suite struct RunsSessionTests {
  @Test func runs() async throws {
    let library = try await Corpus.ingested()
    let plan = try await Executable.run(["rerun", "--all", "--plan"], in: library)
    if !plan.output.contains("sandbox   bubblewrap") {
      print("skipped: bubblewrap does not work here, and the transcript names it: \(plan.error)")
      return
    }
    var session = Transcript(library)
    #expect(try await session.run("runs") == 1)
    #expect(try await session.run("runs", "show", "latest") == 2)
    #expect(try await session.run("runs", "none") == 2)
    #expect(
      try await session.run(
        "rerun", "--approve", "model:small-updates", "--junit", "results.xml", "--tap", "-",
        "--github", "--report", "page", "--ro-crate", "crate") == 1)
    #expect(try await session.run("runs", "diff", "small-updates") == 2)
    try library.edit("models/small-updates/model.md", "favourable: 0.6", "favourable: 0.7")
    #expect(
      try await session.run("rerun", "--approve", "small-updates", "--junit", "-") == 1)
    #expect(try await session.run("runs") == 0)
    #expect(try await session.run("runs", "show", "small-updates@previous") == 0)
    #expect(try await session.run("runs", "diff", "small-updates") == 0)
    #expect(try await session.run("runs", "diff", "latest", "previous") == 0)
    for wrong in [
      "small-updates@first", "run:nothing", "run:small-updates-", "goodhart-counterexample",
    ] {
      #expect(try await session.run("runs", "show", wrong) == 2)
    }
    #expect(try await session.run("runs", "show", "latest", "--ro-crate", "crate") == 2)
    #expect(try await session.run("runs", "show", "latest", "--junit", "-", "--tap", "-") == 64)
    #expect(try await session.run("runs", "show", "latest", "--json", "--tap", "-") == 64)
    #expect(try await session.run("runs", "show", "latest", "--agent", "Ada") == 64)
    // What was written into the library is not read as a part of it.
    #expect(try await session.run("models") == 0)
    #expect(try await session.run("sources", "--kind", "model") == 0)
    #expect(try session.difference(from: Golden("runs")) == nil)

    for file in [
      "results.xml", "page/index.html", "crate/ro-crate-metadata.json", "crate/run.json",
      "crate/report.html", "crate/model/model.md", "crate/model/small_updates.py",
    ] {
      let url = URL(fileURLWithPath: library.root).appendingPathComponent(file)
      let bytes = try Data(contentsOf: url)
      #expect(!bytes.isEmpty, "\(file)")
    }
  }
}
