package import DictumModel

/// A piece of a block's text: words, emphasis, a link, …, with the bytes it came from.
///
/// Spans are bytes of the whole file, 0-based and half-open, and include the markup: both pairs of
/// `**`, a link's destination, a code span's backticks. After CommonMark 0.30, chapter 6.
package struct Inline: Hashable, Sendable {
  /// What it is.
  package var kind: Kind

  /// Its bytes, markup included.
  ///
  /// If it goes on over lines of a block quote, the prefixes of the
  /// later lines lie inside.
  package var span: ByteSpan

  /// What emphasis, links and images contain; empty for the others.
  package var children: [Inline]

  /// An inline of the parts named.
  package init(kind: Kind, span: ByteSpan, children: [Inline] = []) {
    self.kind = kind
    self.span = span
    self.children = children
  }
}

extension Inline {
  /// What an inline is.
  package enum Kind: Hashable, Sendable {
    /// Words, with escapes and entities decoded.
    case text(String)
    /// The end of a line inside a paragraph.
    case softBreak
    /// A line break that was asked for, by two spaces or a backslash before the line end.
    case hardBreak
    /// A code span's content, line ends turned into spaces.
    case code(String)
    /// A raw HTML tag or comment as written, line ends as `\n`.
    case html(String)
    /// Emphasis, `*…*` or `_…_`.
    case emphasis
    /// Strong emphasis, `**…**` or `__…__`.
    case strong
    /// A link in any of the bracket forms; `title` is empty if there is none.
    case link(destination: String, title: String)
    /// An image; its children are the description.
    case image(destination: String, title: String)
    /// `<https://…>` or `<a@b.c>`; a mail address has `mailto:` before it.
    case autolink(destination: String)
    /// `[^label]`, whether or not a definition is there.
    case footnoteReference(label: String)
    /// `[[target#fragment|alias]]`, and with `!` before it an embed; the fragment is without its
    /// `#`, and the target is empty when the link points into its own note.
    case wikiLink(target: String, fragment: String?, alias: String?, isEmbed: Bool)
  }

  /// This inline and all inlines in it, each before what it contains.
  package var descendants: [Inline] {
    Inline.flattened([self])
  }

  /// The inlines and all inlines in them, each before what it contains, in order of the source.
  package static func flattened(_ inlines: [Inline]) -> [Inline] {
    var found: [Inline] = []
    var waiting = Array(inlines.reversed())
    while let inline = waiting.popLast() {
      found.append(inline)
      waiting.append(contentsOf: inline.children.reversed())
    }
    return found
  }
}
