import DictumRerun

/// Finding approvals by what the user calls them.
enum TrustFolder {
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
