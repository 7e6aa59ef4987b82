import DictumModel
import DictumReading
import Testing

/// Conversations that JSON holds in strings, in pairs, and in objects of a person and words.
@Suite struct JSONTranscriptTests {
  struct Export: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var path = "a.json"
    var kind = SourceKind.dialogue
    var speakers = ["Ada Okafor", "Bram Visser", "Ada Okafor", "Bram Visser"]
    var json: String
  }

  private static let texts = [
    "Does it drift?", "I think so, \"slowly\".", "Will you mend it?", "I will, on Monday.",
  ]

  static let exports = [
    Export(
      testDescription: "a transcript in a string",
      json: #"""
        {"title": "Gauges", "transcript": "Ada Okafor: Does it drift?\nBram Visser: I think so, \"slowly\".\n\nAda Okafor: Will you mend it?\r\nBram Visser: I will, on Monday."}
        """#),
    Export(
      testDescription: "one a line", path: "a.jsonl", speakers: ["Ada", "Bram", "Ada", "Bram"],
      json: #"""
        {"id": "1", "dialogue": "Ada: Does it drift?\r\nBram: I think so, \"slowly\".", "summary": "It may."}
        {"id": "2", "dialogue": "Ada: Will you mend it?\r\nBram: I will, on Monday.", "summary": "He will."}
        """#),
    Export(
      testDescription: "a list of objects of a conversation",
      speakers: ["Ada", "Bram", "Ada", "Bram"],
      json: #"""
        {"data": [{"dialogue": "Ada: Does it drift?\nBram: I think so, \"slowly\"."},
         {"dialogue": "Ada: Will you mend it?\nBram: I will, on Monday."}]}
        """#),
    Export(
      testDescription: "a list of strings",
      json: #"""
        ["Ada Okafor: Does it drift?", "Bram Visser: I think so, \"slowly\".",
         "Ada Okafor: Will you mend it?", "Bram Visser: I will, on Monday."]
        """#),
    Export(
      testDescription: "a list of pairs",
      json: #"""
        {"talk": [["Ada Okafor", "Does it drift?"], ["Bram Visser", "I think so, \"slowly\"."],
         ["Ada Okafor", "Will you mend it?"], ["Bram Visser", "I will, on Monday."]]}
        """#),
    Export(
      testDescription: "a list of objects of one",
      json: #"""
        [{"Ada Okafor": "Does it drift?"}, {"Bram Visser": "I think so, \"slowly\"."},
         {"Ada Okafor": "Will you mend it?"}, {"Bram Visser": "I will, on Monday."}]
        """#),
    Export(
      testDescription: "objects of a user and a machine", speakers: ["?", "?", "?", "?"],
      json: #"""
        {"chat": [{"user": "Does it drift?"}, {"assistant": "I think so, \"slowly\"."},
         {"user": "Will you mend it?"}, {"assistant": "I will, on Monday."}]}
        """#),
    Export(
      testDescription: "a machine", speakers: ["?", "Assistant", "?", "Assistant"],
      json: #"""
        {"text": "Human: Does it drift?\n\nAssistant: I think so, \"slowly\".\n\nHuman: Will you mend it?\n\nAssistant: I will, on Monday."}
        """#),
    Export(
      testDescription: "Gitter",
      json: #"""
        [{"text": "Does it drift?", "sent": "2025-03-12T18:02:11Z", "fromUser": {"username": "ada",
          "displayName": "Ada Okafor"}}, {"text": "I think so, \"slowly\".", "sent":
          "2025-03-12T18:03:11Z", "fromUser": {"username": "bram", "displayName": "Bram Visser"}},
         {"text": "Will you mend it?", "sent": "2025-03-12T18:04:11Z", "fromUser": {"displayName":
          "Ada Okafor"}}, {"text": "I will, on Monday.", "fromUser": {"displayName": "Bram Visser"}}]
        """#),
    Export(
      testDescription: "Oyez", kind: .transcript,
      json: #"""
        {"transcript": {"sections": [{"turns": [
          {"start": 0, "stop": 2, "speaker": {"name": "Ada Okafor"}, "text_blocks": [{"start": 0,
           "text": "Does it drift?"}]},
          {"start": 2, "stop": 4, "speaker": {"name": "Bram Visser"}, "text_blocks": [{"start": 2,
           "text": "I think so, \"slowly\"."}]}]}, {"turns": [
          {"start": 4, "stop": 6, "speaker": {"name": "Ada Okafor"}, "text_blocks": [{"start": 4,
           "text": "Will you mend it?"}]},
          {"start": 6, "stop": 8, "speaker": {"name": "Bram Visser"}, "text_blocks": [{"start": 6,
           "text": "I will, on Monday."}]}]}]}}
        """#),
    Export(
      testDescription: "Recall.ai", kind: .transcript,
      json: #"""
        [{"participant": {"id": 1, "name": "Ada Okafor"}, "words": [{"text": "Does",
          "start_timestamp": {"relative": 61.5}}, {"text": "it"}, {"text": "drift?"}]},
         {"participant": {"id": 2, "name": "Bram Visser"}, "words": [{"text": "I"}, {"text": "think"},
          {"text": "so"}, {"text": ","}, {"text": "\"slowly\""}, {"text": "."}]},
         {"participant": {"id": 1, "name": "Ada Okafor"}, "words": [{"text": "Will"}, {"text": "you"},
          {"text": "mend"}, {"text": "it?"}]},
         {"participant": {"id": 2, "name": "Bram Visser"}, "words": [{"text": "I"}, {"text": "will,"},
          {"text": "on"}, {"text": "Monday."}]}]
        """#),
  ]

  @Test(arguments: exports)
  func speakersAndWords(_ export: Export) throws {
    let reading = try reading(export.json, path: export.path)
    #expect(reading.kind == export.kind)
    #expect(speakers(reading) == export.speakers)
    #expect(reading.passages.map(\.text) == Self.texts)
    #expect(violations(of: reading, in: Array(export.json.utf8), export.path) == [])
  }

  @Test func whatTheFileSaysBesideIsKept() throws {
    let gitter = try #require(Self.exports.first { $0.testDescription == "Gitter" })
    #expect(try reading(gitter.json, path: "a.json").date == "2025-03-12T18:02:11Z")
    let recall = try #require(Self.exports.first { $0.testDescription == "Recall.ai" })
    #expect(try reading(recall.json, path: "a.json").utterances.first?.time == "00:01:01")
    let string = try #require(Self.exports.first)
    #expect(try reading(string.json, path: "a.json").title == "Gauges")
    let machine = try #require(Self.exports.first { $0.testDescription == "a machine" })
    #expect(
      try reading(machine.json, path: "a.json").passages.map(\.voice)
        == [.own, .machine, .own, .machine])
  }

  @Test func blocksOfTextAreParagraphs() throws {
    let json = """
      [{"speaker": "Ada", "text_blocks": [{"text": "Does it"}, {"text": "drift, then?"}]},
       {"speaker": "Bram", "text_blocks": [{"text": "I think so."}]}]
      """
    #expect(
      try reading(json, path: "a.json").passages.map(\.text)
        == ["Does it", "drift, then?", "I think so."])
  }

  /// Each conversation of a file begins a turn, and one that is none is nobody's words.
  @Test func severalConversationsStayApart() throws {
    let json = #"""
      {"dialogue": "Ada: Does it drift?\nBram: I think so."}
      {"dialogue": "Bram: Are you there?\nAda: I am."}
      {"dialogue": "The gauge was mended.\nIt took: a day."}
      """#
    let reading = try reading(json, path: "a.jsonl")
    #expect(speakers(reading) == ["Ada", "Bram", "Bram", "Ada"])
    #expect(reading.utterances.map(\.turn) == [1, 2, 3, 4])
    #expect(reading.passages.last?.voice == .note)
    #expect(reading.passages.last?.utterance == nil)
  }

  /// Lists of changes, settings, pairs of other things, and messages that name whom they answer.
  @Test(arguments: [
    #"{"content": "Added: a gauge.\nFixed: a leak.\nAdded: a pump.\nFixed: a valve."}"#,
    #"["Error: the pump is dry.", "Warning: the valve is open.", "Error: the pump is dry."]"#,
    #"["http://a.example", "http://b.example", "http://a.example"]"#,
    #"[["Accept", "text/html"], ["Cookie", "a=1"], ["Accept", "text/plain"], ["Cookie", "b=2"]]"#,
    #"[{"error": "Did you mean it?"}, {"warning": "You may not."}, {"error": "Are you there?"}, {"warning": "You may."}]"#,
    #"[["Peru", "Lima"], ["Chad", "N'Djamena"], ["Fiji", "Suva"]]"#,
    #"[{"text": "I am in.", "toUser": {"name": "Ada"}}, {"text": "Are you?", "toUser": {"name": "Bo"}}, {"text": "Yes.", "toUser": {"name": "Ada"}}]"#,
    #"[{"text": "I am in.", "oldUser": {"name": "Ada"}, "newUser": {"name": "Bo"}}, {"text": "Are you?", "oldUser": {"name": "Bo"}, "newUser": {"name": "Ada"}}, {"text": "Me?", "oldUser": {"name": "Bo"}, "newUser": {"name": "Ada"}}]"#,
    #"[{"name": "animals", "words": ["cat", "dog"]}, {"name": "plants", "words": ["moss"]}, {"name": "animals", "words": ["cow"]}]"#,
  ])
  func othersAreNoTalk(_ json: String) {
    let outcome = SourceReader.read(path: "a.json", bytes: Array(json.utf8))
    guard case .skipped = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }
}
