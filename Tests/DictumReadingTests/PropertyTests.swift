import DictumModel
import DictumReading
import DictumTestSupport
import Foundation
import Testing

/// What holds of every document, whoever wrote it.
@Suite struct PropertyTests {
  @Test(arguments: 0..<60)
  func random(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for path in ["a.md", "a.txt", "a.vtt"] {
      for _ in 0..<12 {
        let text = document(&random)
        let one = try reading(text, path: path)
        let found = violations(of: one, in: Array(text.utf8))
        #expect(found.isEmpty, "\(path) \(text.debugDescription): \(found)")
        let two = try reading(text, path: path)
        #expect(one.passages == two.passages && one.utterances == two.utterances)
        #expect(one.references == two.references && one.claims == two.claims)
        #expect(one.diagnostics == two.diagnostics)
      }
    }
  }

  /// A file means the same with either line end.
  @Test(arguments: 0..<40)
  func lineEnds(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for path in ["a.md", "a.txt", "a.vtt"] {
      let text = document(&random)
      let one = try reading(text, path: path)
      let two = try reading(text.replacing("\n", with: "\r\n"), path: path)
      #expect(
        one.passages.map(\.text) == two.passages.map { $0.text.replacing("\r\n", with: "\n") },
        "\(text.debugDescription)")
      #expect(one.passages.map(\.line) == two.passages.map(\.line))
      #expect(speakers(one) == speakers(two))
      #expect(one.claims.map(\.text) == two.claims.map(\.text))
      #expect(one.references.map(\.target) == two.references.map(\.target))
      #expect(one.title == two.title && one.frontMatter == two.frontMatter)
    }
  }

  private func document(_ random: inout SeededGenerator) -> String {
    var text =
      Bool.random(using: &random) ? "" : "---\ntitle: A title\nspeakers: [Ada Okafor, Bo]\n---\n"
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
      text += ["\n", "\n\n", " "].randomElement(using: &random) ?? ""
    }
    return text
  }

  private static let pieces = [
    "Some words here.", "**Ada Okafor:** said this", "**Bo:** and that", "Ada: plain",
    "Bo: plain too",
    "**Ada** (00:01:02):", "### Ada:", "### Bo:", "# Heading", "## Second heading", "- an item",
    "  - nested item", "  • a message", "    its second paragraph", "> quoted words", "> > inner",
    "> [!claim] The claim", "> - by:: [[Ada]]", "> - supports:: [[#^c-one]]", "^c-one",
    "words ^c-two",
    "(asserts:: [[a#^c-three]])", "A sentence. #claim ^c-four", "[[wiki#^x|shown]]", "[link](b.md)",
    "https://example.org/a", "@Ada Okafor", "[@key, p. 3]", "[^n]", "[^n]: the note",
    "`code::here`",
    "```", "    indented", "| a | b |\n|---|---|\n| c | d |", "<b>html</b>", "---",
    "&amp; \\* *em*",
    "caf\u{e9} caf\u{e9}", "唐鳳：大家好", "00:00:01.000 --> 00:00:02.000", "<v Ada Okafor>voice",
    ">> other",
    "Q: asked", "A: answered", "Note: noted", "10^6", "1. one", "2) two", "\t tab", "Comments",
    "Reply",
    "**?:** who", "\u{FEFF}", "line  \nbreak", "\\\nbreak", "::", "#claim", "[[", "]]", "(by:: x",
  ]

  /// A bounded part of every corpus; all of it with `DICTUM_CORPUS_ALL` set.
  @Test(.enabled(if: SharedCorpora.folder != nil, Comment(rawValue: SharedCorpora.reason)))
  func corpora() throws {
    let isAll = ProcessInfo.processInfo.environment["DICTUM_CORPUS_ALL"] != nil
    for (corpus, count) in [
      ("arbital", 60), ("audreyt-transcript", 3), ("bitcointranscripts", 12),
      ("changelog-practicalai", 3), ("jackyzha0-garden", 30), ("plato-se", 3), ("rust-rfcs", 6),
      ("seeds", 3), ("swift-evolution", 6), ("talkpython-vtt", 2), ("turntrout", 8),
    ] {
      let files = SharedCorpora.files(corpus, endings: ["md", "txt", "vtt"])
      let step = isAll ? 1 : max(1, files.count / count)
      for index in stride(from: 0, to: files.count, by: step) {
        let bytes = [UInt8](try Data(contentsOf: files[index]))
        guard
          case .read(let reading) = SourceReader.read(
            path: files[index].lastPathComponent, bytes: bytes)
        else { continue }
        let found = violations(of: reading, in: bytes)
        #expect(found.isEmpty, "\(files[index].path): \(found.prefix(4))")
      }
    }
  }
}
