/// What a query asks of the words of a passage, as a tree.
///
/// At most `QueryLimits.depth` groups deep, so walking it by recursion is safe.
package indirect enum Expression: Hashable, Sendable {
  /// The words occur in a row.
  case phrase(Phrase)

  /// The phrases occur with at most so many words between them.
  case near([Phrase], within: Int)

  /// The expression holds of the title and heading path alone.
  case head(Expression)

  /// All plain words of a ranked query in the order typed, common words and repeats included: any
  /// content word makes a passage a result, and the more the better.
  case bag([Phrase])

  /// Exactly what the expression finds; the plain words beside it, as typed, only raise a passage
  /// in the order.
  case boosted(Expression, by: [Phrase])

  /// Every expression holds; two or more.
  case and([Expression])

  /// At least one holds; two or more.
  case or([Expression])

  /// The expression does not hold.
  case not(Expression)

  /// The conjunction of the expressions, without needless nesting; nil when there is none.
  static func all(_ parts: [Expression]) -> Expression? {
    let flat = parts.flatMap { part in
      if case .and(let inner) = part { inner } else { [part] }
    }
    return flat.count > 1 ? .and(flat) : flat.first
  }

  /// The disjunction of the expressions, without needless nesting; nil when there is none.
  static func any(_ parts: [Expression]) -> Expression? {
    let flat = parts.flatMap { part in
      if case .or(let inner) = part { inner } else { [part] }
    }
    return flat.count > 1 ? .or(flat) : flat.first
  }

  /// The opposite; two negations cancel.
  var negated: Expression {
    if case .not(let inner) = self { inner } else { .not(self) }
  }
}
