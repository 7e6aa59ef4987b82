import DictumModel

/// What a task that ended well left behind: its numbers and its files, and what of them is missing.
struct Harvest {
  /// A run may write more than this only where its card allows it so; no table of metrics is larger.
  private static let largestFile = 64 << 20

  private(set) var values: [String: Double]
  private(set) var outputs: [TaskResult.OutputFile] = []
  private(set) var notes: [String]

  /// Why the outcome is `missing-output`, with the last lines printed; `nil` when all is there.
  private(set) var missing: String?

  /// Reads what lies in the output folder, a path of this machine, and what was printed.
  ///
  /// A card's metrics are missing when it names some and none is there: one that is there shows that
  /// the model speaks of them. An output that an expectation asks for is judged, and so never missed
  /// here.
  init(of card: ModelCard, standardOutput: CappedOutput, folder: String) {
    let limit = min(card.limits.outputMiB << 20, Self.largestFile)
    let bytes = RunFolder.file(card.metrics.file, in: folder, limit: limit)
    let isThere = bytes != nil || OutputHasher(folder: folder).file(card.metrics.file) != nil
    let reading = MetricReader(metrics: card.metrics)
      .read(standardOutput: standardOutput, file: bytes)
    values = reading.values
    notes = reading.notes
    if isThere, bytes == nil {
      notes.append("\(shown(card.metrics.file)) has more than \(limit >> 20) MiB and was not read")
    }
    let judged = Set(card.expectations.filter { $0.op == .exists }.map(\.metric))
    var absent: [String] = []
    for path in Set(card.outputs).union(judged).sorted() {
      if let found = OutputHasher(folder: folder).file(path), found.bytes > 0 {
        outputs.append(found)
      } else if !judged.contains(path) {
        absent.append(shown(path))
      }
    }
    let named = Self.metrics(of: card)
    var reasons: [String] = []
    if !named.isEmpty, named.isDisjoint(with: Set(values.keys)) {
      reasons.append(
        noMetrics(
          named, of: card,
          file: bytes != nil ? "has no numbers" : isThere ? "was not read" : "is not there"))
    }
    if !absent.isEmpty {
      reasons.append("it left no " + absent.joined(separator: ", "))
    }
    guard !reasons.isEmpty else { return }
    let said = lastLines(of: standardOutput.tail)
    missing = reasons.joined(separator: "; ") + (said.isEmpty ? "" : "\n" + said)
  }

  /// Every metric that the card speaks of.
  private static func metrics(of card: ModelCard) -> Set<String> {
    Set(card.expectations.filter { $0.op != .exists }.map(\.metric))
      .union(card.metrics.pick.keys).union(card.metrics.stdout.keys)
  }

  private func noMetrics(_ named: Set<String>, of card: ModelCard, file state: String) -> String {
    let wanted = named.sorted().prefix(5).map { shown($0) }.joined(separator: ", ")
    let found = values.keys.sorted().prefix(5).map { shown($0) }.joined(separator: ", ")
    return "it gave none of the metrics of its card (\(wanted)): "
      + (found.isEmpty
        ? "\(shown(card.metrics.file)) \(state), "
          + "and no line printed is of the form name = number"
        : "it gave \(found)")
  }
}
