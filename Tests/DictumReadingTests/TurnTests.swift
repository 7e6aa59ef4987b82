import DictumModel
import Testing

/// The gate that a document passes before its labels are believed, and the turns behind it.
@Suite struct TurnTests {
  @Test(
    arguments: [
      "**Ada:** One.\n\n**Bo:** Two.\n\n**Ada:** Three.\n\n**Bo:** Four.",
      "**Ada**: One.\n\n**Bo**: Two.\n\n**Ada**: Three.\n\n**Bo**: Four.",
      "**Ada** (00:00:01):\nOne.\n\n**Bo** (00:00:02):\nTwo.\n\n**Ada** (00:00:03):\nThree.\n\n"
        + "**Bo** (00:00:04):\nFour.",
      "Ada: One.\n\nBo: Two.\n\nAda: Three.\n\nBo: Four.",
      "Ada: One.\nBo: Two.\nAda: Three.\nBo: Four.",
      "Ada (0:01): One.\nBo (0:02): Two.\nAda (0:03): Three.\nBo (0:04): Four.",
      "### Ada:\nOne.\n\n### Bo:\nTwo.\n\n### Ada:\nThree.\n\n### Bo:\nFour.",
      "### Ada：\nOne.\n\n### Bo：\nTwo.\n\n### Ada：\nThree.\n\n### Bo：\nFour.",
      "### Ada\n\nOne.\n\n### Bo\n\nTwo.\n\n### Ada\n\nThree.\n\n### Bo\n\nFour.",
    ], ["note.md", "note.txt"])
  func forms(_ text: String, _ path: String) throws {
    // A heading is one in Markdown only.
    if text.hasPrefix("#"), path.hasSuffix("txt") { return }
    let reading = try reading(text, path: path)
    #expect(speakers(reading) == ["Ada", "Bo", "Ada", "Bo"])
    #expect(reading.passages.map(\.text) == ["One.", "Two.", "Three.", "Four."])
    #expect(reading.passages.map(\.utterance) == [0, 1, 2, 3])
    #expect(reading.utterances.map(\.turn) == [1, 2, 3, 4])
    #expect(reading.kind == (reading.utterances[0].time == nil ? .dialogue : .transcript))
  }

  /// Prose with labels in it is no dialogue.
  @Test(arguments: [
    // One name only.
    "Ada: One.\n\nAda: Two.\n\nAda: Three.",
    // Two names, one of them once.
    "Ada: One.\n\nBo: Two.\n\nAda: Three.",
    // Too small a share of the lines.
    String(repeating: "A line of prose.\n\n", count: 40)
      + "Ada: One.\n\nBo: Two.\n\nAda: Three.\n\nBo: Four.",
    // Words that are nobody.
    "Note: One.\n\nEdit: Two.\n\nNote: Three.\n\nEdit: Four.\n\nTODO: a\n\nTODO: b",
    // In lists, quotes and code.
    "- Ada: One.\n- Bo: Two.\n- Ada: Three.\n- Bo: Four.",
    "> Ada: One.\n>\n> Bo: Two.\n>\n> Ada: Three.\n>\n> Bo: Four.",
    "```\nAda: One.\nBo: Two.\nAda: Three.\nBo: Four.\n```",
    // Questions and answers by nobody in particular.
    "Q: One?\n\nA: Two.\n\nQ: Three?\n\nA: Four.",
  ])
  func noDialogue(_ text: String) throws {
    let reading = try reading(text)
    #expect(reading.utterances.isEmpty)
    #expect(reading.kind == .note)
  }

