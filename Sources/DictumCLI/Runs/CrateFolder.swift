import DictumModel
import DictumReport
import DictumRerun
import Foundation

/// A folder that is made a Process Run RO-Crate of one run.
///
///     ro-crate-metadata.json    what everything is
///     run.json                  the record, dictum/run/1
///     report.html               the run as a page
///     model/                    the card, and the inputs that are still as they were when it ran
struct CrateFolder {
  let path: String
  let agent: String?
  let license: String?

  /// Fills the folder, which must be new or empty; `card` is the absolute path of the model's card.
  func write(_ report: RunReport, card: String?) throws {
    let held = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard held.isEmpty else {
      throw Failure("\(path) is not empty: name a new folder for the crate")
    }
    try CrateFolder.make(path)
    try CrateFolder.make(path + "/model")
    let now = Date.now.formatted(.iso8601)
    var files = copy(report.record, card: card)
    try CrateFolder.write(
      try JSONDocument.text(report.record, schema: "run/1") + "\n", to: path + "/run.json")
    try CrateFolder.write(
      RunPage.html([report], generatedAt: now), to: path + "/report.html")
    for (name, role) in [("run.json", ROCrate.File.Role.record), ("report.html", .page)] {
      if let file = described(name, role: role, below: path, as: name) { files.append(file) }
    }
    let crate = ROCrate(report, files: files, publishedAt: now, agent: agent, license: license)
    try CrateFolder.write(try crate.metadata(), to: path + "/ro-crate-metadata.json")
  }

  /// Copies the card as it is, and the inputs that are still those that ran.
  private func copy(_ record: RunRecord, card: String?) -> [ROCrate.File] {
    guard let card, let slash = card.lastIndex(of: "/") else { return [] }
    let folder = String(card[..<slash])
    let name = String(card[card.index(after: slash)...])
    var files: [ROCrate.File] = []
    for (input, sha256) in record.subject.inputs.sorted(by: { $0.key < $1.key }) {
      guard let file = copied(input, from: folder, role: .input) else { continue }
      if file.sha256 == sha256 {
        files.append(file)
      } else {
        try? FileManager.default.removeItem(atPath: "\(path)/model/\(input)")
      }
    }
    if !files.contains(where: { $0.path == "model/\(name)" }),
      let file = copied(name, from: folder, role: .card)
    {
      files.append(file)
    }
    return files
  }

  /// A file copied as a run's inputs are: never out of the card's folder, hashed as it is read.
  private func copied(
    _ name: String, from folder: String, role: ROCrate.File.Role
  ) -> ROCrate.File? {
    let hasher = InputHasher(
      card: ModelCard(id: "", title: "", command: [], inputs: [name]), folder: folder)
    guard (try? hasher.copy(to: path + "/model"))?[name] != nil else { return nil }
    return described(name, role: role, below: path + "/model", as: "model/\(name)")
  }

  private func described(
    _ name: String, role: ROCrate.File.Role, below folder: String, as shown: String
  ) -> ROCrate.File? {
    let hasher = InputHasher(
      card: ModelCard(id: "", title: "", command: [], inputs: [name]), folder: folder)
    guard let sha256 = (try? hasher.hashes())?[name],
      let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)"),
      let bytes = facts[.size] as? Int
    else { return nil }
    return ROCrate.File(path: shown, role: role, sha256: sha256, bytes: bytes)
  }

  /// Makes a folder; a new or empty one is marked, so that no ingest takes what is written there for
  /// the user's own.
  static func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      if try FileManager.default.contentsOfDirectory(atPath: path).isEmpty {
        try write("", to: "\(path)/\(Library.outputMarker)")
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(path): the folder cannot be made")
    }
  }

  /// Writes a file whole, or says that it cannot.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure("\(path): cannot be written: check that its folder is there")
    }
  }
}
