/// What an expression finds, in FTS5's language, which knows no complement: NOT is binary there.
///
/// De Morgan's rules keep every complement at the outside, so that none is lost: `a OR -b` is all
/// but `b NOT a`.
enum MatchSet {
  /// The passages that match.
  case matching(MatchText)
  /// All passages but those that match.
  case allBut(MatchText)

  /// What the expression finds, its plain words asked for in the way named.
  init(_ expression: Expression, words kind: CompiledQuery.Step.Kind) {
    switch expression {
    case .phrase(let phrase): self = .matching(.any(of: phrase))
    case .near(let phrases, let distance):
      self = .matching(.near(phrases, within: distance))
    case .head(let inner): self = MatchSet(inner, words: kind).inHead
    case .bag(let phrases): self = .matching(Self.plain(PlainWords(phrases), kind))
    case .boosted(let inner, let phrases):
      self = MatchSet(inner, words: kind).boosted(by: PlainWords(phrases))
    case .and(let parts): self = Self.all(parts.map { MatchSet($0, words: kind) })
    case .or(let parts):
      // The complement of the conjunction of the complements.
      self = Self.all(parts.map { MatchSet($0, words: kind).complement }).complement
    case .not(let inner): self = MatchSet(inner, words: kind).complement
    }
  }

  /// Everything else.
  var complement: MatchSet {
    switch self {
    case .matching(let text): .allBut(text)
    case .allBut(let text): .matching(text)
    }
  }

  private var inHead: MatchSet {
    switch self {
    case .matching(let text): .matching(text.inHead)
    case .allBut(let text): .allBut(text.inHead)
    }
  }

  /// The same passages, scored by the words too: FTS5 scores by every phrase that occurs.
  private func boosted(by words: PlainWords) -> MatchSet {
    guard case .matching(let text) = self, !words.areAllCommon else { return self }
    let scored = MatchText.join([text] + words.content.map { MatchText.any(of: $0) }, "OR")
    return .matching(.join([text, scored], "AND"))
  }

  /// The intersection of at least one set.
  private static func all(_ parts: [MatchSet]) -> MatchSet {
    var wanted: [MatchText] = []
    var unwanted: [MatchText] = []
    for part in parts {
      switch part {
      case .matching(let text): wanted.append(text)
      case .allBut(let text): unwanted.append(text)
      }
    }
    if wanted.isEmpty { return .allBut(.join(unwanted, "OR")) }
    if unwanted.isEmpty { return .matching(.join(wanted, "AND")) }
    return .matching(.join([.join(wanted, "AND"), .join(unwanted, "OR")], "NOT"))
  }

  private static func plain(_ words: PlainWords, _ kind: CompiledQuery.Step.Kind) -> MatchText {
    let content = words.content.map { MatchText.any(of: $0) }
    return switch kind {
    case .phrase: words.row.map { .any(of: $0) } ?? .join(content, "AND")
    case .all: .join(content, "AND")
    case .any, .exact: .join(content, "OR")
    }
  }
}
