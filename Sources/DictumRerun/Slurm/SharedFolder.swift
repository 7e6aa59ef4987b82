import Foundation

/// Whether a folder can be seen by other machines, as far as one machine can tell.
struct SharedFolder {
  /// File systems that live in one machine.
  ///
  /// A local disk is not among them: it can be served to
  /// others over the network.
  private static let own: Set<String> = ["tmpfs", "ramfs", "overlay"]

  /// What kind of file system of this machine alone a folder is on; `nil` for any that may be shared.
  static func ownKind(of path: String) -> String? {
    guard let path = realPath(path),
      let mounts = FileManager.default.contents(atPath: "/proc/self/mountinfo")
    else { return nil }
    let kind = kind(of: path, mounts: String(decoding: mounts, as: UTF8.self))
    return kind.flatMap { own.contains($0) ? $0 : nil }
  }

  /// The kind of file system that a path is on, by the lines of proc(5)'s mountinfo; of mounts of the
  /// same place the last counts.
  ///
  ///     36 35 98:0 / /mnt/data rw,noatime shared:1 - nfs4 server:/export rw,vers=4.2
  static func kind(of path: String, mounts: String) -> String? {
    var best: (length: Int, kind: String)?
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 6, let dash = words.firstIndex(of: "-"), dash + 1 < words.count
      else { continue }
      let point = words[4].replacing(#"\040"#, with: " ")
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      guard isAbove, point.utf8.count >= best?.length ?? 0 else { continue }
      best = (point.utf8.count, String(words[dash + 1]))
    }
    return best?.kind
  }

  /// Whether a partition's nodes, as Slurm lists them, are the machine of this name alone.
  static func isOnlyNode(_ nodes: String, host: String) -> Bool {
    !nodes.isEmpty && (nodes == host || nodes == String(host.prefix { $0 != "." }))
  }

  /// This machine's name.
  static var host: String {
    let name = FileManager.default.contents(atPath: "/proc/sys/kernel/hostname") ?? Data()
    return String(decoding: name, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
