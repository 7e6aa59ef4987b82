extension Phrase: CustomStringConvertible {
  /// The word itself, a phrase in quotes, a star after a prefix.
  package var description: String {
    (words.count > 1 ? "\"\(text)\"" : text) + (isPrefix ? "*" : "")
  }
}

extension Expression: CustomStringConvertible {
  /// The tree as an s-expression, such as `(and (bag a b) (not c))`.
  package var description: String {
    switch self {
    case .phrase(let phrase): phrase.description
    case .near(let phrases, let distance): Self.list("near/\(distance)", phrases)
    case .head(let inner): Self.list("head", [inner])
    case .bag(let phrases): Self.list("bag", phrases)
    case .boosted(let inner, let phrases): Self.list("boosted \(inner)", phrases)
    case .and(let parts): Self.list("and", parts)
    case .or(let parts): Self.list("or", parts)
    case .not(let inner): Self.list("not", [inner])
    }
  }

  private static func list(_ name: String, _ parts: [some CustomStringConvertible]) -> String {
    "(" + ([name] + parts.map(\.description)).joined(separator: " ") + ")"
  }
}
