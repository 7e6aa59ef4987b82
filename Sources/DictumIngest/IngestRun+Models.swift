import DictumModel
import DictumStore
import Glibc

extension IngestRun {
  /// Hashes the files that models declare as inputs, so that a trace can say whether a run is fresh
  /// without opening a file.
  ///
  /// Only those whose stamp changed are read.
  func hashModelInputs() throws {
    let records = try writer.files()
    var unused = Set(records.values.filter { $0.status == .input }.map(\.path))
    for (source, path, card) in try writer.models() {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      var inputs: [String: String?] = [:]
      for name in card.inputs {
        let file = folder.isEmpty ? name : folder + "/" + name
        inputs.updateValue(try hash(file, record: records[file]), forKey: name)
        unused.remove(file)
      }
      if try writer.inputs(ofModelAt: source) != inputs {
        try writer.setInputs(inputs, ofModelAt: source)
      }
    }
    for path in unused.sorted() { try writer.removeFile(path) }
  }

  private func hash(_ path: String, record: FileRecord?) throws -> String? {
    let isInput = record == nil || record?.status == .input
    var info = stat()
    guard stat(library.absolute(path), &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      if record?.status == .input { try writer.removeFile(path) }
      return nil
    }
    let stamp = FileRecord.Stamp(info)
    if let record, record.stamp == stamp, !record.sha256.isEmpty { return record.sha256 }
    guard let sha256 = try? FileBytes.sha256(library.absolute(path)) else { return nil }
    // An input that the walk met is recorded as what it is there.
    if isInput {
      try writer.setFile(FileRecord(path: path, stamp: stamp, sha256: sha256, status: .input))
    }
    return sha256
  }

  /// Loads the ledger of runs when it is another than at the last ingest.
  func loadLedger() throws {
    var bytes: [UInt8] = []
    do {
      bytes = try FileBytes.read(library.runLedger)
    } catch  where !error.isMissing {
      // What is known of runs stays.
      return try writer.setDiagnostics(
        [
          Diagnostic(
            .error, at: Place(Library.runLedgerPath, line: 1),
            "the ledger cannot be read: \(error)",
            remedy: "put the file back, or move it away")
        ], for: Library.runLedgerPath)
    } catch {}
    let sha256 = ContentHash.sha256(bytes)
    guard try writer.meta("runs.sha256") != sha256 else { return }
    try writer.setRuns(ledger: bytes, path: Library.runLedgerPath)
    try writer.setMeta("runs.sha256", sha256)
  }
}
