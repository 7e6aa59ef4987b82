import DictumModel
import DictumRerun
import DictumStore

/// Says of runs that are shown whether this user made them: a ledger may come with somebody's library.
enum ForeignRuns {
  /// One note for each of the runs that is not this user's, at most a few.
  static func tell(_ ids: [String], store: Store) throws {
    // Without a home folder nobody knows whose they are, and nothing may be said to be theirs.
    guard let register = try? UserFolders.register() else { return }
    let most = 3
    var seen: Set<String> = []
    var foreign: [RunRecord] = []
    for id in ids where seen.insert(id).inserted && foreign.count <= most {
      if let record = try store.run(id), !register.isOurs(record) { foreign.append(record) }
    }
    for record in foreign.prefix(most) {
      Terminal.talk(
        "note: \(record.id) was not made here by you: `dictum rerun model:\(record.model)` makes it "
          + "anew")
    }
    if foreign.count > most { Terminal.talk("note: nor were others of these runs") }
  }
}
