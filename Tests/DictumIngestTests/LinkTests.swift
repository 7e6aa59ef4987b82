import DictumModel
import DictumStore
import DictumTestSupport
import Testing

/// Where the pointers of a library lead, once every source is there.
@Suite struct LinkTests {
  /// Each reference as `target → path#place`, in order.
  private func links(_ library: TemporaryLibrary) throws -> [String] {
    try library.rows(
      """
      SELECT r.target || coalesce('#' || r.fragment, '') || ' → ' || coalesce(t.path, 'nowhere')
        || coalesce('#' || p.body, '#t' || r.to_turn, '')
      FROM reference r JOIN source s ON s.id = r.source_id LEFT JOIN source t ON t.id = r.to_source_id
      LEFT JOIN passage p ON p.id = r.to_passage_id ORDER BY s.path, r.first
      """)
  }

  @Test func places() throws {
    let library = try TemporaryLibrary([
      "a.md": """
      [[b#Empty]] [[b#One#Same]] [[b#Two#Same]] [x](b.md#same-1) [[b#B]] [[b#one]] [[b#^0a1b2c]]
      [[b#Not there]] [[b#Two#Empty]] @b [p. 3] [@b, {^0a1b2c}] [@talk, {turn 2}] [@talk, t9]
      """,
      "b.md": """
      # B

      Top.

      ## Empty

      ### Below

      Low.

      ## One

      ### Same

      First.

      ## Two

      ### Same

      Second. ^0a1b2c
      """,
      "talk.md": "**Ada:** One.\n\n**Bo:** Two.\n\n**Ada:** Three.\n\n**Bo:** Four.\n",
    ])
    try library.ingest()
    #expect(
      try links(library) == [
        "b#Empty → b.md#Low.", "b#One#Same → b.md#First.", "b#Two#Same → b.md#Second.",
        "b.md#same-1 → b.md#Second.", "b#B → b.md#Top.", "b#one → b.md#First.",
        "b#^0a1b2c → b.md#Second.", "b#Not there → b.md", "b#Two#Empty → b.md", "b#p. 3 → b.md",
        "b#^0a1b2c → b.md#Second.", "talk#turn 2 → talk.md#t2", "talk#t9 → talk.md",
      ])
    #expect(try library.dump() == library.freshDump())
  }

  @Test func footnotesAddressesAndWorks() throws {
    let first = "A. https://www.a.org/b/ arXiv:2301.01234v2 @kwa2023 @bo"
    let library = try TemporaryLibrary([
      "c.md": "[x](a.md#fn:n) [y](a#user-content-fnref-n) [z](a#fn-m) [w](a.org/b)\n",
      "a.md": "A.[^n] https://www.a.org/b/ arXiv:2301.01234v2 @kwa2023 @bo\n\n[^n]: Note.\n",
      "b.md": "---\nurl: http://a.org/b\narxiv: 2301.01234\naliases: [kwa2023]\n---\n\nB.\n",
    ])
    try library.ingest()
    #expect(
      try links(library) == [
        "n → a.md#Note.", "https://www.a.org/b/ → b.md", "arxiv:2301.01234#v2 → b.md",
        "kwa2023 → b.md", "bo → nowhere", "a.md#fn:n → a.md#Note.",
        "a#user-content-fnref-n → a.md#\(first)", "a#fn-m → a.md", "a.org/b → nowhere",
      ])
    #expect(
      try library.store().check().findings.map { $0.diagnostic.remedy ?? $0.diagnostic.message }
        == [
          "a#fn-m: the source has no such place", "write https:// before an address on the web",
        ])
    try library.delete("b.md")
    try library.ingest()
    #expect(try library.dump() == library.freshDump())
  }

  @Test func doubleBracketsOfASpecificationAreNoLinks() throws {
    let library = try TemporaryLibrary([
      "spec/a.md": "The [[Prototype]] of [[nodiscard]] and [[Not a slot]].\n",
      "notes/b.md": "See [[c]] and [[Prototype]].\n", "notes/c.md": "C.\n",
    ])
    try library.ingest()
    func dangling() throws -> [String] {
      try library.store().check().findings.filter { $0.kind == .danglingLink }
        .map { "\($0.diagnostic.place.path) \($0.diagnostic.message)" }
    }
    #expect(
      try dangling() == [
        "notes/b.md no source is called Prototype", "spec/a.md no source is called Not a slot",
      ])
    // Nothing links notes any more; then something does, in the other folder.
    try library.delete("notes/c.md")
    try library.ingest()
    #expect(try dangling() == ["spec/a.md no source is called Not a slot"])
    #expect(try library.dump() == library.freshDump())
    try library.write("N.\n", to: "spec/nodiscard.md")
    try library.ingest()
    #expect(try dangling().count == 2)
    #expect(try library.dump() == library.freshDump())
  }

  @Test func aCommentLeadsToItsPage() throws {
    let library = try TemporaryLibrary([
      "wiki/1l.md": "---\nid: 1l\nalias: steps\nurl: https://arbital.com/p/steps\n---\n\nPage.\n",
      "comments/2m.md":
        "---\nparents: [\"1l\"]\nurl: https://arbital.com/p/2m\n---\n\n[steps the page] [-1l]\n",
    ])
    try library.ingest()
    #expect(
      try links(library) == ["1l → wiki/1l.md", "steps → wiki/1l.md", "1l → wiki/1l.md"])
  }
}
