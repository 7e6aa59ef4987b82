import DictumModel
import Testing

/// Messages that Zulip quotes in fences of code.
@Suite struct QuoteFenceTests {
  private static func message(_ name: String, _ words: String, fence: String = "```") -> String {
    "@_**\(name)** [said](https://chat.example.org/#narrow/near/12):\n\(fence)quote\n\(words)\n\(fence)\n"
  }

  @Test func aQuotedMessageIsItsWriters() throws {
    let text = """
      I asked around.

      \(Self.message("Ada Okafor|101", "Does it drift?\n\nI think so."))
      I disagree with her.
      """
    let reading = try reading(text)
    #expect(reading.kind == .note && reading.utterances.isEmpty)
    #expect(
      reading.passages.map(\.text).filter { !$0.hasPrefix("@") } == [
        "I asked around.", "Does it drift?", "I think so.", "I disagree with her.",
      ])
    #expect(reading.passages.map(\.voice) == [.own, .own, .quoted, .quoted, .own])
    #expect(
      reading.passages.map(\.attribution?.name) == [nil, nil, "Ada Okafor", "Ada Okafor", nil])
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  @Test(arguments: ["\n", ""])
  func aFileOfNothingElseIsAConversation(_ gap: String) throws {
    let text =
      "# Drift\n\n"
      + [("Ada Okafor|101", "Does it drift?"), ("bram|102", "I think so.\n\nSlowly.")]
      .map { Self.message($0, $1) }.joined(separator: gap)
    let reading = try reading(text)
    #expect(reading.kind == .dialogue && reading.title == "Drift")
    #expect(speakers(reading) == ["Ada Okafor", "bram"])
    #expect(reading.passages.map(\.text) == ["Does it drift?", "I think so.", "Slowly."])
    #expect(reading.passages.map(\.utterance) == [0, 1, 1])
    #expect(reading.passages.allSatisfy { $0.voice == .own })
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  /// What a quoted message quotes is not its writer's.
  @Test func fencesLieInFences() throws {
    let inner = Self.message("Bram Visser|102", "It drifts.") + "Does it?"
    let quote = Self.message("Ada Okafor|101", inner, fence: "````")
    let post = try reading("Look:\n\n\(quote)")
    #expect(post.utterances.isEmpty)
    let quoted = post.passages.filter { $0.text == "It drifts." }
    #expect(quoted.map(\.voice) == [.quoted])
    #expect(quoted.allSatisfy { $0.attribution?.name != "Ada Okafor" })

    let text = quote + "\n" + Self.message("Bram Visser|102", "So I heard.")
    let talk = try reading(text)
    #expect(speakers(talk) == ["Ada Okafor", "Bram Visser"])
    let again = try #require(talk.passages.first { $0.text == "It drifts." })
    #expect(again.voice == .quoted && again.attribution?.name == "Bram Visser")
    #expect(talk.passages.first { $0.text == "Does it?" }?.voice == .own)
    #expect(violations(of: talk, in: Array(text.utf8)) == [])
  }

  @Test func codeStaysCode() throws {
    for info in ["", "quotes", "python"] {
      let reading = try reading("Ada said:\n\n```\(info)\nquote\n```\n")
      #expect(reading.passages.last?.kind == .code && reading.passages.last?.voice == .own)
    }
    // Nothing says whose words a fence of its own holds.
    #expect(try reading("```quote\nDoes it?\n```\n").passages.first?.voice == .quoted)
  }
}
