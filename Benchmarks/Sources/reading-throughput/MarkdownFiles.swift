import Foundation

/// The Markdown files that are read, in memory before anything is timed.
struct MarkdownFiles {
  private(set) var contents: [[UInt8]] = []

  /// The `.md` files below a folder; without one, of the shared corpora if they are there.
  init(folder: String?) {
    let shared =
      ProcessInfo.processInfo.environment["DICTUM_SHARED"]
      ?? URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../shared").standardized.path
    let root = URL(filePath: folder ?? shared + "/corpora")
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let urls = (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }
    for url in urls.sorted(by: { $0.path < $1.path }) {
      guard let data = try? Data(contentsOf: url) else { continue }
      let bytes = [UInt8](data)
      if String(validating: bytes, as: UTF8.self) != nil { contents.append(bytes) }
    }
  }

  var byteCount: Int { contents.reduce(0) { $0 + $1.count } }
}
