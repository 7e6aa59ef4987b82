import DictumModel
import DictumTestSupport
import Testing

@Suite struct RefusalTests {
  static let refused: [(bytes: [UInt8], place: String)] = [
    (Array("fine\nthen ".utf8) + [0xE9], "bad.md:2:6"),
    ([0xFF, 0xFE, 0x41, 0x00], "bad.md:1:1"),
    (Array("a".utf8) + [0x00], "bad.md:1:2"),
    ([0xC0, 0x80], "bad.md:1:1"),
    ([0xED, 0xA0, 0x80], "bad.md:1:1"),
    (Array("é".utf8) + [0xF5], "bad.md:1:3"),
  ]

  @Test(arguments: refused)
  func isNamedWithItsPlaceAndReadWhenMended(_ bytes: [UInt8], _ place: String) throws {
    let library = try TemporaryLibrary(["good.md": "Good.\n"])
    try library.write(bytes: bytes, to: "bad.md")
    let first = try library.ingest()
    #expect(first.added == 1)
    #expect(first.refused.map(\.place.description) == [place])
    #expect(first.refused.first?.severity == .error)

    let second = try library.ingest()
    #expect(second.refused == first.refused)
    #expect(second.bytes == 0)

    try library.write("Mended.\n", to: "bad.md")
    let third = try library.ingest()
    #expect((third.added, third.refused.count) == (1, 0))
    #expect(try library.ingest().bytes == 0)
    #expect(try library.dump() == library.freshDump())
  }

  @Test func aFileThatBecomesUnreadableLosesItsPassages() throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n", "b.md": "See [[a]].\n"])
    try library.ingest()
    try library.write(bytes: [0xFF], to: "a.md")
    let report = try library.ingest()
    #expect((report.removed, report.refused.count) == (1, 1))
    #expect(try library.rows("SELECT path FROM source") == ["b.md"])
    #expect(try library.rows("SELECT to_source_id FROM reference") == ["NULL"])
    #expect(try library.dump() == library.freshDump())
  }

  @Test func aRefusedFileThatGoesIsForgotten() throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n"])
    try library.write(bytes: [0xFF], to: "bad.md")
    try library.ingest()
    try library.delete("bad.md")
    #expect(try library.ingest().refused.isEmpty)
    #expect(try library.dump() == library.freshDump())
  }

  @Test func whatIsNotReadIsCounted() throws {
    let marks = (0..<20).map { "\($0 + 1) \($0) -" }.joined(separator: "\n")
    let library = try TemporaryLibrary([
      "data.json": "{}", "more.JSON": "{}", "table.csv": "a", "irc.txt": marks,
      "build.log": "cc a.c", "Makefile": "all:",
      "a.md": "Words.",
    ])
    let expected = [
      "JSON files that hold no conversation": 2, "tables that hold no conversation": 1,
      "IRC annotation files": 1,
      ".log files": 1, "files without an ending": 1,
    ]
    #expect(try library.ingest().skipped == expected)
    #expect(try library.ingest().skipped == expected)
    // What becomes prose is read.
    try library.write("Not marks any more.\n", to: "irc.txt")
    let report = try library.ingest()
    #expect((report.added, report.skipped["IRC annotation files"]) == (1, nil))
    try library.write(marks, to: "irc.txt")
    #expect(try library.ingest().removed == 1)
    #expect(try library.dump() == library.freshDump())
  }
}
