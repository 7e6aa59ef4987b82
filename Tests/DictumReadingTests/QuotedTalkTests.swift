import DictumModel
import Testing

/// Conversations that a post quotes; every word is invented.
@Suite struct QuotedTalkTests {
  private static func post(_ quoted: [String]) -> String {
    "# What I heard\n\nI overheard this at the pond.\n\n"
      + quoted.map { "> \($0)" }.joined(separator: "\n>\n") + "\n\nI think that Bram was right.\n"
  }

  @Test(arguments: ["**Ada:** ", "Ada: ", "**Ada**: "])
  func eachTurnIsItsSpeakers(_ ada: String) throws {
    let bram = ada.replacing("Ada", with: "Bram")
    let text = Self.post([
      "\(ada)Did you see it?", "\(bram)I did.", "It is dry, if you ask me.", "\(ada)Then water it.",
    ])
    let reading = try reading(text)
    #expect(reading.utterances.isEmpty && reading.kind == .note)
    let quoted = reading.passages.filter { $0.voice == .quoted }
    #expect(quoted.map { $0.attribution?.name } == ["Ada", "Bram", "Bram", "Ada"])
    #expect(reading.passages.filter { $0.voice == .own }.allSatisfy { $0.attribution == nil })
    #expect(violations(of: reading, in: Array(text.utf8), "note.md") == [])
  }

  @Test func aLineATurn() throws {
    let text =
      "I heard this:\n\n> Ada: Did you see it?\n> Bram: I did.\n> It is dry.\n> Ada: I know.\n>\n"
      + "> Then water it.\n\nSo she said.\n"
    let reading = try reading(text)
    #expect(reading.utterances.isEmpty)
    let quoted = reading.passages.filter { $0.voice == .quoted }
    #expect(quoted.map { $0.attribution?.name } == ["Ada", "Bram", "Ada", "Ada"])
    #expect(
      quoted.map(\.text)
        == ["Ada: Did you see it?", "Bram: I did.\nIt is dry.", "Ada: I know.", "Then water it."])
    #expect(violations(of: reading, in: Array(text.utf8), "note.md") == [])
  }

  @Test(arguments: [
    "> Thought: I must find it. Where is it?\n> Action: Search for it.\n> Observation: Is it moss?\n"
      + "> Thought: I know it now.",
    "The sower and the reaper:\n\n> Sower: Did you see it?\n> Reaper: I did.\n> Sower: Water it, you.",
  ])
  func wordsAreNobody(_ text: String) throws {
    #expect(try reading(text + "\n").passages.allSatisfy { $0.attribution?.name == nil })
  }

  @Test(arguments: [
    ["**Upside:** It is cheap.", "**Downside:** It drifts.", "**Upside:** It is small."],
    ["Ada: Did you see it?", "I did not.", "Nobody did."],
    ["One: I came.", "Two: I saw you.", "Three: I won."],
  ])
  func otherQuotesAreNobodys(_ quoted: [String]) throws {
    let reading = try reading(Self.post(quoted))
    #expect(reading.passages.allSatisfy { $0.attribution?.name == nil })
  }
}
