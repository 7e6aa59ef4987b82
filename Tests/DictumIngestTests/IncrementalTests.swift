import DictumModel
import DictumStore
import DictumTestSupport
import Testing

/// What an index says depends on the files as they are, never on the way there.
@Suite struct IncrementalTests {
  @Test(arguments: Array<UInt64>(1...12))
  func equalsAFreshIndexAfterAnyEdits(_ seed: UInt64) throws {
    let library = try TemporaryLibrary()
    var script = EditScript(library, seed: seed)
    for round in 0..<10 {
      // Several edits between two looks, so that they meet in one ingest.
      for _ in 0..<(1 + round % 5) { try script.step() }
      try library.ingest()
      let (now, fresh) = (try library.dump(), try library.freshDump())
      if let difference = firstDifference(now, fresh) {
        Issue.record("seed \(seed), after \(script.log): \(difference)")
        return
      }
      #expect(try library.store().examine().problems.isEmpty)
    }
  }

  @Test(arguments: [UInt64(100), 101, 102])
  func ingestOfFilesOneByOneEqualsAllAtOnce(_ seed: UInt64) throws {
    let library = try TemporaryLibrary()
    var script = EditScript(library, seed: seed)
    for _ in 0..<30 { try script.step() }
    let walked = try library.ingest()
    for source in try library.store().sources(PassageFilter()) {
      try library.ingest(paths: [source.path], rereadAll: true)
    }
    #expect(walked.totals.sources > 0)
    #expect(firstDifference(try library.dump(), try library.freshDump()) == nil)
  }

  private func firstDifference(_ now: String, _ fresh: String) -> String? {
    if now == fresh { return nil }
    let (left, right) = (now.split(separator: "\n"), fresh.split(separator: "\n"))
    let rest = Set(right), known = Set(left)
    return "only incremental: \(left.filter { !rest.contains($0) }.prefix(3)); "
      + "only fresh: \(right.filter { !known.contains($0) }.prefix(3))"
  }
}
