import DictumModel
import DictumSearch
import DictumTestSupport
import Testing

@Suite struct SearcherFuzzTests {
  /// Every string is a query of a real index: none is an error, and what it finds is well formed.
  @Test func twoThousandRandomStringsFindOrDoNot() throws {
    let library = try TemporaryLibrary()
    for (number, body) in QueryCompilerTests.bodies.enumerated() {
      try library.write(
        "# Note \(number)\n\n**Kwa:** \(body)\n\n**?:** long tasks\n", to: "\(number).md")
    }
    try library.ingest()
    let searcher = Searcher(store: try library.store())
    var generator = SeededGenerator(seed: 2_000)
    var found = 0
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...16, using: &generator)).map { _ in
        QueryFuzzTests.pieces[Int.random(in: 0..<QueryFuzzTests.pieces.count, using: &generator)]
          + (Bool.random(using: &generator) ? " " : "")
      }.joined()
      do {
        let result = try searcher.search(text, limit: 5, context: 1)
        found += result.hits.isEmpty ? 0 : 1
        #expect(result.hits.count <= 5)
        for hit in result.hits {
          #expect(hit.highlights.allSatisfy { $0.end <= hit.passage.text.utf8.count })
        }
      } catch {
        Issue.record("\(text.debugDescription): \(error)")
      }
    }
    // A test in which nothing is ever found would say nothing.
    #expect(found > 200)
  }
}
