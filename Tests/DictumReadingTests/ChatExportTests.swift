import DictumModel
import Testing

/// Exports of Slack and Discord.
@Suite struct ChatExportTests {
  private let slack = """
    [{"type": "message", "subtype": "channel_join", "user": "U1", "ts": "1710234900.000000",
      "text": "<@U1> has joined the channel"},
     {"type": "message", "user": "U1", "ts": "1710234902.000100", "thread_ts": "1710234902.000100",
      "text": "see <https:\\/\\/example.org\\/a|this &amp; that>, <@U2>: <https://b.org> <#C1|general>",
      "edited": {"user": "U1", "ts": "1710334950.000000"},
      "user_profile": {"real_name": "Ada Okafor", "display_name": "ada"}},
     {"type": "message", "user": "U2", "ts": "1710234910.000000", "thread_ts": "1710234902.000100",
      "text": "<@U1> I did.\\n\\n&gt; see this\\nand this", "user_profile": {"real_name": "Bo Lind"}},
     {"type": "message", "user": "U3", "ts": "1710234911.000000", "text": "<@U9> <!here> hm"},
     {"type": "message", "subtype": "bot_message", "bot_id": "B1", "username": "Builder",
      "ts": "1710234912.000000", "text": "Built."}]
    """

  @Test func slackSpeakers() throws {
    let reading = try reading(slack, path: "general/2024-03-12.json")
    #expect(speakers(reading) == ["Ada Okafor", "Bo Lind", "?", "Builder"])
    #expect(reading.utterances.map(\.label) == ["Ada Okafor", "Bo Lind", "U3", "Builder"])
    #expect(reading.utterances.first?.date == "2024-03-12T09:15:02Z")
    #expect(reading.date == "2024-03-12T09:15:00Z")
    #expect(reading.speakerAliases == ["ada": "Ada Okafor"])
    #expect(reading.utterances.map(\.line) == [3, 7, 9, 10])
  }

  @Test func slackWords() throws {
    let reading = try reading(slack, path: "a.json")
    #expect(
      reading.passages.map(\.text) == [
        "@Ada Okafor has joined the channel",
        "see this & that, @Bo Lind: https://b.org #general", "@Ada Okafor I did.", "see this",
        "and this", "@U9 @here hm", "Built.",
      ])
    #expect(
      reading.passages.map(\.voice) == [.note, .own, .own, .quoted, .own, .own, .machine])
    #expect(reading.passages.map(\.utterance) == [nil, 0, 1, 1, 1, 2, 3])
  }

  @Test func slackPointers() throws {
    let reading = try reading(slack, path: "a.json")
    #expect(
      reading.references.map { "\($0.kind) \($0.target) \($0.passage ?? -1)" } == [
        "mention Ada Okafor 0", "link https://example.org/a 1", "mention Bo Lind 1",
        "link https://b.org 1", "mention Ada Okafor 2", "mention U9 5",
      ])
    let bytes = Array(slack.utf8)
    #expect(
      reading.references.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == [
        "<@U1>", "<https:\\/\\/example.org\\/a|this &amp; that>", "<@U2>", "<https://b.org>",
        "<@U1>", "<@U9>",
      ])
    #expect(
      reading.replies.map { "\($0.from) \($0.to ?? -1) \($0.addressee ?? "") \($0.method)" }
        == ["1 0 Ada Okafor record", "0 -1 Bo Lind addressee"])
    let revision = try #require(reading.revisions.first)
    #expect(reading.revisions.count == 1)
    #expect((revision.kind, revision.date, revision.passage) == (.edited, "2024-03-13", 1))
    #expect(
      String(decoding: bytes[revision.span.range], as: UTF8.self)
        == #"{"user": "U1", "ts": "1710334950.000000"}"#)
  }

  @Test func discord() throws {
    let text = """
      {"guild": {"id": "1", "name": "A guild"}, "channel": {"id": "2", "name": "causes"},
       "messages": [
        {"id": "7", "type": "GuildMemberJoin", "timestamp": "2024-03-12T09:00:00+00:00",
         "content": "Joined the server.", "author": {"id": "3", "name": "ada"}},
        {"id": "8", "type": "Default", "timestamp": "2024-03-12T09:15:02.5+00:00",
         "timestampEdited": "2024-03-13T10:00:00+00:00", "content": "Why? https://example.org/a",
         "author": {"id": "3", "name": "ada", "nickname": "Ada Okafor", "isBot": false},
         "reactions": [{"emoji": {"name": "x"}, "count": 2}], "mentions": []},
        {"id": "9", "type": "Reply", "timestamp": "2024-03-12T09:16:00+00:00",
         "timestampEdited": null, "content": "@Ada Okafor so.",
         "author": {"id": "4", "name": "bo", "nickname": "bo", "isBot": true},
         "reference": {"messageId": "8", "channelId": "2"}},
        {"id": "10", "type": "Reply", "timestamp": "2024-03-12T09:17:00+00:00", "content": "Gone.",
         "author": {"id": "3", "name": "ada", "nickname": "Ada Okafor"},
         "reference": {"messageId": "1"}}]}
      """
    let reading = try reading(text, path: "a.json")
    #expect(reading.title == "causes")
    #expect(reading.kind == .dialogue)
    #expect(speakers(reading) == ["Ada Okafor", "bo", "Ada Okafor"])
    #expect(reading.utterances.map(\.identifier) == ["8", "9", "10"])
    #expect(reading.passages.map(\.voice) == [.note, .own, .machine, .own])
    #expect(reading.speakerAliases == ["ada": "Ada Okafor"])
    #expect(reading.replies.map(\.to) == [0, nil])
    #expect(reading.replies.map(\.toIdentifier) == ["8", "1"])
    #expect(reading.revisions.map(\.date) == ["2024-03-13"])
    #expect(
      reading.references.map { "\($0.kind) \($0.target)" } == [
        "link https://example.org/a", "mention Ada Okafor",
      ])
    #expect(reading.utterances.first?.date == "2024-03-12T09:15:02.5+00:00")
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }
}
