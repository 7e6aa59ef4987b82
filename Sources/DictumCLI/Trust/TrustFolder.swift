import DictumRerun

/// Where approvals are kept: the user's state folder (XDG Base Directory Specification 0.8).
enum TrustFolder {
  static func store(accepting accepted: Set<String> = []) -> TrustStore {
    let state =
      Terminal.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (Terminal.environment("HOME") ?? "/tmp") + "/.local/state"
    return TrustStore(directory: state + "/dictum/trust", accepting: accepted)
  }

  /// The approvals that a name means: `model:ID`, an id, or the beginning of a fingerprint of at least
  /// 8 digits, with or without `sha256:`; throws when there is none.
  static func approvals(_ name: String, in store: TrustStore) throws -> [Approval] {
    var id = name
    for prefix in ["model:", "sha256:"] where id.hasPrefix(prefix) {
      id = String(id.dropFirst(prefix.count))
    }
    let wanted = store.list().approvals.filter {
      $0.model == id || (id.utf8.count >= 8 && $0.fingerprint.hasPrefix(id))
    }
    guard !wanted.isEmpty else {
      throw Failure("\(name): nothing of that name is approved; `dictum trust list` shows what is")
    }
    return wanted
  }
}
