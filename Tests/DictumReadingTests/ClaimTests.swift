import DictumModel
import Testing

@testable import DictumReading

/// The grammar of inline fields.
@Suite struct FieldTests {
  @Test(arguments: Field.keys.sorted())
  func everyKey(_ key: String) throws {
    for written in [
      key, key.uppercased(), key.replacing("-", with: " "), key.replacing("-", with: "_"),
    ] {
      for (before, after) in [("", ""), ("  ", "  "), ("words (", ") words."), ("words [", "]")] {
        let line = before + written + ":: value" + after
        let fields = Field.fields(in: Array(line.utf8))
        #expect(fields.map(\.key) == [key], "\(line)")
        #expect(fields.map(\.value) == ["value"])
        #expect(fields.first?.isBracketed == before.hasPrefix("words"))
        if before.hasPrefix("words") {
          let span = try #require(fields.first?.span)
          #expect(
            String(decoding: Array(line.utf8)[span.range], as: UTF8.self).dropFirst().dropLast()
              == "\(written):: value")
        }
      }
    }
  }

  @Test(arguments: [
    ("(by:: a) and (status:: b)", ["by=a", "status=b"]),
    ("(source:: [a](b) \"c (d)\") e", ["source=[a](b) \"c (d)\""]),
    ("(by:: [[A]], (supports:: [[#^b]]))", ["by=[[A]], (supports:: [[#^b]])"]),
    ("derived from:: [[a]]", ["derived-from=[[a]]"]),
    ("by::", ["by="]), ("by::a::b", ["by=a::b"]),
    ("std::vector", []), ("words by:: a", []), ("nobody:: a", []), ("(by:: a", []), (":: a", []),
    ("(by: a)", []), ("", []), (":", []),
  ])
  func lines(_ line: String, _ expected: [String]) {
    #expect(Field.fields(in: Array(line.utf8)).map { "\($0.key)=\($0.value)" } == expected)
  }

  @Test(arguments: [
    ("[[a#^b|c]]", ["a#^b"]), ("[[a]], [[b#c]]", ["a", "b#c"]), ("c-one", ["#^c-one"]),
    ("^c-one, c-two", ["#^c-one", "#^c-two"]), ("model:m#e", ["model:m#e"]),
    ("posts/a#^b", ["posts/a#^b"]), ("[[#^b]]", ["#^b"]), ("two words", []), ("", []),
  ])
  func pointers(_ value: String, _ expected: [String]) {
    #expect(FieldValue.pointers(in: value, line: 7).map(\.written) == expected)
    #expect(FieldValue.pointers(in: value, line: 7).allSatisfy { $0.line == 7 })
  }

  @Test(arguments: [
    ("[[Ada Okafor]]", ["Ada Okafor"]), ("[[people/ada|Ada]], [[people/Bo]]", ["Ada", "Bo"]),
    ("Ada Okafor, Bo", ["Ada Okafor", "Bo"]), ("", []),
  ])
  func names(_ value: String, _ expected: [String]) {
    #expect(FieldValue.names(in: value) == expected)
  }

  @Test(
    arguments: [
      ("[[a#^b]] \"words\"", "a#^b", nil, "words"),
      ("[@key, sec. \"The model\"] \"the words\"", "key", "sec. \"The model\"", "the words"),
      ("[@key]", "key", nil, nil),
      ("[see it](https://a.org) “words”", "https://a.org", nil, "words"),
      ("https://a.org \"words\"", "https://a.org", nil, "words"),
      ("\"only words\"", "", nil, "only words"),
    ] as [(String, String, String?, String?)])
  func citations(_ value: String, _ target: String, _ locator: String?, _ quote: String?) throws {
    let citation = try #require(FieldValue.citation(in: value, line: 1))
    #expect(citation.target.written == target)
    #expect(citation.locator == locator && citation.quote == quote)
  }

  @Test(arguments: ["", "a book", "[no key]", "[unclosed"])
  func noCitation(_ value: String) {
    #expect(FieldValue.citation(in: value, line: 1) == nil)
  }
}

