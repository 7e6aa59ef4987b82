import DictumModel
import Testing

@testable import DictumReading

/// Every kind of pointer, its target and its bytes.
@Suite struct ReferenceTests {
  struct Expected: Sendable, Equatable {
    var kind: Reference.Kind
    var target: String
    var fragment: String?
    var slice: String

    init(_ kind: Reference.Kind, _ target: String, _ fragment: String? = nil, slice: String) {
      (self.kind, self.target, self.fragment, self.slice) = (kind, target, fragment, slice)
    }
  }

  @Test(arguments: [
    ("see [a](b.md#c) now", [Expected(.link, "b.md", "c", slice: "[a](b.md#c)")]),
    (
      "see [a](https://b.org/#c)",
      [Expected(.link, "https://b.org/#c", slice: "[a](https://b.org/#c)")]
    ),
    ("see <https://b.org>", [Expected(.link, "https://b.org", slice: "<https://b.org>")]),
    ("![a](b.png)", [Expected(.image, "b.png", slice: "![a](b.png)")]),
    ("a [[b#^c|d]] e", [Expected(.wiki, "b", "^c", slice: "[[b#^c|d]]")]),
    ("a ![[b]] e", [Expected(.embed, "b", slice: "![[b]]")]),
    ("a [[#^c]]", [Expected(.wiki, "", "^c", slice: "[[#^c]]")]),
    ("a[^n]", [Expected(.footnote, "n", slice: "[^n]")]),
    (
      "at https://a.org/b_(c), then",
      [Expected(.link, "https://a.org/b_(c)", slice: "https://a.org/b_(c)")]
    ),
    ("(https://a.org/b).", [Expected(.link, "https://a.org/b", slice: "https://a.org/b")]),
    ("no http:// nor https://", []),
    ("`https://a.org` and `@ada` and `[[b]]`", []),
    ("@ada said", [Expected(.mention, "ada", slice: "@ada")]),
    ("as @Jeremy Gillen Said", [Expected(.mention, "Jeremy Gillen", slice: "@Jeremy Gillen")]),
    ("hi @Zoë, hi", [Expected(.mention, "Zoë", slice: "@Zoë")]),
    ("hi @Ada’s", [Expected(.mention, "Ada", slice: "@Ada")]),
    ("mail a@b.org, @ 5, @1, @a", []),
    ("as [@key, p. 3] has it", [Expected(.citation, "key", "p. 3", slice: "@key, p. 3")]),
    (
      "[see @a; -@b:c.2, sec. 2]",
      [
        Expected(.citation, "a", slice: "see @a"),
        Expected(.citation, "b:c.2", "sec. 2", slice: " -@b:c.2, sec. 2"),
      ]
    ),
    ("[@key](https://a.org)", [Expected(.link, "https://a.org", slice: "[@key](https://a.org)")]),
    ("[no key] [a@b.org]", []),
    (
      "*[[a]] and [b](c)*",
      [
        Expected(.wiki, "a", slice: "[[a]]"), Expected(.link, "c", slice: "[b](c)"),
      ]
    ),
    (
      "> quoted @ada\n> - [[b]]",
      [
        Expected(.mention, "ada", slice: "@ada"), Expected(.wiki, "b", slice: "[[b]]"),
      ]
    ),
  ])
  func markdown(_ text: String, _ expected: [Expected]) throws {
    let bytes = Array(("Before.\n\n" + text + "\n\n[^n]: A note.\n").utf8)
    let reading = try reading(String(decoding: bytes, as: UTF8.self))
    let found = reading.references.map {
      Expected(
        $0.kind, $0.target, $0.fragment,
        slice: String(decoding: bytes[$0.span.range], as: UTF8.self))
    }
    #expect(found == expected)
    for reference in reading.references {
      let passage = try #require(reference.passage)
      #expect(reading.passages[passage].span.contains(reference.span))
      #expect(reference.line == (reference.target == "b" && text.hasPrefix("> ") ? 4 : 3))
    }
  }

  @Test(arguments: [
    ("a [[b#c|d]] e", ["b"]), ("[[a]][[b]]", ["a", "b"]), ("[[a", []), ("[[]]", []),
    ("[[[a]]]", ["a"]),
    ("https://a.org @ada [@k]", ["https://a.org", "ada", "k"]),
  ])
  func plainText(_ text: String, _ targets: [String]) throws {
    #expect(try reading("Before.\n\n\(text)", path: "a.txt").references.map(\.target) == targets)
  }

  /// In code and HTML nothing points.
  @Test func code() throws {
    #expect(
      try reading("```\n[[a]] @ada https://b.org\n```\n\n<div>\n@ada [[a]]\n</div>\n").references
        .isEmpty)
  }
}
