import DictumJudging
import DictumModel
import Foundation
import GRDB

/// A model as it is now, beside its newest run.
struct ModelState {
  let card: ModelCard

  /// The newest run in the ledger, without its tasks, of which there may be thousands.
  let newest: RunRecord?

  /// What that run says of each expectation as the card has it now, and how the bound was another
  /// when it ran.
  private let judgements: [String: (judgement: Judgement, rejudged: String?)]

  /// What its controls say, by the bounds of now.
  private let controls: [ControlFinding]

  /// The hashes of the inputs that are there.
  private let inputs: [String: String]

  init(_ db: Database, source: Int64, card: ModelCard) throws {
    self.card = card
    let newest = try Self.newest(db, card.id, "json_set(record, '$.tasks', json('[]'))")
    self.newest = newest
    var inputs: [String: String] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(sql: "SELECT name, sha256 FROM model_input WHERE source_id = ?"),
      arguments: [source])
    {
      if let sha256 = row[1] as String? { inputs[row[0]] = sha256 }
    }
    self.inputs = inputs

    var judgements: [String: (Judgement, String?)] = [:]
    for judgement in newest?.verdicts ?? [] where judgement.isCurrent(for: card) {
      judgements[judgement.expectation] = (judgement, nil)
    }
    var controls = newest?.controls ?? []
    if newest != nil, judgements.count < card.expectations.count {
      // Numbers are kept so that a bound can be changed without a run: they are judged by it here.
      let whole = try Self.newest(db, card.id, "record")
      for bound in card.expectations where judgements[bound.id] == nil {
        guard let whole else { continue }
        let again = Judge(whole, card: card).verdict(bound)
        if let then = whole.verdicts.first(where: { $0.expectation == bound.id }) {
          judgements[bound.id] = (again, "the bound was \(then.bound.words) when it ran")
        } else if again.verdict != .notEvaluated {
          judgements[bound.id] = (again, "the bound was declared after the run")
        }
      }
      controls = whole.map { Judge($0, card: card).controls } ?? []
    }
    self.judgements = judgements
    self.controls = controls
  }

  private static func newest(
    _ db: Database, _ model: String, _ column: String
  ) throws -> RunRecord? {
    let record = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT \(column) FROM run WHERE model = ? ORDER BY position DESC LIMIT 1"),
      arguments: [model])
    return record.flatMap { (text: String) -> RunRecord? in JSONText.decode(text) }
  }

  /// What is known of one expectation; of the model as a whole when `id` is `nil`.
  func test(_ id: String?, written: String) -> TestView {
    let bound = card.expectations.first { $0.id == id }
    let found = bound.flatMap { judgements[$0.id] }
    var reasons: [String] = []
    if let newest,
      case .stale(let changes) = Freshness(
        of: newest, card: card, inputs: inputs, today: Date().formatted(.iso8601))
    {
      reasons = changes
    }
    if newest?.outcome == .ok, found == nil, bound != nil {
      reasons.append("the expectation is newer than the run")
    }
    return TestView(
      model: card.id, address: bound.map { "model:\(card.id)#\($0.id)" } ?? written, bound: bound,
      run: newest.map(RunView.init), judgement: found?.judgement, rejudged: found?.rejudged,
      toothless: controls.filter { $0.expectation == bound?.id && $0.isToothless }.map(\.control),
      staleReasons: reasons,
      standing: standing(bound == nil ? nil : .some(found?.judgement.verdict), reasons))
  }

  /// `verdict` is `nil` without a bound, and holds `nil` for a bound that was not judged.
  private func standing(_ verdict: Judgement.Verdict??, _ reasons: [String]) -> Standing {
    guard let verdict, card.status != .retired else { return .unchecked }
    guard let newest else { return .neverRun }
    if !reasons.isEmpty { return .stale }
    switch verdict {
    case .contradicted: return .contradicted
    case .notEvaluated, nil: return .blocked
    case .holds, .inconclusive:
      if newest.repetition == .diverged { return .diverged }
      return verdict == .holds ? .holds : .inconclusive
    }
  }
}

/// The states of models that one question needs, each read once.
final class ModelStates {
  private var known: [String: ModelState?] = [:]

  /// The state of the model called `name`, or `nil` when there is none.
  func state(_ db: Database, _ name: String) throws -> ModelState? {
    if let state = known[name] { return state }
    let state = try ModelQuery.state(db, name: name)
    known[name] = .some(state)
    return state
  }
}
