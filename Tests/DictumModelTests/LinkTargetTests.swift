import DictumModel
import Testing

/// What the target of a link can be.
@Suite struct LinkTargetTests {
  @Test(arguments: [
    ("a", true), ("a.md", true), ("a.MD", true), ("b/a.txt", true), ("a.vtt", true),
    ("a.markdown", true), ("", true), ("GPT-2.5 notes", true), ("GPT-2.5", true), ("v1.2", true),
    ("a.b c", true), ("Mr. Smith", true), ("a.png", false), ("b.d/a", true), ("a.py", false),
    ("a.jpeg", false), ("a.toolong", true), ("a.", true), ("a.srt", true), ("a.json", false),
  ])
  func notes(_ target: String, _ isNote: Bool) {
    #expect(LinkTarget.isNote(target) == isNote)
  }

  @Test(arguments: [
    ("a.md", "a"), ("A.MD", "A"), ("b/a.markdown", "b/a"), ("a.txt", "a"), ("a.md.md", "a.md"),
    ("a.png", "a.png"), ("md", "md"), ("", ""), ("a.json", "a.json"), ("a.srt", "a"),
  ])
  func endings(_ target: String, _ without: String) {
    #expect(LinkTarget.withoutEnding(target) == without)
  }

  @Test(arguments: [
    ("The Model", "the-model"), ("The Model!", "the model"), ("§ 2.1 Über", "21 ÜBER"), ("", " -"),
  ])
  func headings(_ one: String, _ other: String) {
    #expect(LinkTarget.headingKey(one) == LinkTarget.headingKey(other))
  }

  @Test func headingsApart() {
    #expect(LinkTarget.headingKey("Part 1") != LinkTarget.headingKey("Part 2"))
  }

  @Test(arguments: [
    ("a.org/b", true), ("play.a-b.org/", true), ("a/b.org", false), ("../a/b", false),
    ("v1.2/x", false), ("a.org", false), ("./a", false), (".a/b", false),
  ])
  func bareAddresses(_ target: String, _ isAddress: Bool) {
    #expect(LinkTarget.isBareAddress(target) == isAddress)
  }
}
