import DictumModel
import DictumSearch
import DictumTestSupport
import Testing

/// A speaker's own words, and what others make of them.
@Suite struct VoiceTests {
  private static let said =
    "Whoever keeps a diary of failed proofs learns sooner which lemma was wanted from the start"

  private let library: TemporaryLibrary
  private let searcher: Searcher

  init() throws {
    library = try TemporaryLibrary([
      "talk.md": """
      **Ada Okafor:** \(Self.said).

      **Bo Visser:** \(Self.said).

      I doubt that the diary helps.

      **Ada Okafor:** I see.

      **Bo Visser:** Ada thinks that a diary is a habit, and I have none.
      """
    ])
    try library.ingest()
    searcher = Searcher(store: try library.store())
  }

  /// Each hit as `speaker voice`, with who quotes.
  private func hits(_ query: String) throws -> [String] {
    try searcher.search(query).hits.map { hit in
      let speaker = hit.passage.speaker
      return "\(speaker.name ?? "?") \(speaker.voice.rawValue)"
        + (speaker.quotedBy.map { " by \($0)" } ?? "")
    }.sorted()
  }

  @Test(arguments: [
    ("speaker:ada diary", ["Ada Okafor own"]),
    ("speaker:ada voice:own diary", ["Ada Okafor own"]),
    ("speaker:ada voice:quoted diary", ["Ada Okafor quoted by Bo Visser"]),
    ("speaker:ada voice:reported diary", ["Bo Visser own"]),
    (
      "speaker:ada voice:any diary",
      ["Ada Okafor own", "Ada Okafor quoted by Bo Visser", "Bo Visser own"]
    ),
    ("speaker:bo diary", ["Bo Visser own", "Bo Visser own"]),
    ("voice:quoted diary", ["Ada Okafor quoted by Bo Visser"]),
    ("voice:reported diary", ["Bo Visser own"]),
    ("-voice:quoted diary", ["Ada Okafor own", "Bo Visser own", "Bo Visser own"]),
    (
      "voice:own voice:quoted speaker:ada diary",
      ["Ada Okafor own", "Ada Okafor quoted by Bo Visser"]
    ),
  ])
  func voices(_ query: String, _ expected: [String]) throws {
    #expect(try hits(query) == expected)
  }

  @Test func aNoteSaysWhatOthersMakeOfASpeaker() throws {
    let note = "In 2 more passages others quote, paste or report ada: voice:any shows them too"
    #expect(try searcher.search("speaker:ada diary").notes == [note])
    #expect(try searcher.search("speaker:ada").notes == [note])
    #expect(
      try searcher.search("speaker:ada habit").notes.contains {
        $0.hasPrefix("In 1 more passage others")
      })
    #expect(try searcher.search("speaker:ada voice:any diary").notes == [])
    #expect(try searcher.search("speaker:bo diary").notes == [])
  }

  @Test func whatIsNoVoiceIsSaid() throws {
    #expect(
      try searcher.search("voice:loud diary").notes == [
        "No voice is called loud; the voices are own, quoted, pasted, machine, note, reported, any"
      ])
  }
}
