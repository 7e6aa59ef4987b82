import DictumModel
import GRDB

/// Which speaker of the library a name that a text uses means: `Bram` is Bram Visser, where there is
/// one Bram and no more.
struct KnownNames {
  /// The names of the speakers whom a name, folded, may mean.
  private var byKey: [String: Set<String>] = [:]
  private var whole: [String: String] = [:]

  init(_ db: Database) throws {
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT key, name FROM speaker s WHERE EXISTS (SELECT 1 FROM utterance WHERE speaker_id = s.id)
          OR EXISTS (SELECT 1 FROM passage WHERE speaker_id = s.id)
          OR EXISTS (SELECT 1 FROM source_author WHERE speaker_id = s.id)
        """)
    {
      let key: String = row[0]
      whole[key] = row[1]
      let words = key.split(separator: " ")
      for word in words where words.count > 1 { byKey[String(word), default: []].insert(row[1]) }
    }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT alias, name FROM speaker_alias JOIN speaker ON speaker.id = speaker_id
        """)
    {
      byKey[SpeakerKey(row[0]).stored, default: []].insert(row[1])
    }
  }

  /// The name of the one speaker meant, or `name` itself where that is nobody's or several could be.
  func name(for name: String) -> String {
    let key = SpeakerKey(name).stored
    if let known = whole[key] { return known }
    guard let found = byKey[key], found.count == 1, let only = found.first else { return name }
    return only
  }
}
