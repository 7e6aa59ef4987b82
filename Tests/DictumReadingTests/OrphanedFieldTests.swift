import DictumModel
import Testing

@Suite("Fields without words")
struct OrphanedFieldTests {
  @Test("A paragraph of fields alone is said, since what it asserts has no words")
  func alone() throws {
    let alone = try reading("Words.\n\n(asserts:: [[a#^c-b]])\n")
    #expect(alone.assertions.isEmpty)
    #expect(
      messages(alone) == [
        "note.md:3: warning: a field stands alone, with no words to say it of "
          + "(put it at the end of the paragraph it belongs to)"
      ])
    let together = try reading("Words. (asserts:: [[a#^c-b]])\n")
    #expect(together.assertions.count == 1)
    #expect(messages(together).isEmpty)
  }
}
