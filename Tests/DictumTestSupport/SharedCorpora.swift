package import Foundation

/// Real notes and transcripts of other people, for trying; a test that wants them skips without.
package enum SharedCorpora {
  /// The folder with the corpora, or `nil` when it is not on this machine: `DICTUM_SHARED/corpora`,
  /// else `shared/corpora` beside the repository.
  package static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let shared =
      environment["DICTUM_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("corpora")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Why tests that want the corpora are skipped.
  package static let reason: String = "the shared corpora are not on this machine"

  /// The root of this repository.
  package static let repository: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files of a corpus with one of these endings, in the order of their paths.
  package static func files(_ corpus: String, endings: [String]) -> [URL] {
    guard let root = folder?.appendingPathComponent(corpus),
      let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }.filter { endings.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
