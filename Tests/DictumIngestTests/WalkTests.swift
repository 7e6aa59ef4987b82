import DictumModel
import DictumTestSupport
import Glibc
import Testing

@testable import DictumIngest

@Suite struct WalkTests {
  private func walk(_ library: TemporaryLibrary, ignoring: String = "") -> LibraryWalk {
    LibraryWalk(root: library.root, rules: IgnoreRules(ignoring))
  }

  @Test func takesTheEndingsOfSourcesWhateverTheirCase() throws {
    let library = try TemporaryLibrary([
      "a.md": "", "b.MARKDOWN": "", "c.txt": "", "sub/d.VTT": "", "e.mdx": "", "f": "", "md": "",
      "g.srt": "", "h.json": "", "i.JSONL": "", "j.json5": "",
    ])
    #expect(
      walk(library).files.map(\.path) == [
        "a.md", "b.MARKDOWN", "c.txt", "g.srt", "h.json", "i.JSONL", "sub/d.VTT",
      ])
  }

  /// A file of that size is a hole: no byte of it is on the disk.
  @Test func leavesHugeTablesAlone() throws {
    let library = try TemporaryLibrary(["a.md": "Words.", "big.json": "[]", "big.md": ""])
    try #require(truncate(library.absolute("big.json"), (64 << 20) + 1) == 0)
    let walk = walk(library)
    #expect(walk.files.map(\.path) == ["a.md", "big.md"])
    #expect(walk.counts == ["JSON files of more than 64 MB": 1])
  }

  @Test func passesOverWhatIsHidden() throws {
    let library = try TemporaryLibrary([
      ".hidden.md": "", ".git/x.md": "", "a/.b/c.md": "", "a/d.md": "", ".dictum/e.md": "",
    ])
    #expect(walk(library).files.map(\.path) == ["a/d.md"])
  }

  @Test func passesOverWhatProgramsMade() throws {
    let library = try TemporaryLibrary([
      "a.md": "", "models/venv/pyvenv.cfg": "", "models/venv/lib/site-packages/x/LICENSE.md": "",
      "site/node_modules/y/README.md": "", "site/my_node_modules/b.md": "", "node_modules.md": "",
      "report/.dictum-output": "", "report/index.html": "",
    ])
    let walk = walk(library)
    #expect(walk.files.map(\.path) == ["a.md", "node_modules.md", "site/my_node_modules/b.md"])
    #expect(
      walk.counts == [
        "Python environments": 1, "folders of Node.js packages": 1, "folders of reports": 1,
      ])
  }

  @Test func followsLinksToFilesOfTheLibraryOnly() throws {
    let library = try TemporaryLibrary(["a.md": "Words.", "folder/b.md": "Words."])
    let outside = try TemporaryLibrary(["secret.md": "Secret."])
    try library.link("inside.md", to: "a.md")
    try library.link("folder/up.md", to: "../a.md")
    try library.link("outside.md", to: outside.absolute("secret.md"))
    try library.link("shortcut", to: "folder")
    try library.link("loop.md", to: "loop.md")
    try library.link("folder/again", to: "..")
    try library.link("dangling.md", to: "nowhere.md")
    let walk = walk(library)
    #expect(
      walk.files.map(\.path) == ["a.md", "folder/b.md", "folder/up.md", "inside.md"])
    #expect(walk.counts == ["links to folders or out of the library": 5])
    #expect(walk.diagnostics.isEmpty)
  }

  @Test func namesAFileWhoseNameIsNotUTF8() throws {
    let library = try TemporaryLibrary(["sub/a.md": "Words."])
    let name = "\(library.root)/sub/b".utf8.map(CChar.init(bitPattern:)) + [-1, 0]
    let descriptor = open(name, O_WRONLY | O_CREAT, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    let walk = walk(library)
    #expect(walk.files.map(\.path) == ["sub/a.md"])
    #expect(walk.diagnostics.map(\.place.path) == ["sub"])
    #expect(walk.diagnostics.first?.message.contains("not UTF-8") == true)
  }

  @Test func readsNoSpecialFile() throws {
    let library = try TemporaryLibrary(["a.md": "Words."])
    try #require(mkfifo(library.absolute("pipe.md"), 0o600) == 0)
    let walk = walk(library)
    #expect(walk.files.map(\.path) == ["a.md"])
    #expect(walk.counts == ["special files": 1])
  }

  @Test func leavesOutWhatTheIgnoreFileSays() throws {
    let library = try TemporaryLibrary([
      ".dictum/ignore": "drafts/\n*.private.md\n!kept.private.md\n", "a.md": "a",
      "drafts/b.md": "b",
      "x.private.md": "c", "sub/kept.private.md": "d", "sub/drafts": "e", "drafts.md": "f",
    ])
    try library.ingest()
    #expect(
      try library.rows("SELECT path FROM source ORDER BY path")
        == ["a.md", "drafts.md", "sub/kept.private.md"])
    // A file that is left out later is forgotten.
    try library.write("sub/\n", to: ".dictum/ignore")
    let report = try library.ingest()
    #expect((report.added, report.removed) == (2, 1))
    #expect(try library.dump() == library.freshDump())
  }
}

extension LibraryWalk {
  /// How many files of each kind were passed over.
  fileprivate var counts: [String: Int] {
    skipped.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }
}
