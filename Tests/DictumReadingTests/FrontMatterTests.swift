import DictumModel
import Testing

/// The YAML at the head of a note.
@Suite struct FrontMatterTests {
  @Test func everyKey() throws {
    let reading = try reading(
      """
      ---
      title: " A title "
      authors: [Ada Okafor, Bram Visser]
      date: 2024-03-05
      source: https://example.org/a
      tags: [one, "#two"]
      aliases: [first, second]
      id: a-title
      mood: {of: day, at: [1, 2.5, yes, ~]}
      ---
      # Another title

      Words.
      """)
    #expect(reading.title == "A title")
    #expect(reading.authors == ["Ada Okafor", "Bram Visser"])
    #expect(reading.date == "2024-03-05")
    #expect(reading.url == "https://example.org/a")
    #expect(reading.tags == ["one", "two"])
    #expect(reading.aliases == ["first", "second"])
    #expect(reading.identifier == "a-title")
    #expect(reading.kind == .post)
    #expect(
      reading.frontMatter["mood"]
        == .map(["of": .string("day"), "at": .list([.int(1), .double(2.5), .bool(true), .null])]))
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("author: Ada Okafor", ["Ada Okafor"]),
    ("author: [Ada Okafor, Bram Visser]", ["Ada Okafor", "Bram Visser"]),
    ("authors: Ada Okafor and Bram Visser", ["Ada Okafor", "Bram Visser"]),
    ("authors: Ada Okafor, Bram Visser", ["Ada Okafor", "Bram Visser"]),
    ("authors:\n  - Ada Okafor", ["Ada Okafor"]),
    ("author: ''\nauthors: Ada", ["Ada"]),
    ("author:", []),
    ("mood: fine", []),
  ])
  func authors(_ yaml: String, _ authors: [String]) throws {
    #expect(try reading("---\n\(yaml)\n---\ntext").authors == authors)
  }

  @Test(arguments: [
    ("date: 2024-03-05", "2024-03-05"), ("published: 2024-03", "2024-03"),
    ("created: 2024", "2024"),
    ("created: 2020-01-01\npublished: 2021-01-01", "2021-01-01"),
    ("published: 2021-01-01\ndate: 2022-01-01", "2022-01-01"),
    ("date: 2024-03-05 10:20", "2024-03-05T10:20"), ("date: March 5, 2024", "2024-03-05"),
    ("date: \"\"\ncreated: 2020-01-01", "2020-01-01"),
  ])
  func dates(_ yaml: String, _ date: String) throws {
    #expect(try reading("---\n\(yaml)\n---\ntext").date == date)
  }

  @Test(
    arguments: [
      ("source: https://a.org", "https://a.org"), ("url: http://a.org/b", "http://a.org/b"),
      ("source: a book\nurl: https://a.org", "https://a.org"), ("source: a book", nil),
    ] as [(String, String?)])
  func addresses(_ yaml: String, _ url: String?) throws {
    #expect(try reading("---\n\(yaml)\n---\ntext").url == url)
  }

  @Test(arguments: [
    ("tags: one", ["one"]), ("tags: one, two words", ["one", "two words"]),
    ("tag: one", ["one"]), ("tags: [one, 'a, b']", ["one", "a, b"]), ("tags: []", []),
    ("tags:\n- '#one'\n- 2024", ["one", "2024"]),
  ])
  func tags(_ yaml: String, _ tags: [String]) throws {
    #expect(try reading("---\n\(yaml)\n---\ntext").tags == tags)
  }

  /// Plain scalars are typed by their spelling, and nothing that is written is lost.
  @Test(arguments: [
    ("7", ParamValue.int(7)), ("-7", .int(-7)), ("0", .int(0)), ("1.5", .double(1.5)),
    (".5", .double(0.5)), ("1e-3", .double(0.001)), ("yes", .bool(true)), ("Off", .bool(false)),
    ("~", .null), ("", .null), ("'7'", .string("7")), ("\"yes\"", .string("yes")),
    ("12:30", .string("12:30")), ("007", .string("007")), ("2024-01-02", .string("2024-01-02")),
    ("1_000", .string("1_000")), ("0x10", .string("0x10")), (".inf", .string(".inf")),
    (".", .string(".")), ("1e999", .string("1e999")), ("y", .string("y")),
    ("null?", .string("null?")),
  ])
  func scalars(_ written: String, _ value: ParamValue) throws {
    #expect(try reading("---\nkey: \(written)\n---\n").frontMatter["key"] == value)
  }

  @Test(arguments: [
    ("title: [a, b", "note.md:3:1", "did not find expected ',' or ']'"),
    ("a: b\ntitle: one: two", "note.md:3:11", "mapping values are not allowed in this context"),
    ("title: \"open", "note.md:3:1", "found unexpected end of stream"),
    ("a: 1\n\tb: 2", "note.md:3:1", "found a tab character that violates indentation"),
    ("a: *b", "note.md:2:4", "found undefined alias"),
  ])
  func notYAML(_ yaml: String, _ place: String, _ problem: String) throws {
    let reading = try reading("---\n\(yaml)\n---\nThe text is read all the same.")
    #expect(reading.passages.map(\.text) == ["The text is read all the same."])
    #expect(messages(reading).count == 1)
    let message = try #require(messages(reading).first)
    #expect(message.hasPrefix("\(place): warning: front matter is not YAML: \(problem)"))
    #expect(
      message.hasSuffix(
        "(put values that hold a colon or begin with a bracket in quotation marks)"))
  }

  @Test(arguments: [
    (
      "- a\n- b",
      "note.md:2:1: warning: front matter is not a list of keys and values "
        + "(write one key: value a line between the lines of ---)"
    ),
    (
      "just words",
      "note.md:2:1: warning: front matter is not a list of keys and values "
        + "(write one key: value a line between the lines of ---)"
    ),
    (
      "b: 1\na: 2\na: 3", "note.md:2: warning: front matter gives a key twice: a (keep one of them)"
    ),
    ("date: yesterday", "note.md:2: warning: date is no date: yesterday (write it as YYYY-MM-DD)"),
    (
      "date: 2024-13-01",
      "note.md:2: warning: date is no date: 2024-13-01 (write it as YYYY-MM-DD)"
    ),
  ])
  func oddFrontMatter(_ yaml: String, _ message: String) throws {
    let reading = try reading("---\n\(yaml)\n---\ntext")
    #expect(messages(reading) == [message])
    #expect(reading.passages.map(\.text) == ["text"])
  }

  /// What opens and closes it, on every kind of line end and behind a byte order mark.
  @Test(arguments: ["\n", "\r\n", "\r"], ["---", "...", "---  "])
  func fences(_ lineEnd: String, _ closing: String) throws {
    for mark in ["", "\u{FEFF}"] {
      let text = mark + ["---", "title: T", closing, "", "words", ""].joined(separator: lineEnd)
      let reading = try reading(text)
      #expect(reading.title == "T")
      #expect(reading.passages.map(\.text) == ["words"])
      #expect(reading.passages.map(\.line) == [5])
    }
  }

  @Test(arguments: [
    "---\ntitle: T\n\nwords", " ---\ntitle: T\n---\n", "----\ntitle: T\n----\n",
    "\n---\ntitle: T\n---\n", "...\ntitle: T\n...\n",
  ])
  func noFrontMatter(_ text: String) throws {
    let reading = try reading(text)
    #expect(reading.frontMatter.isEmpty)
    #expect(reading.title == "note")
    #expect(reading.passages.contains { $0.text.contains("title: T") } || text.contains("---\n"))
  }

  @Test(arguments: ["---\n---\nwords", "---\n# a comment\n---\nwords", "---\n\n---\nwords"])
  func empty(_ text: String) throws {
    let reading = try reading(text)
    #expect(reading.passages.map(\.text) == ["words"])
    #expect(reading.diagnostics.isEmpty)
  }
}
