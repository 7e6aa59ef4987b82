import Glibc

/// A folder that a card lets its model read, in words that say what it is to the user.
///
///     /opt/tools
///     /opt/tools, which is /srv/ada/tools, IN YOUR HOME FOLDER
///     /srv, WITH YOUR HOME FOLDER
struct Readable {
  let description: String

  /// Whether the user's own files are in it.
  let isOfUser: Bool

  init(_ path: String) {
    let real = LibraryOptions.resolved(path) ?? path
    let listed = getpwuid(geteuid()).flatMap { entry in
      entry.pointee.pw_dir.map { String(cString: $0) }
    }
    let homes = [listed, Terminal.environment("HOME")].compactMap { $0 }
      .compactMap(LibraryOptions.resolved).filter { $0 != "/" }
    let words = real == path ? path : "\(path), which is \(real)"
    if homes.contains(where: { ($0 + "/").hasPrefix(real == "/" ? real : real + "/") }) {
      (description, isOfUser) = (words + ", WITH YOUR HOME FOLDER", true)
    } else if homes.contains(where: { real.hasPrefix($0 + "/") }) {
      (description, isOfUser) = (words + ", IN YOUR HOME FOLDER", true)
    } else {
      (description, isOfUser) = (words, false)
    }
  }
}
