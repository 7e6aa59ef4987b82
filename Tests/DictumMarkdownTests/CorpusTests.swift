import DictumMarkdown
import Foundation
import Testing

/// The invariants over Markdown that people wrote.
@Suite struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora").standardized

  @Test func invariantsHold() throws {
    let limit = ProcessInfo.processInfo.environment["DICTUM_CORPUS_LIMIT"].flatMap(Int.init)
    let files = Self.files()
    guard !files.isEmpty else {
      print("skipped: no Markdown below \(Self.folder.path)")
      return
    }
    // Every n-th file, so that all corpora are seen in about a megabyte and a half.
    var left = limit ?? 1_500_000
    let stride = limit == nil ? max(1, files.count / 150) : 1
    for index in Swift.stride(from: 0, to: files.count, by: stride) {
      let bytes = [UInt8](try Data(contentsOf: files[index]))
      guard bytes.count < 300_000, String(validating: bytes, as: UTF8.self) != nil else { continue }
      left -= bytes.count
      if left < 0 { break }
      let found = violations(of: MarkdownDocument(parsing: bytes), in: bytes)
      #expect(found.isEmpty, "\(files[index].path): \(found.prefix(5))")
    }
  }

  private static func files() -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let urls = all?.compactMap { $0 as? URL } ?? []
    return urls.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }
}
