import DictumModel
import GRDB

/// Which sources a path, an id, an alias, or a part of a path or title means.
enum SourceMatch {
  /// The one source that `written` names in full: by path, with or without its ending, id or alias.
  static func exact(_ db: Database, _ written: String) throws -> Int64? {
    let paths =
      [written] + (LinkTarget.noteEndings + LinkTarget.exportEndings).map { "\(written).\($0)" }
      + ["\(written)/model.md", "\(written)/index.md"]
    for path in paths {
      let id = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM source WHERE path = ?"), arguments: [path])
      if let id { return id }
    }
    return try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM source WHERE identifier = ?1
        UNION SELECT source_id FROM source_alias WHERE alias = ?1 LIMIT 1
        """, arguments: [written])
  }

  /// The sources that `written` can mean: the one it names in full, else those whose path or title
  /// holds it, case aside.
  static func ids(_ db: Database, _ written: String) throws -> [Int64] {
    if let id = try exact(db, written) { return [id] }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM source
        WHERE instr(lower(path), lower(?1)) > 0 OR instr(lower(title), lower(?1)) > 0
        ORDER BY length(path), path
        """, arguments: [written])
  }
}
