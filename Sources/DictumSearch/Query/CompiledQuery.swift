package import DictumModel

/// A query in the terms of an FTS5 table with the columns `head`, `body` and `ident`.
package struct CompiledQuery: Hashable, Sendable {
  /// One way of asking for the plain words of a query.
  package struct Step: Hashable, Sendable {
    /// How the plain words are asked for.
    package enum Kind: String, Hashable, Sendable {
      /// In a row, as typed.
      case phrase
      /// All of them, anywhere in the passage.
      case all = "all words"
      /// At least one of them.
      case any = "any word"
      /// The query has operators or phrases that leave no choice.
      case exact
    }

    /// How the plain words are asked for.
    package var kind: Kind

    /// The FTS5 expression.
    package var match: String

    /// The kind in the user's words: `phrase`, `all words`, `any word`, `exact`.
    package var name: String { kind.rawValue }
  }

  /// The FTS5 expression that finds every result; nil when the query only filters or only excludes.
  package var match: String?

  /// When the query only excludes: the FTS5 expression of what to leave out of everything.
  ///
  /// At most one of `match` and `excluded` is there.
  package var excluded: String?

  /// The ways of asking, from the narrowest to the widest, which is `match`; none without `match`.
  ///
  /// Each finds a part of what the next finds, so results may be shown in the order of the steps,
  /// and by score within one.
  package var steps: [Step]

  /// The content words and phrases looked for, in order, each once (letter case aside), as typed.
  ///
  /// A hyphenated word is one term with spaces (`mesa optimizer`). Nothing excluded is among them.
  package var terms: [String]

  /// What is asked of the passage.
  package var filter: PassageFilter

  /// What was read otherwise than written, each a sentence for the user.
  package var notes: [String]

  /// What the query became, line by line, for `--explain`.
  package var explanation: String

  /// Whether the query asks for nothing at all, so that there is nothing to search.
  package var isEmpty: Bool { match == nil && excluded == nil && filter.isEmpty }

  /// The query compiled; every expression emitted is one that FTS5 accepts.
  package init(_ query: Query) {
    let root = query.root
    let ladder = root.map(Ladder.kinds(of:)) ?? []
    steps = []
    for kind in ladder {
      guard let root, case .matching(let text) = MatchSet(root, words: kind) else { continue }
      if steps.last?.match != text.text { steps.append(Step(kind: kind, match: text.text)) }
    }
    match = steps.last?.match
    if let root, case .allBut(let text) = MatchSet(root, words: .exact) { excluded = text.text }
    terms = root.map(QueryTerms.init)?.wanted ?? []
    filter = query.filter
    notes = query.notes
    explanation = ""
    explanation = explain(root)
  }
}
