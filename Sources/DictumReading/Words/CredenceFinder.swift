import DictumModel

/// Finds credences and likelihood ratios in one sentence's tokens.
///
///     I do have <80% that it is basically true.     a clause follows
///     I'd put 30% on that.                          a verb of betting before
///     I am 70-85% confident.                        a word of confidence after
///     My p(doom) = 10%.                             the name of a probability before
///     The core story for success (>50%) is this.    in brackets behind a proposition
///     For me it's like 1.5:1 or 2:1 evidence.       the strength of evidence
///     I'd give 3:1 odds that it works.              odds for a proposition: 3 in 4
///
/// A number alone is none of these: shares ("80% of people"), amounts ("20% of the way"), growth,
/// norms ("succeed >=50% of the time") and confidence intervals have no epistemic head.
enum CredenceFinder {
  struct Found {
    var kind: ConfidenceExpression.Kind
    var tokens: Range<Int>
    var low: Double?
    var high: Double?
    /// The token of the head.
    var head: Range<Int>
  }

  /// The expressions in a sentence, in order.
  static func credences(in tokens: [Token]) -> [Found] {
    var found: [Found] = []
    var at = 0
    while at < tokens.count {
      guard tokens[at].kind == .number, !tokens[at].isQuoted else {
        at += 1
        continue
      }
      let hit = share(at, tokens) ?? ratio(at, tokens)
      if let hit { found.append(hit) }
      at = max(at + 1, hit?.tokens.upperBound ?? 0)
    }
    return found
  }

  // MARK: Shares

  /// A number with what bounds it: `>50%`, `70-85%`, `around 0.3`.
  private struct Amount {
    var tokens: Range<Int>
    var low: Double?
    var high: Double?
  }

  private static func share(_ index: Int, _ tokens: [Token]) -> Found? {
    guard let amount = amount(index, tokens) else { return nil }
    let context = Context(tokens: tokens, amount: amount.tokens)
    guard let head = context.head else { return nil }
    return Found(
      kind: .credence, tokens: amount.tokens, low: amount.low, high: amount.high, head: head)
  }

  private static func amount(_ index: Int, _ tokens: [Token]) -> Amount? {
    var end = index + 1
    var first = tokens[index].value
    var last = first
    func isSymbol(_ at: Int, _ symbol: Unicode.Scalar) -> Bool {
      at < tokens.count && tokens[at].isSymbol(symbol)
    }
    let isPercent = isSymbol(end, "%")
    if isPercent { end += 1 }
    // "70-85%", "70% to 85%"
    if end + 1 < tokens.count, tokens[end].isSymbol("-") || tokens[end].key == "to",
      tokens[end + 1].kind == .number, isSymbol(end + 2, "%")
    {
      last = tokens[end + 1].value
      end += 3
    } else if !isPercent {
      // A bare number is one only where the words say "probability of".
      guard first > 0, first < 1, tokens[index].end - tokens[index].start > 1 else { return nil }
      first *= 100
      last = first
    }
    guard first <= last, last <= 100 else { return nil }
    var start = index
    var low: Double? = first / 100
    var high: Double? = last / 100
    if start > 0, tokens[start - 1].isSymbol("=") { start -= 1 }
    if start > 0, tokens[start - 1].kind == .symbol {
      switch tokens[start - 1].symbol {
      case UInt8(ascii: "<"): (start, low) = (start - 1, nil)
      case UInt8(ascii: ">"): (start, high) = (start - 1, nil)
      case UInt8(ascii: "~"): start -= 1
      default: if start < index { start = index }
      }
    } else if start < index {
      start = index
    }
    return Amount(tokens: start..<end, low: low, high: high)
  }

  // MARK: Ratios

  /// `1.5:1`, with another after "or" or "to"; evidence, or odds.
  private static func ratio(_ index: Int, _ tokens: [Token]) -> Found? {
    guard var (end, low) = pair(index, tokens) else { return nil }
    var high = low
    if end < tokens.count, ranging.contains(tokens[end].key) || tokens[end].isSymbol("-"),
      let (next, value) = pair(end + 1, tokens)
    {
      (end, low, high) = (next, min(low, value), max(high, value))
    }
    // A time code's seconds follow its minutes.
    if index > 0, tokens[index - 1].isSymbol(":"), tokens[index - 1].end == tokens[index].start {
      return nil
    }
    let after = tokens[end...].prefix(4)
    let before = tokens[..<index].suffix(4)
    if let odds = after.prefix(2).firstIndex(of: "odds") ?? before.suffix(2).firstIndex(of: "odds")
    {
      let isMine = tokens.contains { firstPerson.contains($0.key) }
      let isRatio = odds + 1 < tokens.count && ratios.contains(tokens[odds + 1].key)
      guard isMine, !isRatio else { return nil }
      let isAgainst = odds + 1 < tokens.count && tokens[odds + 1].key == "against"
      func probability(_ ratio: Double) -> Double {
        isAgainst ? 1 / (1 + ratio) : ratio / (1 + ratio)
      }
      let bounds = [probability(low), probability(high)].sorted()
      return Found(
        kind: .credence, tokens: index..<end, low: bounds[0], high: bounds[1],
        head: odds..<odds + 1)
    }
    let isParted =
      after.first.map { parting.contains($0.key) } ?? true
    guard
      let head = after.prefix(2).firstIndex(where: { heads.contains($0.key) && !isParted })
        ?? before.firstIndex(where: { heads.contains($0.key) })
    else { return nil }
    return Found(
      kind: .likelihoodRatio, tokens: index..<end, low: low, high: high, head: head..<head + 1)
  }

  private static let ranging: WordList = ["or", "to"]
  private static let ratios: WordList = ["ratio", "ratios"]
  private static let parting: WordList = ["with", "in", "of", "at", "and", "for"]
  private static let firstPerson: WordList = ["i", "i'd", "i'll", "my", "i'm"]

  /// The words for the strength of evidence.
  private static let heads: WordList = ["evidence", "likelihood", "update", "bayes"]

  /// The ratio of two numbers with a colon between them and nothing else, and where it ends.
  private static func pair(_ index: Int, _ tokens: [Token]) -> (end: Int, value: Double)? {
    guard index + 2 < tokens.count, tokens[index].kind == .number, tokens[index + 1].isSymbol(":"),
      tokens[index + 2].kind == .number, tokens[index].end == tokens[index + 1].start,
      tokens[index + 1].end == tokens[index + 2].start, tokens[index + 2].value > 0
    else { return nil }
    // A third number makes it a time.
    if index + 3 < tokens.count, tokens[index + 3].isSymbol(":") { return nil }
    return (index + 3, tokens[index].value / tokens[index + 2].value)
  }
}

extension Collection where Element == Token {
  /// Where a word first stands.
  func firstIndex(of key: WordKey) -> Index? { firstIndex { $0.key == key } }
}
