import DictumModel
import Testing

@testable import DictumReading

/// Chats and recordings in plain text.
@Suite struct RecorderTests {
  /// A file, and what is to be read from it; `?` is an unknown speaker.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var path = "talk.txt"
    var speakers: [String]
    var texts: [String]
    var times: [String] = []
    var dates: [String?] = []
    var kind = SourceKind.transcript
    var title = "talk"
    var testDescription: String { name }
  }

  @Test(arguments: samples, ["\n", "\r\n"])
  func shapes(_ sample: Sample, _ lineEnd: String) throws {
    let file = sample.file.replacing("\n", with: lineEnd)
    let reading = try reading(file, path: sample.path)
    #expect(speakers(reading) == sample.speakers)
    #expect(reading.passages.map(\.text) == sample.texts)
    if !sample.times.isEmpty { #expect(reading.utterances.map(\.time) == sample.times) }
    if !sample.dates.isEmpty { #expect(reading.utterances.map(\.date) == sample.dates) }
    #expect(reading.kind == sample.kind)
    #expect(reading.title == sample.title)
    #expect(violations(of: reading, in: Array(file.utf8)) == [])
  }

  static let samples: [Sample] = [
    Sample(
      name: "Otter",
      file: """
        Monday's meeting

        Summary words.

        Ada Okafor  0:02
        Good morning,
        everybody.

        Speaker 2  0:12
        Good morning.

        And welcome.

        Ada Okafor  1:02:03
        Well.
        """,
      speakers: ["Ada Okafor", "?", "Ada Okafor"],
      texts: [
        "Monday's meeting", "Summary words.", "Good morning,\neverybody.", "Good morning.",
        "And welcome.", "Well.",
      ],
      times: ["0:02", "0:12", "1:02:03"], title: "Monday's meeting"),
    Sample(
      name: "Meet, in Markdown",
      file: """
        # A call

        **Ada Okafor** 0:12
        One, see https://example.org/a.
        **Bo Lind** 0:15
        Two.
        **Ada Okafor** 0:20
        Three.
        """,
      path: "talk.md", speakers: ["Ada Okafor", "Bo Lind", "Ada Okafor"],
      texts: ["# A call", "One, see https://example.org/a.", "Two.", "Three."], title: "A call"),
    Sample(
      name: "Zoom, names in brackets",
      file: "[Ada] 10:15:02\nOne.\n\n[Bo] 10:15:09\nTwo.\n\n[Ada] 10:16:00\nThree.\n",
      speakers: ["Ada", "Bo", "Ada"], texts: ["One.", "Two.", "Three."],
      times: ["10:15:02", "10:15:09", "10:16:00"]),
    Sample(
      name: "Telegram, copied",
      file: """
        Ada Okafor, [12.03.24 09:15]
        One.
        Bo, [12.03.24 09:16]
        > One.
        Two.
        Ada Okafor, [13.03.24 09:15]
        Three.
        """,
      speakers: ["Ada Okafor", "Bo", "Ada Okafor"], texts: ["One.", "One.", "Two.", "Three."],
      dates: ["2024-03-12T09:15", "2024-03-12T09:16", "2024-03-13T09:15"]),
    Sample(
      name: "Zoom, tabs",
      file: """
        00:00:12\tAda Okafor\tOne: and more.
        00:00:15\tBo\tTwo.
        00:00:17\tAda Okafor\tThree.
        00:00:21\tBo\tFour.
        """,
      speakers: ["Ada Okafor", "Bo", "Ada Okafor", "Bo"],
      texts: ["One: and more.", "Two.", "Three.", "Four."],
      times: ["00:00:12", "00:00:15", "00:00:17", "00:00:21"]),
    Sample(
      name: "Tactiq",
      file: "00:01 Ada: One.\n00:05 Bo: Two.\n00:09 Ada: Three.\n00:10 Bo: Four.\n",
      speakers: ["Ada", "Bo", "Ada", "Bo"], texts: ["One.", "Two.", "Three.", "Four."]),
    Sample(
      name: "WhatsApp on Android",
      file: """
        12/03/2024, 09:14 - Messages are end-to-end encrypted.
        12/03/2024, 09:15 - Ada Okafor: One,
        on two lines.

        And more.
        12/03/2024, 09:16 - +44 7700 900123: Two: three.
        12/03/2024, 09:17 - Ada Okafor added Bo
        13/03/2024, 09:18 - Ada Okafor: Four.
        13/03/2024, 09:19 - +44 7700 900123: Five.
        """,
      speakers: ["Ada Okafor", "+44 7700 900123", "Ada Okafor", "+44 7700 900123"],
      texts: [
        "Messages are end-to-end encrypted.", "One,\non two lines.", "And more.", "Two: three.",
        "Ada Okafor added Bo", "Four.", "Five.",
      ],
      times: ["09:15", "09:16", "09:18", "09:19"],
      dates: ["2024-03-12T09:15", "2024-03-12T09:16", "2024-03-13T09:18", "2024-03-13T09:19"],
      kind: .dialogue),
    Sample(
      name: "WhatsApp on iPhones",
      file: """
        \u{200E}[3/12/24, 9:15:02\u{202F}AM] Ada: \u{200E}One.
        [3/12/24, 9:16:00\u{202F}PM] Bo: Two.
        [3/13/24, 9:15:02\u{202F}AM] Ada: Three.
        [3/13/24, 9:16:00\u{202F}AM] Bo: Four.
        """,
      speakers: ["Ada", "Bo", "Ada", "Bo"],
      texts: ["\u{200E}One.", "Two.", "Three.", "Four."],
      times: ["9:15:02 AM", "9:16:00 PM", "9:15:02 AM", "9:16:00 AM"],
      dates: ["2024-03-12", "2024-03-12", "2024-03-13", "2024-03-13"], kind: .dialogue),
    Sample(
      name: "WhatsApp in Spanish, a few lines of three people",
      file: """
        12/3/25, 6:02\u{202F}p. m. - Ada: One?
        12/3/25, 6:03\u{A0}p.\u{A0}m. - ~ Bo: Two.
        13/3/25, 6:04 a. m. - 🦀: Three.
        """,
      speakers: ["Ada", "Bo", "🦀"], texts: ["One?", "Two.", "Three."],
      times: ["6:02 PM", "6:03 PM", "6:04 AM"],
      dates: ["2025-03-12", "2025-03-12", "2025-03-13"], kind: .dialogue),
    Sample(
      name: "KakaoTalk on telephones",
      file: """
        2025년 3월 12일 오후 6:02, 민수 : One.
        2025년 3월 12일 오후 6:03, 지영 : Two.
        2025년 3월 13일 오전 6:04, 민수 : Three.
        """,
      speakers: ["민수", "지영", "민수"], texts: ["One.", "Two.", "Three."],
      times: ["6:02 PM", "6:03 PM", "6:04 AM"],
      dates: ["2025-03-12", "2025-03-12", "2025-03-13"], kind: .dialogue),
    Sample(
      name: "the date with points and spaces",
      file: """
        [2025. 3. 12. 오후 6:02:11] 민수: One.
        [2025. 3. 12. 오후 6:03:11] 지영: Two.
        [2025. 3. 12. 오후 6:04:11] 민수: Three.
        """,
      speakers: ["민수", "지영", "민수"], texts: ["One.", "Two.", "Three."], kind: .dialogue),
    Sample(
      name: "Teams, with its last line",
      file: """
        Ada Okafor   0:03
        One.

        Bo Lind   0:06
        Two.

        Ada Okafor   0:11
        Three.

        Ada Okafor stopped transcription
        """,
      speakers: ["Ada Okafor", "Bo Lind", "Ada Okafor"],
      texts: ["One.", "Two.", "Three.", "Ada Okafor stopped transcription"]),
    Sample(
      name: "times as code",
      file: "**Ada** `00:03`\nOne.\n\n**Bo** `00:07`\nTwo.\n\n**Ada** `00:09`\nThree.\n",
      path: "talk.md", speakers: ["Ada", "Bo", "Ada"], texts: ["One.", "Two.", "Three."],
      times: ["00:03", "00:07", "00:09"]),
    Sample(
      name: "dates that can be read in two ways",
      file: """
        [03/04/24, 09:15:02] Ada: One.
        [03/04/24, 09:16:00] Bo: Two.
        [03/04/24, 09:17:02] Ada: Three.
        [03/04/24, 09:18:00] Bo: Four.
        """,
      speakers: ["Ada", "Bo", "Ada", "Bo"], texts: ["One.", "Two.", "Three.", "Four."],
      dates: [nil, nil, nil, nil], kind: .dialogue),
    Sample(
      name: "Signal",
      file: """
        [2024-03-12 09:15] Ada: One.
        [2024-03-12 09:16] Bo: Two.
        [2024-03-12 09:17] Ada: Three.
        [2024-03-12 09:18] Bo: Four.
        """,
      speakers: ["Ada", "Bo", "Ada", "Bo"], texts: ["One.", "Two.", "Three.", "Four."],
      dates: ["2024-03-12T09:15", "2024-03-12T09:16", "2024-03-12T09:17", "2024-03-12T09:18"],
      kind: .dialogue),
    Sample(
      name: "SubRip in plain text",
      file:
        "1\n00:00:01,000 --> 00:00:02,000\n[Ada]: One.\n\n2\n00:00:03,000 --> 00:00:04,000\nMore.\n",
      speakers: ["Ada"], texts: ["One.\n\n\n\nMore."], times: ["00:00:01"]),
    Sample(
      name: "Whisper's printed lines",
      file: """
        [00:00.000 --> 00:04.500]  One.
        [00:04.500 --> 01:00:07.000]  Two.
        """,
      speakers: ["?"], texts: ["One.\nTwo."], times: ["00:00"]),
    Sample(
      name: "the same with voices",
      file: """
        [00:00.000 --> 00:04.500] [SPEAKER_00] One.
        [00:04.500 --> 00:07.000] [SPEAKER_01] Two.
        [00:07.000 --> 00:11.000] [SPEAKER_00] Three.
        [00:11.000 --> 00:15.000] [SPEAKER_01] Four.
        """,
      speakers: ["?", "?", "?", "?"], texts: ["One.", "Two.", "Three.", "Four."],
      times: ["00:00", "00:04", "00:07", "00:11"]),
    Sample(
      name: "copied from a film's page",
      file: """
        Transcript

        0:00
        one and
        0:04
        two and
        0:07
        three
        1:00
        four
        1:02:03
        five.
        """,
      speakers: ["?"], texts: ["Transcript", "one and\n\ntwo and\n\nthree\n\nfour\n\nfive."],
      times: ["0:00"]),
    Sample(
      name: "times in brackets before the words",
      file: "[0:00] one\n[0:04] two\n[0:07] three\n[0:09] four\n[0:12] five.\n",
      speakers: ["?"], texts: ["one\ntwo\nthree\nfour\nfive."], times: ["0:00"]),
    Sample(
      name: "two at one time",
      file: "[0:00] one\n[0:04] two\n[0:04] three\n[0:09] four\n[0:12] five.\n",
      speakers: ["?"], texts: ["one\ntwo\nthree\nfour\nfive."], times: ["0:00"]),
    Sample(
      name: "over noon, which is 12 PM",
      file: "Ada Okafor  11:58 AM\nOne.\n\nBo Li  12:59 PM\nTwo.\n\nAda Okafor  1:02 PM\nThree.\n\n"
        + "Bo Li  1:05 PM\nFour.\n",
      speakers: ["Ada Okafor", "Bo Li", "Ada Okafor", "Bo Li"],
      texts: ["One.", "Two.", "Three.", "Four."],
      times: ["11:58 AM", "12:59 PM", "1:02 PM", "1:05 PM"]),
    Sample(
      name: "the time before the name",
      file: """
        00:00:00 Ada Okafor
        One.

        [00:00:05] Bo
        Two.

        00:00:08 - Ada Okafor
        Three.

        00:00:11 Bo
        Four.
        """,
      path: "talk.md", speakers: ["Ada Okafor", "Bo", "Ada Okafor", "Bo"],
      texts: ["One.", "Two.", "Three.", "Four."],
      times: ["00:00:00", "00:00:05", "00:00:08", "00:00:11"]),
    Sample(
      name: "Discord, copied without space",
      file: "[9:15 AM]Ada: One.\n[9:16 AM]Bo: Two.\n[9:17 AM]Ada: Three.\n[9:18 AM]Bo: Four.\n",
      speakers: ["Ada", "Bo", "Ada", "Bo"], texts: ["One.", "Two.", "Three.", "Four."]),
  ]

  @Test func zoomChat() throws {
    let text = """
      00:12:03\t From Ada Okafor to Everyone: One.
      00:12:09\t From  Bo  to  Ada Okafor(Direct Message):
      \tTwo,
      \tand three.
      00:13:00\t From Ada Okafor to Everyone: See https://example.org/a
      00:13:09 From Bo to Everyone: Four.
      """
    let reading = try reading(text, path: "chat.txt")
    #expect(speakers(reading) == ["Ada Okafor", "Bo", "Ada Okafor", "Bo"])
    #expect(
      reading.passages.map(\.text) == [
        "One.", "Two,\nand three.", "See https://example.org/a", "Four.",
      ])
    #expect(reading.replies.map(\.addressee) == ["Ada Okafor"])
    #expect(reading.replies.map(\.from) == [1])
    #expect(reading.references.map(\.target) == ["https://example.org/a"])
    #expect(reading.references.map(\.passage) == [2])
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  /// What only looks like it.
  @Test(arguments: [
    // A program's log.
    "2024-03-12 09:15:02 INFO: a\n2024-03-12 09:15:03 WARN: b\n2024-03-12 09:15:04 INFO: c\n2024-03-12 09:15:05 WARN: d\n",
    // An agenda.
    "09:00 Welcome: Ada\n09:15 Talk: Bo\n10:00 Break: all\n10:30 Talk two: Ada\n",
    // A day's plan, and a film's chapters with long texts.
    "09:00\nWelcome\n09:15\nTalk\n10:00\nBreak\n10:30\nMore\n11:00\nEnd\n",
    "0:00\na\nb\nc\nd\ne\n0:04\na\n0:07\na\n0:09\na\n0:12\na\n",
    "[0:00] a\n[0:07] b\n[0:04] c\n[0:09] d\n[0:12] e\n",
    "0:00\na\n\nb\n0:04\na\n0:07\na\n0:09\na\n0:12\na\n",
    // Times with words beside them, with dates, and far down in a text.
    "0:00 a\n0:04 b\n0:07 c\n0:09 d\n0:12 e\n",
    "[12/03/2024, 0:00] a\n[12/03/2024, 0:04] b\n[12/03/2024, 0:07] c\n[12/03/2024, 0:09] d\n"
      + "[12/03/2024, 0:12] e\n",
    String(repeating: "Prose.\n", count: 11) + "0:00\na\n0:04\na\n0:07\na\n0:09\na\n0:12\na\n",
    // Chapters of a film.
    "Intro  0:00\nWhat it is about.\n\nBirds  1:30\nAll of them.\n\nFish  3:10\nSome of them.\n",
    // Results of a race, without words below.
    "Ada  0:12\nBo  0:13\nAda  0:14\nBo  0:15\nAda  0:16\n",
    "Prose at 9:15 is prose.\n\nSo is this: at 10:15.\n",
    "09:15\n09:16\n09:17\n09:18\n",
  ])
  func noConversation(_ text: String) throws {
    for path in ["a.txt", "a.md"] {
      #expect(try reading(text, path: path).utterances.isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("Ada (she/her)", "Ada"), ("The Chair (Hon. Bo (Acting))", "The Chair"), ("Ada", "Ada"),
    (" (x)", " (x)"), ("Ada(x)", "Ada(x)"),
  ])
  func names(_ label: String, _ name: String) {
    #expect(RecordedName.withoutParenthesis(label) == name)
  }
}
