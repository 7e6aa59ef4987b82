import DictumModel
import Testing

@Suite("Callouts that declare nothing, and fields that mean nothing")
struct CalloutTests {
  @Test("A question without fields is its author's prose, without the marker")
  func question() throws {
    let reading = try reading("> [!question] What is it like?\n\n> [!note]- Title\n> Body.\n")
    #expect(reading.claims.isEmpty)
    #expect(reading.passages.map(\.text) == ["What is it like?", "Title\nBody."])
    #expect(reading.passages.allSatisfy { $0.voice == .own && $0.kind == .paragraph })
  }

  @Test("A quotation stays one, without the marker")
  func quotation() throws {
    let reading = try reading("> [!quote] Ada\n> It is.\n")
    #expect(reading.passages.map(\.text) == ["Ada\nIt is."])
    #expect(reading.passages.allSatisfy { $0.voice == .quoted })
  }

  @Test("A misspelt field is said, and is no part of the claim")
  func misspelt() throws {
    let reading = try reading(
      """
      > [!claim] All swans are white
      > - credense:: 80%
      > - wizardry:: x
      """)
    #expect(reading.claims.map(\.text) == ["All swans are white"])
    let said = messages(reading)
    #expect(
      said.first
        == "note.md:2: warning: unknown field credense:: in a claim (did you mean credence::?)")
    #expect(
      said.last?.hasPrefix(
        "note.md:3: warning: unknown field wizardry:: in a claim (the fields are")
        == true)
  }

  @Test("Aliases of aliases do not stand for more values than can be read")
  func aliases() throws {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1...20 {
      let references = Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(references)]\n"
    }
    let reading = try reading("---\n\(yaml)---\nThe text.\n")
    #expect(reading.passages.map(\.text) == ["The text."])
    #expect(
      messages(reading) == [
        "note.md:2:1: warning: front matter stands for more than 10000 values "
          + "(take out aliases of aliases)"
      ])
  }
}
