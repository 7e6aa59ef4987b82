import DictumModel
import DictumSearch
import DictumTestSupport
import Testing

@Suite("A speaker named in a question")
struct SpeakerHintTests {
  @Test(
    "The name of a speaker, with a capital, gets a hint",
    arguments: [
      ("what did Okafor say about waits", true), ("what did okafor say about waits", false),
      ("speaker:bo Okafor waits", false), ("waits are Long", false),
    ])
  func hint(_ query: String, _ isGiven: Bool) throws {
    let library = try TemporaryLibrary([
      "a.md": "---\nauthor: Ada Okafor\n---\nWaits are long, says okafor.\n",
      "b.md": "---\nauthor: Bo Visser\n---\nWaits are short.\n",
    ])
    try library.ingest()
    let notes = try Searcher(store: try library.store()).search(query).notes
    #expect(
      notes.contains("Ada Okafor speaks here: speaker:okafor asks for their own words") == isGiven)
  }
}
