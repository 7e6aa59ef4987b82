/// The keys of a model card, mapping by mapping; docs/models.md has a table of each.
enum CardKeys: String, CaseIterable {
  case card = "a model card"
  case run
  case environment = "run.environment"
  case range = "a range of sweep"
  case seeds
  case metrics
  case pick = "a place of metrics.pick"
  case printed = "a place of metrics.stdout"
  case expectation = "an expectation"
  case control = "a control"
  case limits
  case sandbox

  /// What any note's front matter may say; it means nothing to a run.
  static let ofAnyNote: Set<String> = [
    "type", "author", "authors", "date", "published", "created", "updated", "tags", "aliases",
    "source", "url", "description", "cites", "license",
  ]

  /// The keys, in the order of the docs.
  var keys: [String] {
    switch self {
    case .card:
      [
        "schema", "id", "title", "status", "run", "params", "sweep", "seeds", "metrics", "outputs",
        "expect", "control", "limits", "sandbox", "max_age_days",
      ]
    case .run: ["command", "build", "inputs", "environment"]
    case .environment: ["versions", "lockfiles"]
    case .range: ["from", "to", "step", "count"]
    case .seeds: ["base", "replicates", "max"]
    case .metrics: ["file", "pick", "stdout"]
    case .pick: ["path", "take"]
    case .printed: ["after", "take"]
    case .expectation:
      [
        "id", "claim", "metric", "output", "statistic", "op", "value", "margin", "exact", "over",
        "at", "basis",
      ]
    case .control: ["id", "params", "must_break"]
    case .limits: ["wall_s", "cpu_s", "mem_mb", "out_mb", "processes"]
    case .sandbox: ["network", "read"]
    }
  }

  /// Every key that may stand there.
  var known: Set<String> {
    self == .card ? CardKeys.ofAnyNote.union(keys) : Set(keys)
  }

  /// The mapping that has a key which does not belong in this one.
  func home(of key: String) -> CardKeys? {
    CardKeys.allCases.first { $0 != self && $0.keys.contains(key) }
  }
}
