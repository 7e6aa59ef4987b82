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
    guard text.utf8.holds("]{") else { return nil }
    var from = text.startIndex
    while let middle = text[from...].firstRange(of: "]{") {
      if let span = PandocSpan(text, middle: middle) { return span }
      from = middle.upperBound
    }
    return nil
  }

  /// The span whose `]{` is at `middle`, if it is well formed and a claim.
  private init?(_ text: String, middle: Range<String.Index>) {
    guard let open = PandocSpan.opening(in: text, before: middle.lowerBound) else { return nil }
    var scanner = AttributeScanner(text[middle.upperBound...])
    guard scanner.scan(), scanner.classes.contains("claim") else { return nil }
    self.text = String(text[text.index(after: open)..<middle.lowerBound])
    id = scanner.id
    attributes = scanner.attributes
    range = open..<scanner.end
  }

  /// The bracket that the one at `close` closes.
  private static func opening(in text: String, before close: String.Index) -> String.Index? {
    var depth = 0
    var at = close
    while at > text.startIndex {
      at = text.index(before: at)
      if text[at] == "]" { depth += 1 }
      if text[at] == "[" {
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
