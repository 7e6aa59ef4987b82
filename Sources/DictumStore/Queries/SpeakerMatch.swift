import DictumModel
import GRDB

/// Which speakers a name, or a part of one, means.
enum SpeakerMatch {
  /// The ids of the speakers that `written` means.
  ///
  /// A whole name or a registered alias means that speaker alone; else every word of `written` must
  /// begin a word of the name: `kwa` and `thomas k` both mean Thomas Kwa.
  static func ids(_ db: Database, _ written: String) throws -> [Int64] {
    let key = SpeakerKey(written).stored
    let exact = try Int64.fetchAll(
      db, sql: "SELECT id FROM speaker WHERE key = ?", arguments: [key])
    if !exact.isEmpty { return exact }
    var found: [Int64] = []
    for row in try Row.fetchAll(db, sql: "SELECT id, key FROM speaker") {
      if isPart(key, of: row[1]) { found.append(row[0]) }
    }
    if !found.isEmpty { return found }
    return try Row.fetchAll(db, sql: "SELECT DISTINCT alias, speaker_id FROM speaker_alias")
      .filter { SpeakerKey($0[0]).stored == key }.map { $0[1] }
  }

  /// The names, as written, under which reports can mean one of the speakers `ids`: their whole name,
  /// or words of it.
  static func reported(_ db: Database, _ ids: [Int64]) throws -> [String] {
    guard !ids.isEmpty else { return [] }
    let list = ids.map(String.init).joined(separator: ",")
    let keys = try String.fetchAll(db, sql: "SELECT key FROM speaker WHERE id IN (\(list))")
      .map { Set($0.split(separator: " ")) }
    return try String.fetchAll(db, sql: "SELECT DISTINCT speaker FROM reported_speech").filter {
      let words = SpeakerKey($0).stored.split(separator: " ")
      return keys.contains { $0.isSuperset(of: words) }
    }.prefix(500).map(\.self)
  }

  private static func isPart(_ written: String, of name: String) -> Bool {
    let words = name.split { " -.".contains($0) }
    return !written.isEmpty
      && written.split(separator: " ").allSatisfy { part in
        words.contains { $0.hasPrefix(part) }
          || name.split(separator: " ").contains { $0.hasPrefix(part) }
      }
  }
}
