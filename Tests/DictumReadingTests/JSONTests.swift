import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumReading

/// The grammar of JSON, RFC 8259, and the places of its values.
@Suite struct JSONTests {
  private func value(_ text: String) throws(JSONFault) -> JSONValue {
    let bytes = Array(text.utf8)
    return try JSONGrammar.value(in: bytes, ByteSpan(0, bytes.count))
  }

  @Test(arguments: [
    "{}", "[]", " [ ] ", "0", "-0.5e+10", "1E9", "true", "false", "null", "\"\"", "[1,2,[3,{}]]",
    "{\"a\":{\"b\":[null]},\"a\":2}", "\"\\u00e9\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\t[\r\n]\n",
  ])
  func wellFormed(_ text: String) throws {
    let value = try value(text)
    #expect(
      String(decoding: value.bytes[value.span.range], as: UTF8.self)
        == text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  @Test(arguments: [
    ("", 0, "a value is missing"), ("[1,]", 3, "no value begins so"),
    ("[1 2]", 3, "a comma is missing"), ("{\"a\" 1}", 5, "a colon is missing"),
    ("{a:1}", 1, "a key is missing"), ("{\"a\":1,}", 7, "a key is missing"),
    ("[1", 2, "an array is not closed"), ("{\"a\":1", 6, "an object is not closed"),
    ("\"a", 2, "a string is not closed"), ("\"\\x\"", 1, "an escape is unknown"),
    ("\"\\u12g4\"", 1, "four hexadecimal digits are missing"),
    ("\"a\nb\"", 2, "a control character stands in a string"), ("01", 1, "more follows the value"),
    ("1.", 2, "a digit is missing"), ("-", 1, "a digit is missing"),
    ("1e+", 3, "a digit is missing"), ("tru", 0, "no value begins so"),
    ("[] []", 3, "more follows the value"), ("// no\n{}", 0, "no value begins so"),
    ("[1}", 2, "a comma is missing"), ("NaN", 0, "no value begins so"),
    ("\u{a0}[]", 0, "no value begins so"),
  ])
  func faults(_ text: String, _ offset: Int, _ reason: String) {
    #expect(throws: JSONFault(offset: offset, reason: reason)) { try value(text) }
  }

  @Test func depth() throws {
    let deepest = String(repeating: "[", count: 512)
    _ = try value(deepest + String(repeating: "]", count: 512))
    #expect(throws: JSONFault(offset: 512, reason: "brackets lie more than 512 deep")) {
      try value(String(repeating: "[", count: 1_000_000))
    }
  }

  @Test(arguments: [
    ("plain", "plain"), ("\\u0041\\u00e9\\u20ac", "Aé€"), ("\\ud83d\\ude00", "😀"),
    ("\\ud83d", "\u{FFFD}"), ("\\ude00x", "\u{FFFD}x"), ("\\ud83d\\u0041", "\u{FFFD}A"),
    ("\\u0000", "\u{FFFD}"), ("a\\n\\tb\\/", "a\n\tb/"), ("é\\\"", "é\""),
  ])
  func strings(_ written: String, _ meant: String) throws {
    let text = try #require(try value("\"\(written)\"").text)
    #expect(text.string == meant)
    #expect(text.offset(of: text.bytes.count) == written.utf8.count + 1)
  }

  /// Foundation reads the same strings from the same bytes, and each character stands where its
  /// offset says.
  @Test(arguments: 0..<40)
  func stringsAsFoundationReadsThem(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "é", "😀", "\"", "\\", "\n", "\t", "/", "\u{1}", "€", " "]
    let words = (0..<30).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    let data = try JSONSerialization.data(withJSONObject: [words])
    let bytes = [UInt8](data)
    let array = try JSONGrammar.value(in: bytes, ByteSpan(0, bytes.count))
    let text = try #require(array.firstElement?.text)
    #expect(text.string == words)
    for index in text.bytes.indices {
      let byte = bytes[text.offset(of: index)]
      #expect(byte == UInt8(ascii: "\\") || byte == text.bytes[index])
    }
  }

  @Test func members() throws {
    let object = try value(#"{ "a" : 1 , "b\n" : [ {"c":"]}"}, "x" ] , "d":null, "e": -2.5 }"#)
    #expect(object.members.map(\.key) == ["a", "b\n", "d", "e"])
    #expect(object["a"]?.number == 1)
    #expect(object["e"]?.number == -2.5)
    #expect(object["d"] == nil)
    let list = try #require(object["b\n"])
    #expect(list.elements.map(\.kind) == [.object, .string])
    #expect(list.firstElement?["c"]?.words == "]}")
  }
}