  /// Once the gate is open a guest who speaks once is a speaker; a note or an edit is not.
  @Test func behindTheGate() throws {
    let reading = try reading(
      """
      A word before.

      Ada: One?

      Bo: Two.
      More, Ada.

      Edit 9/26: I still endorse it.

      Cy: A guest.

      Ada: Three?

      - Dee: a list item is part of the turn

      Bo: Four.

      ## Afterwards

      Nobody said this.
      """)
    #expect(speakers(reading) == ["Ada", "Bo", "Cy", "Ada", "Bo"])
    #expect(
      reading.passages.map(\.utterance) == [nil, 0, 1, 1, 2, 3, 3, 4, nil])
    #expect(reading.passages[2].text == "Two.\nMore, Ada.")
    #expect(reading.passages.last?.headings == ["Afterwards"])
  }

  /// Who asks need not have a name, and has none then.
  @Test func roles() throws {
    let reading = try reading(
      "### Question:\nOne?\n\n### Ada:\nTwo.\n\n### Question:\nThree?\n\n### Ada:\nFour.")
    #expect(speakers(reading) == ["?", "Ada", "?", "Ada"])
    #expect(reading.utterances.map(\.label) == ["Question", "Ada", "Question", "Ada"])
  }

  /// In an interview each answer may be many lines long: few labels that come often are enough, and
  /// so are fewer where the front matter knows a speaker.
  @Test(arguments: [(40, "", true), (10, "", false), (10, "speakers: [Ada Okafor]", true)])
  func longAnswers(_ turns: Int, _ yaml: String, _ isDialogue: Bool) throws {
    let answer = String(repeating: "A line of my answer.\n\n", count: 9)
    let body = (0..<turns).map { ($0 % 2 == 0 ? "Ada: " : "Bo: ") + answer }.joined()
    let reading = try reading("---\n\(yaml)\n---\n\(body)")
    #expect(reading.utterances.count == (isDialogue ? turns : 0))
    #expect(!isDialogue || speakers(reading)[0] == (yaml.isEmpty ? "Ada" : "Ada Okafor"))
  }

  /// What only names a link is no guest.
  @Test func links() throws {
    let reading = try reading(
      "BIP 8: https://a.org\n\nAda: One.\n\nBo: Two.\n\nGuix: <https://b.org>\n\nAda: a.\n\nBo: b.")
    #expect(speakers(reading) == ["Ada", "Bo", "Ada", "Bo"])
  }

  /// Turns that share a paragraph share none of its bytes.
  @Test func spans() throws {
    let reading = try reading("Ada: One.\nmore\nBo: Two.\nAda: Three.\nBo: Four.\n")
    #expect(
      reading.utterances.map(\.span)
        == [ByteSpan(0, 14), ByteSpan(15, 23), ByteSpan(24, 35), ByteSpan(36, 45)])
  }

  /// `?` is a label that says that nobody knows; two of them in a row need not be one person.
  @Test func unknown() throws {
    let reading = try reading(
      "**Ada:** a\n\n**?:** b\n\n**?:** c\n\n**Ada:** d\n\n**Bo:** e\n\n**Bo:** f")
    #expect(speakers(reading) == ["Ada", "?", "?", "Ada", "Bo", "Bo"])
    #expect(reading.utterances.map(\.turn) == [1, 2, 3, 4, 5, 5])
    #expect(reading.utterances[1].attribution == .unknown)
    #expect(reading.utterances[1].label == "?")
  }

  @Test(arguments: [
    ("speakers: [Ada Okafor, Bo Li]", "Ada Okafor: a\n\nBo Li: b", ["Ada Okafor", "Bo Li"]),
    ("speakers: {AO: Ada Okafor, BL: {name: Bo Li}}", "AO: a\n\nBL: b", ["Ada Okafor", "Bo Li"]),
    (
      "speakers:\n  - {name: Ada Okafor, aliases: [Ada]}\n  - {name: Bo Li, initials: BL}",
      "ADA: a\n\nBL: b", ["Ada Okafor", "Bo Li"]
    ),
    (
      "authors: [Ada Okafor, Bo Li]", "Ada: a\n\nBo: b\n\nAda: c\n\nBo: d",
      ["Ada Okafor", "Bo Li", "Ada Okafor", "Bo Li"]
    ),
    // Two authors of one first name: neither is meant.
    (
      "authors: [Ada Okafor, Ada Li]", "Ada: a\n\nBo: b\n\nAda: c\n\nBo: d",
      ["Ada", "Bo", "Ada", "Bo"]
    ),
    ("type: dialogue", "Ada: a\n\nBo: b", ["Ada", "Bo"]),
    ("type: Interview", "**Ada:** a\n\n**Bo:** b", ["Ada", "Bo"]),
    // An entry of another form is passed over.
    ("speakers: [7, {role: x}, Ada, Bo]", "Ada: a\n\nBo: b", ["Ada", "Bo"]),
    ("speakers: {Ada: , Bo: }", "Ada: a\n\nBo: b", ["Ada", "Bo"]),
  ])
  func registry(_ yaml: String, _ body: String, _ names: [String]) throws {
    let reading = try reading("---\n\(yaml)\n---\n\(body)")
    #expect(speakers(reading) == names)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func registryIsTheMethod() throws {
    let reading = try reading(
      "---\nspeakers: {AO: Ada Okafor}\n---\nAO: a\n\nBo: b\n\nAO: c\n\nBo: d\n\nBo: e")
    #expect(
      reading.utterances.map(\.attribution.method) == [
        .registry, .label, .registry, .label, .label,
      ])
    #expect(reading.utterances.map(\.label) == ["AO", "Bo", "AO", "Bo", "Bo"])
    #expect(reading.speakerAliases == ["AO": "Ada Okafor"])
    #expect(reading.utterances.map(\.turn) == [1, 2, 3, 4, 4])
  }

  /// Two spellings of a name in Unicode are one speaker.
  @Test func normalization() throws {
    let reading = try reading(
      "---\nspeakers: {Zoë: Zoë Li}\n---\nZoe\u{308}: a\n\nBo: b\n\nZo\u{eb}: c\n\nBo: d")
    #expect(speakers(reading) == ["Zoë Li", "Bo", "Zoë Li", "Bo"])
    #expect(reading.utterances.allSatisfy { ($0.attribution.name ?? "").utf8.count <= 7 })
  }

  /// Fields, block ids and labels are no part of the words; the lines of the words are the file's.
  @Test func lines() throws {
    let reading = try reading(
      """
      **Ada** (0:01):
      One
      two. ^b-one

      **Bo** (0:02):

      Three.

      **Ada** (0:03): four
      five

      **Bo** (0:04): six
      """)
    #expect(reading.passages.map(\.text) == ["One\ntwo.", "Three.", "four\nfive", "six"])
    #expect(reading.passages.map(\.line) == [2, 7, 9, 12])
    #expect(reading.passages[0].anchor == "b-one" && reading.passages[0].hasBlockID)
    #expect(reading.utterances.map(\.line) == [1, 5, 9, 12])
  }
}

