/// Whether a run still speaks of the model as it is now.
package enum Freshness: Hashable, Sendable, Codable {
  /// Nothing that can change a number has changed since.
  case current
  /// Something has; each reason is one clause, in the order command, inputs, parameters, seeds.
  case stale([String])

  /// Compares what was run with the card and the files of today.
  ///
  /// `inputs` is the SHA-256 of each declared input as it is now, by path; an input that cannot be
  /// read is left out and so counts as removed.
  package init(
    of subject: RunRecord.Subject, card: ModelCard, inputs: [String: String]
  ) {
    var reasons = subject.command == card.command ? [] : ["command changed"]
    reasons += Self.inputReasons(then: subject.inputs, now: inputs)
    reasons += Self.paramReasons(then: subject.params, now: card.params)
    if subject.seeds != SeedSequence.seeds(of: card) {
      reasons.append("seeds changed")
    }
    self = reasons.isEmpty ? .current : .stale(reasons)
  }

  /// Whether it is `current`.
  package var isCurrent: Bool { self == .current }

  private static func inputReasons(then: [String: String], now: [String: String]) -> [String] {
    Set(then.keys).union(now.keys).sorted().compactMap { path in
      switch (then[path], now[path]) {
      case (nil, _): "input \(path) added"
      case (_, nil): "input \(path) removed"
      case (let old, let new): old == new ? nil : "input \(path) changed"
      }
    }
  }

  private static func paramReasons(
    then: [String: ParamValue], now: [String: ParamValue]
  ) -> [String] {
    Set(then.keys).union(now.keys).sorted().compactMap { name in
      switch (then[name], now[name]) {
      case (let old?, let new?):
        old.isSameJSON(as: new) ? nil : "param \(name): \(old) → \(new)"
      case (nil, let new?): "param \(name) added: \(new)"
      case (let old?, nil): "param \(name) removed: \(old)"
      case (nil, nil): nil
      }
    }
  }
}

extension ParamValue {
  /// Whether both are one JSON value; `1` and `1.0` are, since JSON does not tell them apart.
  package func isSameJSON(as other: ParamValue) -> Bool {
    var pairs = [(self, other)]
    while let pair = pairs.popLast() {
      switch pair {
      case (.int(let a), .double(let b)), (.double(let b), .int(let a)):
        if Double(a) != b { return false }
      case (.list(let a), .list(let b)):
        if a.count != b.count { return false }
        pairs += zip(a, b)
      case (.map(let a), .map(let b)):
        if a.count != b.count { return false }
        for (key, value) in a {
          guard let match = b[key] else { return false }
          pairs.append((value, match))
        }
      case (let a, let b):
        if a != b { return false }
      }
    }
    return true
  }
}

extension Judgement {
  /// Whether the card still declares the bound that was judged; if not, the stored numbers can be
  /// judged again without a run.
  package func isCurrent(for card: ModelCard) -> Bool {
    guard let now = card.expectations.first(where: { $0.id == expectation }) else { return false }
    return now.metric == bound.metric && now.op == bound.op && now.value == bound.value
      && now.margin == bound.margin
  }
}
