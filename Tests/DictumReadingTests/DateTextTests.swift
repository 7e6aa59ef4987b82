import Testing

@testable import DictumReading

/// Dates as people write them.
@Suite struct DateTextTests {
  @Test(arguments: [
    ("2024", "2024"), ("2024-3", "2024-03"), ("2024-03-05", "2024-03-05"),
    ("2024/3/5", "2024-03-05"), (" 2024-03-05 ", "2024-03-05"),
    ("2024-03-05T10:20:30Z", "2024-03-05T10:20:30Z"), ("2024-03-05 10:20", "2024-03-05T10:20"),
    ("2024-03-05 9:20", "2024-03-05T09:20"), ("2024-03-05T0:20:30Z", "2024-03-05T00:20:30Z"),
    ("2024-03-05T10:20:30.5+02:00", "2024-03-05T10:20:30.5+02:00"),
    ("2024-03-05 10:20:30 +0200", "2024-03-05T10:20:30+0200"),
    ("12 March 2024", "2024-03-12"), ("March 12, 2024", "2024-03-12"), ("Mar 2024", "2024-03"),
    ("1st Sept. 2024", "2024-09-01"), ("2nd december 1999", "1999-12-02"),
    ("2024 May 3", "2024-05-03"),
    ("Dec 31st, 2024", "2024-12-31"),
  ])
  func dates(_ written: String, _ normal: String) {
    #expect(DateText.normalized(written) == normal)
  }

  @Test(arguments: [
    "", " ", "yesterday", "2024-13", "2024-00-01", "2024-01-32", "2024-01-00", "24-01-02",
    "02/03/2024", "March", "12 March", "March 32, 2024", "March 0, 2024", "2024-01-02 noon",
    "2024-01T10:00", "20240102", "１２３４", "2024-01-02-03", "-2024", "2024-", "March March 2024",
    "Marching 2024", "2024 2023 May", "May 1 2 2024", "+999-01-01",
  ])
  func noDates(_ written: String) {
    #expect(DateText.normalized(written) == nil)
  }

  @Test(
    arguments: [
      ("2017-02-08-visit.md", "2017-02-08"), ("a/b/2017-02-08.md", "2017-02-08"),
      ("2017-02-08/visit.md", nil), ("visit-2017-02-08.md", nil), ("2017-13-08-visit.md", nil),
      ("2017-02.md", nil), ("", nil),
    ] as [(String, String?)])
  func inFileName(_ path: String, _ date: String?) {
    #expect(DateText.inFileName(path) == date)
  }
}
