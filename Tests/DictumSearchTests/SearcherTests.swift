import DictumModel
import DictumSearch
import DictumTestSupport
import Testing

@Suite struct SearcherTests {
  private static let files = [
    "posts/steps.md": """
    ---
    title: On independent steps
    author: Ada Okafor
    date: 2026-02-01
    tags: [steps, models/toy]
    ---
    # On independent steps

    Long tasks take linear time
    above a critical threshold of approaches.

    > Nobody has ever finished a lasagna.

    ## Details

    The threshold is one over the exponent.
    """,
    "dialogues/lunch.md": """
    ---
    date: 2025-05-05
    authors: [Ada Okafor, Bo Visser]
    ---
    **Ada Okafor:** The critical question is whether the threshold moves.

    **Bo Visser:** You wrote this about time:

    > Long tasks take linear time

    **?:** A critical voice from the back of the room.

    **Bo Visser:** Deconfusion comes first, threshold or not.

    **Ada Okafor:** Well.
    """,
    "notes/plain.md": "# Plain\n\nTime, tasks and long lists. Deconfusion again, café and naïve.\n",
  ]

  private let library: TemporaryLibrary
  private let searcher: Searcher

  init() throws {
    library = try TemporaryLibrary(Self.files)
    try library.ingest()
    searcher = Searcher(store: try library.store())
  }

  private func texts(_ query: String, _ filter: PassageFilter = PassageFilter()) throws -> [String]
  {
    try searcher.search(query, filter: filter, limit: 50).hits.map(\.passage.text)
  }

  @Test func whatASpeakerSaysTwiceDoesNotComeTwiceFirst() throws {
    let page =
      "---\nauthor: Ada Okafor\n---\n\nA lantern.\n\nThe lantern was lit by nobody at all that night.\n"
    let library = try TemporaryLibrary(["a.md": page, "b.md": page])
    try library.ingest()
    let hits = try Searcher(store: try library.store()).search("lantern").hits
    #expect(hits.count == 4 && Set(hits.prefix(2).map(\.passage.text)).count == 2)
  }

