import DictumModel
import Testing

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

  private static func file(_ cues: [String]) -> String {
    "WEBVTT\n\n"
      + cues.enumerated().map { "00:00:\(10 + $0.offset).000 --> 00:01:00.000\n\($0.element)\n" }
      .joined(separator: "\n")
  }
}
