import DictumTestSupport
import Foundation
import Testing

/// Models as docs/models.md teaches them: the example runs, is cited in three ways, and a script gets
/// a card.
@Suite struct NewModelTests {
  /// The example of the docs, word for word, and a post that cites it.
  private func example() throws -> TemporaryLibrary {
    let page = try String(
      contentsOf: SharedCorpora.repository.appendingPathComponent("docs/models.md"), encoding: .utf8
    )
    func block(_ language: String) throws -> String {
      let start = try #require(page.range(of: "```\(language)\n"))
      let end = try #require(page[start.upperBound...].range(of: "```"))
      return String(page[start.upperBound..<end.lowerBound])
    }
    return try TemporaryLibrary([
      "models/random-walk/walk.py": try block("python"),
      "models/random-walk/model.md": try block("markdown"),
      "posts/walks.md": """
      # Walks

      > [!claim] A walk gets as far as the root of its steps
      > - model:: [[models/random-walk#square-root]]

      ^c-square-root

      > [!claim] After a hundred steps it is ten away
      > - model:: [the model](../models/random-walk/model.md)

      ^c-ten

      It is well known. #claim ^c-known
      (model:: [[models/random-walk#ten-after-a-hundred]])

      See [[models/random-walk#square-root]], [[random-walk]] and
      [the card](../models/random-walk/model.md).

      """,
    ])
  }

  @Test func theExampleOfTheDocs() async throws {
    let library = try example()
    let ingest = try await Executable.run(["ingest"], in: library)
    #expect(ingest.status == 0, "\(ingest.error)")
    let check = try await Executable.run(["check"], in: library)
    #expect(!check.output.contains("dangling") && !check.output.contains("leads nowhere"))
    for (claim, address) in [
      ("c-square-root", "model:random-walk#square-root"), ("c-ten", "model:random-walk"),
    ] {
      let trace = try await Executable.run(["trace", "posts/walks#^\(claim)"], in: library)
      #expect(trace.output.contains(address), "\(trace.output)")
    }
    let rerun = try await Executable.run(["rerun", "--all", "--approve"], in: library)
    #expect(rerun.status == 0, "\(rerun.output)\(rerun.error)")
    #expect(rerun.output.contains("holds"))
    let trace = try await Executable.run(["trace", "posts/walks#^c-square-root"], in: library)
    #expect(trace.output.contains("holds"), "\(trace.output)")
  }

  /// Names with blanks, letters of other scripts and signs that mean something in a URL.
  @Test func aCardInAFolderOfAnyName() async throws {
    let library = try TemporaryLibrary([
      "models/Müller's walk 100%/step one.py": "print('q =', open('a b#1.txt').read())\n",
      "models/Müller's walk 100%/a b#1.txt": "4",
    ])
    let made = try await Executable.run(
      ["models", "new", "models/Müller's walk 100%/step one.py", "--id", "walk", "--no-run"],
      in: library)
    #expect(made.status == 0, "\(made.error)")
    let card = try library.text("models/Müller's walk 100%/model.md")
    #expect(card.contains("step one.py") && card.contains("a b#1.txt"), "\(card)")
  }

  @Test func aCardForAScript() async throws {
    let library = try TemporaryLibrary([
      "models/walk/walk.py": """
      import json
      with open("numbers.json") as file:
          print("total =", sum(json.load(file)))
      """,
      "models/walk/numbers.json": "[1, 2, 3.5]", "models/walk/other.json": "[]",
      "models/odd/odd.xyz": "?", "models/again/walk.sh": "echo x = 1",
    ])
    var session = Transcript(library)
    #expect(try await session.run("models", "new", "models/walk/walk.py") == 0)
    #expect(try await session.run("models", "new", "models/walk/walk.py") == 2)
    #expect(try await session.run("models", "new", "models/again/walk.sh", "--no-run") == 2)
    #expect(
      try await session.run("models", "new", "models/again/walk.sh", "--no-run", "--id", "a b")
        == 2)
    #expect(try await session.run("models", "new", "models/odd/odd.xyz") == 2)
    #expect(try await session.run("models", "new", "models/none.py") == 2)
    #expect(try await session.run("models", "new", "/usr/bin/env") == 2)
    #expect(try await session.run("ingest") == 0)
    #expect(try await session.run("models") == 0)
    #expect(try session.difference(from: Golden("models-new")) == nil)
    let card = try library.text("models/walk/model.md")
    #expect(card.contains("  inputs: [walk.py, numbers.json]\n"))

    try library.delete("models/walk/model.md")
    let trial = try await Executable.run(
      ["models", "new", "models/walk/walk.py", "--run", "--id", "sum"], in: library)
    guard !trial.error.contains("there is no sandbox") else { return }
    #expect(
      trial.status == 0 && trial.error.contains("it ran, and gave 1 number"), "\(trial.error)")
    let drafted = try library.text("models/walk/model.md")
    #expect(drafted.contains("id: sum\n") && drafted.contains("#     value: 6.5\n"))
    #expect(try await Executable.run(["models"], in: library).output.contains("model:sum"))
  }
}