/// Dialogues exported as one bullet a message, without names.
@Suite struct MessageTurnTests {
  private static func messages(_ count: Int, long: Bool, bullet: String) -> String {
    let words = String(repeating: "words of a message ", count: long ? 12 : 2)
    return (0..<count).map { number in
      "\(bullet)Message \(number) \(words)\n\n    Its second paragraph \(number).\n"
    }.joined(separator: "\n")
  }

  @Test(arguments: [("note.txt", "  • "), ("note.txt", "- "), ("note.md", "- "), ("note.md", "* ")])
  func unknownSpeakers(_ path: String, _ bullet: String) throws {
    let reading = try reading(Self.messages(9, long: true, bullet: bullet), path: path)
    #expect(reading.utterances.count == 9)
    #expect(reading.utterances.allSatisfy { $0.attribution == .unknown && $0.label == nil })
    #expect(reading.utterances.map(\.turn) == Array(1...9))
    #expect(reading.passages.map(\.utterance) == (0..<18).map { $0 / 2 })
    #expect(reading.kind == .dialogue)
  }

  @Test(arguments: [
    messages(7, long: true, bullet: "- "), messages(9, long: false, bullet: "- "),
    (0..<20).map { "- A plain item \($0) of a list.\n" }.joined(),
    messages(9, long: true, bullet: "- ")
      + String(repeating: "\nProse that is no bullet.\n", count: 9),
  ])
  func lists(_ text: String) throws {
    #expect(try reading(text).utterances.isEmpty)
  }

  @Test func declared() throws {
    let reading = try reading("---\ntype: dialogue\n---\n- One.\n- Two.\n  - inside two\n")
    #expect(reading.utterances.count == 2)
    #expect(reading.passages.map(\.utterance) == [0, 1, 1])
  }
}