  @Test func aSpeakerFilterFindsOwnWordsAndNoQuotations() throws {
    #expect(try texts("speaker:visser linear").isEmpty)
    #expect(try texts("speaker:visser threshold").count == 1)
    let ada = try searcher.search("speaker:ada threshold", limit: 50).hits
    #expect(ada.allSatisfy { $0.passage.speaker.name == "Ada Okafor" })
    #expect(Set(ada.map(\.passage.path)) == ["posts/steps.md", "dialogues/lunch.md"])
    #expect(try texts("speaker:ada lasagna").isEmpty)
    #expect(
      try texts("speaker:unknown critical") == ["A critical voice from the back of the room."])
    #expect(
      !(try texts("-speaker:ada threshold")).contains { $0.hasPrefix("The critical question") })
  }

  @Test func aQuotationSaysWhoQuotes() throws {
    let inDialogue = try searcher.search("kind:quote linear", limit: 5).hits.map(\.passage.speaker)
    #expect(inDialogue.map(\.quotedBy) == ["Bo Visser"])
    #expect(inDialogue.map(\.name) == [nil])
    let inPost = try searcher.search("lasagna", limit: 5).hits.map(\.passage.speaker)
    #expect(inPost.map(\.quotedBy) == ["Ada Okafor"])
  }

  static let counts: [(query: String, count: Int)] = [
    ("threshold", 4), ("threshold kind:post", 2), ("threshold kind:dialogue", 2),
    ("threshold after:2026", 2), ("threshold before:2026", 2), ("threshold after:2027", 0),
    ("threshold source:lunch speaker:ada", 1), ("threshold tag:models", 2),
    ("threshold tag:toy", 0),
    ("threshold -tag:steps", 2), ("threshold in:posts", 2), ("threshold in:posts/*.md", 2),
    ("threshold author:visser", 2), ("threshold author:visser -speaker:visser", 1),
    ("\"critical threshold\"", 1), ("critical -threshold", 1), ("cafe", 1), ("naive", 1),
    ("title:steps threshold", 3), ("\"long tasks\" speaker:ada", 1), ("thresh*", 4),
    ("critical NEAR/2 threshold", 1), ("lasagna OR deconfusion", 3),
  ]

  @Test func filtersCombine() throws {
    for (query, count) in Self.counts {
      let found = try texts(query)
      #expect(found.count == count, "\(query): \(found)")
    }
  }

  @Test func aFilterOfTheCallerIsJoinedWithThatOfTheQuery() throws {
    var filter = PassageFilter()
    filter.speakers.include = ["Ada Okafor"]
    filter.before = "2026-01-01"
    #expect(try texts("threshold", filter).count == 1)
    #expect(try texts("threshold speaker:bo", filter).count == 2)
    filter.kinds.include = ["code"]
    #expect(try texts("threshold", filter).isEmpty)
  }

  @Test(arguments: ["threshold", "café long", "\"linear time\"", "tasks", "deconf*", "steps"])
  func highlightsSliceToTheWords(_ query: String) throws {
    let stems = ["thresh", "caf", "long", "linear", "time", "task", "deconf", "step"]
    let hits = try searcher.search(query, limit: 50).hits
    #expect(!hits.isEmpty)
    for hit in hits {
      let bytes = Array(hit.passage.text.utf8)
      var last = 0
      for span in hit.highlights {
        #expect(span.start >= last && span.start < span.end && span.end <= bytes.count)
        last = span.end
        let word =
          String(validating: bytes[span.start..<span.end], as: UTF8.self)?.lowercased() ?? ""
        #expect(stems.contains { word.hasPrefix($0) }, "\(word)")
      }
    }
  }

  @Test func theLineIsThatOfTheFirstMatch() throws {
    let hit = try #require(try searcher.search("\"critical threshold\"", limit: 1).hits.first)
    let lines = Self.files["posts/steps.md"]?.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines?[hit.line - 1].contains("critical threshold") == true)
    #expect(hit.passage.line == hit.line - 1)
  }

  @Test func marksInANoteDoNotMoveTheHighlights() throws {
    try library.write("A \u{1}strange\u{2} word and a zebra.\n", to: "odd.md")
    try library.ingest()
    let hit = try #require(try searcher.search("zebra", limit: 1).hits.first)
    let bytes = Array(hit.passage.text.utf8)
    for span in hit.highlights {
      #expect(String(decoding: bytes[span.start..<span.end], as: UTF8.self) == "zebra")
    }
  }

  @Test func contextIsWhatStandsBeforeAndAfter() throws {
    let hits = try searcher.search("voice", limit: 3, context: 2).hits
    let hit = try #require(hits.first)
    #expect(
      hit.before.map(\.text) == ["You wrote this about time:", "Long tasks take linear time"])
    #expect(hit.after.map(\.text) == ["Deconfusion comes first, threshold or not.", "Well."])
    #expect(try searcher.search("voice", limit: 3).hits.first?.before.isEmpty == true)
  }

  @Test func theLadderGoesFromTheNarrowestToTheWidest() throws {
    let hits = try searcher.search("linear time", limit: 50).hits
    let order = ["phrase", "all words", "any word"]
    let steps = hits.map { order.firstIndex(of: $0.match) ?? -1 }
    #expect(steps == steps.sorted() && !steps.contains(-1), "\(hits.map(\.match))")
    #expect(steps.contains(0) && steps.contains(2))
    #expect(Set(hits.map(\.passage.address)).count == hits.count)
  }

  @Test func saysWhenThereIsMore() throws {
    let all = try searcher.search("threshold", limit: 50)
    #expect(!all.isMore)
    for limit in 1...all.hits.count {
      let some = try searcher.search("threshold", limit: limit)
      #expect(some.hits.map(\.passage) == all.hits.prefix(limit).map(\.passage))
      #expect(some.isMore == (limit < all.hits.count))
    }
  }

  @Test func aMisspeltWordHasASuggestion() throws {
    for word in ["deconfuson", "deconfusoin", "Deconfussion"] {
      let result = try searcher.search(word, limit: 5)
      #expect(result.hits.isEmpty)
      #expect(result.notes.contains { $0.contains("deconfusion") }, "\(word): \(result.notes)")
    }
    let notes = try searcher.search("xqzvw", limit: 5).notes
    #expect(notes == ["No passage has xqzvw"])
  }

  @Test func aNameThatNobodyHasIsSaid() throws {
    for query in ["speaker:nobody threshold", "source:nothing threshold", "kind:poem threshold"] {
      let result = try searcher.search(query, limit: 5)
      #expect(result.hits.isEmpty)
      #expect(!result.notes.isEmpty, "\(query)")
    }
  }

  @Test func aQueryOfExclusionsFindsTheRest() throws {
    let all = try texts("-xqzvw")
    let without = try texts("-threshold")
    #expect(without.count == all.count - 4)
    #expect(!without.contains { $0.contains("threshold") })
  }

  @Test func aQueryOfFiltersFindsAllThatPassNewestFirst() throws {
    let hits = try searcher.search("kind:paragraph", limit: 50).hits
    #expect(hits.allSatisfy { $0.match == "filter" && $0.highlights.isEmpty })
    let dates = hits.map { $0.passage.date ?? "" }
    #expect(dates == dates.sorted(by: >))
    #expect(try texts("speaker:bo").count == 2)
    #expect(try texts("").isEmpty)
  }
}
