import DictumModel
import Testing

@Suite("Headings that are labels")
struct HeadingLabelTests {
  @Test("A speaker's heading is the label of a turn and no section")
  func headings() throws {
    let reading = try reading(
      """
      # Talk

      ## Part one

      ### Ada:

      One.

      ### Bo:

      Two.

      ### Ada:

      Three.

      ### Bo:

      Four.
      """)
    #expect(reading.passages.map(\.headings) == Array(repeating: ["Part one"], count: 4))
    #expect(speakers(reading) == ["Ada", "Bo", "Ada", "Bo"])
  }
}
