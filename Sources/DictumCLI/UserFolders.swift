import DictumRerun
import Glibc

/// The user's own folders (XDG Base Directory Specification 0.8): what lies there is this user's and of
/// this machine, and no library can bring it along.
enum UserFolders {
  /// Where approvals are kept; the fingerprints `accepted` count as approved and are not kept.
  static func trust(accepting accepted: Set<String> = []) throws -> TrustStore {
    TrustStore(
      directory: try folder("XDG_STATE_HOME", or: ".local/state") + "/trust", accepting: accepted)
  }

  /// Where it is kept which runs were begun and made here.
  static func register() throws -> RunRegister {
    RunRegister(directory: try folder("XDG_STATE_HOME", or: ".local/state") + "/runs")
  }

  /// What build commands made, which can be made again.
  static func builds() throws -> BuildCache {
    BuildCache(directory: try folder("XDG_CACHE_HOME", or: ".cache") + "/builds")
  }

  /// Dictum's folder in that of a variable, or in the home folder.
  ///
  /// Without `HOME` it is the home folder of the system's list of users, never one that
  /// everybody may write in, where somebody else may have made Dictum's first.
  private static func folder(_ variable: String, or usual: String) throws -> String {
    if let base = absolute(variable) { return base + "/dictum" }
    guard let home = absolute("HOME") ?? listed() else {
      throw Failure("there is no home folder: set HOME or \(variable)")
    }
    return "\(home)/\(usual)/dictum"
  }

  private static func absolute(_ variable: String) -> String? {
    Terminal.environment(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  private static func listed() -> String? {
    guard let entry = getpwuid(geteuid()), let folder = entry.pointee.pw_dir,
      folder.pointee == 0x2F
    else { return nil }
    return String(cString: folder)
  }
}
