import DictumModel
import DictumReport
import Testing

/// A file with many findings of a kind does not hide the others.
@Suite struct CheckTextTests {
  private func lines(_ counts: [(path: String, count: Int)], limit: Int) -> [String] {
    let findings = counts.flatMap { path, count in
      (1...count).map { line in
        CheckReport.Finding(.danglingLink, Diagnostic(.warning, at: Place(path, line: line), "x"))
      }
    }
    return CheckText.text(CheckReport(findings), limit: limit, style: Style())
      .map { String($0.prefix { $0 != " " }) + ($0.hasPrefix("…") ? $0.dropFirst() : "") }
  }

  @Test func manyOfOneFile() {
    #expect(
      lines([("a.md", 9), ("b.md", 5), ("c.md", 1)], limit: 20) == [
        "a.md:1:", "a.md:2:", "a.md:3:", "a.md:4:", "… and 5 more in a.md [dangling-link]",
        "b.md:1:", "b.md:2:", "b.md:3:", "b.md:4:", "b.md:5:", "c.md:1:",
      ])
  }

  @Test func theLimit() {
    #expect(
      lines([("a.md", 9), ("b.md", 5)], limit: 3) == [
        "a.md:1:", "a.md:2:", "a.md:3:", "… and 11 more of [dangling-link]",
      ])
    #expect(
      lines([("a.md", 9), ("b.md", 5)], limit: 5) == [
        "a.md:1:", "a.md:2:", "a.md:3:", "a.md:4:", "… and 5 more in a.md [dangling-link]",
        "b.md:1:", "… and 4 more of [dangling-link]",
      ])
  }
}