/// Declared claims.
@Suite struct ClaimTests {
  @Test(arguments: ["\n", "\r\n"], ["[!claim]", "[!CLAIM]-", "[!evidence]+", "[!question]"])
  func callout(_ lineEnd: String, _ marker: String) throws {
    let text = """
      Before.

      > \(marker) The words *of* the claim
      > go on here
      > - by:: [[Ada Okafor]], [[Bo]]
      > - credence:: 70-85%
      > - status:: open
      > - date:: 2024-01-02
      > - supports:: [[#^c-two]]
      > - opposes:: [[a#^c-three]]
      > - source:: [@key, p. 4] "the words"
      > - model:: [[models/m#e]]
      > - asserts:: [[b#^c-four]]
      >
      > More of it.

      ^c-one

      After.
      """
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let reading = try reading(lines.joined(separator: lineEnd))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.passages.map(\.kind) == [.paragraph, .claim, .paragraph])
    let claim = try #require(reading.claims.first)
    #expect(reading.claims.count == 1 && claim.passage == 1)
    #expect(claim.anchor == "c-one" && reading.passages[1].anchor == "c-one")
    #expect(claim.text == "The words of the claim go on here More of it.")
    #expect(claim.by == ["Ada Okafor", "Bo"])
    #expect(claim.credence == "70-85%" && claim.status == "open" && claim.date == "2024-01-02")
    #expect(claim.relations.map(\.kind) == [.supports, .opposes])
    #expect(claim.relations.map(\.to.written) == ["#^c-two", "a#^c-three"])
    #expect(claim.relations.map(\.to.line) == [9, 10])
    #expect(claim.sources.map(\.quote) == ["the words"])
    #expect(claim.models.map(\.written) == ["models/m#e"])
    #expect(reading.assertions.map(\.claim.written) == ["b#^c-four"])
    #expect(reading.passages[1].line == 3)
    // The people of `by::` are mentioned, not linked to.
    #expect(
      reading.references.filter { $0.kind == .mention }.map(\.target) == ["Ada Okafor", "Bo"])
  }

  @Test func idInside() throws {
    let reading = try reading("> [!claim] Words\n> - by:: Ada\n>\n> ^c-in\n\nAfter.")
    #expect(reading.claims.map(\.anchor) == ["c-in"])
    let first = try DictumReadingTests.reading("> [!claim] Words ^c-in")
    #expect(first.claims.map(\.text) == ["Words"] && first.claims.map(\.anchor) == ["c-in"])
  }

  @Test func tag() throws {
    let reading = try reading(
      """
      One thing. And the second one
      is claimed (by:: Ada) (supports:: [[#^c-x]]). #claim ^c-tag

      Some prose (asserts:: [[a#^c-y]]) and
      more [asserts:: [[b#^c-z]]].

      #claims are none, and no#claim either.
      """)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.claims.map(\.text) == ["And the second one is claimed."])
    #expect(reading.claims.map(\.anchor) == ["c-tag"])
    #expect(reading.claims.map(\.by) == [["Ada"]])
    #expect(reading.claims[0].relations.map(\.to.line) == [2])
    #expect(reading.assertions.map(\.claim.written) == ["a#^c-y", "b#^c-z"])
    #expect(reading.assertions.map(\.claim.line) == [4, 5])
    #expect(reading.assertions.map(\.passage) == [1, 1])
    #expect(
      reading.passages.map(\.text) == [
        "One thing. And the second one\nis claimed.", "Some prose and\nmore.",
        "#claims are none, and no#claim either.",
      ])
  }

  /// A field beside a speaker's label counts like any other.
  @Test func besideALabel() throws {
    let reading = try reading(
      "**Ada:** One (asserts:: [[a#^b]])\ntwo?\n\n**Bo:** Three?\n\n**Ada:** Four.\n\n"
        + "**Bo:** Five (asserts:: [[a#^c]])\nsix.")
    #expect(reading.assertions.map(\.claim.written) == ["a#^b", "a#^c"])
    #expect(reading.assertions.map(\.passage) == [0, 3])
    #expect(reading.passages.map(\.text) == ["One\ntwo?", "Three?", "Four.", "Five\nsix."])
  }

  @Test(arguments: [
    (
      "> [!claim]\n> - by:: Ada\n\n^c",
      "note.md:1: warning: a claim callout without a claim "
        + "(write the proposition after [!claim])"
    ),
    (
      "> [!claim] Words\n> - source:: a book",
      "note.md:2: warning: source:: names no source: a book "
        + "(write [[a note]], [@a key] or a URL, then the words in quotation marks)"
    ),
    (
      "Words\nand (by:: Ada) more.",
      "note.md:2: warning: by:: stands in a passage that declares no "
        + "claim (tag the passage with #claim and give it an id such as ^c-name)"
    ),
  ])
  func mistakes(_ text: String, _ message: String) throws {
    #expect(messages(try reading(text)) == [message])
  }

  @Test(arguments: [
    "`x (by:: y)` std::vector a::b", "    by:: code\n", "```\nby:: code #claim\n```",
    "Time 12::30.",
  ])
  func prose(_ text: String) throws {
    let reading = try reading("Words.\n\n" + text)
    #expect(reading.claims.isEmpty && reading.assertions.isEmpty)
    if !text.hasPrefix("`x") { #expect(reading.diagnostics.isEmpty) }
  }

  /// Callouts of other kinds are their author's words; quotes stay quotes.
  @Test(arguments: [
    ("> [!note] Words", Passage.Kind.paragraph, Voice.own), ("> [!quote] Words", .quote, .quoted),
    ("> [!cite] Words", .quote, .quoted), ("> Words", .quote, .quoted),
    ("> [!claim] Words", .claim, .own),
  ])
  func quotes(_ text: String, _ kind: Passage.Kind, _ voice: Voice) throws {
    let passage = try #require(try reading(text).passages.first)
    #expect(passage.kind == kind && passage.voice == voice)
  }

  @Test(arguments: [
    ("One. Two three", "Two three"), ("One", "One"), ("It is 3.5 or so", "It is 3.5 or so"),
    ("See e.g. that", "See e.g. that"), ("One! “Two” he said? Yes.", "Yes."), ("a. 1 b", "1 b"),
    ("", ""),
  ])
  func lastSentence(_ text: String, _ sentence: String) {
    #expect(ClaimTag.lastSentence(of: text) == sentence)
  }
}
