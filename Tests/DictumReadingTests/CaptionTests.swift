import DictumModel
import Testing

@testable import DictumReading

/// WebVTT: cues with times and voices.
@Suite struct CaptionTests {
  private func vtt(_ text: String, lineEnd: String = "\n") throws -> SourceReading {
    try reading(
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd),
      path: "talk.vtt")
  }

  @Test(arguments: ["\n", "\r\n"])
  func voices(_ lineEnd: String) throws {
    let reading = try vtt(
      """
      WEBVTT - A talk

      NOTE this is no cue
      and neither is this

      STYLE
      ::cue { color: red }

      1
      00:00:01.019 --> 00:00:02.740 align:start
      <v Ada Okafor>Hello <i>and</i> welcome.

      00:00:03.000 --> 00:00:04.000
      <v.loud  Ada   Okafor>To &lt;this&gt; &amp; that.</v>

      00:01:05.000 --> 00:01:06.000
      <v Bo>Thank
      you.
      """, lineEnd: lineEnd)
    #expect(reading.kind == .transcript)
    #expect(speakers(reading) == ["Ada Okafor", "Bo"])
    #expect(reading.utterances.map(\.time) == ["00:00:01", "00:01:05"])
    #expect(reading.utterances.map(\.attribution.method) == [.voice, .voice])
    #expect(reading.utterances.map(\.line) == [11, 17])
    #expect(
      reading.passages.map(\.text) == ["Hello and welcome.\n\n\nTo <this> & that.", "Thank\nyou."])
    #expect(reading.passages.map(\.line) == [11, 17])
    #expect(reading.passages.allSatisfy { $0.kind == .cue })
  }

  @Test func namesInTheLineBeforeTheTimes() throws {
    let reading = try vtt(
      """
      WEBVTT

      1 "Ada Okafor" (1234567)
      00:00:03.000 --> 00:00:05.000
      Does it drift?

      2 "Bram "B." Visser" (7654321)
      00:00:05.500 --> 00:00:08.000
      I think so.

      3 "no voice
      00:00:09.000 --> 00:00:10.000
      Look.
      """)
    #expect(speakers(reading) == ["Ada Okafor", "Bram \"B.\" Visser", "?"])
    #expect(reading.passages.map(\.text) == ["Does it drift?", "I think so.", "Look."])
  }

  /// Names in brackets that come again are labels; sounds are none.
  @Test func namesInBrackets() throws {
    let reading = try vtt(
      Self.file([
        "[Ada] Does it drift?", "[Bo] I think so.", "[waves crashing]", "[Ada] You think?",
        "[Laughter]", "[Laughter] Yes.", "[Bo] I do.", "[Laughter] No.",
      ]))
    #expect(speakers(reading) == ["Ada", "Bo", "Ada", "Bo"])
    #expect(reading.utterances.map(\.label) == ["Ada", "Bo", "Ada", "Bo"])
    let single = try vtt(
      Self.file(["[Ada] Does it drift?", "[Door] Yes.", "[Wind] No.", "[Ada] Look."]))
    #expect(speakers(single) == ["?"])
  }

  @Test(arguments: ["\n", "\r\n"])
  func subViewer(_ lineEnd: String) throws {
    let text = """
      0:00:03.000,0:00:05.000
      Ada Okafor: Does it drift?

      0:00:05.500,0:00:08.000
      Bram Visser: I think so.

      0:00:09.000,0:00:10.000
      Ada Okafor: Since 1:02, 1:04.

      0:00:11.000,0:00:12.000
      Bram Visser: Yes.
      """
    let bytes = text.split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: lineEnd)
    let reading = try reading(bytes, path: "talk.sbv")
    #expect(reading.kind == .transcript)
    #expect(speakers(reading) == ["Ada Okafor", "Bram Visser", "Ada Okafor", "Bram Visser"])
    #expect(reading.utterances.map(\.time) == ["0:00:03", "0:00:05", "0:00:09", "0:00:11"])
    #expect(violations(of: reading, in: Array(bytes.utf8), "talk.sbv") == [])
  }

  @Test func subStationAlpha() throws {
    let text = """
      [Script Info]
      Title: A talk

      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      Comment: 0,0:00:00.00,0:00:01.00,Main,Ada,0,0,0,,not shown
      Dialogue: 0,0:00:01.01,0:00:02.74,Main,Ada Okafor,0,0,0,,{\\i1}Well{\\i0}, does\\Nit drift?
      Dialogue: 0,0:00:03.01,0:00:04.74,Main,Bram Visser,0,0,0,,I think so.
      Dialogue: 0,0:00:05.01,0:00:06.74,Main,,0,0,0,,Look.
      Dialogue: too short
      """
    let reading = try reading(text, path: "talk.ass")
    #expect(speakers(reading) == ["Ada Okafor", "Bram Visser", "?"])
    #expect(reading.passages.map(\.text) == ["Well, does it drift?", "I think so.", "Look."])
    #expect(reading.utterances.map(\.time) == ["0:00:01", "0:00:03", "0:00:05"])
    #expect(violations(of: reading, in: Array(text.utf8), "talk.ass") == [])
  }

  @Test func namesInTheText() throws {
    let cues = [
      "Ada: One.", "more of one.", "Bo: Two.", "Ada: Three.", "Note: no name", "Bo: Four.",
    ]
    let reading = try vtt(Self.file(cues))
    #expect(speakers(reading) == ["Ada", "Bo", "Ada", "Bo"])
    #expect(
      reading.passages.map { $0.text.split(separator: "\n").first ?? "" }
        == ["One.", "Two.", "Three.", "Four."])
    #expect(reading.utterances.map(\.label) == ["Ada", "Bo", "Ada", "Bo"])
  }

  @Test func changesOfSpeaker() throws {
    let reading = try vtt(Self.file(["One.", "&gt;&gt; Two.", "two goes on.", ">> Three."]))
    #expect(speakers(reading) == ["?", "?", "?"])
    #expect(reading.passages.map(\.utterance) == [0, 1, 2])
    #expect(reading.passages[2].text == "Three.")
  }

  @Test(arguments: [["One: a", "Two: b", "One: c"], ["One.", "Two.", "Three."]])
  func nobody(_ cues: [String]) throws {
    #expect(speakers(try vtt(Self.file(cues))) == ["?"])
  }

  /// A passage ends with a sentence after forty words, and after a hundred and twenty in any case.
  @Test func joins() throws {
    let sentence = Self.file((0..<20).map { "one two three four five six seven \($0)." })
    #expect(
      try vtt(sentence).passages.map { $0.text.split { " \n".contains($0) }.count } == [
        40, 40, 40, 40,
      ])
    let endless = Self.file((0..<20).map { "one two three four five six seven \($0)" })
    #expect(
      try vtt(endless).passages.map { $0.text.split { " \n".contains($0) }.count } == [120, 40])
  }

  @Test(arguments: ["", "WEBVTT\n", "WEBVTT\n\nNOTE nothing\n", "words\n"])
  func noCue(_ text: String) throws {
    #expect(
      messages(try vtt(text)) == [
        "talk.vtt: warning: no cue with a time was found "
          + "(captions have lines such as 00:00:01.000 --> 00:00:02.000)"
      ])
  }

  /// What the lines of cues say about who speaks; a cue a line, `|` for a line break in it.
  @Test(
    arguments: [
      (["<v Ada>One.</v> <v Bo>Two.</v>"], ["Ada", "Bo"], ["One.", "Two."]),
      (["<v Ada>One|more.</v>", "two"], ["Ada", "?"], ["One\nmore.", "two"]),
      (["<v>One.", "<vx y>Two.", "a < b > c"], ["?"], ["One.\n\n\nTwo.\n\n\na < b > c"]),
      (
        [">> ADA OKAFOR: One.", "more", ">> Two.", ">> BO: Three."], ["ADA OKAFOR", "?", "BO"],
        ["One.\n\n\nmore", "Two.", "Three."]
      ),
      (["[SPEAKER_00]: One.", "[SPEAKER_01]: Two."], ["?", "?"], ["One.", "Two."]),
      (
        ["(ADA) One.", "(BO) Two.", "(ADA) Three.", "(BO) Four.", "(laughs) Five."],
        ["ADA", "BO", "ADA", "BO"], ["One.", "Two.", "Three.", "Four.\n\n\n(laughs) Five."]
      ),
      (["- One?|- Two."], ["?", "?"], ["One?", "Two."]),
      (["Words:|- one dash."], ["?"], ["Words:\n- one dash."]),
      (["<v Ada>One.", "[Music]", "<v Ada>Two."], ["Ada"], ["One.", "[Music]", "Two."]),
      (["♪ la la ♪", "One."], ["?"], ["♪ la la ♪", "One."]),
      (["{\\an8}<font color=\"#fff\">One</font> {two}"], ["?"], ["One {two}"]),
      (["Rock &amp;amp; roll, it&#39;s"], ["?"], ["Rock &amp; roll, it's"]),
    ] as [([String], [String], [String])])
  func speakersOfCues(_ cues: [String], _ who: [String], _ texts: [String]) throws {
    for path in ["a.vtt", "a.srt"] {
      let file = Self.file(cues.map { $0.replacing("|", with: "\n") })
      let reading = try reading(path == "a.vtt" ? file : String(file.dropFirst(8)), path: path)
      #expect(speakers(reading) == who)
      #expect(reading.passages.map(\.text) == texts)
      #expect(violations(of: reading, in: Array(file.utf8)) == [] || path == "a.srt")
    }
  }

  /// Captions of YouTube: a cue repeats the line above, with words that come one by one.
  @Test func rollUp() throws {
    let reading = try vtt(
      Self.file([
        " \nhello<00:00:00.480><c> and</c><00:00:00.719><c> welcome</c>", "hello and welcome\n ",
        "hello and welcome\nto<00:00:02.560><c> the</c> show", "to the show\n ",
        "to the show\nto the show",
      ]))
    #expect(
      reading.passages.map { $0.text.onOneLine } == ["hello and welcome to the show to the show"])
    let growing = try vtt(Self.file(["one", "one two", "one two three", "four", "four five"]))
    #expect(growing.passages.map { $0.text.onOneLine } == ["one two three four five"])
    let said = try vtt(Self.file(["Yes.", "Yes.", "No.", "Why?", "Because.", "I see.", "Well."]))
    #expect(said.passages[0].text.hasPrefix("Yes.\n\n\nYes."))
  }

  @Test func subRip() throws {
    let reading = try reading(
      """
      1
      00:00:01,000 --> 00:00:02,500
      <i>One</i>
       
      2
      00:00:03,000 --> 00:00:04,000 X1:40 X2:600
      two.

      3
      0:5,2 --> 0:6
      Three.
      2
      """, path: "a.srt")
    #expect(reading.passages.map { $0.text.onOneLine } == ["One two. Three. 2"])
    #expect(reading.utterances.map(\.time) == ["00:00:01"])
  }

  private static func file(_ cues: [String]) -> String {
    "WEBVTT\n\n"
      + cues.enumerated().map { "00:00:\(10 + $0.offset).000 --> 00:01:00.000\n\($0.element)\n" }
      .joined(separator: "\n")
  }
}
