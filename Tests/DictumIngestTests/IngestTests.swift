import DictumIngest
import DictumModel
import DictumStore
import DictumTestSupport
import Foundation
import Testing

@Suite struct IngestTests {
  private let files = [
    "a.md": "---\ntags: [one]\n---\n# A\n\nSee [[b]] and [[b#^c-x]].\n",
    "b.md": "# B\n\nA claim. #claim ^c-x\n",
    "talk/t.md": "**Ada:** Hello.\n\n**Bo:** Hello, Ada.\n\n**Ada:** Bye.\n\n**Bo:** Bye.\n",
  ]

  @Test func countsWhatItDid() throws {
    let library = try TemporaryLibrary(files)
    let first = try library.ingest()
    #expect((first.added, first.totals.sources, first.totals.claims) == (3, 3, 1))
    try library.write("# C\n", to: "c.md")
    try library.edit("a.md", "See", "Look at")
    try library.delete("talk/t.md")
    try library.rename("b.md", to: "sub/b.md")
    let second = try library.ingest()
    #expect((second.added, second.changed, second.removed, second.renamed) == (1, 1, 1, 1))
    #expect((second.unchanged, second.totals.sources) == (0, 3))
  }

  @Test func aSecondIngestChangesNothing() throws {
    let library = try TemporaryLibrary(files)
    try library.write(bytes: [0xFF, 0x41], to: "bad.md")
    try library.ingest()
    let (dump, raw) = (try library.dump(), try library.rows("SELECT * FROM file ORDER BY path"))
    let report = try library.ingest()
    #expect(report.unchanged == 3)
    #expect(!report.isChange)
    #expect(report.bytes == 0)
    #expect(try library.dump() == dump)
    #expect(try library.rows("SELECT * FROM file ORDER BY path") == raw)
  }

  @Test func anEditOfTheFrontMatterAloneIsSeen() throws {
    let library = try TemporaryLibrary(files)
    try library.ingest()
    try library.edit("a.md", "[one]", "[two]")
    #expect(try library.ingest().changed == 1)
    #expect(try library.rows("SELECT tag FROM tag") == ["two"])
  }

  @Test func aRenamedFileKeepsItsRowAndTheLinksToIt() throws {
    let library = try TemporaryLibrary(files)
    try library.ingest()
    let id = try library.rows("SELECT id FROM source WHERE path = 'b.md'")
    try library.rename("b.md", to: "deep/down/b.md")
    #expect(try library.ingest().renamed == 1)
    #expect(try library.rows("SELECT id FROM source WHERE path = 'deep/down/b.md'") == id)
    let links = "SELECT DISTINCT to_source_id FROM reference WHERE target = 'b'"
    #expect(try library.rows(links) == id)
    #expect(try library.dump() == library.freshDump())
  }

  @Test func touchedFilesAreNotChanged() throws {
    let library = try TemporaryLibrary(files)
    try library.ingest()
    try library.setDate(Date(timeIntervalSince1970: 1_000_000), of: "a.md")
    #expect(try library.ingest().unchanged == 3)
    // The new date is kept, so that the file is not read a third time.
    #expect(try library.ingest().bytes == 0)
  }

  @Test func otherBytesUnderTheSameStampAreFoundByVerify() throws {
    let library = try TemporaryLibrary(["a.md": "One word.\n"])
    let date = Date(timeIntervalSince1970: 1_700_000_000)
    try library.setDate(date, of: "a.md")
    try library.ingest()
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: library.absolute("a.md")))
    try handle.write(contentsOf: Data("Two".utf8))
    try handle.close()
    try library.setDate(date, of: "a.md")
    #expect(try library.ingest().changed == 0)
    #expect(try library.ingest(rereadAll: true).changed == 1)
    #expect(try library.rows("SELECT body FROM passage") == ["Two word."])
  }

  @Test func onlyTheFilesNamedAreLookedAt() throws {
    let library = try TemporaryLibrary(files)
    try library.ingest()
    try library.edit("a.md", "See", "Look at")
    try library.edit("talk/t.md", "Hello.", "Good day.")
    try library.delete("b.md")
    let report = try library.ingest(paths: ["talk"])
    #expect((report.changed, report.removed, report.unchanged) == (1, 0, 1))
    #expect(try library.rows("SELECT count(*) FROM source") == ["3"])
    #expect(try library.ingest(paths: ["."]).removed == 1)
  }

  @Test func aFileThatNoLinkMayCallByNameIsNoSource() throws {
    let library = try TemporaryLibrary(["a.md": "[licence](LICENSE.txt) [folder](data)\n"])
    try library.write("x", to: "data/x.csv")
    try library.ingest()
    #expect(try library.store().check().findings.count { $0.kind == .danglingLink } == 1)
    // The folder goes, so that the link leads nowhere; then a note comes that has its name.
    try library.delete("data")
    try library.ingest()
    #expect(try library.store().check().findings.count { $0.kind == .danglingLink } == 2)
    #expect(try library.dump() == library.freshDump())
    try library.write("x", to: "data/x.csv")
    try library.ingest()
    try library.write("# Data\n", to: "data.md")
    try library.ingest()
    #expect(try library.dump() == library.freshDump())
  }

  @Test func aSpeakerIsCalledTheSameWhateverCameFirst() throws {
    let library = try TemporaryLibrary([
      "b.md": "**Ada Okafor:** One.\n\n**Bo:** Two.\n\n**Ada Okafor:** 3.\n\n**Bo:** 4.\n"
    ])
    try library.ingest()
    try library.write(
      "**ada okafor:** One.\n\n**Bo:** Two.\n\n**ada okafor:** 3.\n\n**Bo:** 4.\n", to: "a.md")
    try library.ingest()
    #expect(try library.dump() == library.freshDump())
    try library.delete("b.md")
    try library.ingest()
    #expect(try library.dump() == library.freshDump())
    #expect(try library.rows("SELECT name FROM speaker ORDER BY 1").last == "ada okafor")
  }

  @Test func theInputsOfModelsAreHashed() throws {
    let card = """
      ---
      type: model
      id: toy
      run: {command: [python3, toy.py], inputs: [toy.py, data.txt, gone.csv]}
      ---
      """
    let library = try TemporaryLibrary(["m/model.md": card, "m/toy.py": "x", "m/data.txt": "y"])
    try library.ingest()
    let hashes = "SELECT name, sha256 IS NULL FROM model_input ORDER BY name"
    #expect(try library.rows(hashes) == ["data.txt|0", "gone.csv|1", "toy.py|0"])
    let before = try library.rows("SELECT sha256 FROM model_input ORDER BY name")
    try library.write("other", to: "m/toy.py")
    try library.write("there", to: "m/gone.csv")
    try library.delete("m/data.txt")
    try library.ingest()
    #expect(try library.rows(hashes) == ["data.txt|1", "gone.csv|0", "toy.py|0"])
    #expect(try library.rows("SELECT sha256 FROM model_input ORDER BY name") != before)
    #expect(try library.dump() == library.freshDump())
    try library.delete("m/model.md")
    try library.ingest()
    #expect(try library.rows("SELECT count(*) FROM file WHERE status = 'input'") == ["0"])
  }
}
