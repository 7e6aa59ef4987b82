import DictumModel
import DictumReading
import Testing

/// Exports that are told by what their objects say: who, what, and when.
@Suite struct JSONShapeTests {
  struct Export: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kind = SourceKind.dialogue
    var speakers: [String]
    var answers: [Int] = []
    var json: String
  }

  private static let texts = ["Does it drift?", "I think so."]

  static let exports = [
    Export(
      testDescription: "Open WebUI, which has each message twice", speakers: ["?", "?"],
      json: """
        [{"id": "x", "title": "Gauges", "chat": {"history": {"messages": {"m0": {"id": "m0",
          "role": "user", "content": "Does it drift?", "timestamp": 1741802531}, "m1": {"id": "m1",
          "parentId": "m0", "role": "assistant", "content": "I think so.", "timestamp": 1741802532}}},
          "messages": [{"id": "m0", "role": "user", "content": "Does it drift?"}, {"id": "m1",
          "role": "assistant", "content": "I think so."}]}}]
        """),
    Export(
      testDescription: "a map of messages with roles, each twice", speakers: ["?", "?"],
      answers: [0],
      json: """
        {"nodes": {"m0": {"id": "m0", "role": "user", "content": "Does it drift?"}, "m1": {"id": "m1",
          "parentId": "m0", "role": "assistant", "content": "I think so."}}, "again": {"m0": {"id":
          "m0", "role": "user", "content": "Does it drift?"}}}
        """),
    Export(
      testDescription: "LM Studio", speakers: ["?", "?"],
      json: """
        {"name": "Gauges", "messages": [{"versions": [{"type": "singleStep", "role": "user", "content":
          [{"type": "text", "text": "Does it drift?"}]}]}, {"versions": [{"role": "assistant",
          "steps": [{"type": "contentBlock", "content": [{"type": "text", "text": "I think so."}]}]}]}]}
        """),
    Export(
      testDescription: "ShareGPT", speakers: ["?", "?"],
      json: """
        [{"id": "a", "conversations": [{"from": "human", "value": "Does it drift?"}, {"from": "gpt",
          "value": "I think so."}]}]
        """),
    Export(
      testDescription: "Gemini in Takeout, newest first", speakers: ["?", "?"],
      json: """
        [{"header": "Gemini Apps", "title": "Prompted Does it drift?", "time": "2025-03-12T18:02:11Z",
          "safeHtmlItem": [{"html": "<p>I think so.</p>"}]}]
        """),
    Export(
      testDescription: "Mastodon", speakers: ["Ada Okafor", "bramv"], answers: [0],
      json: """
        {"ancestors": [], "descendants": [{"id": "1", "created_at": "2025-03-12T18:02:11Z",
          "content": "<p>Does it drift?</p>", "account": {"username": "ada", "display_name":
          "Ada Okafor"}}, {"id": "2", "in_reply_to_id": "1", "created_at": "2025-03-12T18:03:11Z",
          "content": "<p>I think so.</p>", "account": {"username": "bramv", "display_name": ""}}]}
        """),
    Export(
      testDescription: "one's own posts of ActivityPub", kind: .comments, speakers: ["ada", "ada"],
      json: """
        {"type": "OrderedCollection", "orderedItems": [{"type": "Create", "actor":
          "https://m.example/users/ada", "published": "2025-03-12T18:02:11Z", "object": {"type":
          "Note", "published": "2025-03-12T18:02:11Z", "attributedTo": "https://m.example/users/ada",
          "content": "Does it drift?"}}, {"type": "Create", "object": {"published":
          "2025-03-12T18:03:11Z", "attributedTo": "https://m.example/users/ada", "content":
          "I think so."}}]}
        """),
    Export(
      testDescription: "Bluesky", speakers: ["Ada Okafor", "bram.example"], answers: [0],
      json: """
        {"thread": {"post": {"uri": "at://1", "author": {"handle": "ada.example", "displayName":
          "Ada Okafor"}, "record": {"createdAt": "2025-03-12T18:02:11Z", "text": "Does it drift?"}},
          "replies": [{"post": {"uri": "at://2", "author": {"handle": "bram.example"}, "record":
          {"createdAt": "2025-03-12T18:03:11Z", "text": "I think so."}}, "replies": []}]}}
        """),
    Export(
      testDescription: "X, with the names elsewhere", speakers: ["Ada Okafor", "Bram Visser"],
      answers: [0],
      json: """
        {"data": [{"id": "10", "text": "Does it drift?", "author_id": "7", "created_at":
          "2025-03-12T18:02:11Z"}, {"id": "11", "text": "I think so.", "author_id": "8", "created_at":
          "2025-03-12T18:03:11Z", "in_reply_to_id": "10"}], "includes": {"users": [{"id": "7",
          "name": "Ada Okafor", "username": "ada"}, {"id": "8", "name": "Bram Visser"}]}}
        """),
    Export(
      testDescription: "an archive of one's own posts", kind: .comments, speakers: ["?", "?"],
      json: """
        [{"tweet": {"id_str": "1", "full_text": "Does it drift?", "created_at":
          "Wed Mar 12 18:02:11 +0000 2025"}}, {"tweet": {"id_str": "2", "full_text": "I think so.",
          "created_at": "Wed Mar 12 18:03:11 +0000 2025"}}]
        """),
    Export(
      testDescription: "Rocket.Chat", kind: .comments, speakers: ["Ada Okafor", "Ada Okafor"],
      json: """
        {"messages": [{"_id": "1", "msg": "Does it drift?", "ts": {"$date": "2025-03-12T18:02:11Z"},
          "u": {"username": "ada", "name": "Ada Okafor"}}, {"_id": "2", "msg": "I think so.",
          "ts": {"$date": "2025-03-12T18:02:11Z"}, "u": {"username": "ada", "name": "Ada Okafor"}}]}
        """),
    Export(
      testDescription: "Skype, newest first", speakers: ["Ada Okafor", "Bram"],
      json: """
        {"conversations": [{"id": "8:bram", "displayName": "Bram", "MessageList": [{"id": "2",
          "displayName": "Bram", "from": "8:bram", "originalarrivaltime": "2025-03-12T18:03:11Z",
          "content": "I think so."}, {"id": "1", "displayName": "Ada Okafor", "from": "8:ada",
          "originalarrivaltime": "2025-03-12T18:02:11Z", "content": "Does it drift?"}]}]}
        """),
    Export(
      testDescription: "Lemmy", kind: .comments, speakers: ["Ada Okafor", "Ada Okafor"],
      json: """
        {"comments": [{"comment": {"id": 1, "content": "Does it drift?", "published":
          "2025-03-12T18:02:11Z"}, "creator": {"id": 7, "name": "ada", "display_name": "Ada Okafor"}},
          {"comment": {"id": 2, "content": "I think so.", "published": "2025-03-12T18:03:11Z"},
          "creator": {"id": 7, "name": "ada", "display_name": "Ada Okafor"}}]}
        """),
    Export(
      testDescription: "a question and its answer", speakers: ["Ada Okafor", "Bram Visser"],
      answers: [0],
      json: """
        {"items": [{"question_id": 1, "title": "Drift", "owner": {"display_name": "Ada Okafor"},
          "creation_date": 1741802531, "body": "<p>Does it drift?</p>", "answers": [{"answer_id": 2,
          "owner": {"display_name": "Bram Visser"}, "creation_date": 1741802532, "body":
          "I think so."}]}]}
        """),
    Export(
      testDescription: "a comment in HTML", speakers: ["Ada Okafor", "Bram Visser"], answers: [0],
      json: """
        {"results": [{"_id": "1", "postedAt": "2025-03-12T18:02:11Z", "user": {"displayName":
          "Ada Okafor"}, "htmlBody": "<p>Does it drift?</p>"}, {"_id": "2", "parentCommentId": "1",
          "postedAt": "2025-03-12T18:03:11Z", "user": {"displayName": "Bram Visser"}, "htmlBody":
          "<p>I think so.</p>"}]}
        """),
    Export(
      testDescription: "Rev, with the names elsewhere", kind: .transcript,
      speakers: ["Ada Okafor", "Bram Visser"],
      json: """
        {"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "Does", "ts": 61.5},
          {"type": "punct", "value": " "}, {"type": "text", "value": "it drift"}, {"type": "punct",
          "value": "?"}]}, {"speaker": 1, "elements": [{"value": "I think so."}]}],
         "speakers": [{"id": 0, "name": "Ada Okafor"}, {"id": 1, "name": "Bram Visser"}]}
        """),
    Export(
      testDescription: "Azure", kind: .transcript, speakers: ["?", "?"],
      json: """
        {"recognizedPhrases": [{"speaker": 1, "offset": "PT1M1.5S", "duration": "PT1S", "nBest":
          [{"lexical": "no", "display": "Does it drift?"}, {"display": "No"}]}, {"speaker": 2,
          "offset": "PT1M3S", "duration": "PT1S", "nBest": [{"display": "I think so."}]}]}
        """),
    Export(
      testDescription: "Gong, with several calls", kind: .transcript,
      speakers: ["Ada Okafor", "?"],
      json: """
        {"callTranscripts": [{"transcript": [{"speakerId": "71", "sentences": [{"start": 61500,
          "end": 62000, "text": "Does it drift?"}]}]}, {"transcript": [{"speakerId": "72",
          "sentences": [{"start": 1, "text": "I think so."}]}]}], "parties": [{"speakerId": "71",
          "name": "Ada Okafor"}]}
        """),
  ]

  @Test(arguments: exports)
  func speakersWordsAndAnswers(_ export: Export) throws {
    let reading = try reading(export.json, path: "a.json")
    #expect(reading.kind == export.kind)
    #expect(speakers(reading) == export.speakers)
    #expect(reading.passages.map(\.text) == Self.texts)
    #expect(reading.replies.compactMap(\.to) == export.answers)
    #expect(violations(of: reading, in: Array(export.json.utf8), "a.json") == [])
  }

  @Test func timesOfRecordingsAreKept() throws {
    for name in ["Rev", "Azure"] {
      let export = try #require(Self.exports.first { $0.testDescription.hasPrefix(name) })
      let times = try reading(export.json, path: "a.json").utterances.map(\.time)
      #expect(times.first == "00:01:01", "\(name)")
    }
  }

  private static let words = "Does it drift ? I think so . Then mend it if you can . I will ."

  @Test(arguments: [
    (#"{"word": "%", "speakerTag": #, "startTime": "61.5s"}"#, "Speaker "),
    (#"{"text": "%", "start": 61.5, "end": 62, "speaker_id": "speaker_#"}"#, "speaker_"),
    (
      #"{"start_time": 61.5, "end_time": 62, "alternatives": [{"content": "%", "speaker": "S#"}]}"#,
      "S"
    ),
  ])
  func wordsWithAVoiceAreSentences(_ form: String, _ voice: String) throws {
    var sentence = 0
    let rows = Self.words.split(separator: " ").map { word in
      let row = form.replacing("%", with: word).replacing("#", with: "\(sentence % 2 + 1)")
      if word == "?" || word == "." { sentence += 1 }
      return row
    }
    for gap in ["", "\n"] {
      let json = #"{"results": [\#(rows.joined(separator: "," + gap))]}"#
      let reading = try reading(json, path: "a.json")
      #expect(reading.kind == .transcript)
      #expect(reading.utterances.map(\.label) == [1, 2, 1, 2].map { voice + "\($0)" })
      #expect(
        reading.passages.map(\.text) == [
          "Does it drift?", "I think so.", "Then mend it if you can.", "I will.",
        ])
      #expect(reading.utterances.first?.time == "00:01:01")
      #expect(violations(of: reading, in: Array(json.utf8), "a.json") == [])
    }
  }

  @Test func captionsOfAVideoAreOneVoice() throws {
    let json = """
      {"events": [{"tStartMs": 0, "id": 1}, {"tStartMs": 61500, "dDurationMs": 900, "segs": [{"utf8":
        "does"}, {"utf8": " it"}]}, {"tStartMs": 62500, "dDurationMs": 900, "segs": [{"utf8": "drift"}]},
        {"tStartMs": 63500, "dDurationMs": 10, "segs": [{"utf8": "\\n"}]}, {"tStartMs": 63600,
        "dDurationMs": 900, "segs": [{"utf8": "much"}]}]}
      """
    let reading = try reading(json, path: "a.json")
    #expect(reading.kind == .transcript && speakers(reading) == ["?"])
    #expect(reading.utterances.first?.time == "00:01:01")
    #expect(
      reading.passages.map { $0.text.split(separator: "\n").joined(separator: " ") }
        == ["does it drift much"])
  }

  /// An export with the newest message first is read in the order of time, and letters that it has
  /// encoded twice are letters.
  @Test func messengerRunsBackwards() throws {
    let json = #"""
      {"participants": [{"name": "Zo\u00c3\u00ab Marsh"}], "messages": [
       {"sender_name": "Zo\u00c3\u00ab Marsh", "timestamp_ms": 1741802600000, "content": "then I stay"},
       {"sender_name": "Ada Okafor", "timestamp_ms": 1741802600000, "content": "no caf\u00c3\u00a9 \u00e2\u0082\u00ac"},
       {"sender_name": "Zo\u00c3\u00ab Marsh", "timestamp_ms": 1741802531000, "content": "are you in?"}]}
      """#
    let reading = try reading(json, path: "a.json")
    #expect(speakers(reading) == ["Zoë Marsh", "Ada Okafor", "Zoë Marsh"])
    #expect(reading.passages.map(\.text) == ["are you in?", "no café €", "then I stay"])
    #expect(reading.utterances.map(\.turn) == [1, 2, 3])
    #expect(reading.date?.hasPrefix("2025-03-12T18:02:11") == true)
    #expect(violations(of: reading, in: Array(json.utf8), "a.json") == [])
  }

  @Test(arguments: [
    (#"caf\u00c3\u00a9 \u2013"#, "cafÃ© –"), (#"caf\u00c3\u00a9 é"#, "cafÃ© é"),
    (#"caf\u00e9"#, "café"), (#"\u00c3 caf\u00c3\u00a9"#, "Ã cafÃ©"),
  ])
  func lettersOfOtherFilesAreWhatTheySay(_ written: String, _ text: String) throws {
    let json = #"[{"speaker": "Ada", "text": "\#(written)"}, {"speaker": "Bo", "text": "x"}]"#
    #expect(try reading(json, path: "a.json").passages.first?.text == text)
  }

  @Test func whatWasPassedOnIsItsWritersOwn() throws {
    let json = """
      {"messages": [{"id": 1, "from": "Ada Okafor", "text": "Does it drift?", "date": "2025-03-12"},
        {"id": 2, "from": "Ada Okafor", "forwarded_from": "City Gauges", "text": "It does.",
         "date": "2025-03-12"}]}
      """
    let passages = try reading(json, path: "a.json").passages
    #expect(passages.map(\.voice) == [.own, .pasted])
    #expect(passages.map(\.attribution?.name) == [nil, "City Gauges"])
  }

  /// Reviews, lists of articles, and a tree whose branches are lists.
  @Test(arguments: [
    #"[{"user": "Ada", "rating": 4, "text": "I like it.", "date": "2025-03-12"}, {"user": "Ada", "rating": 1, "text": "Do you?", "date": "2025-03-13"}, {"user": "Bo", "rating": 2, "text": "No.", "date": "2025-03-13"}]"#,
    #"[{"author": "Ada", "title": "One", "text": "I like it."}, {"author": "Ada", "title": "Two", "text": "Do you?"}, {"author": "Bo", "title": "Three", "text": "No."}]"#,
  ])
  func othersAreNoTalk(_ json: String) {
    let outcome = SourceReader.read(path: "a.json", bytes: Array(json.utf8))
    guard case .skipped = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func messagesInMessagesAreATree() throws {
    let json = """
      {"children": [{"id": 1, "author": "ada", "text": "Does it drift?", "created_at": "2025-03-12",
        "children": [{"id": 3, "author": "bo", "text": "I think so.", "created_at": "2025-03-12"},
         {"id": 4, "author": "bo", "text": "Look.", "created_at": "2025-03-12"}]}, {"id": 2, "author":
        "ada", "text": "Anyone?", "created_at": "2025-03-12"}, {"id": 5, "author": "cy", "text": "No.",
        "created_at": "2025-03-12"}]}
      """
    let reading = try reading(json, path: "a.json")
    #expect(speakers(reading) == ["ada", "bo", "bo", "ada", "cy"])
    #expect(reading.replies.compactMap(\.to) == [0, 0])
  }
}
