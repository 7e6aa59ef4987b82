import DictumModel
import DictumTestSupport
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
    // Works, in one spelling however they are cited.
    ("doi:10.1000/AbC.1, and", [Expected(.work, "doi:10.1000/abc.1", slice: "doi:10.1000/AbC.1")]),
    ("DOI: 10.1000/x.", [Expected(.work, "doi:10.1000/x", slice: "DOI: 10.1000/x")]),
    ("see (10.1000/182).", [Expected(.work, "doi:10.1000/182", slice: "10.1000/182")]),
    (
      "https://doi.org/10.1000/182",
      [Expected(.work, "doi:10.1000/182", slice: "https://doi.org/10.1000/182")]
    ),
    (
      "[p](https://dl.acm.org/doi/pdf/10.1000/182)",
      [Expected(.work, "doi:10.1000/182", slice: "[p](https://dl.acm.org/doi/pdf/10.1000/182)")]
    ),
    (
      "arXiv:2301.01234v2 has",
      [Expected(.work, "arxiv:2301.01234", "v2", slice: "arXiv:2301.01234v2")]
    ),
    (
      "<https://arxiv.org/pdf/2301.01234.pdf>",
      [Expected(.work, "arxiv:2301.01234", slice: "<https://arxiv.org/pdf/2301.01234.pdf>")]
    ),
    (
      "at arxiv.org/abs/2301.01234, so",
      [Expected(.work, "arxiv:2301.01234", slice: "arxiv.org/abs/2301.01234")]
    ),
    (
      "arXiv:math.GT/0309136.",
      [Expected(.work, "arxiv:math/0309136", slice: "arXiv:math.GT/0309136")]
    ),
    (
      "10.48550/arXiv.2301.01234",
      [
        Expected(.work, "arxiv:2301.01234", slice: "10.48550/arXiv.2301.01234")
      ]
    ),
    ("1/2, 10.5/3, 110.1000/x, and/or, a: b, arXiv: the site", []),
    // Bare URLs.
    ("www.a.org/b.", [Expected(.link, "http://www.a.org/b", slice: "www.a.org/b")]),
    ("www.a, hxxp://a.org, xhttp://a.org", []),
    ("https://a.org/(b)) c", [Expected(.link, "https://a.org/(b)", slice: "https://a.org/(b)")]),
    ("“https://a.org/é”", [Expected(.link, "https://a.org/é", slice: "https://a.org/é")]),
    ("https://a.orgを見て", [Expected(.link, "https://a.org", slice: "https://a.org")]),
    // Citations with locators, and what is none.
    (
      "[@a, pp. 1-3, 5 and more]",
      [
        Expected(.citation, "a", "pp. 1-3, 5", slice: "@a, pp. 1-3, 5 and more")
      ]
    ),
    (
      "[@a {turn 33}; @b, iv]",
      [
        Expected(.citation, "a", "turn 33", slice: "@a {turn 33}"),
        Expected(.citation, "b", "iv", slice: " @b, iv"),
      ]
    ),
    (
      "[@{https://a.org/x?y}, § 4]",
      [
        Expected(.citation, "https://a.org/x?y", "§ 4", slice: "@{https://a.org/x?y}, § 4")
      ]
    ),
    ("@key [p. 33] says", [Expected(.citation, "key", "p. 33", slice: "@key [p. 33]")]),
    (
      "-@key [p. 33; see @b]",
      [
        Expected(.citation, "key", "p. 33", slice: "-@key [p. 33; see @b]"),
        Expected(.citation, "b", slice: " see @b"),
      ]
    ),
    ("[thanks @Ada for this]", [Expected(.mention, "Ada", slice: "@Ada")]),
    ("npm i @ada/steps or a.b@c.org", []),
    // Formulas.
    (
      "$[[B\\to C]]$ and $x[@i]$ but $5 for @ada and $6",
      [
        Expected(.mention, "ada", slice: "@ada")
      ]
    ),
    // Double brackets that are no links, and one to the web.
    ("[[nodiscard, gnu::hot]] [[1, 2]] O.[[Prototype]] [[B\\to C]]", []),
    ("[[2023-01-05]]", [Expected(.wiki, "2023-01-05", slice: "[[2023-01-05]]")]),
    ("[[https://a.org|b]]", [Expected(.link, "https://a.org", slice: "[[https://a.org|b]]")]),
    (
      "[[a#B#]] ![[c#]]",
      [
        Expected(.wiki, "a", "B", slice: "[[a#B#]]"), Expected(.embed, "c", slice: "![[c#]]"),
      ]
    ),
    ("[[a#B#C]]", [Expected(.wiki, "a", "B#C", slice: "[[a#B#C]]")]),
    // Templates of sites.
    (
      "[a]({{< ref \"b.md#c\" >}}) {% post_url 2020-01-05-steps %}",
      [
        Expected(.link, "b.md", "c", slice: "{{< ref \"b.md#c\" >}}"),
        Expected(.link, "2020-01-05-steps", slice: "{% post_url 2020-01-05-steps %}"),
      ]
    ),
    (
      "{{ '/steps/' | relative_url }} {{< figure src=\"a\" >}} {{ page.title }}",
      [
        Expected(.link, "/steps/", slice: "{{ '/steps/' | relative_url }}")
      ]
    ),
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

  @Test(arguments: [
    ("[1lw] and [-bayes_rule]", ["wiki 1lw", "wiki bayes_rule"]),
    ("[bayes_rule Bayes' *rule*]", ["wiki bayes_rule"]),
    (
      "[@5] [https://a.org/x the words] [-https://b.org]",
      [
        "mention 5", "link https://a.org/x", "link https://b.org",
      ]
    ),
    ("[todo: see [1lw]] [claim([ab_c])] [note: so]", ["wiki 1lw", "wiki ab_c"]),
    ("[words](1lw)", ["link 1lw"]), ("[x] a[12] [1] [ text] [p q]", []),
    ("$[1lw]$", []),
  ])
  func bracketLinks(_ text: String, _ expected: [String]) throws {
    for head in ["url: https://arbital.com/p/x", "markup: arbital"] {
      let note = try reading("---\n\(head)\n---\n\n\(text)\n")
      #expect(note.references.map { "\($0.kind) \($0.target)" } == expected)
      for reference in note.references { #expect(reference.passage == 0) }
    }
    let other = try reading(text)
    #expect(!other.references.contains { $0.kind == .wiki })
  }

  @Test func commentsOfFrontMatterPointNowhere() throws {
    let reading = try reading(
      """
      ---
      up: "[[Steps #2]]"  # or "[[Other]]"
      # see: "[[note#^claim]]"
      list: ['[[Hers]]', "it's"]  # "[[Theirs]]"
      ---

      Text.

      """)
    #expect(reading.references.map(\.target) == ["Steps", "Hers"])
  }

  @Test func frontMatter() throws {
    let text = """
      \u{FEFF}---
      up: "[[Steps#^c|the steps]]"
      list: [[1, 2]]
      parents: ["1fr", "1y"]
      parent:
        - over/all.md#x
      ---

      Text.
      """
    let references = try reading(text).references
    #expect(references.map(\.target) == ["Steps", "1fr", "1y", "over/all.md"])
    #expect(references.map(\.fragment) == ["^c", nil, nil, "x"])
    #expect(references.map(\.line) == [2, 4, 4, 6])
    let bytes = Array(text.utf8)
    #expect(
      references.map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
        == ["[[Steps#^c|the steps]]", "1fr", "1y", "over/all.md#x"])
    #expect(references.allSatisfy { $0.passage == nil })
  }

  @Test func footnotesLeadToTheirNote() throws {
    let note = try reading("A.[^1] B.[^N] C.[^x]\n\n[^1]: One.\n\n[^n]: Two,\n    [b](c.md).\n")
    let footnotes = note.references.filter { $0.kind == .footnote }
    #expect(
      footnotes.map { $0.footnote.map { note.passages[$0].text } ?? "" } == [
        "One.", "Two,\nb.", "",
      ])
  }

  /// Whatever the text: spans lie in the file, in order, and what a bare reference shows is what
  /// stands there.
  @Test(arguments: ["md", "txt"])
  func anyText(_ ending: String) throws {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "@", "[", "]", "[[", "]]", "$", "://", "https", "www.", "a.org", "/", "10.1000", "doi:", "{",
      "arXiv:", "2301.01234", "}}", "{{< ref ", ";", ", p. 3", " ", "\n", "key", "-", "é", "“", "(",
      ")", ".", "\\", "|", "#", "^x", "> ", "`", "*", "_", "!", "日",
    ]
    for round in 0..<600 {
      let text = (0..<30).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let head = round % 3 == 0 ? "---\nmarkup: arbital\nup: '[[a]]'\n---\n\n" : "Before.\n\n"
      let bytes = Array((head + text).utf8)
      let note = try reading(head + text, path: "a.\(ending)")
      var last = 0
      for reference in note.references {
        #expect(reference.span.start >= last && reference.span.end <= bytes.count)
        last = reference.span.start
        let slice = String(decoding: bytes[reference.span.range], as: UTF8.self)
        #expect(!slice.isEmpty)
        if reference.kind == .mention, !slice.hasPrefix("[") {
          #expect(slice.dropFirst() == reference.text)
        }
      }
    }
  }

  /// In code and HTML nothing points.
  @Test func code() throws {
    #expect(
      try reading("```\n[[a]] @ada https://b.org\n```\n\n<div>\n@ada [[a]]\n</div>\n").references
        .isEmpty)
  }
}
