package import Foundation

/// Text that must stay as it was: kept in a file of the folder `Golden` beside the test.
///
///     #expect(Golden("help").difference(from: text) == nil)
///
/// With `RECORD_GOLDEN=1` the files are written anew, and every test that did so fails: a recording
/// is to be read before it is believed.
package struct Golden {
  private let file: URL

  /// The text kept as `name`, beside the test at `test`.
  package init(_ name: String, test: String = #filePath) {
    file = URL(fileURLWithPath: test).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name).txt")
  }

  /// The text kept in a file of the project.
  package init(file: URL) { self.file = file }

  /// Where `text` first differs from what is kept, in words; `nil` when it is the same.
  package func difference(from text: String) throws -> String? {
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return "recorded \(file.lastPathComponent): read it, then run again without RECORD_GOLDEN"
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      return "there is no \(file.lastPathComponent): record it with RECORD_GOLDEN=1"
    }
    return kept == text ? nil : Golden.firstDifference(kept: kept, now: text)
  }

  /// The first line that differs, with its number.
  private static func firstDifference(kept: String, now: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(old.count, new.count) {
      let (was, is_) = (
        line < old.count ? old[line] : "(end)", line < new.count ? new[line] : "(end)"
      )
      if was != is_ { return "line \(line + 1)\n  kept: \(was)\n  now:  \(is_)" }
    }
    return "the line endings differ"
  }
}
