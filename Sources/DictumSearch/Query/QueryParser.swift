/// Reads sound tokens as an expression, with a stack of open groups instead of recursion.
///
/// Words side by side bind tighter than AND, AND tighter than OR.
struct QueryParser {
  private let tokens: [QueryToken]
  private var position = 0
  private var groups = [QueryGroup()]
  private var signs = QuerySigns()

  /// The expression of tokens from `QueryRepair.sound`; nil when nothing is looked for.
  static func expression(of tokens: [QueryToken]) -> Expression? {
    var parser = QueryParser(tokens: tokens)
    return parser.parse()
  }

  private init(tokens: [QueryToken]) {
    self.tokens = tokens
  }

  private mutating func parse() -> Expression? {
    while position < tokens.count {
      let token = tokens[position]
      position += 1
      switch token {
      case .plain(let phrase), .quoted(let phrase): readPhrase(phrase, token)
      case .minus, .not: signs.isNegated.toggle()
      case .plus: signs.isRequired = true
      case .head: signs.isHead = true
      case .and: groups[groups.count - 1].endFactor()
      case .or: groups[groups.count - 1].endAlternative()
      case .open:
        groups.append(QueryGroup(signs: signs))
        signs = QuerySigns()
      case .close: closeGroup()
      case .near, .filter: break
      }
    }
    while groups.count > 1 { closeGroup() }
    guard var outer = groups.first else { return nil }
    // AND and OR say that the query is exact; without them its words rank.
    return tokens.contains { $0 == .and || $0 == .or }
      ? outer.expression() : QueryItem.ranked(outer.items)
  }

  private mutating func readPhrase(_ phrase: Phrase, _ token: QueryToken) {
    var nears: [Expression] = []
    var left = phrase
    while position + 1 < tokens.count, case .near(let distance) = tokens[position],
      let right = tokens[position + 1].phrase
    {
      nears.append(.near([left, right], within: distance))
      left = right
      position += 2
    }
    if let near = Expression.all(nears) {
      add(.required(near))
    } else if case .plain = token {
      add(.plain(phrase))
    } else {
      add(.required(.phrase(phrase)))
    }
  }

  private mutating func add(_ item: QueryItem) {
    groups[groups.count - 1].items.append(signs.applied(to: item))
    signs = QuerySigns()
  }

  private mutating func closeGroup() {
    guard groups.count > 1, var group = groups.popLast() else { return }
    let outer = groups.count - 1
    if !group.isJoined, group.signs == QuerySigns() {
      // Parentheses around mere words are punctuation.
      groups[outer].items += group.items
    } else if let expression = group.expression() {
      groups[outer].items.append(group.signs.applied(to: .required(expression)))
    }
    signs = QuerySigns()
  }
}
