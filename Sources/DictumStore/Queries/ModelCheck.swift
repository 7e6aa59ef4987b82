import DictumModel
import GRDB

/// What `check` finds wrong with models and their newest runs.
enum ModelCheck {
  typealias Finding = CheckReport.Finding

  /// The findings of every model, in the order of the cards' paths.
  static func findings(_ db: Database) throws -> [Finding] {
    try ModelQuery.summaries(db).flatMap { model in
      if let never = neverRun(model) { return [never] }
      return model.tests.flatMap { test -> [Finding] in
        let place = Place(model.path, line: test.bound?.line)
        return [standing(test, model: model, at: place), teeth(test, at: place)].compactMap { $0 }
      }
    }
  }

  /// That a model was never run is said once, whatever it has of bounds.
  private static func neverRun(_ model: ModelSummary) -> Finding? {
    guard model.run == nil, model.tests.contains(where: { $0.standing == .neverRun }) else {
      return nil
    }
    return Finding(
      .neverRun,
      Diagnostic(
        .warning, at: Place(model.path, line: model.tests.first?.bound?.line),
        "\(model.address) was never run", remedy: "dictum rerun \(model.address)"))
  }

  private static func standing(
    _ test: TestView, model: ModelSummary, at place: Place
  ) -> Finding? {
    func finding(_ kind: Finding.Kind, _ message: String, _ remedy: String?) -> Finding {
      Finding(
        kind, Diagnostic(.warning, at: place, test.address + message, remedy: remedy))
    }
    let rerun = "dictum rerun \(model.address)"
    switch test.standing {
    case .contradicted:
      return finding(.contradicted, " is contradicted: \(test.judgement?.reason ?? "")", nil)
    case .diverged:
      return finding(
        .diverged,
        " is in doubt: its newest run gave other numbers than an earlier one of equal causes",
        "look for what the run depends on and the card does not name")
    case .stale:
      return finding(
        .staleVerdict, " is stale: \(test.staleReasons.joined(separator: ", "))", rerun)
    case .blocked:
      return finding(
        .staleVerdict,
        test.run?.outcome == .ok
          ? " could not be judged: \(test.judgement?.reason ?? "no number")"
          : ": the newest run ended with \(test.run?.outcome.rawValue ?? "")", rerun)
    case .neverRun, .holds, .inconclusive, .unchecked, .untested: return nil
    }
  }

  private static func teeth(_ test: TestView, at place: Place) -> Finding? {
    guard test.staleReasons.isEmpty, !test.toothless.isEmpty else { return nil }
    return Finding(
      .toothless,
      Diagnostic(
        .warning, at: place,
        "\(test.address) is toothless: control \(test.toothless.joined(separator: ", ")) must break it "
          + "and does not",
        remedy: "tighten the bound, or take another control"))
  }
}
