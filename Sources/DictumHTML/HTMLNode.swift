package import DictumModel

/// An element or a piece of text of a page, with the bytes it came from.
package struct HTMLNode: Hashable, Sendable {
  /// What it is.
  package enum Kind: Hashable, Sendable {
    /// An element, its name in small letters.
    case element(String)
    /// Characters, references decoded.
    ///
    /// One stretch of words may come as several nodes: each character reference is one of its own.
    case text(String)
  }

  package var kind: Kind

  /// The attributes, their names in small letters; of two with one name the first counts.
  package var attributes: [String: String]

  /// Its bytes: for text the characters as written; for an element from its start tag to its end
  /// tag, or to where it ends without one.
  package var span: ByteSpan

  /// The element it stands in, an index; `nil` for the outermost.
  package var parent: Int?

  /// One past the last node inside it, an index; nodes are in the order of the page, each before
  /// what it contains.
  package var end: Int

  /// The element's name; empty for text.
  package var name: String { if case .element(let name) = kind { name } else { "" } }

  /// The characters; `nil` for an element.
  package var text: String? { if case .text(let text) = kind { text } else { nil } }

  /// Whether the bytes of a piece of text are its characters themselves, so that a position in
  /// one is a position in the other.
  package var isVerbatim: Bool { text.map { $0.utf8.count == span.count } ?? false }
}
