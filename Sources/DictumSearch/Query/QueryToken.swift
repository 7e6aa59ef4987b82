/// One piece of a query's text.
enum QueryToken: Hashable {
  /// A word as it stands, or a hyphenated one.
  case plain(Phrase)
  /// Words between quotation marks.
  case quoted(Phrase)
  /// A value a passage must have.
  case filter(QueryField, String)
  /// `-` before what must not occur.
  case minus
  /// `+` before what must occur.
  case plus
  /// `title:` or `head:` before what must occur in titles and headings.
  case head
  /// `NOT`
  case not
  /// `AND`
  case and
  /// `OR`
  case or
  /// `NEAR/n`
  case near(Int)
  /// `(`
  case open
  /// `)`
  case close

  /// The phrase of a word or quotation.
  var phrase: Phrase? {
    switch self {
    case .plain(let phrase), .quoted(let phrase): phrase
    default: nil
    }
  }

  /// Whether what is asked for may begin with this token.
  var beginsOperand: Bool {
    switch self {
    case .plain, .quoted, .filter, .minus, .plus, .head, .not, .open: true
    case .and, .or, .near, .close: false
    }
  }

  /// Whether what is asked for may end with this token.
  var endsOperand: Bool {
    switch self {
    case .plain, .quoted, .filter, .close: true
    default: false
    }
  }

  /// The words of an operator written in letters, to show it, or to look for it when it joins nothing.
  var spelling: [String]? {
    switch self {
    case .not: ["NOT"]
    case .and: ["AND"]
    case .or: ["OR"]
    case .near(let distance): ["NEAR", String(distance)]
    case .head: ["title"]
    default: nil
    }
  }
}
