import DictumModel
import Foundation

/// The small grammars inside a field's value.
enum FieldValue {
  /// The pointers of a value: `[[note#^id|shown]]`, several of them, or bare ids parted by commas.
  static func pointers(in value: String, line: Int) -> [Pointer] {
    let links = wikiLinks(in: value)
    if !links.isEmpty { return links.map { pointer($0, line: line) } }
    let targets = linkTargets(in: value)
    if !targets.isEmpty { return targets.map { pointer($0, line: line) } }
    return value.split(separator: ",").compactMap { part in
      let word = part.trimmingSpaces
      guard !word.isEmpty, !word.contains(" ") else { return nil }
      if word.hasPrefix("model:") || word.contains("#") || word.contains("/") {
        return pointer(word, line: line)
      }
      // A bare id is a claim of the same note.
      return Pointer(target: "", fragment: word.hasPrefix("^") ? word : "^" + word, line: line)
    }
  }

  /// The names in a `by::` value: links to people, or names parted by commas.
  static func names(in value: String) -> [String] {
    let links = wikiLinks(in: value)
    if !links.isEmpty {
      return links.map { link in
        let target = link.split(separator: "|").last.map(String.init) ?? link
        return target.split(separator: "/").last.map(String.init) ?? target
      }
    }
    return value.split(separator: ",").map(\.trimmingSpaces).filter { !$0.isEmpty }
  }

  /// What the Markdown links of a value lead to, `[shown](target#place)`.
  private static func linkTargets(in value: String) -> [String] {
    value.split(separator: "](").dropFirst().compactMap { rest in
      rest.firstIndex(of: ")").map { String(rest[..<$0]) }
    }.filter { !$0.isEmpty }
  }

  /// What a `source::` value says: a citation or a link, a locator, and quoted words.
  static func citation(in value: String, line: Int) -> SourceCitation? {
    var rest = Substring(value)
    var target: Pointer?
    var locator: String?
    if let link = wikiLinks(in: value).first, let close = value.range(of: "]]") {
      target = pointer(link, line: line)
      rest = value[close.upperBound...]
    } else if value.hasPrefix("["), let close = value.closingBracket() {
      let inner = value[value.index(after: value.startIndex)..<close]
      rest = value[value.index(after: close)...]
      if let at = inner.firstIndex(of: "@") {
        let parts = inner[inner.index(after: at)...].split(separator: ",", maxSplits: 1)
        target = Pointer(target: parts.first?.trimmingSpaces ?? "", fragment: nil, line: line)
        locator = parts.count > 1 ? parts[1].trimmingSpaces : nil
      } else if rest.hasPrefix("("), let end = rest.firstIndex(of: ")") {
        target = Pointer(
          target: String(rest[rest.index(after: rest.startIndex)..<end]), fragment: nil, line: line)
        rest = rest[rest.index(after: end)...]
      }
    } else if let url = value.split(separator: " ").first, url.contains("://") {
      target = Pointer(target: String(url), fragment: nil, line: line)
      rest = value.dropFirst(url.count)
    }
    let quote = quotedWords(in: rest)
    guard let target else {
      return quote.map {
        SourceCitation(target: Pointer(target: "", fragment: nil, line: line), quote: $0)
      }
    }
    return SourceCitation(target: target, locator: locator, quote: quote)
  }

  /// `target#fragment|alias` as a pointer, the alias dropped.
  static func pointer(_ written: String, line: Int) -> Pointer {
    let bare = written.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let parts = bare.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return Pointer(
      target: parts[0].trimmingSpaces, fragment: parts.count > 1 ? parts[1].trimmingSpaces : nil,
      line: line)
  }

  private static func wikiLinks(in value: String) -> [String] {
    var links: [String] = []
    var rest = Substring(value)
    while let open = rest.range(of: "[["), let close = rest[open.upperBound...].range(of: "]]") {
      links.append(String(rest[open.upperBound..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return links
  }

  private static func quotedWords(in rest: Substring) -> String? {
    for (open, close) in [("\"", "\""), ("“", "”")] {
      if let start = rest.range(of: open),
        let end = rest[start.upperBound...].range(of: close, options: .backwards)
      {
        return String(rest[start.upperBound..<end.lowerBound])
      }
    }
    return nil
  }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without white space at either end.
  var trimmingSpaces: String {
    // A glance at the ends spares most texts the tables of Unicode.
    if let first = utf8.first, let last = utf8.last,
      (0x21...0x7E).contains(first), (0x21...0x7E).contains(last)
    {
      return String(self)
    }
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}

extension StringProtocol {
  /// The bracket that closes the one the text begins with.
  func closingBracket() -> Index? {
    var depth = 0
    for index in indices {
      if self[index] == "[" { depth += 1 }
      if self[index] == "]" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
