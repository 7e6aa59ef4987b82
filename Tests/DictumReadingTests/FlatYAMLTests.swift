import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumReading

/// What the quick reader of front matter reads, it reads as libyaml does.
@Suite struct FlatYAMLTests {
  /// The values by the quick reader, and by the tree; a flow mapping sends any front matter there.
  private func both(
    _ yaml: String
  ) -> (flat: [String: ParamValue]?, tree: [String: ParamValue], diagnostics: [Diagnostic]) {
    let bytes = Array(yaml.utf8)
    let flat = FlatYAML.values(bytes, ByteSpan(0, bytes.count))
    let tree = FrontMatter(Array("---\n\(yaml)\nzz-flow: {}\n---\n".utf8), from: 0, path: "a.md")
    var values = tree.values.dictionary
    values["zz-flow"] = nil
    return (flat?.dictionary, values, tree.diagnostics)
  }

  @Test(arguments: [
    "a: b", "a: b c\nd: 1", "title: \"A: b # c\"", "a: 'x'", "a:\nb:", "a: # comment",
    "# comment\na: b", "tags:\n  - one\n  - two words", "tags:\n- one\n- 2\n\nb: c", "a: []",
    "a: [ ]", "a: [one, two words, 3, \"four\", yes]", "a: https://example.org/x#y",
    "date: 2024-03-05 10:20:11", "a: ~", "a: yes", "a: 007", "a: 1e3", "Größe: ü", "a: größe é",
    "a:   spaced   ", "\"a\": b", "a: b\r", "a: b:c", "a-b_c: d", "on: off", "a: \"\"", "1: 2",
    #"a: "\"b\" \\ c""#, "a: 'b \"c\"'", #"a: "b\n\n> c\n""#, #"a: [" b\n", c]"#,
  ])
  func alike(_ yaml: String) {
    let (flat, tree, diagnostics) = both(yaml)
    #expect(diagnostics.isEmpty)
    if let flat { #expect(flat == tree) }
  }

  /// What is more than a key and plain words a line is left to the tree.
  @Test(arguments: [
    "a: b\n  c", "a: &x b", "a: *x", "a: !t b", "a: |\n  b", "a: >\n  b", "a: {b: c}", "a: b: c",
    "a: [b, [c]]", "a: [\"b, c\"]", #"a: "b\tc""#, #"a: "b\""#, #"a: "b"c""#, #"a: 'b\c'"#,
    "a: 'it''s'", "- a", "a: @b", "a: `b`", "a: %b",
    "a: -", "a: ? b", "a: b\na: c", "a:\n  b: c", "a:\n- - b", "a:\n- b: c", "a:\tb", "a: \u{85}",
    "a: b\u{2028}c", "a:\n - b\n  - c", "a: b\n- c", "a: x:", "a:\n- \"b\"c",
  ])
  func left(_ yaml: String) {
    #expect(both(yaml).flat == nil)
  }

  /// Made of what front matter is made of, in any order.
  @Test func soup() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "a", "b-c", "title", ":", ": ", "- ", "  ", " ", "\n", "\n", "\n", "\"", "'", "[", "]", ", ",
      "#", " # ", "words", #"\""#, #"\\"#, #"\n"#, "12", "2024-01-02", "é", "yes", "null", "~",
      "\\", "&", "*", "|", "---x",
      "https://a.org", "\r\n", "1.5", "?", "{", "}",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let yaml = (0..<Int.random(in: 1...14, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let (flat, tree, diagnostics) = both(yaml)
      guard let flat, !yaml.hasPrefix("---\n"), !yaml.contains("\n---\n") else { continue }
      read += 1
      #expect(diagnostics.isEmpty && flat == tree, "\(yaml.debugDescription)")
    }
    #expect(read > 500)
  }

  @Test(.enabled(if: SharedCorpora.folder != nil, Comment(rawValue: SharedCorpora.reason)))
  func corpora() throws {
    var read = 0
    for corpus in ["arbital", "turntrout", "bitcointranscripts", "jackyzha0-garden"] {
      for file in SharedCorpora.files(corpus, endings: ["md"]) {
        let text = try String(contentsOf: file, encoding: .utf8)
        guard text.hasPrefix("---\n"), let end = text.firstRange(of: "\n---\n") else { continue }
        let (flat, tree, _) = both(
          String(text[text.index(text.startIndex, offsetBy: 4)..<end.lowerBound]))
        guard let flat else { continue }
        read += 1
        #expect(flat == tree, "\(file.path)")
      }
    }
    #expect(read > 2000)
  }
}
