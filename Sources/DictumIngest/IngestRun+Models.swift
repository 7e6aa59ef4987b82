import DictumModel
import DictumStore
import Glibc

extension IngestRun {
  /// Hashes the files that models declare as inputs, so that a trace can say whether a run is fresh
  /// without opening a file.
  ///
  /// Only those whose stamp changed are read.
  func hashModelInputs() throws {
    var known = try writer.files().filter { $0.value.status == .input }
    for (source, path, card) in try writer.models() {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      var inputs: [String: String?] = [:]
      for name in card.inputs {
        let file = folder.isEmpty ? name : folder + "/" + name
        inputs.updateValue(try hash(file, known: known[file]), forKey: name)
        known[file] = nil
      }
      if try writer.inputs(ofModelAt: source) != inputs {
        try writer.setInputs(inputs, ofModelAt: source)
      }
    }
    for path in known.keys.sorted() { try writer.removeFile(path) }
  }

  private func hash(_ path: String, known: FileRecord?) throws -> String? {
    var info = stat()
    guard stat(library.absolute(path), &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      if known != nil { try writer.removeFile(path) }
      return nil
    }
    let stamp = FileRecord.Stamp(info)
    if let known, known.stamp == stamp { return known.sha256 }
    guard let bytes = try? FileBytes.read(library.absolute(path)) else { return nil }
    let sha256 = ContentHash.sha256(bytes)
    // An input that is itself a source is recorded as one.
    if !LinkTarget.noteEndings.contains(where: { path.lowercased().hasSuffix("." + $0) }) {
      try writer.setFile(FileRecord(path: path, stamp: stamp, sha256: sha256, status: .input))
    }
    return sha256
  }

  /// Loads the ledger of runs when it is another than at the last ingest.
  func loadLedger() throws {
    let bytes = (try? FileBytes.read(library.runLedger)) ?? []
    let sha256 = ContentHash.sha256(bytes)
    guard try writer.meta("runs.sha256") != sha256 else { return }
    try writer.setRuns(ledger: bytes, path: Library.runLedgerPath)
    try writer.setMeta("runs.sha256", sha256)
  }
}
