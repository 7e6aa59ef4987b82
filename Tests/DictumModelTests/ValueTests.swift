import DictumModel
import Foundation
import Testing

/// The small values: spans, names, parameters, diagnostics.
@Suite struct ValueTests {
  @Test(arguments: [
    (0, 3, 3, false), (2, 2, 0, true), (5, 1, 0, true),
  ])
  func spans(_ start: Int, _ end: Int, _ count: Int, _ isEmpty: Bool) {
    let span = ByteSpan(start, end)
    #expect(span.start == start && span.count == count && span.isEmpty == isEmpty)
    #expect(span.range == start..<(start + count))
  }

  @Test(arguments: [
    (ByteSpan(2, 5), ByteSpan(2, 5), true), (ByteSpan(2, 5), ByteSpan(3, 3), true),
    (ByteSpan(2, 5), ByteSpan(5, 5), true), (ByteSpan(2, 5), ByteSpan(1, 3), false),
    (ByteSpan(2, 5), ByteSpan(4, 6), false), (ByteSpan(2, 5), ByteSpan(6, 6), false),
  ])
  func contains(_ outer: ByteSpan, _ inner: ByteSpan, _ holds: Bool) {
    #expect(outer.contains(inner) == holds)
  }

  @Test(arguments: [
    ("Ada Okafor", "ada  OKAFOR"), ("Ada", " Ada\n"), ("Zo\u{eb}", "ZOE\u{308}"),
    ("A\u{A0}B", "a b"), ("", " "),
  ])
  func oneSpeaker(_ one: String, _ other: String) {
    #expect(SpeakerKey(one) == SpeakerKey(other))
  }

  @Test(arguments: [
    ("Ada", "Ada O."), ("Zoë", "Zoe"), ("J. S.", "J S"), ("AdaOkafor", "Ada Okafor"),
  ])
  func twoSpeakers(_ one: String, _ other: String) {
    #expect(SpeakerKey(one) != SpeakerKey(other))
  }

  @Test(arguments: [
    "null", "true", "-7", "1.5", "\"words\"", "[1,[\"a\",null]]", "{\"a\":{\"b\":[false]}}", "[]",
    "{}",
  ])
  func paramsThroughJSON(_ json: String) throws {
    let value = try JSONDecoder().decode(ParamValue.self, from: Data(json.utf8))
    #expect(String(decoding: try JSONEncoder().encode(value), as: UTF8.self) == json)
  }

  @Test func paramTypes() throws {
    let value = try JSONDecoder().decode(ParamValue.self, from: Data("[1, 1.5, true, \"1\"]".utf8))
    #expect(value == .list([.int(1), .double(1.5), .bool(true), .string("1")]))
  }

  @Test(arguments: [
    (ParamValue.null, ""), (.bool(true), "true"), (.int(3), "3"), (.double(0.5), "0.5"),
    (.string("a b"), "a b"), (.list([.int(1), .string("x")]), "1,x"),
    (.map(["b": .int(2), "a": .list([.int(1)])]), "a=1,b=2"),
  ])
  func paramsOnACommandLine(_ value: ParamValue, _ text: String) {
    #expect(value.description == text)
  }

  @Test(arguments: [
    (Place("a.md"), "a.md"), (Place("a.md", line: 3), "a.md:3"),
    (Place("a.md", line: 3, column: 4), "a.md:3:4"),
  ])
  func places(_ place: Place, _ text: String) {
    #expect(place.description == text)
    #expect(Diagnostic(.error, at: place, "it broke").description == "\(text): error: it broke")
    #expect(
      Diagnostic(.warning, at: place, "it is odd", remedy: "look").description
        == "\(text): warning: it is odd (look)")
  }
}
