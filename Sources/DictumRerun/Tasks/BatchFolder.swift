import Crypto
package import DictumModel
import Foundation
import Glibc

/// The folder of a batch: what lies where in it, and how its files are written and read.
package struct BatchFolder: Hashable, Sendable {
  /// Its absolute path.
  package let path: String

  /// The folder at a path; it need not be there yet.
  package init(_ path: String) {
    self.path = path
  }

  /// The copies of the declared inputs.
  package var inputs: String { path + "/inputs" }

  /// What the card's build command made.
  package var build: String { path + "/build" }

  private var batch: String { path + "/batch.json" }
  private var results: String { path + "/results" }

  private func result(_ index: Int) -> String { results + "/\(index).json" }

  /// Makes the folder, which must not be there yet, with copies of the inputs of the card in `source`.
  ///
  /// The copies are what runs, so their hashes are compared with those that were planned.
  func create(
    _ batch: TaskBatch, from source: String, inputs hashes: [String: String]
  ) throws(RerunError) {
    let above = URL(filePath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
    for folder in [path, inputs, results] { try RunFolder.make(folder) }
    let copies = try InputHasher(card: batch.card, folder: source).copy(to: inputs)
    let names = Set(copies.keys).union(hashes.keys).sorted()
    if let changed = names.first(where: { copies[$0] != hashes[$0] }) {
      throw .inputChanged(model: batch.card.id, input: changed)
    }
    try write(batch)
  }

  /// Writes the tasks of a further look in place of those before, and what has ended of them under
  /// its new index.
  func renew(_ batch: TaskBatch, results ended: [TaskResult]) throws(RerunError) {
    RunFolder.remove(results)
    try RunFolder.make(results)
    try write(batch)
    let byKey = Dictionary(ended.map { ($0.task.key, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, task) in batch.tasks.enumerated() {
      if let result = byKey[task.key], result.reusedFrom == nil { try keep(result, index: index) }
    }
  }

  /// Writes what is to be run, in place of what was.
  func write(_ value: TaskBatch) throws(RerunError) {
    guard let json = try? canonicalEncoder().encode(value) else {
      throw .badNumber(model: value.card.id, field: "params")
    }
    try replace(batch, with: json)
  }

  /// What is to be run; `nil` when there is no such folder, or its file is damaged, or is not the one
  /// that has the seal asked for.
  package func read(sealed seal: String? = nil) -> TaskBatch? {
    guard let json = FileManager.default.contents(atPath: batch),
      seal == nil || seal == Self.seal(json)
    else { return nil }
    return try? JSONDecoder().decode(TaskBatch.self, from: json)
  }

  /// What a node is told besides the folder, so that it runs what was approved, whoever can write there
  /// meanwhile: the SHA-256 of the batch as it is written; `nil` for one that cannot be.
  static func seal(of batch: TaskBatch) -> String? {
    (try? canonicalEncoder().encode(batch)).map(seal)
  }

  private static func seal(_ json: Data) -> String { hexadecimal(SHA256.hash(data: json)) }

  /// Keeps the result of a task: the file appears whole or not at all.
  package func keep(_ value: TaskResult, index: Int) throws(RerunError) {
    guard let json = try? canonicalEncoder().encode(value) else {
      throw .cannotPrepare(path: result(index), reason: "it has a number JSON cannot say")
    }
    try replace(result(index), with: json)
  }

  /// The indices of the tasks that have a result, by one look at the folder: asking for each file that
  /// is not there yet would have a network file system remember that it is not.
  var ended: Set<Int> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: results)) ?? []
    return Set(
      names.compactMap { $0.hasSuffix(".json") ? Int($0.dropLast(".json".count)) : nil })
  }

  /// The result of the task at an index; `nil` when it has not ended, or its file is damaged.
  package func result(of index: Int) -> TaskResult? {
    FileManager.default.contents(atPath: result(index)).flatMap {
      try? JSONDecoder().decode(TaskResult.self, from: $0)
    }
  }

  /// The right to work in the folder; `nil` while another process has it.
  func lock() -> BatchLock? { BatchLock(path + "/lock") }

  /// Removes the folder and all that is in it.
  package func remove() {
    RunFolder.remove(path)
  }

  private func replace(_ path: String, with json: Data) throws(RerunError) {
    let temporary = path + "." + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    guard FileManager.default.createFile(atPath: temporary, contents: json) else {
      throw .cannotPrepare(path: path, reason: lastSystemError())
    }
    guard rename(temporary, path) == 0 else {
      let reason = lastSystemError()
      unlink(temporary)
      throw .cannotPrepare(path: path, reason: reason)
    }
  }
}
