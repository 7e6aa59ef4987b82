import DictumModel
import Testing

/// Transcripts in the shapes of many houses; every sample is invented.
@Suite struct TranscriptShapeTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var shape: String
    var text: String
    var speakers: String
    var words: [String]?
    var path = "note.md"

    init(
      _ shape: String, _ speakers: String, words: [String]? = nil, path: String = "note.md",
      _ text: String
    ) {
      (self.shape, self.speakers, self.words) = (shape, speakers, words)
      (self.path, self.text) = (path, text)
    }

    var testDescription: String { shape }
  }

  static let english = [
    Sample(
      "bold name and time, text below", "Ada Okafor, Bo Li, Ada Okafor, Bo Li",
      words: ["One.", "Two.", "Three.", "Four."],
      """
      **Ada Okafor** [00:12]
      One.

      **Bo Li** [00:14]
      Two.

      **Ada Okafor** [00:20]
      Three.

      **Bo Li** [00:31]
      Four.
      """),
    Sample(
      "bold name with the time inside", "Ada, Bo, Ada, Bo", words: ["One.", "Two.", "3.", "Four."],
      "**Ada (00:12:03):** One.\n\n**Bo (00:12:09):** Two.\n\n**Ada (00:13:00):** 3.\n\n"
        + "**Bo (00:14:00)** Four."),
    Sample(
      "time before a bold name", "Ada, Bo, Ada, Bo", words: ["One.", "Two.", "Three.", "Four."],
      "[00:12] **Ada:** One.\n\n[00:15] **Bo:** Two.\n\n**[00:20] Ada:** Three.\n\n"
        + "00:31 **Bo**: Four."),
    Sample(
      "time before a plain name", "Ada, Bo, Ada, Bo", words: ["One.", "Two.", "Three.", "Four."],
      "00:12:03 Ada: One.\n\n00:12:05 Bo: Two.\n\n[00:12:07] Ada: Three.\n\n"
        + "00:12:09 - Bo: Four."),
    Sample(
      "time after the colon", "Ada Okafor, Bo Li, Ada Okafor, Bo Li",
      words: ["One.", "Two.", "Three.", "Four."],
      "Ada Okafor: 00:00:18\n\nOne.\n\nBo Li: 00:00:21\n\nTwo.\n\nAda Okafor: 00:00:30\n\nThree."
        + "\n\nBo Li 00:00:40\n\nFour."),
    Sample(
      "name and linked time without a colon", "Ada Okafor, Bo Li, Ada Okafor, Bo Li",
      words: ["One.", "Two.", "Three.", "Four."],
      "Ada Okafor [(00:00:00)](https://e.org/v?t=0) One.\n\n"
        + "Bo Li [(00:01:00)](https://e.org/v?t=60) Two.\n\n"
        + "Ada Okafor [(00:02:00)](https://e.org/v?t=120) Three.\n\nBo Li (00:03:00) Four."),
    Sample(
      "name and time each on a line", "Ada Okafor, Bo Li, Ada Okafor, Bo Li",
      words: ["One.", "Two.\nMore.", "Three.", "Four."], path: "talk.txt",
      "Ada Okafor\n(00:00:00)\nOne.\n\nBo Li\n(00:01:00)\nTwo.\nMore.\n\n"
        + "Ada Okafor\n(00:02:00)\nThree.\n\nBo Li\n00:03:00\nFour."),
    Sample(
      "bold name and emphasised time", "Ada, Bo, Ada, Bo",
      words: ["One.", "Two.", "Three.", "Four."],
      "**Ada** *00:00:01*\n\nOne.\n\n**Bo** *00:00:09*\n\nTwo.\n\n**Ada** *00:01:00*\n\nThree."
        + "\n\n**Bo** *00:02:00*\n\nFour."),
    Sample(
      "bold name alone", "Ada, Bo, Ada, Bo, Ada, Bo",
      words: ["One.", "Two.", "Three.", "Four.", "Five.", "Six."],
      ["One.", "Two.", "Three.", "Four.", "Five.", "Six."].enumerated().map {
        "**\($0 % 2 == 0 ? "Ada" : "Bo")**\n\n\($1)"
      }.joined(separator: "\n\n")),
    Sample(
      "bold name and riding", "Hon. Ada Okafor, Mr. Bo Li, Hon. Ada Okafor, Mr. Bo Li",
      words: ["One.", "Two.", "Three.", "Four."],
      "**Hon. Ada Okafor** (Ashford, Lib.): One.\n\n**Mr. Bo Li** (Upper Moor): Two.\n\n"
        + "**Hon. Ada Okafor:** Three.\n\n**Mr. Bo Li:** Four."),
    Sample(
      "questions bold as a whole", "?, Ada Okafor, ?, Ada Okafor",
      words: ["What is it?", "One.", "And then?", "Two."],
      "**Interviewer: What is it?**\n\n**Ada Okafor:** One.\n\n**Interviewer: And then?**\n\n"
        + "**Ada Okafor:** Two."),
    Sample(
      "italics", "Ada, Bo, Ada, Bo", words: ["One.", "Two.", "Three.", "Four."],
      "*Ada:* One.\n\n*Bo:* Two.\n\n_Ada_: Three.\n\n_Bo_: Four."),
    Sample(
      "a court", "?, MR. SMITH, ?, MS. OKAFOR, ?, MR. SMITH, MS. OKAFOR",
      "THE COURT: One.\n\nMR. SMITH: Two.\n\nTHE COURT: Three.\n\nMS. OKAFOR: Four.\n\n"
        + "THE WITNESS: Five.\n\nMR. SMITH: Six.\n\nMS. OKAFOR: Seven."),
    Sample(
      "a congress",
      "Mr. SMITH of Texas, ?, Mr. SMITH of Texas, Mr. TRAFICANT, ?, Mr. TRAFICANT",
      words: ["One.", "Two.", "Three.", "Four.", "Five.", "Six."], path: "record.txt",
      """
      Mr. SMITH of Texas. One.

      The SPEAKER pro tempore. Two.

      Mr. SMITH of Texas. Three.

      Mr. TRAFICANT (during the reading). Four.

      The SPEAKER pro tempore. Five.

      Mr. TRAFICANT. Six.
      """),
    Sample(
      "a play", "HAMLET, HORATIO, HAMLET, HORATIO", words: ["One.", "Two.\nMore.", "Three.", "4."],
      path: "play.txt",
      "HAMLET.\nOne.\n\nHORATIO.\nTwo.\nMore.\n\nHAMLET. Three.\n\nHORATIO. 4."),
    Sample(
      "voices of a recogniser", "?, ?, ?, ?", words: ["One.", "Two.", "Three.", "Four."],
      "[00:00:01] SPEAKER_00: One.\n[00:00:02] SPEAKER_01: Two.\n[00:00:03] SPEAKER_00: Three.\n"
        + "[00:00:04] SPEAKER_01: Four."),
    Sample(
      "headings with a time", "Ada Okafor, Bo Li, Ada Okafor, Bo Li",
      "### Ada Okafor (00:00:01)\n\nOne.\n\n### Bo Li (00:00:09)\n\nTwo.\n\n"
        + "### Ada Okafor (00:01:00)\n\nThree.\n\n### Bo Li (00:02:00)\n\nFour."),
    Sample(
      "a machine", "?, Assistant, ?, Assistant", words: ["One?", "Two.", "Three?", "Four."],
      "User: One?\n\nAssistant: Two.\n\nUser: Three?\n\nAssistant: Four."),
    Sample(
      "a machine under headings", "?, ChatGPT, ?, ChatGPT",
      "#### You said:\n\nOne?\n\n#### ChatGPT said:\n\nTwo.\n\n#### You said:\n\nThree?\n\n"
        + "#### ChatGPT said:\n\nFour."),
  ]

  static let others = [
    Sample(
      "German", "?, Ursula von der Heide, ?, Ursula von der Heide",
      "Frage: Eins?\n\nUrsula von der Heide: Zwei.\n\nFrage: Drei?\n\nUrsula von der Heide: Vier."),
    Sample(
      "German parliament",
      "Dr. Jan Grün, ?, Dr. Jan Grün, Änne Öz, ?, Änne Öz",
      "Dr. Jan Grün (ABC): Eins.\n\nPräsidentin: Zwei.\n\nDr. Jan Grün (ABC): Drei.\n\n"
        + "Änne Öz (DEF): Vier.\n\nPräsidentin: Fünf.\n\nÄnne Öz (DEF): Sechs."),
    Sample(
      "French, with its space before the colon", "Éléonore Petit, ?, Éléonore Petit, ?",
      "Éléonore Petit\u{A0}: un.\n\nAnimateur : deux.\n\nÉléonore Petit\u{202F}: trois.\n\n"
        + "Animateur : quatre."),
    Sample(
      "Japanese", "田中　太郎, ?, 田中　太郎, 佐藤・A・花子, ?, 佐藤・A・花子",
      "田中　太郎：一。\n\n司会：二。\n\n田中　太郎：三。\n\n佐藤・A・花子：四。\n\n司会：五。\n\n"
        + "佐藤・A・花子：六。"),
    Sample(
      "Chinese, with remarks in wide brackets", "林小明, ?, 林小明, ?",
      "**林小明（某部）：** 一。\n\n**主持人：** 二。\n\n**林小明：** 三。\n\n**主持人：** 四。"),
    Sample(
      "Korean", "김민수, 이영희, 김민수, 이영희",
      "김민수: 하나.\n\n이영희: 둘.\n\n김민수: 셋.\n\n이영희: 넷."),
    Sample(
      "Cyrillic", "Анна Ким, Борис, Анна Ким, Борис",
      "Анна Ким: раз.\n\nБорис: два.\n\nАнна Ким: три.\n\nБорис: четыре."),
  ]

  @Test(arguments: english + others)
  func samples(_ sample: Sample) throws {
    let reading = try reading(sample.text, path: sample.path)
    let expected = sample.speakers.split(separator: ", ").map {
      // A name is shown with single spaces.
      String($0).replacing("　", with: " ")
    }
    #expect(speakers(reading) == expected)
    if let words = sample.words { #expect(reading.passages.map(\.text) == words) }
    #expect(violations(of: reading, in: Array(sample.text.utf8)).isEmpty)
  }

  /// Whose words a machine's are, and whose the one's who asks it.
  @Test func machines() throws {
    let reading = try reading(
      "User: One?\n\nAssistant: Two.\n\nMore.\n\nUser: Three?\n\nAssistant: Four.")
    #expect(reading.passages.map(\.voice) == [.own, .machine, .machine, .own, .machine])
    #expect(
      reading.passages.map(\.attribution?.name) == [
        nil, "Assistant", "Assistant", nil, "Assistant",
      ]
    )
  }

  /// What looks like labels and heads fields, code, numbers and sections.
  @Test(arguments: [
    // Fields that every section has once.
    "## One\n\n**Pro:** a\n\n**Con:** b\n\n## Two\n\n**Pro:** c\n\n**Con:** d\n\n## Three\n\n"
      + "**Pro:** e\n\n**Con:** f",
    // Times alone.
    "[5:00] one\n\n[6:00] two\n\n[5:00] three\n\n[6:00] four",
    // Sections in bold.
    "**Setup**\n\na\n\n**Results**\n\nb\n\n**Setup again**\n\nc\n\n**Results again**\n\nd",
    // In tables and lists.
    "| Ada: x | Bo: y |\n|---|---|\n| Ada: x | Bo: y |\n| Ada: x | Bo: y |",
    "* **Ada:** one\n* **Bo:** two\n* **Ada:** three\n* **Bo:** four",
    // Sentences that begin with a short clause.
    "So here it is: one.\n\nThis is what I mean: two.\n\nSo here it is: three.\n\n"
      + "This is what I mean: four.",
    // Minutes' keywords.
    "Topic: one\n\nACTION: two\n\nTopic: three\n\nACTION: four\n\nRESOLUTION: five\n\n"
      + "RESOLUTION: six",
    // Parts of a page.
    "**Break:** [1:00]\n\n**Promo:** a\n\n**Break:** [2:00]\n\n**Promo:** b",
  ])
  func noTranscripts(_ text: String) throws {
    #expect(try reading(text).utterances.isEmpty)
  }

  /// A label met once is a guest if it is written as the others are.
  @Test(arguments: [
    ("Cy Roe: 00:02:00", true), ("Cy Roe 00:02:00", true), ("Cy Roe: well", false),
    ("Problem one: it is late", false),
  ])
  func habits(_ line: String, isGuest: Bool) throws {
    let text =
      "Ada: 00:00:18\n\nOne.\n\nBo: 00:00:21\n\nTwo.\n\nAda: 00:00:30\n\nThree.\n\n\(line)\n\nWell."
      + "\n\nBo: 00:03:00\n\nFour."
    let expected = isGuest ? ["Ada", "Bo", "Ada", "Cy Roe", "Bo"] : ["Ada", "Bo", "Ada", "Bo"]
    #expect(speakers(try reading(text)) == expected)
  }

  /// A sentence that is bold as a whole is no guest where labels alone are bold.
  @Test func boldSentence() throws {
    let reading = try reading(
      "**Or: why it might help.**\n\n**Ada:** One.\n\n**Bo:** Two.\n\n**Ada:** Three.\n\n"
        + "**Bo:** Four.")
    #expect(speakers(reading) == ["Ada", "Bo", "Ada", "Bo"])
  }

  /// A part of the page ends a turn; one that holds words is a turn of nobody known.
  @Test func parts() throws {
    let reading = try reading(
      """
      **Ada:** One.

      **Bo:** Two.

      **Break:** \\[26:05\\]

      Welcome back.

      **Ada:** Three.

      **Bo:** \\[laughs\\]

      **\\[Robot voice\\]:** Four.

      **Bo:** Five.

      **Jingle Bell:**

      **Everyone:** Six.
      """)
    #expect(speakers(reading) == ["Ada", "Bo", "Ada", "Bo", "?", "Bo", "?"])
    #expect(reading.utterances.map(\.label).suffix(3) == ["[Robot voice]", "Bo", "Everyone"])
    let text = Dictionary(
      uniqueKeysWithValues: reading.passages.map { ($0.text, $0.utterance) })
    #expect(text["Break: [26:05]"] == .some(nil))
    #expect(text["Welcome back."] == .some(nil))
    #expect(text["Four."] == 4)
  }
}
