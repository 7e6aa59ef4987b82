import DictumModel
import GRDB

/// Finds texts that look like a conversation and were not read as one.
///
/// A remark and no more, of what is stored: so it may ask less than the reader, which must make no
/// conversation of what is none. Who says in front matter what `type` a text has is taken at their
/// word.
enum TalkCheck {
  /// The findings, in the order of the paths.
  static func findings(_ db: Database) throws -> [CheckReport.Finding] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.path, p.body FROM source s JOIN passage p ON p.source_id = s.id
        WHERE s.kind IN ('post', 'note', 'comments') AND p.kind IN ('paragraph', 'item')
          AND json_extract(s.front_matter, '$.type') IS NULL
          AND NOT EXISTS (SELECT 1 FROM utterance u WHERE u.source_id = s.id)
        ORDER BY s.path, p.first
        """)
    var findings: [CheckReport.Finding] = []
    var path: String?
    var heads = TalkHeads()
    func finish() {
      guard let path, let (message, remedy) = words(heads) else { return }
      findings.append(
        .init(.unreadTalk, Diagnostic(.warning, at: Place(path), message, remedy: remedy)))
    }
    while let row = try rows.next() {
      let next: String = row[0]
      if next != path {
        finish()
        (path, heads) = (next, TalkHeads())
      }
      heads.add(row[1])
    }
    finish()
    return findings
  }

  /// What is said of a text with such heads, and what would make a conversation of it.
  private static func words(_ heads: TalkHeads) -> (message: String, remedy: String)? {
    guard let shape = heads.shape else { return nil }
    let front = "`type: dialogue` in front matter"
    let none = "; `type: note` says that it is none"
    let rewritten = "\(front), and turns written as `**Name:** words`, make it one" + none
    switch shape {
    case .colons(let names, let count):
      let begin = names.prefix(2).map { "“\($0):”" }.joined(separator: ", ")
      let isNamed = names.prefix(2).allSatisfy { $0.first?.isUppercase == true }
      return (
        "it may be a conversation, and was not read as one: \(count) of \(heads.lines) lines begin "
          + "with \(begin) and the like",
        isNamed ? "\(front) makes it one, if these are who speaks" + none : rewritten
      )
    case .names(let names, let count):
      let shown = names.prefix(2).map { "“\($0)”" }.joined(separator: ", ")
      return (
        "it may be a conversation, and was not read as one: \(count) of \(heads.lines) lines are "
          + "\(shown) and the like", rewritten
      )
    case .times(let count):
      return (
        "it may be a conversation, and was not read as one: \(count) of \(heads.lines) lines have a "
          + "time at their head", rewritten
      )
    }
  }
}
