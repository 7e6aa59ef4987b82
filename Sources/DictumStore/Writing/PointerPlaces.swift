import DictumModel
import GRDB

/// Finds where pointers lead: the source by its names, then the place within it.
struct PointerPlaces {
  /// The source that a target means, seen from a source's path.
  typealias Find = (_ target: String, _ from: String, _ kind: Reference.Kind) -> Int64?

  /// Where a pointer leads.
  struct Place: Equatable {
    var source: Int64?
    var passage: Int64?
    var turn: Int?
  }

  private let db: Database
  let find: Find

  /// The first passages under the headings of the sources asked for whose innermost headings did not
  /// suffice.
  private var outlines: [Int64: Outline] = [:]

  init(_ db: Database, _ find: @escaping Find) {
    self.db = db
    self.find = find
  }

  /// Where `target` and `fragment` lead, written in the source `own` at `path`.
  mutating func place(
    _ target: String, _ fragment: String?, from path: String, own: Int64, _ kind: Reference.Kind
  ) throws -> Place {
    guard let source = target.isEmpty ? own : find(target, path, kind) else { return Place() }
    guard let fragment, !fragment.isEmpty, kind != .work else {
      // A note of references may have a block for each key.
      let passage = kind == .citation ? try passage(source, anchor: target) : nil
      return Place(source: source, passage: passage)
    }
    if kind == .citation { return try located(fragment, in: source, key: target) }
    if let turn = Address.turn(in: fragment) { return try place(turn: turn, in: source) }
    let anchor = fragment.hasPrefix("^") ? String(fragment.dropFirst()) : fragment
    if let found = try passage(source, anchor: anchor) {
      return Place(source: source, passage: found)
    }
    return Place(
      source: source,
      passage: try passage(source, under: fragment) ?? footnote(fragment, in: source))
  }

  /// The passage of a footnote, or of what refers to it, by the names that web pages give them:
  /// `fn-1`, `fn:1`, `fnref-1`, on GitHub with `user-content-` before.
  private func footnote(_ fragment: String, in source: Int64) throws -> Int64? {
    var name = fragment[...]
    if name.hasPrefix("user-content-") { name = name.dropFirst("user-content-".count) }
    let column = name.hasPrefix("fnref") ? "passage_id" : "to_passage_id"
    guard name.hasPrefix("fn") else { return nil }
    name = name.dropFirst(name.hasPrefix("fnref") ? 5 : 2)
    guard name.hasPrefix("-") || name.hasPrefix(":") else { return nil }
    return try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(column) FROM reference
          WHERE source_id = ? AND kind = 'footnote' AND target = ? COLLATE NOCASE
          ORDER BY first LIMIT 1
          """), arguments: [source, String(name.dropFirst())])
  }

  /// The place of a citation's locator, where it names one of ours: `turn 33`, `t33`, `^id`.
  private func located(_ locator: String, in source: Int64, key: String) throws -> Place {
    let words = locator.split(separator: " ")
    if words.count == 2, words[0] == "turn", let turn = Int(words[1]) {
      return try place(turn: turn, in: source)
    }
    if let turn = Address.turn(in: locator) { return try place(turn: turn, in: source) }
    let anchor = locator.hasPrefix("^") ? String(locator.dropFirst()) : key
    return Place(source: source, passage: try passage(source, anchor: anchor))
  }

  private func place(turn: Int, in source: Int64) throws -> Place {
    let exists = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM utterance WHERE source_id = ? AND turn = ?"),
      arguments: [source, turn])
    return Place(source: source, turn: exists == true ? turn : nil)
  }

  private func passage(_ source: Int64, anchor: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM passage WHERE source_id = ? AND anchor = ?"),
      arguments: [source, anchor])
  }

  /// The first passage under a heading, which a link names in full or, as web pages do, in small
  /// letters with hyphens; `A#B` is the heading B within A.
  private mutating func passage(_ source: Int64, under fragment: String) throws -> Int64? {
    let keys = fragment.split(separator: "#").map {
      LinkTarget.headingKey(LinkTarget.percentDecoded(String($0)))
    }
    guard let last = keys.last, !last.isEmpty else { return nil }
    if keys.count == 1,
      let found = try Int64.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT id FROM passage WHERE source_id = ? AND section = ? AND section <> ''
            ORDER BY first LIMIT 1
            """), arguments: [source, last])
    {
      return found
    }
    if outlines[source] == nil { outlines[source] = try Outline(db, source) }
    return outlines[source]?.passage(under: keys, written: fragment)
  }
}

/// The headings of one source, each with the first passage under it.
private struct Outline {
  private var rows: [(keys: [String], passage: Int64)] = []
  private var title: String

  init(_ db: Database, _ source: Int64) throws {
    title = LinkTarget.headingKey(
      try String.fetchOne(db, sql: "SELECT title FROM source WHERE id = ?", arguments: [source])
        ?? "")
    var last = ""
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT headings, id FROM passage WHERE source_id = ? ORDER BY first",
      arguments: [source])
    while let row = try cursor.next() {
      let headings: String = row[0]
      if headings == last, !rows.isEmpty { continue }
      last = headings
      rows.append(
        (headings.split(separator: " › ").map { LinkTarget.headingKey(String($0)) }, row[1]))
    }
  }

  /// The first passage under the last of `path`, which stands under those before it; where a heading
  /// stands more than once, `heading-1` is the second, as on web pages.
  func passage(under path: [String], written: String) -> Int64? {
    if let row = rows.first(where: { Outline.leads($0.keys, through: path) }) { return row.passage }
    if path == [title] { return rows.first?.passage }
    guard path.count == 1, let hyphen = written.lastIndex(of: "-"),
      let count = Int(written[written.index(after: hyphen)...]), count > 0
    else { return nil }
    let key = LinkTarget.headingKey(String(written[..<hyphen]))
    let same = rows.filter { $0.keys.last == key }
    return count < same.count ? same[count].passage : nil
  }

  /// Whether `path` ends with one of `keys` and its other parts come before it, in order.
  private static func leads(_ keys: [String], through path: [String]) -> Bool {
    var rest = path[...]
    for key in keys where key == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
