import DictumModel
import DictumStore
import Foundation

/// Runs with what the library knows of their models now.
struct ReportedRuns {
  let reports: [RunReport]
  let unrun: [UnrunModel]

  /// For each model's id, the absolute path of its card.
  let cards: [String: String]

  /// The runs, in the order given; `unrun` are the models that were to be run as well, with why not.
  init(
    _ records: [RunRecord], unrun: [(model: String, reason: String, isApproved: Bool)] = [],
    store: Store, library: Library
  ) throws {
    let models = Dictionary(
      try store.models().map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    reports = records.map { record in
      guard let model = models["model:\(record.model)"] else {
        return RunReport(record: record, title: record.model)
      }
      var claims: [String: String] = [:]
      var stale: [String: [String]] = [:]
      for (test, claim) in zip(model.tests, model.claims) {
        guard let id = test.bound?.id else { continue }
        claims[id] = claim
        // An older run is reported for what it was.
        if test.run?.id == record.id { stale[id] = test.staleReasons }
      }
      return RunReport(
        record: record, title: model.title, card: ReportedRuns.shown(model.path, library),
        claims: claims, staleReasons: stale)
    }
    self.unrun = unrun.map { model, reason, isApproved in
      let path = models["model:\(model)"]?.path
      return UnrunModel(
        model: model, card: path.map { ReportedRuns.shown($0, library) }, reason: reason,
        isApproved: isApproved)
    }
    cards = Dictionary(
      models.values.map { (RunChoice.model($0.address), library.absolute($0.path)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The path of a card as whoever reads the report finds it: from the top of what GitHub Actions
  /// checked out, or from the current folder, where it lies below; else from the library.
  private static func shown(_ path: String, _ library: Library) -> String {
    let absolute = library.absolute(path)
    let bases = [
      Terminal.environment("GITHUB_WORKSPACE"), FileManager.default.currentDirectoryPath,
    ]
    for base in bases.compactMap({ $0 }).compactMap(LibraryOptions.resolved)
    where absolute.hasPrefix(base + "/") { return String(absolute.dropFirst(base.utf8.count + 1)) }
    return path
  }
}
