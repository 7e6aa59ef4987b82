import DictumModel
import DictumSearch
import Testing

@Suite struct QueryFilterTests {
  @Test func fieldsAreAskedOfThePassage() {
    let query = Query(
      parsing: """
        speaker:kwa -speaker:"Thomas  Soares" source:steps author:soares kind:Quote tag:#x
        in:./dialogues/ in:notes/*.md NOT in:drafts deconfusion
        """)
    var filter = PassageFilter()
    filter.speakers = .init(include: ["kwa"], exclude: ["Thomas Soares"])
    filter.sources.include = ["steps"]
    filter.authors.include = ["soares"]
    filter.kinds.include = ["quote"]
    filter.tags.include = ["x"]
    filter.paths = .init(include: ["dialogues/", "notes/*.md"], exclude: ["drafts"])
    #expect(query.filter == filter)
    #expect(query.root == .bag([Phrase(["deconfusion"])]))
    #expect(query.notes.isEmpty)
    #expect(filter.paths.include.map(PassageFilter.isGlob) == [false, true])
  }

  @Test(arguments: [
    "speaker:kwa speaker:nate steps", "(speaker:kwa OR speaker:nate) steps",
    "(speaker:kwa OR speaker:nate) AND steps", "steps AND speaker:kwa AND speaker:nate",
    "steps speaker:kwa OR speaker:nate", "SPEAKER:kwa +speaker:nate speaker:kwa steps",
  ])
  func oneFieldTwice(_ text: String) {
    let query = Query(parsing: text)
    #expect(query.filter.speakers.include == ["kwa", "nate"])
    #expect(CompiledQuery(query).match == "\"steps\"")
    #expect(query.notes.isEmpty)
  }

  /// A text, the first day let through, the first day no longer; `nil` for no such day.
  static let bounds: [(String, String?, String?)] = [
    ("after:2024", "2024-01-01", nil), ("after:2024-02", "2024-02-01", nil),
    ("after:2024-02-29", "2024-02-29", nil), ("before:2024", nil, "2024-01-01"),
    ("before:2024-06", nil, "2024-06-01"), ("-after:2024", nil, "2024-01-01"),
    ("NOT before:2024-06-30", "2024-06-30", nil),
    ("after:2023 before:2024-06-30", "2023-01-01", "2024-06-30"),
  ]

  @Test(arguments: bounds)
  func dates(_ text: String, _ after: String?, _ before: String?) {
    let query = Query(parsing: text)
    #expect(query.filter.after == after)
    #expect(query.filter.before == before)
    #expect(query.root == nil)
    #expect(query.notes.isEmpty)
  }

  @Test func severalDatesNarrow() {
    let query = Query(parsing: "after:2023 after:2022 before:2021 before:2022")
    #expect(query.filter.after == "2023-01-01")
    #expect(query.filter.before == "2021-01-01")
    #expect(query.notes.count == 3)
  }

  @Test func anEmptyFilterIsEmpty() {
    #expect(PassageFilter().isEmpty)
    #expect(!Query(parsing: "-tag:x").filter.isEmpty)
    #expect(CompiledQuery(Query(parsing: "  ")).isEmpty)
    #expect(!CompiledQuery(Query(parsing: "tag:x")).isEmpty)
  }
}
