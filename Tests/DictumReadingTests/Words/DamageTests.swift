import DictumModel
import Testing

@testable import DictumReading

@Suite struct DamageTests {
  private func damage(_ text: String, path: String) throws -> [String] {
    try reading(text, path: path).diagnostics.filter { $0.topic == .damage }.map(\.message)
  }

  @Test(arguments: [
    ("We select for  where V is true.", "words seem to be missing, perhaps a formula"),
    ("We select for\u{A0}\u{A0}where V is true.", "words seem to be missing, perhaps a formula"),
    ("Suppose that , and then.", "words seem to be missing, perhaps a formula"),
    ("So take , otherwise . Then stop.", "words seem to be missing, perhaps a formula"),
    ("If it is unbiased ( for all v) so.", "words seem to be missing, perhaps a formula"),
    ("I was full and 14 time afterwards.", "a fraction seems to have lost its line"),
    ("He agreed on like 13 of them, maybe.", "a fraction seems to have lost its line"),
    ("There is like an 8020 that you could do.", "a fraction seems to have lost its line"),
    (
      "We saw one thing.Then came another thing.Then nothing at all came.",
      "sentences run together, perhaps items of a list"
    ),
    ("He said &quot;no&quot; to it.", "an HTML entity was not decoded"),
    ("The AT&amp;T case, R &amp; D.", "an HTML entity was not decoded"),
    ("It wasnâ€™t so.", "letters were decoded with the wrong encoding"),
    ("A cafÃ© in town.", "letters were decoded with the wrong encoding"),
    ("It was\u{FFFD}t so.", "a letter was lost to the replacement character"),
    ("It went on and … Read more", "the text seems to be cut off"),
    ("It went on [Content truncated]", "the text seems to be cut off"),
    ("As shown [image] here.", "an image is missing"),
  ])
  func plainText(_ text: String, _ message: String) throws {
    let found = try damage("Title\n\n" + text + "\n", path: "a.txt")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(message + ": “") == true, "\(found)")
  }

  @Test func anEmptyLink() throws {
    let found = try reading("See [](https://a.org) there.").diagnostics
    #expect(
      found.map(\.description) == [
        "note.md:1:5: warning: a link has no words: “[](https://a.org)” (compare with the original page)"
      ])
  }

  @Test(arguments: [
    "Two spaces.  Then more.", "He called f() and .NET there.", "13 of them came.",
    "At 14 times the price.", "In 8020 there were none.", "R&D and AT&T are fine.",
    "See node.Parent and self.Type there.", "Ünïcödé “quotes” – fine… ça va ?",
    "a   b   c\nd   e   f", "Open it with :edit . and save.", "Pipe it through jq .",
    "Build with --target . as ever.", "Press x  the key for it.", "It was fixed,  Bug 12 too.",
    "Type\tselect for  where it is.", "Write &amp; for & in HTML.",
    "Write `&amp;` or \"&lt;\" there.",
    "<p>&amp; is an entity</p>",
  ])
  func noDamage(_ text: String) throws {
    #expect(try damage("Title\n\n" + text + "\n", path: "a.txt").isEmpty)
  }

  @Test(arguments: [
    "We select for  where V is so , and.", "`[]()` and ![](a.png) and &amp;lt; here.",
    "[](#anchor) and [Read more](https://a.org)", "    [image]",
  ])
  func nothingInMarkdown(_ text: String) throws {
    #expect(try damage(text, path: "a.md").isEmpty)
  }

  @Test func onlyAFewOfAKindAreNamed() throws {
    let text =
      "Title\n\n" + Array(repeating: "It wasnâ€™t so.", count: 15).joined(separator: "\n\n")
    let found = try damage(text, path: "a.txt")
    #expect(found.count == DamageFinder.mostOfAKind)
    #expect(found.last?.hasSuffix(", and 12 more like it") == true)
  }
}
