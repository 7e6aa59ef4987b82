import DictumIngest
package import DictumModel
package import DictumStore
package import Foundation

/// A library in a fresh temporary folder; removed when the value goes.
///
///     let library = try TemporaryLibrary(["a.md": "Words."])
///     try library.ingest()
package final class TemporaryLibrary: Sendable {
  /// The folder that holds all there is: the library, a home for `dictum`, other indexes.
  package let base: String

  /// The library's folder.
  package var root: String { base + "/library" }

  /// The library.
  package var library: Library { Library(root: root) }

  /// A library of these files: text by path.
  package init(_ files: [String: String] = [:]) throws {
    // Symbolic links resolved, as `Library` wants its root.
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    base = temporary + "/dictum-test-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: base + "/library/.dictum", withIntermediateDirectories: true)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try write(text, to: path) }
  }

  /// A library of a copy of a folder.
  package convenience init(copying folder: URL) throws {
    try self.init()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !name.hasPrefix(".") {
      try FileManager.default.copyItem(
        atPath: folder.path + "/" + name, toPath: root + "/" + name)
    }
  }

  deinit {
    // A test may have taken the right to list a folder away.
    try? FileManager.default.removeItem(atPath: base)
  }

  /// The library's index, opened.
  package func store() throws -> Store { try Store(path: library.index) }

  /// Brings the library's index up to date.
  @discardableResult
  package func ingest(paths: [String] = [], rereadAll: Bool = false) throws -> IngestReport {
    try Ingestor(library: library, store: store()).ingest(paths: paths, rereadAll: rereadAll)
  }

  /// What the library's index says.
  package func dump() throws -> String { try store().dump() }

  /// What an index says that is made from nothing of the files as they are now.
  package func freshDump() throws -> String {
    let path = base + "/fresh-\(UUID().uuidString).sqlite"
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    let store = try Store(path: path)
    _ = try Ingestor(library: library, store: store).ingest()
    return try store.dump()
  }
}

extension TemporaryLibrary {
  /// The absolute path of a file of the library.
  package func absolute(_ path: String) -> String { root + "/" + path }

  /// Writes a file, with the folders it needs.
  package func write(_ text: String, to path: String) throws {
    try write(bytes: Array(text.utf8), to: path)
  }

  /// Writes bytes that need not be text.
  package func write(bytes: [UInt8], to path: String) throws {
    let url = URL(fileURLWithPath: absolute(path))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The text of a file.
  package func text(_ path: String) throws -> String {
    try String(contentsOfFile: absolute(path), encoding: .utf8)
  }

  /// Replaces every `old` in a file.
  package func edit(_ path: String, _ old: String, _ new: String) throws {
    try write(text(path).replacing(old, with: new), to: path)
  }

  /// Moves a file, with the folders the new path needs.
  package func rename(_ old: String, to new: String) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: absolute(new)).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: absolute(old), toPath: absolute(new))
  }

  /// Deletes a file or a folder.
  package func delete(_ path: String) throws {
    try FileManager.default.removeItem(atPath: absolute(path))
  }

  /// Makes a symbolic link.
  package func link(_ path: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: absolute(path), withDestinationPath: destination)
  }

  /// When a file was last changed.
  package func date(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: absolute(path))[.modificationDate] as? Date
  }

  /// Says that a file was last changed at another time.
  package func setDate(_ date: Date, of path: String) throws {
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: absolute(path))
  }
}
