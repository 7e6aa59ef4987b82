import DictumModel
import Testing

@testable import DictumReading

/// Chats with assistants, copied or in the marks of a template; every word is invented.
@Suite struct AssistantChatTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var path = "chat.txt"
    var text: String
  }

  private static let words = [
    "What is a moss?", "A moss is a small plant.", "Where can I find it?", "Nearly anywhere.",
  ]

  private static func shape(
    _ name: String, _ path: String = "chat.txt", _ turn: (Bool, String) -> String
  ) -> Shape {
    Shape(
      testDescription: name, path: path,
      text: words.enumerated().map { turn($0 % 2 == 0, $1) }.joined())
  }

  static let shapes = [
    shape("ChatGPT's page") { "\($0 ? "You" : "ChatGPT") said:\n\($1)\n" },
    shape("Gemini's page") { "\($0 ? "You" : "Gemini") said\n\n\($1)\n\n" },
    shape("names alone") { "\($0 ? "You" : "Claude")\n\($1)\n\n" },
    shape("names alone in paragraphs") { "\($0 ? "You" : "Claude")\n\n\($1)\n\n" },
    shape("ChatGPT's headings", "a.md") {
      "\($0 ? "#### You" : "###### ChatGPT") said:\n\n\($1)\n\n"
    },
    shape("headings with the words", "a.md") { "### \($0 ? "Human" : "Assistant"): \($1)\n" },
    shape("the same in plain text") { "### \($0 ? "Human" : "Assistant"): \($1)\n" },
    shape("instructions") { "### \($0 ? "Instruction" : "Response"):\n\($1)\n\n" },
    shape("bold", "a.md") { "**\($0 ? "User" : "Assistant")**\n\n\($1)\n\n" },
    shape("pictures", "a.md") { "## \($0 ? "👤 User" : "🤖 Claude")\n\n\($1)\n\n" },
    shape("ChatML") { "<|im_start|>\($0 ? "user" : "assistant")\n\($1)<|im_end|>\n" },
    shape("Llama 3") {
      "<|start_header_id|>\($0 ? "user" : "assistant")<|end_header_id|>\n\n\($1)<|eot_id|>"
    },
    shape("Gemma") { "<start_of_turn>\($0 ? "user" : "model")\n\($1)<end_of_turn>\n" },
    shape("Zephyr") { "<|\($0 ? "user" : "assistant")|>\n\($1)</s>\n" },
    shape("Llama 2") { $0 ? "<s>[INST] \($1) [/INST]" : " \($1) </s>" },
    shape("Mistral", "a.md") { $0 ? "[INST] \($1) [/INST] " : "\($1)</s>" },
  ]

  @Test(arguments: shapes)
  func userAndMachine(_ shape: Shape) throws {
    let reading = try reading(shape.text, path: shape.path)
    #expect(reading.kind == .dialogue)
    #expect(reading.utterances.count == 4)
    let own = reading.passages.filter { $0.utterance != nil }
    #expect(own.map(\.text) == Self.words)
    #expect(own.map(\.voice) == [.own, .machine, .own, .machine])
    #expect([0, 2].allSatisfy { reading.utterances[$0].attribution.name == nil })
    #expect(violations(of: reading, in: Array(shape.text.utf8), shape.path) == [])
  }

  @Test func buttonsAreNobodys() throws {
    let text = """
      You said

      What is a moss?

      Gemini said

      Show thinking

      A small plant.

      Copy
      Retry
      """
    let reading = try reading(text, path: "a.txt")
    #expect(reading.utterances.count == 2)
    let notes = reading.passages.filter { $0.voice == .note }
    #expect(notes.map(\.text) == ["Show thinking", "Copy\nRetry"])
    #expect(notes.allSatisfy { $0.utterance == nil && $0.attribution == .unknown })
  }

  @Test func whatTheSystemSaysIsANote() throws {
    for text in [
      "<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\nHi?<|im_end|>\n"
        + "<|im_start|>assistant\nHello.<|im_end|>",
      "<s>[INST] <<SYS>>\nBe kind.\n<</SYS>>\n\nHi? [/INST] Hello. </s>",
    ] {
      let reading = try reading(text, path: "a.txt")
      #expect(reading.passages.map(\.voice) == [.note, .own, .machine])
      #expect(reading.passages.map(\.text) == ["Be kind.", "Hi?", "Hello."])
    }
  }

  /// What the marks of another template hold in an answer, and what no turn holds.
  @Test func nothingIsLostAroundMarks() throws {
    let text = """
      <|im_start|>user
      Strike what?<|im_end|>
      <|im_start|>assistant
      Not <s>old</s> but [INST] new <end_of_turn> words.<|im_end|>
      A stray line.
      <|im_start|>nobody
      Unknown.<|im_end|>
      """
    let reading = try reading(text, path: "a.txt")
    #expect(
      reading.passages.map(\.text) == [
        "Strike what?", "Not <s>old</s> but [INST] new <end_of_turn> words.",
        "A stray line.\n<|im_start|>nobody\nUnknown.",
      ])
    #expect(reading.passages.map(\.voice) == [.own, .machine, .note])
    #expect(violations(of: reading, in: Array(text.utf8), "a.txt") == [])
  }

  /// Articles on prompts and templates stay posts.
  @Test(arguments: [
    "# Prompts\n\n## Prompt\n\nWhat is a moss?\n\n## Response\n\nA plant.\n\n## So\n\nGood.\n",
    "# Templates\n\nA template:\n\n```\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n```\n",
    "# You\n\nA poem on you.\n\nClaude\n\nHe was a painter.\n",
    "[INST] is a mark.\n\nIt opens what one asks.\n",
    "<|im_start|>user\nHi<|im_end|>\n",
  ])
  func articles(_ text: String) throws {
    #expect(try reading(text).utterances.isEmpty)
  }
}
