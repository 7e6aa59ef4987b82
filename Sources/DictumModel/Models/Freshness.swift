/// Whether a run still speaks of the model as it is now.
package enum Freshness: Hashable, Sendable, Codable {
  /// Nothing that can change a number has changed since.
  case current
  /// Something has; each reason is one clause, in the order command, build, inputs, parameters,
  /// environment, policy, sweep, seeds, age.
  case stale([String])

  /// Compares what was run with the card and the files of today.
  ///
  /// `inputs` is the SHA-256 of each declared input as it is now, by path; an input that cannot be
  /// read is left out and so counts as removed. The environment is compared only when it is given,
  /// since to find it processes must be started; the age only when `today` is given, ISO 8601. The
  /// runs of a frozen card are never stale.
  package init(
    of record: RunRecord, card: ModelCard, inputs: [String: String],
    environment: [String: String]? = nil, today: String? = nil
  ) {
    guard card.status != .frozen else {
      self = .current
      return
    }
    let subject = record.subject
    var reasons = Self.changes(
      since: subject, card: card, inputs: inputs, environment: environment)
    if subject.sweep != card.sweep { reasons.append(Self.sweepReason(subject.sweep, card.sweep)) }
    if let reason = Self.seedReason(subject, card: card) { reasons.append(reason) }
    if let today, let limit = card.maximumAgeDays,
      let age = Self.days(from: record.startedAt, to: today), age > limit
    {
      reasons.append("last run \(age) days ago, at most \(limit) allowed")
    }
    self = reasons.isEmpty ? .current : .stale(reasons)
  }

  /// Whether it is `current`.
  package var isCurrent: Bool { self == .current }

  /// What has changed that changes the numbers of every task: one clause each.
  package static func changes(
    since subject: RunRecord.Subject, card: ModelCard, inputs: [String: String],
    environment: [String: String]? = nil
  ) -> [String] {
    var reasons = subject.command == card.command ? [] : ["command changed"]
    if subject.build != card.build { reasons.append("build command changed") }
    reasons += inputReasons(then: subject.inputs, now: inputs, card: card)
    reasons += paramReasons(then: subject.params, now: card.params)
    if let environment {
      reasons += environmentReasons(then: subject.environment, now: environment)
    }
    if subject.policy != card.policy { reasons.append("sandbox policy changed") }
    return reasons
  }

  /// A file that the command or the build names is code; the others are input.
  private static func inputReasons(
    then: [String: String], now: [String: String], card: ModelCard
  ) -> [String] {
    Set(then.keys).union(now.keys).sorted().compactMap { path in
      let noun = card.command.contains(path) || card.build.contains(path) ? "code" : "input"
      switch (then[path], now[path]) {
      case (nil, _): return "\(noun) \(path) added"
      case (_, nil): return "\(noun) \(path) removed"
      case (let old, let new): return old == new ? nil : "\(noun) \(path) changed"
      }
    }
  }

  private static func environmentReasons(
    then: [String: String], now: [String: String]
  ) -> [String] {
    Set(then.keys).union(now.keys).sorted().compactMap { name in
      switch (then[name], now[name]) {
      case (_?, RunRecord.Subject.unasked): "\(name) \(RunRecord.Subject.unasked)"
      case (let old?, let new?): old == new ? nil : "\(name): \(difference(old, new))"
      case (nil, let new?): "\(name) added: \(short(new))"
      case (let old?, nil): "\(name) removed: \(short(old))"
      case (nil, nil): nil
      }
    }
  }

  /// What one text has and the other has not; of texts of several lines, a list of packages for
  /// one, the first such line and how many differ too.
  private static func difference(_ old: String, _ new: String) -> String {
    let separator = RunRecord.Subject.lineSeparator
    let (before, after) = (old.split(separator: separator), new.split(separator: separator))
    if before.count == 1 && after.count == 1 { return "\(short(old)) → \(short(new))" }
    let gone = before.filter { !after.contains($0) }
    let come = after.filter { !before.contains($0) }
    let more = max(gone.count, come.count) - 1
    return "\(gone.first ?? "nothing") → \(come.first ?? "nothing")"
      + (more > 0 ? " and \(more) more" : "")
  }

  /// A hash is known by its beginning.
  private static func short(_ text: String) -> String {
    guard let hash = text.firstRange(of: "sha256 ") else { return text }
    return String(text[..<hash.upperBound] + text[hash.upperBound...].prefix(12)) + "…"
  }

  private static func sweepReason(_ then: [ModelCard.Axis], _ now: [ModelCard.Axis]) -> String {
    let changed = now.first { !then.contains($0) } ?? then.first { !now.contains($0) }
    return changed.map { "sweep of \($0.param) changed" } ?? "sweep reordered"
  }

  /// A run may have taken more seeds than a first look asks for, never fewer or others.
  private static func seedReason(_ subject: RunRecord.Subject, card: ModelCard) -> String? {
    let wanted = SeedSequence.seeds(of: card, base: subject.freshBase)
    if subject.seeds.isEmpty != wanted.isEmpty { return "seeds changed" }
    if subject.seeds.starts(with: wanted) { return nil }
    return wanted.starts(with: subject.seeds)
      ? "only \(subject.seeds.count) of \(wanted.count) seeds" : "seeds changed"
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
    return now.metric == bound.metric && now.statistic == bound.statistic && now.op == bound.op
      && now.value == bound.value && now.upper == bound.upper && now.margin == bound.margin
      && now.over == bound.over && now.at == bound.at
  }
}
