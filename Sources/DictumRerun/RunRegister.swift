import Crypto
package import DictumModel
import Foundation
import Glibc

/// Which runs this user began and made on this machine: one small file for each, named by the run.
///
///     begun /srv/notes/.dictum/runs/steps-20261121T044606Z-55ec    it is under way in this folder
///     made 9f86d081…                                                    the SHA-256 of its record
///
/// It lies in the user's state folder, never in a library: a library may be another's, with runs in it
/// that nobody made, and folders of runs that nobody approved. These are shown, but neither gone on
/// with nor used again.
package struct RunRegister: Sendable {
  private let directory: String

  /// The register in a directory, which the first run creates.
  package init(directory: String) {
    self.directory = directory
  }

  /// Remembers that a run begins in a folder; where it cannot, the run cannot be resumed.
  func begin(_ run: String, in folder: String) {
    write("begun " + folder, for: run)
  }

  /// Whether a run was begun in this very folder.
  func isBegun(_ run: String, in folder: String) -> Bool {
    read(run) == "begun " + folder
  }

  /// Remembers the record that a run came to; where it cannot, its results are not used again.
  func finish(_ record: RunRecord) {
    if let hash = Self.hash(of: record) { write("made " + hash, for: record.id) }
  }

  /// Forgets a run that came to nothing.
  func forget(_ run: String) {
    if let path = path(of: run) { unlink(path) }
  }

  /// Whether a record is, to the last digit, what a run of this user's came to here.
  package func isOurs(_ record: RunRecord) -> Bool {
    guard let line = read(record.id), let hash = Self.hash(of: record) else { return false }
    return line == "made " + hash
  }

  private static func hash(of record: RunRecord) -> String? {
    (try? canonicalEncoder().encode(record)).map { hexadecimal(SHA256.hash(data: $0)) }
  }

  /// The file of a run; `nil` for an id that no run of ours has, whatever a library says.
  private func path(of run: String) -> String? {
    let name = run.hasPrefix("run:") ? run.dropFirst(4) : run[...]
    let isName = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_.".utf8.contains($0)
    }
    return name.isEmpty || name.hasPrefix(".") || !isName ? nil : directory + "/" + name
  }

  private func read(_ run: String) -> String? {
    guard let path = path(of: run) else { return nil }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o022 == 0,
      let bytes = readRegularFile(path, limit: 65_536)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ text: String, for run: String) {
    guard let path = path(of: run) else { return }
    try? FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let new = directory + "/.new-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    guard writeNewFile([UInt8](text.utf8), to: new, isDurable: false) == nil,
      rename(new, path) == 0
    else {
      unlink(new)
      return
    }
  }
}
