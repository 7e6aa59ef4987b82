import DictumModel
import DictumReading
import Testing

/// Conversations in JSON that are trees, or whose names and words are objects.
@Suite struct JSONTreeTests {
  struct Export: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var speakers: [String]
    var words: [String]
    /// For each answer, the message it answers.
    var answers: [Int]
    var json: String
  }

  static let exports = [
    Export(
      testDescription: "Hacker News", speakers: ["ada_o", "bramv", "ada_o"],
      words: ["Drift?", "Which gauge & \"mooring\"?", "It said:", "the old", "Both."],
      answers: [0, 1],
      json: """
        {"id": 1, "created_at": "2024-03-12T09:15:02.000Z", "author": "ada_o", "title": "Gauges",
         "text": "Drift?", "children": [{"id": 2, "created_at": "2024-03-12T09:16:02.000Z",
         "author": "bramv", "text": "Which <i>gauge</i> &amp; &quot;mooring&quot;?", "parent_id": 1,
         "children": [{"id": 3, "created_at": "2024-03-12T09:17:02.000Z", "author": "ada_o",
         "text": "It said:<blockquote>the old</blockquote><p>Both.", "parent_id": 2,
         "children": []}]}]}
        """),
    Export(
      testDescription: "Reddit", speakers: ["ada_o", "bramv", "?"],
      words: ["I measured.", "Which?", "Salt."], answers: [0, 1],
      json: """
        [{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"id": "x",
          "author": "ada_o", "title": "Gauges", "selftext": "I measured.", "created_utc": 1710234900,
          "name": "t3_x"}}]}},
         {"kind": "Listing", "data": {"children": [{"kind": "t1", "data": {"id": "c1",
          "author": "bramv", "body": "Which?", "created_utc": 1710234902.0, "parent_id": "t3_x",
          "replies": {"kind": "Listing", "data": {"children": [{"kind": "t1", "data": {"id": "c2",
          "author": "[deleted]", "body": "Salt.", "created_utc": 1710234903.0,
          "parent_id": "t1_c1", "replies": ""}}]}}}}]}}]
        """),
    Export(
      testDescription: "GitHub", speakers: ["ada-dev", "bram-dev", "ada-dev"],
      words: ["It drifts.", "Which?", "All."], answers: [],
      json: """
        [{"id": 1, "user": {"login": "ada-dev", "type": "User"}, "created_at": "2024-03-12T09:15:02Z",
          "body": "It drifts."}, {"id": 2, "user": {"login": "bram-dev"},
          "created_at": "2024-03-12T09:16:02Z", "body": "Which?"}, {"id": 3,
          "user": {"login": "ada-dev"}, "created_at": "2024-03-12T09:17:02Z", "body": "All."}]
        """),
    Export(
      testDescription: "Teams", speakers: ["Ada Okafor", "Bram Visser"],
      words: ["It drifts & errs.", "Which?"], answers: [],
      json: """
        {"value": [{"id": "1", "createdDateTime": "2024-03-12T09:15:02Z",
          "from": {"user": {"displayName": "Ada Okafor"}},
          "body": {"contentType": "html", "content": "<p>It drifts &amp; errs.</p>"}},
         {"id": "2", "createdDateTime": "2024-03-12T09:16:02Z",
          "from": {"user": {"displayName": "Bram Visser"}},
          "body": {"contentType": "html", "content": "<div>Which?</div>"}}]}
        """),
    Export(
      testDescription: "Matrix", speakers: ["@ada:e.org", "@bram:e.org"],
      words: ["It drifts.", "Which?"], answers: [0],
      json: """
        {"room_name": "Buoys", "messages": [
         {"type": "m.room.message", "sender": "@ada:e.org", "event_id": "$1",
          "content": {"msgtype": "m.text", "body": "It drifts."}, "origin_server_ts": 1710234902000},
         {"type": "m.room.message", "sender": "@bram:e.org", "event_id": "$2", "content": {
          "body": "Which?", "m.relates_to": {"m.in_reply_to": {"event_id": "$1"}}},
          "origin_server_ts": 1710234903000}]}
        """),
    Export(
      testDescription: "Mattermost, by ids", speakers: ["?", "?"], words: ["It drifts.", "Which?"],
      answers: [0],
      json: """
        {"order": ["p2", "p1"], "posts": {"p1": {"id": "p1", "create_at": 1710234902000,
          "user_id": "u1", "root_id": "", "message": "It drifts."}, "p2": {"id": "p2",
          "create_at": 1710234903000, "user_id": "u2", "root_id": "p1", "message": "Which?"}}}
        """),
    Export(
      testDescription: "Discourse", speakers: ["Ada Okafor", "Bram Visser"],
      words: ["It drifts.", "Which?"], answers: [0],
      json: """
        {"title": "Gauges", "post_stream": {"posts": [
         {"id": 71, "post_number": 1, "name": "Ada Okafor", "username": "ada", "cooked":
          "<p>It drifts.</p>", "created_at": "2024-03-12T09:15:02Z", "reply_to_post_number": null},
         {"id": 72, "post_number": 2, "name": "Bram Visser", "username": "bram", "cooked":
          "<p>Which?</p>", "created_at": "2024-03-12T09:16:02Z", "reply_to_post_number": 1}]}}
        """),
    Export(
      testDescription: "a forum's interface", speakers: ["Ada Okafor", "Bram Visser"],
      words: ["It drifts.", "Which?"], answers: [0],
      json: """
        {"data": {"comments": {"results": [
         {"_id": "c1", "postedAt": "2024-03-12T09:15:02Z", "user": {"displayName": "Ada Okafor"},
          "contents": {"html": "<p>no</p>", "markdown": "It drifts."}, "parentCommentId": null},
         {"_id": "c2", "postedAt": "2024-03-12T09:16:02Z", "user": {"displayName": "Bram Visser"},
          "contents": {"html": "<p>Which?</p>"}, "parentCommentId": "c1"}]}}}
        """),
    Export(
      testDescription: "Claude, whose old field of words is empty", speakers: ["?", "?"],
      words: ["It drifts.", "Which?"], answers: [],
      json: """
        [{"name": "Gauges", "chat_messages": [
         {"uuid": "1", "sender": "human", "text": "", "content": [{"type": "text",
          "text": "It drifts."}], "created_at": "2024-03-12T09:15:02Z"},
         {"uuid": "2", "sender": "assistant", "text": "Which?", "content": [],
          "created_at": "2024-03-12T09:16:02Z"}]}]
        """),
  ]

  @Test(arguments: exports)
  func speakersWordsAndAnswers(_ export: Export) throws {
    let reading = try reading(export.json, path: "a.json")
    #expect(speakers(reading) == export.speakers)
    #expect(reading.passages.map(\.text) == export.words)
    #expect(reading.replies.compactMap(\.to) == export.answers)
    #expect(reading.utterances.allSatisfy { $0.date?.hasPrefix("2024-03-12") == true })
    #expect(violations(of: reading, in: Array(export.json.utf8), "a.json") == [])
  }

  @Test func whatIsQuotedInMarkupIsQuoted() throws {
    let export = Self.exports[0]
    let voices = try reading(export.json, path: "a.json").passages.map(\.voice)
    #expect(voices == [.own, .own, .own, .quoted, .own])
  }

  @Test(arguments: [
    #"[{"author": "Ada", "text": "A review."}, {"author": "Bram", "text": "Another."}]"#,
    #"{"name": "p", "author": {"name": "Ada"}, "content": "x", "files": [{"user": "a"}]}"#,
    #"{"a": {"user": "ada", "body": "x"}, "b": {"user": "bram", "body": "y"}}"#,
    #"[[[[{"text": "x", "author": ["Ada"]}, {"text": "y", "author": ["Ada"]}]]]]"#,
    #"{"items": [{"message": "failed", "user": {"id": 1}, "date": "2024-03-12"}]}"#,
  ])
  func otherJSONIsPassedOver(_ json: String) {
    let outcome = SourceReader.read(path: "a.json", bytes: Array(json.utf8))
    guard case .skipped = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func wordsWithinWordsAreReadOnce() throws {
    let json = #"""
      [{"author": "ada", "date": "2024-03-12", "content": ["x", {"text": "y", "author": "bo",
        "date": "2024-03-12"}]}, {"author": "ada", "date": "2024-03-12", "content": {"body": "z"}}]
      """#
    let reading = try reading(json, path: "a.json")
    #expect(speakers(reading) == ["ada", "ada"])
    #expect(violations(of: reading, in: Array(json.utf8), "a.json") == [])
  }

  @Test(arguments: [10, 100, 5000])
  func depthIsNoTrouble(_ depth: Int) {
    let open = String(
      repeating: #"{"author": "ada", "text": "x", "date": "2024-03-12", "a": "#, count: depth)
    let json = open + "1" + String(repeating: "}", count: depth)
    let outcome = SourceReader.read(path: "a.json", bytes: Array(json.utf8))
    if case .refused(let diagnostic) = outcome { Issue.record("\(diagnostic)") }
  }
}
