import DictumModel
import DictumStore
import DictumTestSupport
import Foundation
import Testing

/// What is left when `dictum` is killed in the middle of its work, or meets itself.
@Suite struct CrashTests {
  /// A library of generated notes that link to one another.
  private func library(_ count: Int) throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    for number in 0..<count {
      let next = (number * 7 + 1) % count
      try library.write(
        """
        # Note \(number)

        **Ada:** Words about step \(number), see [[note-\(next)]].

        **Bo:** A claim of its own. #claim ^c-\(number)

        **Ada:** Yes.

        **Bo:** No.

        \(String(repeating: "More words to read \(number). ", count: 20))
        """, to: "folder-\(number % 20)/note-\(number).md")
    }
    return library
  }

  @Test func aKilledIngestLeavesASoundIndex() async throws {
    let library = try library(2_000)
    let fresh = try library.freshDump()
    var generator = SeededGenerator(seed: 9)
    var killed = 0
    for round in 0..<10 {
      // Each round finds some of the files changed, and is killed at another moment.
      for number in stride(from: round, to: 2_000, by: 5) {
        let path = "folder-\(number % 20)/note-\(number).md"
        try library.setDate(Date(timeIntervalSince1970: 1_600_000_000 + Double(round)), of: path)
      }
      let delay = Duration.milliseconds(Int.random(in: 5...900, using: &generator))
      if try await Executable.kill(["ingest", "--verify"], in: library, after: delay) == nil {
        killed += 1
      }
      let problems = try library.store().examine().problems
      #expect(problems.isEmpty, "after \(delay): \(problems)")
      // All of it or nothing.
      #expect([0, 2_000].contains(try library.store().totals().sources))
    }
    #expect(killed > 0, "every ingest was faster than its killer")
    #expect(try await Executable.run(["ingest"], in: library).status == 0)
    #expect(try await Executable.run(["doctor"], in: library).status == 0)
    #expect(try library.dump() == fresh)
  }

  @Test func twoIngestsAtOnceDoNotHurtEachOther() async throws {
    let library = try library(400)
    async let first = Executable.run(["ingest"], in: library)
    async let second = Executable.run(["ingest"], in: library)
    async let third = Executable.run(["ingest"], in: library)
    let results = try await [first, second, third]
    for result in results where result.status != 0 {
      #expect(result.error.contains("another dictum is writing the index"), "\(result)")
    }
    #expect(results.contains { $0.status == 0 })
    #expect(try library.store().examine().problems.isEmpty)
    #expect(try library.dump() == library.freshDump())
  }

  @Test func aWriterThatTakesLongIsSaidToBeThere() async throws {
    let library = try library(5)
    try library.ingest()
    let (result, search) = try await library.whileLocked {
      (
        try await Executable.run(["ingest"], in: library),
        try await Executable.run(["search", "step"], in: library)
      )
    }
    #expect(result.status == 2)
    #expect(result.error.contains("another dictum is writing the index"))
    // Who only reads need not wait.
    #expect(search.status == 0)
  }
}
