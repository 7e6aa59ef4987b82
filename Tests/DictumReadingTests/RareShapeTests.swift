import DictumModel
import Testing

/// Transcripts whose labels prove little by themselves, or are rarely so written; every word is
/// invented.
@Suite struct RareShapeTests {
  static let people = ["Ada Okafor", "Bram Visser"]
  static let words = [
    "I have measured the drift of the buoys all spring.", "Which gauge did you use for that?",
    "The old one, and a new one beside it.", "They disagree, I suppose. Mine always did.",
    "By four percent, and always in the same direction.", "Then it is the mounting.",
    "I thought so too until I swapped them.", "And what came of it?",
  ]

  /// How one turn is written: its number from 0, the name and the words.
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var path = "note.md"
    var people = RareShapeTests.people
    var isTimed = false
    var before = "# On buoys\n\n"
    var between = "\n\n"
    var turn: @Sendable (Int, String, String) -> String

    init(
      _ name: String, path: String = "note.md", people: [String] = RareShapeTests.people,
      isTimed: Bool = false, before: String = "# On buoys\n\n", between: String = "\n\n",
      _ turn: @escaping @Sendable (Int, String, String) -> String
    ) {
      testDescription = name
      (self.path, self.people, self.isTimed) = (path, people, isTimed)
      (self.before, self.between, self.turn) = (before, between, turn)
    }

