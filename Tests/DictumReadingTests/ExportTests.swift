import DictumModel
import Testing

@testable import DictumReading

/// Conversations in JSON.
@Suite struct ExportTests {
  /// A file, and what is to be read from it; `?` is an unknown speaker.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var path = "talk.json"
    var speakers: [String]
    var texts: [String]
    var times: [String?] = []
    var dates: [String?] = []
    var voices: [Voice] = []
    var kind = SourceKind.dialogue
    var title = "talk"
    var testDescription: String { name }
  }

  @Test(arguments: samples)
  func shapes(_ sample: Sample) throws {
    let reading = try reading(sample.file, path: sample.path)
    #expect(speakers(reading) == sample.speakers)
    #expect(reading.passages.map(\.text) == sample.texts)
    if !sample.times.isEmpty { #expect(reading.utterances.map(\.time) == sample.times) }
    if !sample.dates.isEmpty { #expect(reading.utterances.map(\.date) == sample.dates) }
    if !sample.voices.isEmpty { #expect(reading.passages.map(\.voice) == sample.voices) }
    #expect(reading.kind == sample.kind)
    #expect(reading.title == sample.title)
    #expect(reading.diagnostics.isEmpty)
    #expect(violations(of: reading, in: Array(sample.file.utf8)) == [])
  }

  static let samples: [Sample] = [
    Sample(
      name: "QMSum",
      file: """
        {"topic_list": [{"topic": "One", "relevant_text_span": [["0", "1"]]}],
         "meeting_transcripts": [
          {"speaker": "Ada Okafor", "content": "Shall we?"},
          {"speaker": "Marketing", "content": " "},
          {"speaker": "Bo (after the fact)", "content": "Yes ."},
          {"speaker": "Bo", "content": "Let us ."}]}
        """,
      speakers: ["Ada Okafor", "Bo", "Bo"], texts: ["Shall we?", "Yes .", "Let us ."],
      kind: .transcript),
    Sample(
      name: "WhisperX",
      file: """
        {"segments": [
        {"start": 0.5, "end": 2.1, "text": " Good morning.", "words": [{"word": "Good"}], "speaker": "SPEAKER_00"},
        {"start": 2.2, "end": 4, "text": " All of you.", "speaker": "SPEAKER_00"},
        {"start": 3723.9, "end": 3725, "text": " Good morning.", "speaker": "SPEAKER_01"},
        {"start": 3726, "end": 3727, "text": " Hm."}],
        "word_segments": [{"word": "Good", "start": 0.5}], "language": "en"}
        """,
      speakers: ["?", "?", "?"], texts: ["Good morning.\nAll of you.", "Good morning.", "Hm."],
      times: ["00:00:00", "01:02:03", "01:02:06"], kind: .transcript),
    Sample(
      name: "Whisper",
      file: """
        {"text": "One. Two.", "segments": [{"id": 0, "start": 0.0, "end": 4.5, "text": " One."},
        {"id": 1, "start": 4.5, "end": 6.0, "text": " Two."}], "language": "en"}
        """,
      speakers: ["?"], texts: ["One.\nTwo."], times: ["00:00:00"], kind: .transcript),
    Sample(
      name: "Deepgram, utterances",
      file: """
        {"results": {"channels": [{"alternatives": [{"transcript": "One Two", "words": []}]}],
        "utterances": [{"start": 0.1, "end": 1.1, "speaker": 0, "transcript": "One",
          "words": [{"word": "one", "start": 0.1, "end": 0.4, "speaker": 0}]},
        {"start": 61.0, "end": 62.0, "speaker": 1, "transcript": "Two"}]}}
        """,
      speakers: ["?", "?"], texts: ["One", "Two"], times: ["00:00:00", "00:01:01"],
      kind: .transcript),
    Sample(
      name: "Deepgram, paragraphs",
      file: """
        {"results": {"channels": [{"alternatives": [{"transcript": "x", "paragraphs": {"paragraphs": [
        {"speaker": 0, "start": 1.5, "sentences": [{"text": "One.", "start": 1.5}, {"text": "Two."}]},
        {"speaker": 1, "start": 9, "sentences": [{"text": "Three."}]}]}}]}]}}
        """,
      speakers: ["?", "?"], texts: ["One. Two.", "Three."], times: ["00:00:01", "00:00:09"],
      kind: .transcript),
    Sample(
      name: "AssemblyAI",
      file: """
        {"text": "x", "words": [{"text": "One", "start": 500, "end": 700, "speaker": "A"}],
        "utterances": [{"speaker": "A", "start": 500, "end": 2100, "text": "One and two."},
        {"speaker": "B", "start": 62000, "end": 64000, "text": "Three and four."}]}
        """,
      speakers: ["?", "?"], texts: ["One and two.", "Three and four."],
      times: ["00:00:00", "00:01:02"], kind: .transcript),
    Sample(
      name: "Amazon",
      file: """
        {"jobName": "j", "results": {"transcripts": [{"transcript": "One. Two."}],
        "audio_segments": [{"id": 0, "transcript": "One.", "start_time": "0.0", "end_time": "2.0",
        "speaker_label": "spk_0"}, {"id": 1, "transcript": "Two.", "start_time": "65.2",
        "end_time": "70.0", "speaker_label": "spk_1"}]}}
        """,
      speakers: ["?", "?"], texts: ["One.", "Two."], times: ["00:00:00", "00:01:05"],
      kind: .transcript),
    Sample(
      name: "Telegram",
      file: """
        {"name": "Reading group", "type": "private_group", "messages": [
        {"id": 1, "type": "service", "date": "2024-03-12T09:00:00", "actor": "Ada", "action": "pin",
         "text": ""},
        {"id": 2, "type": "message", "date": "2024-03-12T09:15:02", "from": "Ada Okafor",
         "text": ["see ", {"type": "link", "text": "https://example.org/a"}, " please"]},
        {"id": 3, "type": "message", "date": "2024-03-12T09:16:00", "from": "Bo",
         "reply_to_message_id": 2, "text": "Seen."}]}
        """,
      speakers: ["Ada Okafor", "Bo"], texts: ["see https://example.org/a please", "Seen."],
      dates: ["2024-03-12T09:15:02", "2024-03-12T09:16:00"], title: "Reading group"),
    Sample(
      name: "an assistant",
      file: """
        [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Why?"},
        {"role": "assistant", "content": [{"type": "text", "text": "Because.\\n\\nSo."}]}]
        """,
      speakers: ["?", "?"], texts: ["Be brief.", "Why?", "Because.", "So."],
      voices: [.note, .own, .machine, .machine]),
    Sample(
      name: "ChatGPT",
      file: """
        [{"title": "On causes", "create_time": 1710234902.5, "mapping": {
        "r": {"id": "r", "message": null, "parent": null},
        "a": {"id": "a", "parent": "r", "message": {"id": "a", "author": {"role": "user"},
          "create_time": 1710234902.5, "content": {"content_type": "text", "parts": ["Why?"]}}},
        "b": {"id": "b", "parent": "a", "message": {"id": "b", "author": {"role": "assistant"},
          "create_time": 1710234903, "content": {"content_type": "text", "parts": ["So."]}}}}}]
        """,
      speakers: ["?", "?"], texts: ["Why?", "So."],
      dates: ["2024-03-12T09:15:02Z", "2024-03-12T09:15:03Z"], voices: [.own, .machine],
      title: "On causes"),
    Sample(
      name: "Claude",
      file: """
        [{"uuid": "1", "name": "On causes", "chat_messages": [
        {"uuid": "2", "sender": "human", "text": "Why?", "created_at": "2024-03-12T09:15:02Z"},
        {"uuid": "3", "sender": "assistant", "text": "So."}]}]
        """,
      speakers: ["?", "?"], texts: ["Why?", "So."], voices: [.own, .machine], title: "On causes"),
    Sample(
      name: "names beside words",
      file: """
        {"data": {"items": [{"author": {"id": 1, "name": "Ada"}, "body": "One.\\nStill one."},
        {"author": {"id": 2, "name": "Bo"}, "body": "> One.\\nTwo."},
        {"author": {"id": 1, "name": "Ada"}, "body": "Three."}]}}
        """,
      speakers: ["Ada", "Bo", "Ada"], texts: ["One. Still one.", "One.", "Two.", "Three."],
      voices: [.own, .quoted, .own, .own]),
    Sample(
      name: "JSON Lines",
      file: """
        {"speaker": "Ada", "text": "One.", "timestamp": "00:01:02"}

        {"speaker": "Bo", "text": "Two.", "timestamp": "00:01:05"}
        """,
      path: "talk.jsonl", speakers: ["Ada", "Bo"], texts: ["One.", "Two."],
      times: ["00:01:02", "00:01:05"]),
  ]

  @Test(arguments: [
    "{}", "[]", "1", "\"text\"", "[{\"name\": \"a\", \"text\": \"b\"}]",
    "{\"name\": \"pkg\", \"scripts\": {\"test\": \"x\"}, \"files\": [\"a\", \"b\"]}",
    "[{\"name\": \"Ada\", \"text\": \"A life.\"}, {\"name\": \"Bo\", \"text\": \"A life.\"}]",
    "[{\"x\": 1, \"y\": 2}, {\"x\": 1, \"y\": 3}]",
    "{\"a\": [{\"speaker\": \"Ada\"}, {\"speaker\": \"Bo\"}]}",
    "[{\"speaker\": \"Ada\", \"text\": \" \"}, {\"speaker\": \"Bo\", \"text\": \"\"}]",
    "// a comment\n{\"compilerOptions\": {}}", "{\"a\": [1, 2", "",
  ])
  func noConversation(_ text: String) {
    for path in ["a.json", "b.JSONL"] {
      let outcome = SourceReader.read(path: path, bytes: Array(text.utf8))
      guard case .skipped("JSON files that hold no conversation") = outcome else {
        Issue.record("\(outcome)")
        continue
      }
    }
  }

  @Test func aConversationCutOff() {
    let text = """
      [{"speaker": "Ada", "text": "One."},
       {"speaker": "Bo", "text": "Tw
      """
    let outcome = SourceReader.read(path: "a.json", bytes: Array(text.utf8))
    guard case .refused(let diagnostic) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(
      diagnostic.description
        == "a.json:2:31: error: not JSON: a string is not closed (export it again)")
  }

  @Test func voicesKeepTheirLabels() throws {
    for (field, label) in [
      ("\"SPEAKER_00\"", "SPEAKER_00"), ("0", "Speaker 0"), ("\"A\"", "Speaker A"),
    ] {
      let reading = try reading(
        "[{\"speaker\": \(field), \"text\": \"a\"}, {\"speaker\": \(field), \"text\": \"b\"}]",
        path: "a.json")
      #expect(reading.utterances.map(\.label) == [label, label])
      #expect(reading.utterances.map(\.turn) == [1, 1])
      #expect(reading.utterances.allSatisfy { $0.attribution == .unknown })
    }
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_826_445, "2000-02-29T12:14:05Z"),
      (1_710_234_902.9, "2024-03-12T09:15:02Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (-1, nil), (1e15, nil), (.nan, nil), (.infinity, nil),
    ] as [(Double, String?)])
  func epochs(_ seconds: Double, _ date: String?) {
    #expect(JSONTime.date(epoch: seconds) == date)
  }
}
