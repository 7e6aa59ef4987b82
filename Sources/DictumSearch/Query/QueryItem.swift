/// One of several things side by side.
enum QueryItem {
  /// A bare word, which ranks when the query does and must occur when it is exact.
  case plain(Phrase)
  /// What must hold in any case.
  case required(Expression)

  /// What must hold when the query is exact.
  var expression: Expression {
    switch self {
    case .plain(let phrase): .phrase(phrase)
    case .required(let expression): expression
    }
  }

  /// The items of an exact query: all hold, common words too.
  static func exact(_ items: [QueryItem]) -> Expression? {
    Expression.all(items.map(\.expression))
  }

  /// The items of a ranked query: bare words rank, the rest must hold.
  static func ranked(_ items: [QueryItem]) -> Expression? {
    var words: [Phrase] = []
    var positive: [Expression] = []
    var negative: [Expression] = []
    for item in items {
      switch item {
      case .plain(let phrase): words.append(phrase)
      case .required(let expression):
        if case .not = expression {
          negative.append(expression)
        } else {
          positive.append(expression)
        }
      }
    }
    let bag = words.isEmpty ? nil : Expression.bag(words)
    guard let needed = Expression.all(positive) else {
      return Expression.all([bag].compactMap { $0 } + negative)
    }
    let ranked = words.isEmpty ? needed : .boosted(needed, by: words)
    return Expression.all([ranked] + negative)
  }
}