    var text: String {
      before
        + RareShapeTests.words.enumerated().map { turn($0, people[$0 % 2], $1) }
        .joined(separator: between) + "\n"
    }
  }

  static let alone = [
    Shape("a name in a paragraph of its own") { "\($1)\n\n\($2)" },
    Shape("the same in plain text, from the first line on", path: "a.txt", before: "") {
      "\($1)\n\n\($2)"
    },
    Shape("a name on a line of its own") { "\($1)\n\($2)" },
    Shape("names of accounts", people: ["ada_o", "tern"]) { "\($1)\n\n\($2)" },
    Shape("a chat with a machine", people: ["You", "ChatGPT"]) { "\($1)\n\n\($2)" },
    Shape("name, time and words in paragraphs of their own", isTimed: true) {
      "\($1)\n\n(00:0\($0):23)\n\n\($2)"
    },
    Shape("a time before the words below", isTimed: true) { "\($1)\n(00:0\($0):23) \($2)" },
    Shape("a linked time before the words below", isTimed: true) {
      "\($1)\n\n[(00:0\($0):23)](https://e.org/w?t=\($0)) \($2)"
    },
    Shape("the time of a copied chat", path: "a.txt", isTimed: true, before: "", between: "\n") {
      "\($1)\n  9:1\($0) AM\n\($2)"
    },
  ]

  static let dressed = [
    Shape("bold italics, colon outside") { "***\($1)***: \($2)" },
    Shape("bold italics, colon inside") { "***\($1):*** \($2)" },
    Shape("bold tag") { "<b>\($1):</b> \($2)" },
    Shape("strong tag, colon outside") { "<strong>\($1)</strong>: \($2)" },
    Shape("brackets and a colon") { "[\($1)]: \($2)" },
    Shape("brackets", path: "a.txt", before: "") { "[\($1)] \($2)" },
    Shape("a link, bold") { "[**\($1):**](https://e.org/\($0)) \($2)" },
    Shape("a bold link") { "**[\($1)](https://e.org/who):** \($2)" },
    Shape("a wiki-link") { "[[\($1)]]: \($2)" },
    Shape("code") { "`\($1)`: \($2)" },
    Shape("quotation marks") { "»\($1)«: \($2)" },
    Shape("a dash before") { "— \($1): \($2)" },
    Shape("a picture before") { "🎙️ **\($1):** \($2)" },
    Shape("a dash between") { "\($1) — \($2)" },
    Shape("a dash after bold type") { "**\($1)** — \($2)" },
    Shape("a bar between") { "\($1) | \($2)" },
    Shape("a full stop in bold type") { "**\($1).** \($2)" },
    Shape("a full stop") { "\($1). \($2)" },
    Shape("a comma and a time", isTimed: true) { "\($1), 00:1\($0): \($2)" },
    Shape("items of a list", between: "\n") { "- \($1): \($2)" },
    Shape("items of a list, bold", between: "\n") { "- **\($1):** \($2)" },
    Shape("items with her words in items below", between: "\n") { "- \($1):\n  - \($2)" },
    Shape("a name in bold above items", between: "\n") { "- **\($1)**\n\t- \($2)" },
    Shape("a wiki-link above items", between: "\n") { "- [[\($1)]]\n  - \($2)" },
    Shape("a numbered list", between: "\n") { "\($0 + 1). \($1): \($2)" },
  ]

  static let heard = [
    Shape("a hearing", people: ["Senator Okafor", "Mr. Visser"]) { "\($1). \($2)" },
    Shape("initials in a hearing", people: ["Gen. A. Okafor", "Mr. Fox"]) { "\($1). \($2)" },
    Shape("table", before: "| Speaker | Text |\n|---|---|\n", between: "\n") {
      "| \($1) | \($2) |"
    },
    Shape(
      "table with times and names in bold", isTimed: true,
      before: "| Time | Who | What was said |\n|---|---|---|\n", between: "\n"
    ) { "| 0:0\($0) | **\($1)** | \($2) |" },
    Shape("a name below the time", path: "a.txt", isTimed: true, before: "") {
      "0:0\($0)\n\($1)\n\($2)"
    },
    Shape("a name below the times of a cue", path: "a.txt", isTimed: true, before: "") {
      "0:0:\($0).120 --> 0:0:\($0 + 1).20\n\($1)\n\($2)"
    },
  ]

  /// As parliaments, courts and theatres print them.
  static let printed = [
    Shape("a full stop and a dash") { "\($1). – \($2)" },
    Shape("a full stop and a dash without a space", path: "a.txt") { "\($1).— \($2)" },
    Shape("the same with the name in bold") { "**\($1)**.- \($2)" },
    Shape("an office before the dash") { "\($1), on behalf of the Moss Group. – \($2)" },
    Shape("a party before the dash") { "\($1) (MOSS). – \($2)" },
    Shape("an office in French", people: ["Mme la présidente", "M. Visser"]) { "\($1). \($2)" },
    Shape("the same with a dash", people: ["M. le maire", "Mme Okafor"]) { "\($1). – \($2)" },
    Shape("a word of address", people: ["La señora OKAFOR", "El señor VISSER"]) {
      "\($1): \($2)"
    },
    Shape("a play", people: ["ADA", "BRAM"]) { "**\($1).** \($2)" },
    Shape("a play without blank lines", people: ["ADA", "BRAM"], between: "\n") {
      "\($1).  \($2)"
    },
    Shape("a stage direction", people: ["ADA", "BRAM"]) {
      $0 == 3 ? "\($1) [aside]. \($2)" : "\($1). \($2)"
    },
    Shape("a party and an office", people: ["SEN. OKAFOR", "MR. VISSER"]) {
      $0 % 2 == 0 ? "\($1) (D-ME), MINORITY LEADER: \($2)" : "\($1): \($2)"
    },
  ]

  /// As programs number and part them.
  static let parted = [
    Shape("a number in brackets", between: "\n") { "[\($0 + 1)] \($1): \($2)" },
    Shape("a number in round brackets", path: "a.txt") { "(\($0 + 1)) \($1): \($2)" },
    Shape("the mark of a new voice", path: "a.txt") { ">> \($1): \($2)" },
    Shape("three of them", path: "a.txt", between: "\n") { ">>> \($1): \($2)" },
    Shape("a hyphen between") { "\($1) - \($2)" },
    Shape("a tab between", path: "a.txt", before: "", between: "\n") { "\($1)\t\($2)" },
    Shape("a time and bars", path: "a.txt", isTimed: true, before: "", between: "\n") {
      "0:0\($0) | \($1) | \($2)"
    },
    Shape("a table whose words begin with the name", before: "| Said |\n|---|\n", between: "\n") {
      "| **\($1):** \($2) |"
    },
    Shape(
      "the same with times", isTimed: true, before: "| Time | Said |\n|---|---|\n", between: "\n"
    ) { "| 0:0\($0) | \($1): \($2) |" },
    Shape("wiki-links in a list", between: "\n") { "- [[\($1)]]: \($2)" },
    Shape("items of an item", before: "- On buoys\n", between: "\n") { "  - \($1): \($2)" },
    Shape("answers in items of items", before: "", between: "\n") {
      String(repeating: "  ", count: $0 % 3) + "- \($1): \($2)"
    },
    Shape("paragraphs of an item", path: "a.txt", before: "1. Agenda\n\n") {
      "   \($1): \($2)"
    },
    Shape("handles above with the time", people: ["ada_o", "bram"], isTimed: true) {
      "### @\($1) (2024-03-12 09:1\($0))\n\n\($2)"
    },
  ]

  @Test(arguments: alone + dressed + heard + printed + parted)
  func speakersAndWords(_ shape: Shape) throws {
    let bytes = Array(shape.text.utf8)
    let reading = try reading(shape.text, path: shape.path)
    let expected = Self.words.indices.map { shape.people[$0 % 2] }
    #expect(speakers(reading).map { $0 == "?" ? "You" : $0 } == expected)
    let own = reading.passages.filter { $0.utterance != nil }.map(\.text)
    #expect(own == Self.words)
    #expect(reading.utterances.allSatisfy { ($0.time != nil) == shape.isTimed })
    #expect(violations(of: reading, in: bytes, shape.path) == [])
  }

  @Test func whatStandsAboveAnOutlineAndBelowItIsNobodys() throws {
    let text =
      "- Meeting\n  - Ada Okafor: Did you?\n    - Bram Visser: I did.\n  - Ada Okafor: I knew.\n"
      + "    - green\n  - Bram Visser: You did?\n- To do\n  - water it\n\nThe end.\n"
    let reading = try reading(text)
    #expect(speakers(reading) == ["Ada Okafor", "Bram Visser", "Ada Okafor", "Bram Visser"])
    func utterance(_ text: String) -> Int? {
      reading.passages.first { $0.text == text }?.utterance
    }
    #expect(utterance("green") == 2)
    #expect(["Meeting", "To do", "water it", "The end."].map(utterance) == [nil, nil, nil, nil])
    #expect(violations(of: reading, in: Array(text.utf8), "note.md") == [])
  }

  /// A page's table without headings has a turn where Markdown asks for them.
  @Test func aTableWithoutHeadings() throws {
    var rows = Self.words.enumerated().map { "| \(Self.people[$0 % 2]) | \($1) |" }
    rows.insert("|---|---|", at: 1)
    let reading = try reading(rows.joined(separator: "\n") + "\n")
    #expect(speakers(reading) == Self.words.indices.map { Self.people[$0 % 2] })
  }

  @Test func anOutlineInWhichWordsGoOnInItemsBelow() throws {
    let text =
      "- Ada: Did you see it?\n\t- I thought it was dry.\n- Bram: I did.\n\t- I watered it.\n"
      + "- Ada: Thank you!\n\t- What did it look like?\n- Bram: Green, I think.\n"
    #expect(try speakers(reading(text)) == ["Ada", "Bram", "Ada", "Bram"])
    #expect(try reading(text).passages.filter { $0.utterance == 0 }.count == 2)
  }

  @Test(arguments: [
    ("Ada Okafor: Did you see it?\n\nBram Visser: I did.", ["Ada Okafor", "Bram Visser"]),
    (
      "# Moss\n\n**Ada Okafor:** Did you?\n\n**Bram Visser:** I did.",
      ["Ada Okafor", "Bram Visser"]
    ),
    ("Human: What is moss?\n\nAssistant: A plant.", ["?", "Assistant"]),
    (
      "Ada Okafor: Did you?\nBram Visser: I did.\nAda Okafor: I knew.",
      ["Ada Okafor", "Bram Visser", "Ada Okafor"]
    ),
  ])
  func chatsOfTwoTurns(_ text: String, _ expected: [String]) throws {
    #expect(try speakers(reading(text)) == expected)
  }

  @Test(arguments: [
    "**Upside:** Do you like moss? I do.\n\n**Downside:** I must water it.",
    "Ada Okafor: Did you?\n\nIt is a play by Bram Visser.", "Ada Okafor: Did you see my play?",
    "Ada Okafor: the lead, is it?\n\nBram Visser: the crew.",
    "Ada Okafor: I led it.\n\nBram Visser: I was the crew.",
  ])
  func twoParagraphsThatAreNoChat(_ text: String) throws {
    #expect(try reading(text).utterances.isEmpty)
  }

  @Test func aDepositionWithNumberedLines() throws {
    let lines = [
      "     MR. VISSER:  Good morning.  Would you state your", "name for the record?",
      "     THE WITNESS:  Ada Okafor.", "BY MR. VISSER:", "     Q.  What do you do?",
      "     A.  I keep moss, and I have done so", "for ten years.", "     MR. TERN:  Objection.",
      "     Q.  Where was it?", "     A.  By the pond.",
    ]
    let text =
      "                 12\n\n"
      + lines.enumerated().map { " \($0 + 1)    \($1)" }.joined(separator: "\n") + "\n"
    let reading = try reading(text, path: "a.txt")
    #expect(speakers(reading).filter { $0 != "?" } == ["MR. VISSER", "MR. VISSER", "MR. TERN"])
    #expect(
      reading.passages.contains { $0.text == "I keep moss, and I have done so\nfor ten years." })
    #expect(violations(of: reading, in: Array(text.utf8), "a.txt") == [])
  }

  /// Where a line has lost its number, the number that its words begin with is no line's.
  @Test func aNumberInADeposition() throws {
    let lines = [
      "1  MR. VISSER:  Good morning.", "2  Q.  Who was there?", "3  A.  I was, with",
      "12 men of the town.", "5  Q.  And then?", "6  A.  They left.", "7  MR. TERN:  Objection.",
      "8  Q.  Did they?", "9  A.  They did.", "10 MR. TERN:  Objection.",
    ]
    let reading = try reading(lines.joined(separator: "\n") + "\n", path: "a.txt")
    #expect(reading.passages.contains { $0.text == "I was, with\n12 men of the town." })
    #expect(speakers(reading).contains("MR. TERN"))
  }

  /// Numbers that do not count lines are words, and so are those of a list that nobody speaks.
  @Test(arguments: ["cups of water", "spoons of oil"])
  func numbersOfAList(_ words: String) throws {
    let text = (1...9).map { "\($0) \(words)\n" }.joined()
    #expect(try reading(text, path: "a.txt").passages[0].text.hasPrefix("1 \(words)\n2 "))
  }

  @Test func numbersAtTheHeadsOfLines() throws {
    let text = (0..<12).map { "\($0 * 3) gauges were read\n" }.joined()
    #expect(try reading(text, path: "a.txt").passages[0].text.hasPrefix("0 gauges"))
  }

  @Test func whatIsSeenInAScriptIsNobodys() throws {
    let text =
      "EXT. POND - DAY\n\nADA\nDid you see it?\n\nBram turns.\n\nBRAM\n(quietly)\nI did.\n\n"
      + "ADA\nI knew.\n\nBRAM\nYou did?\n"
    let reading = try reading(text, path: "a.fountain")
    #expect(speakers(reading) == ["ADA", "BRAM", "ADA", "BRAM"])
    #expect(reading.passages.first { $0.text == "Bram turns." }?.utterance == nil)
  }

  @Test func aDeposition() throws {
    let text = """
      MS. OKAFOR: Let us go on.

      Q. Did you measure it?

      A. I did.

      MR. VISSER: Objection.

      Q. When did you?

      A. In May.

      Q. And then?

      A. I left.
      """
    #expect(try speakers(reading(text)).filter { $0 != "?" } == ["MS. OKAFOR", "MR. VISSER"])
    #expect(try reading(text).utterances.map(\.label).filter { $0 == "Q" }.count == 3)
  }

  @Test func firstNamesAreReadWhereOneIsCalledByName() throws {
    let shape = Shape("", people: ["Ada", "Bram"]) { number, name, words in
      "\(name)\n\n\(words)" + (number == 3 ? " Is it so, Ada?" : "")
    }
    #expect(try speakers(reading(shape.text)).prefix(2) == ["Ada", "Bram"])
    let silent = Shape("", people: ["Ada", "Bram"]) { "\($1)\n\n\($2)" }
    #expect(try reading(silent.text).utterances.isEmpty)
  }

  @Test func capitalsTogetherAreSeveral() throws {
    let names = ["ADA", "BRAM", "ADA BRAM", "CLEO MARSH"]
    let text = (0..<12).map { "\(names[$0 % 4])\n\nAre you there, \($0)?" }.joined(
      separator: "\n\n")
    let reading = try reading(text)
    #expect(speakers(reading).prefix(4) == ["ADA", "BRAM", "ADA", "CLEO MARSH"])
    #expect(reading.utterances[2].alsoBy.map(\.name) == ["BRAM"])
  }

  @Test(arguments: ["Ada\n\nIt drifts.", "Ada — It drifts.", "[Ada] It drifts."])
  func whatIsDeclaredNeedsNoProof(_ turn: String) throws {
    let turns = (0..<6).map { turn.replacing("Ada", with: $0 % 2 == 0 ? "Ada" : "Bram") }
    let text = turns.joined(separator: "\n\n")
    #expect(try reading(text).utterances.isEmpty)
    #expect(try reading("---\ntype: dialogue\n---\n" + text).utterances.count == 6)
  }

  @Test func timesAloneAreNobodysWords() throws {
    let shape = Shape("", path: "a.txt") { number, name, words in
      (number % 3 == 0 ? "00:0\(number):00\n\n" : "") + "\(name): \(words)"
    }
    let reading = try reading(shape.text, path: "a.txt")
    #expect(reading.passages.map(\.text) == Self.words)
  }
}
