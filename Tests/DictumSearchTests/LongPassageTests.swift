import DictumModel
import DictumSearch
import DictumTestSupport
import Testing

@Suite("Very long passages")
struct LongPassageTests {
  @Test("A page on one line is found, and its first matches are marked")
  func onePage() throws {
    let page = String(repeating: "Word after word. ", count: 100_000) + "Needle at the end."
    let library = try TemporaryLibrary(["page.md": page])
    try library.ingest()
    let store = try library.store()
    let result = try Searcher(store: store).search("needle word")
    let hit = try #require(result.hits.first)
    let bytes = Array(hit.passage.text.utf8)
    let marked = hit.highlights.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(marked == ["Word", "Needle"])
  }
}
