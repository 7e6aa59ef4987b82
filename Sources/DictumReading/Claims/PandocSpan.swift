import DictumModel

/// A claim as a bracketed span of Pandoc: `[Sentence.]{#c-x .claim by="Thomas Kwa" credence="<80%"}`.
///
/// CommonMark knows no attributes, so they stand in the text. After the Pandoc User's Guide,
/// extension `bracketed_spans`: `#id`, `.class`, `key=value`, `key="value with spaces"`.
struct PandocSpan {
  /// The words in the brackets.
  var text: String

  /// The id, without `#`.
  var id: String?

  /// The keys and values, as written; a key may come twice.
  var attributes: [(key: String, value: String)]

  /// From the opening bracket to past the closing brace.
  var range: Range<String.Index>

  /// The first span of the class `claim` in `text`, or `nil`.
  static func first(in text: String) -> PandocSpan? {
    for place in text.utf8.positions(of: "]{") {
      let middle = text.utf8.index(text.startIndex, offsetBy: place)
      let end = text.utf8.index(middle, offsetBy: 2)
      if let span = PandocSpan(text, middle: middle..<end) { return span }
    }
    return nil
  }

  /// The span whose `]{` is at `middle`, if it is well formed and a claim.
  private init?(_ text: String, middle: Range<String.Index>) {
    guard let open = PandocSpan.opening(in: text, before: middle.lowerBound) else { return nil }
    var scanner = AttributeScanner(text[middle.upperBound...])
    guard scanner.scan(), scanner.classes.contains("claim") else { return nil }
    self.text = String(text[text.utf8.index(after: open)..<middle.lowerBound])
    id = scanner.id
    attributes = scanner.attributes
    range = open..<scanner.end
  }

  /// The bracket that the one at `close` closes.
  private static func opening(in text: String, before close: String.Index) -> String.Index? {
    var depth = 0
    var at = close
    while at > text.startIndex {
      at = text.utf8.index(before: at)
      if text.utf8[at] == UInt8(ascii: "]") { depth += 1 }
      if text.utf8[at] == UInt8(ascii: "[") {
        if depth == 0 { return at }
        depth -= 1
      }
    }
    return nil
  }
}

/// Reads the attributes between braces.
private struct AttributeScanner {
  private var rest: Substring
  private(set) var id: String?
  private(set) var classes: [String] = []
  private(set) var attributes: [(key: String, value: String)] = []

  init(_ rest: Substring) { self.rest = rest }

  /// Past the closing brace, once `scan` has found it.
  var end: String.Index { rest.startIndex }

  /// Whether attributes and a closing brace were read.
  mutating func scan() -> Bool {
    while let first = rest.first {
      if first == "}" {
        rest.removeFirst()
        return true
      }
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "#" {
        rest.removeFirst()
        id = word()
      } else if first == "." {
        rest.removeFirst()
        classes.append(word())
      } else if !scanPair() {
        return false
      }
    }
    return false
  }

  private mutating func scanPair() -> Bool {
    let key = word()
    guard !key.isEmpty, rest.first == "=" else { return false }
    rest.removeFirst()
    if let quote = rest.first, quote == "\"" || quote == "'" {
      rest.removeFirst()
      guard let close = rest.firstIndex(of: quote) else { return false }
      attributes.append((key.lowercased(), String(rest[..<close])))
      rest = rest[rest.index(after: close)...]
    } else {
      attributes.append((key.lowercased(), word()))
    }
    return true
  }

  private mutating func word() -> String {
    let word = rest.prefix { !$0.isWhitespace && !"}=\"'".contains($0) }
    rest = rest[word.endIndex...]
    return String(word)
  }
}
