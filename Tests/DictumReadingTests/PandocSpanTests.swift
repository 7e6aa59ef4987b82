import DictumModel
import Testing

@testable import DictumReading

@Suite("Claims as bracketed spans of Pandoc")
struct PandocSpanTests {
  @Test("A span declares the words in its brackets")
  func claim() throws {
    let reading = try reading(
      """
      Before. [Tails add
      up.]{#c-tails .claim by="Thomas Kwa" credence="<80%" supports="c-y" model='model:m#e'} After.
      """)
    let claim = try #require(reading.claims.first)
    #expect(claim.text == "Tails add up.")
    #expect(claim.anchor == "c-tails")
    #expect(claim.by == ["Thomas Kwa"])
    #expect(claim.credence == "<80%")
    #expect(
      claim.relations == [
        RelationDeclaration(kind: .supports, to: Pointer(target: "", fragment: "^c-y", line: 1))
      ])
    #expect(claim.models == [Pointer(target: "model:m", fragment: "e", line: 1)])
    #expect(reading.passages.map(\.text) == ["Before. Tails add\nup. After."])
    #expect(reading.passages.map(\.anchor) == ["c-tails"])
  }

  @Test(
    "Other brackets and braces are prose",
    arguments: [
      "[a]{.note}", "[a]{.claim", "a]{.claim}", "[a]{.claim by=\"b}", "[a] {.claim}", "f[i]{x}",
      "[a]{=claim}", "]{", "[]{",
    ])
  func prose(_ text: String) throws {
    let reading = try reading(text)
    #expect(reading.claims.isEmpty)
    #expect(reading.passages.map(\.text) == [text])
  }
}
