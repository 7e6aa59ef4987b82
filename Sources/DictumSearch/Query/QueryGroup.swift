/// What has been read of one pair of parentheses, or of the whole query.
struct QueryGroup {
  /// The signs before the opening parenthesis.
  var signs = QuerySigns()

  /// What stands side by side since the last operator.
  var items: [QueryItem] = []

  private var factors: [Expression] = []
  private var alternatives: [Expression] = []

  /// Whether AND or OR stands in the group itself.
  private(set) var isJoined = false

  /// An empty group behind the signs named.
  init(signs: QuerySigns = QuerySigns()) {
    self.signs = signs
  }

  /// Ends one side of AND.
  mutating func endFactor() {
    if let factor = QueryItem.exact(items) { factors.append(factor) }
    items = []
    isJoined = true
  }

  /// Ends one side of OR.
  mutating func endAlternative() {
    endFactor()
    if let alternative = Expression.all(factors) { alternatives.append(alternative) }
    factors = []
  }

  /// The whole group, read exactly; nil when nothing in it is looked for.
  mutating func expression() -> Expression? {
    endAlternative()
    return Expression.any(alternatives)
  }
}

/// The signs before a word, quotation or group.
struct QuerySigns: Equatable {
  /// Whether `-` or `NOT` stands there.
  var isNegated = false
  /// Whether `+` stands there.
  var isRequired = false
  /// Whether `title:` or `head:` stands there.
  var isHead = false

  /// The item with the signs taken into it.
  func applied(to item: QueryItem) -> QueryItem {
    guard self != QuerySigns() else { return item }
    var expression = item.expression
    if isHead { expression = .head(expression) }
    return isNegated ? .required(expression.negated) : .required(expression)
  }
}
