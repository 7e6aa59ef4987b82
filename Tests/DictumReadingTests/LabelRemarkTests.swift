import DictumModel
import Testing

/// What stands between a name and its colon, or behind a name alone on its line, is no part of the
/// name; every word is invented.
@Suite struct LabelRemarkTests {
  private static let exchange = [
    ("Did you see the moss that I keep?", 0), ("I did, and it was dry.", 1),
    ("Then what would you do about it?", 0), ("I would water it, if I were you.", 1),
    ("You always say that.", 0), ("I always mean it.", 1),
  ]

  /// A transcript in which every head is written by `head`, of the number from 0 and the name.
  private static func text(
    _ people: [String], _ separator: String = "\n\n", head: (Int, String) -> String
  ) -> String {
    exchange.enumerated().map { head($0, people[$1.1]) + $1.0 }.joined(separator: separator) + "\n"
  }

  private static let direction = ["(laughing)", "[crosstalk]", "*(quietly)*", "_[off]_", "*sadly*"]

  @Test(arguments: direction, [0, 2, 3])
  func directions(_ direction: String, at number: Int) throws {
    let plain = Self.text(["Ada", "Bram"]) {
      $0 == number ? "\($1) \(direction): " : "\($1): "
    }
    let bold = Self.text(["Ada", "Bram"]) {
      $0 == number ? "**\($1)** \(direction): " : "**\($1)**: "
    }
    let inside = Self.text(["Ada", "Bram"]) {
      $0 == number ? "**\($1) \(direction):** " : "**\($1):** "
    }
    for text in [plain, bold, inside] {
      let reading = try reading(text)
      #expect(speakers(reading) == ["Ada", "Bram", "Ada", "Bram", "Ada", "Bram"], "\(text)")
      #expect(reading.passages.map(\.text) == Self.exchange.map(\.0))
      #expect(violations(of: reading, in: Array(text.utf8), "note.md") == [])
    }
  }

  @Test func aDirectionBehindAComma() throws {
    let text = Self.text(["Ada", "Bram"]) { $0 == 2 ? "\($1), laughing: " : "\($1): " }
    #expect(try speakers(reading(text)) == ["Ada", "Bram", "Ada", "Bram", "Ada", "Bram"])
    #expect(try reading(text).utterances[2].label == "Ada")
  }

  @Test(arguments: ["Bram", "you see", "as I said"])
  func twoNamesAndSentencesAreNoTitle(_ words: String) throws {
    let text = Self.text(["Ada", "Bram"]) { "\($1): " }
    let found = try speakers(reading(text + "\nWell, \(words): it is dry.\n"))
    #expect(Set(found) == ["Ada", "Bram"])
  }

  @Test(arguments: ["\n", "\n\n"])
  func capitalsWithATitle(_ separator: String) throws {
    let text = """
      MARA KESTON, HOST: Tonight we talk about moss. Would you begin?
      DR. MIRA OKAFOR, MIT: I would, and I thank you.
      KESTON: What have you found?
      OKAFOR: I found that it grows at night.
      SEN. HALE (D-ME): I think that you should keep it.
      KESTON: Do you agree?
      OKAFOR: I do.
      """.replacing("\n", with: separator)
    let reading = try reading(text, path: "show.txt")
    let (mara, mira) = ("Mara Keston", "DR. MIRA OKAFOR")
    #expect(
      speakers(reading).map { $0.lowercased() }
        == [mara, mira, mara, mira, "sen. hale", mara, mira].map { $0.lowercased() })
    #expect(reading.passages.allSatisfy { $0.utterance != nil && !$0.text.contains("HOST") })
  }

  @Test func capitalsThatComeOnce() throws {
    let text = """
      MARA KESTON, ANCHOR: Good evening. What do you say, Mayor?

      MAYOR ADA OKAFOR (D), ASHFORD: I say that he is wrong, Mara.

      KESTON: Is he?

      OKAFOR: He is. You know it.

      KESTON: I do not. Do you?

      KESTON: Do you mean it?

      UNIDENTIFIED MALE: I do!

      KESTON: Thank you.
      """
    let names = try speakers(reading(text, path: "a.txt"))
    let (mara, ada) = ("MARA KESTON", "MAYOR ADA OKAFOR")
    #expect(names == [mara, ada, mara, ada, mara, mara, "?", mara])
  }

  @Test func affiliationsThatComeAgain() throws {
    let people = ["**Mara Keston, host:** ", "**Ada Okafor, University of Ashford:** "]
    let text = Self.text(people) { $1 }
    #expect(try Set(speakers(reading(text))) == ["Mara Keston", "Ada Okafor"])
  }

  /// What is heard and shown is nobody's, and the one who spoke goes on.
  @Test(arguments: ["(BEGIN VIDEO CLIP)", "(LAUGHTER)", "(pause)", "[applause]", "[music playing]"])
  func sounds(_ sound: String) throws {
    let reading = try reading(
      Self.text(["Ada", "Bram"]) { "\($1): " } + "\n\(sound)\n\nI am here.\n")
    let note = try #require(reading.passages.first { $0.text == sound })
    #expect(note.utterance == nil && note.voice == .note && note.attribution == .unknown)
    #expect(reading.passages.last?.utterance == 5)
  }

  @Test(arguments: ["(I think that you are right.)", "[1]", "(see https://e.org)", "(sure)"])
  func asidesThatAreSaid(_ words: String) throws {
    let reading = try reading(Self.text(["Ada", "Bram"]) { "\($1): " } + "\n\(words)\n")
    #expect(reading.passages.last?.utterance == 5)
  }

  @Test(arguments: ["note.md", "note.txt"], ["\n", "\n\n"])
  func membersOfAParliament(_ path: String, _ below: String) throws {
    let heads = [
      "Gareth Odell (Con)", "The Minister for Moss (Ada Okafor)", "Gareth Odell (Con)",
      "Ada Okafor", "Bram Visser (Ashford North) (LD)", "Ada Okafor",
    ]
    let expected = [
      "Gareth Odell", "Ada Okafor", "Gareth Odell", "Ada Okafor", "Bram Visser", "Ada Okafor",
    ]
    let plain = zip(heads, Self.exchange).map { "\($0)\(below)\($1.0)" }.joined(separator: "\n\n")
    #expect(try speakers(reading(plain, path: path)) == expected)
    guard path == "note.md" else { return }
    let bold = zip(heads, Self.exchange).map { "**\($0)**\n\n\($1.0)" }.joined(separator: "\n\n")
    #expect(try speakers(reading(bold)) == expected)
  }

  @Test(arguments: ["hearing.md", "hearing.txt"])
  func hearingsWithoutBlankLines(_ path: String) throws {
    let people = ["Mr. Visser", "Dr. Raskin"]
    let text = Self.text(people, "\n") { "\($1). Thank you.\nAnd so on, " + ($0 < 9 ? "as " : "") }
    let reading = try reading("# Hearing\n\n" + text, path: path)
    #expect(
      speakers(reading) == [
        "Mr. Visser", "Dr. Raskin", "Mr. Visser", "Dr. Raskin", "Mr. Visser", "Dr. Raskin",
      ])
  }

  @Test func scripts() throws {
    let text =
      "INT. POND HOUSE - DAY\n\nAda stands by the window.\n\n"
      + Self.text(["ADA", "BRAM (CONT'D)"]) { "\($1)\n" }
    #expect(
      try speakers(reading(text, path: "a.txt")) == ["ADA", "BRAM", "ADA", "BRAM", "ADA", "BRAM"])
  }
}
