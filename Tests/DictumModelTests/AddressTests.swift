import DictumModel
import Testing

/// What people paste, read and written.
@Suite struct AddressTests {
  @Test(arguments: [
    ("dialogues/steps.md", Address.source("dialogues/steps.md")), ("steps", .source("steps")),
    ("", .source("")), ("a b.md", .source("a b.md")),
    ("a.md#t12", .turn(source: "a.md", turn: 12)), ("#t1", .turn(source: "", turn: 1)),
    ("a.md#^c-linear", .passage(source: "a.md", anchor: "c-linear")),
    ("a.md#p-7k2m9x4q", .passage(source: "a.md", anchor: "p-7k2m9x4q")),
    ("a.md#c-linear", .passage(source: "a.md", anchor: "c-linear")),
    ("a.md#t0", .passage(source: "a.md", anchor: "t0")),
    ("a.md#t-1", .passage(source: "a.md", anchor: "t-1")),
    ("a.md#t+1", .passage(source: "a.md", anchor: "t+1")),
    ("a.md#t", .passage(source: "a.md", anchor: "t")),
    ("a.md#two#three", .passage(source: "a.md", anchor: "two#three")),
    ("a.md:17", .line(source: "a.md", line: 17)), ("a:b:3", .line(source: "a:b", line: 3)),
    ("a.md:0", .source("a.md:0")), ("a.md:-3", .source("a.md:-3")), ("a.md:x", .source("a.md:x")),
    ("a.md:", .source("a.md:")),
    ("a.md:99999999999999999999", .source("a.md:99999999999999999999")),
    ("model:steps", .model("steps", expectation: nil)),
    ("model:steps#tail", .model("steps", expectation: "tail")),
    ("model:steps#", .model("steps", expectation: "")), ("run:steps-1#a", .run("run:steps-1#a")),
  ])
  func addresses(_ text: String, _ address: Address) {
    #expect(Address(text) == address)
  }

  @Test func written() {
    for (anchor, hasBlockID) in [("c-one", true), ("p-7k2m9x4q", false)] {
      let text = Address.passage("a b.md", anchor: anchor, hasBlockID: hasBlockID)
      #expect(text == "a b.md#\(hasBlockID ? "^" : "")\(anchor)")
      #expect(Address(text) == .passage(source: "a b.md", anchor: anchor))
    }
  }

  @Test(arguments: [
    ("a.md#t12", "a.md", 12...12), ("a.md#t2..t4", "a.md", 2...4), ("a.md#t2-t4", "a.md", 2...4),
    ("a.md#t2..4", "a.md", 2...4), ("a b#c.md#t1-1", "a b#c.md", 1...1),
  ])
  func turns(_ text: String, _ source: String, _ turns: ClosedRange<Int>) throws {
    let range = try #require(TurnRange(text))
    #expect(range.source == source && range.turns == turns)
  }

  @Test(arguments: [
    "a.md", "a.md#", "a.md#t", "a.md#t0", "a.md#t4..t2", "a.md#t1..", "a.md#t1..t2..t3", "a.md#12",
    "a.md#p-12345678", "a.md#t1..x",
  ])
  func noTurns(_ text: String) { #expect(TurnRange(text) == nil) }
}
