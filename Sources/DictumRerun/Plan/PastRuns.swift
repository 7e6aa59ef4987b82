import DictumModel

/// The results of a model's earlier runs: by key, to be used again, and by name, to say what changed.
struct PastRuns: Hashable, Sendable {
  /// A result with what must be known of its run.
  struct Entry: Hashable, Sendable {
    /// `reusedFrom` names its run.
    var result: TaskResult
    var startedAt: String
    var sandbox: RunRecord.Sandbox
  }

  /// What a task is called whatever its key.
  private struct Name: Hashable, Sendable {
    var control: String?
    var point: [String: ParamValue]
    var seed: UInt64?

    init(_ task: RunTask) {
      control = task.control
      point = task.point
      seed = task.seed
    }
  }

  /// Where a task was run, whatever its seed.
  private struct Place: Hashable, Sendable {
    var control: String?
    var point: [String: ParamValue]
  }

  /// The last time a task of some name was run.
  private struct Last: Hashable, Sendable {
    var outcome: RunRecord.Outcome
    var run: Int
  }

  private let today: String
  private let isConfined: Bool
  private var subjects: [RunRecord.Subject] = []
  private var byKey: [String: Entry] = [:]
  private var byName: [Name: Last] = [:]
  private var places: Set<Place> = []
  private var controls: Set<String> = []
  /// Keys of good results that nobody made here.
  private var elsewhere: Set<String> = []

  /// The runs of one model, newest first; `today` is ISO 8601, `isConfined` says whether the next run
  /// is shut in, and `isOurs` of a record whether it was made here: no other is used again.
  init(
    _ records: [RunRecord], today: String, isConfined: Bool, isOurs: (RunRecord) -> Bool
  ) {
    self.today = today
    self.isConfined = isConfined
    for (index, record) in records.enumerated() {
      subjects.append(record.subject)
      // Asked only of records that have something: it takes as long as reading them.
      var ours: Bool?
      for result in record.tasks {
        let name = Name(result.task)
        if byName[name] == nil { byName[name] = Last(outcome: result.outcome, run: index) }
        places.insert(Place(control: name.control, point: name.point))
        if let control = name.control { controls.insert(control) }
        // A result that was itself used again counts where it was made.
        guard result.outcome == .ok, result.reusedFrom == nil else { continue }
        var entry = Entry(result: result, startedAt: record.startedAt, sandbox: record.sandbox)
        entry.result.reusedFrom = record.id
        // Where the newest will not do, an older one that was shut in may.
        if let known = byKey[result.task.key], known.sandbox != .none || entry.sandbox == .none {
          continue
        }
        ours = ours ?? isOurs(record)
        guard ours == true else {
          elsewhere.insert(result.task.key)
          continue
        }
        byKey[result.task.key] = entry
      }
    }
  }

  /// The newest good result of a key.
  func result(key: String) -> Entry? { byKey[key] }

  /// Why a result of the right key will not do all the same; `nil` when it will.
  func objection(to entry: Entry, card: ModelCard) -> RunReason? {
    if isConfined, entry.sandbox == .none { return .unconfined }
    if let limit = card.maximumAgeDays, let age = Freshness.days(from: entry.startedAt, to: today),
      age > limit
    {
      return .tooOld(age)
    }
    return nil
  }

  /// Why a task has no result of its key.
  func reason(for task: RunTask, subject: RunRecord.Subject, card: ModelCard) -> RunReason {
    guard let newest = subjects.first else { return .new }
    let last = byName[Name(task)]
    let changes = Freshness.changes(
      since: last.map { subjects[$0.run] } ?? newest, card: card, inputs: subject.inputs,
      environment: subject.environment)
    if !changes.isEmpty { return .changed(changes) }
    if let last {
      guard last.outcome == .ok else { return .unfinished(last.outcome) }
      if elsewhere.contains(task.key) { return .elsewhere }
      return .changed([task.control.map { "control \($0) changed" } ?? "metrics or outputs changed"]
      )
    }
    if let control = task.control, !controls.contains(control) { return .newControl }
    return places.contains(Place(control: task.control, point: task.point)) ? .newSeed : .newPoint
  }
}
