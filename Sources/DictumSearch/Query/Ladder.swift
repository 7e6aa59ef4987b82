/// In which ways a query's plain words are asked for.
enum Ladder {
  /// How many content words have the whole ladder; more are a question, where a passage with all
  /// of them is rare and order by score does better.
  static let shortQuery = 2...4

  /// From the narrowest to the widest; at least one.
  static func kinds(of root: Expression) -> [CompiledQuery.Step.Kind] {
    guard let bag = bag(in: root) else { return [.exact] }
    let words = PlainWords(bag)
    var kinds: [CompiledQuery.Step.Kind] = []
    if words.row != nil,
      words.areAllCommon || shortQuery.contains(words.content.count)
        || shortQuery.contains(words.count)
    {
      kinds.append(.phrase)
    }
    if words.areAllCommon { return kinds + [.all] }
    if shortQuery.contains(words.content.count) { kinds.append(.all) }
    return kinds + [.any]
  }

  /// The plain words of a ranked query, beside which only exclusions may stand.
  private static func bag(in root: Expression) -> [Phrase]? {
    switch root {
    case .bag(let phrases): return phrases
    case .and(let parts):
      for case .bag(let phrases) in parts { return phrases }
      return nil
    default: return nil
    }
  }
}
