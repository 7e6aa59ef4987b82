import Testing

@testable import DictumReading

/// The endings of paths.
struct FileEndingTests {
  @Test(arguments: [
    ("a.csv", true), ("notes/Übung.CSV", true), ("a.Csv", true), (".csv", true), ("a.csv~", false),
    ("csv", false), ("", false), ("a.tcsv", false),
  ])
  func endings(_ path: String, isTable: Bool) {
    #expect(path.ends(in: ".csv") == isTable)
  }
}
