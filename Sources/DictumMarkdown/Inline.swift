package import DictumModel

/// A piece of a block's text: words, emphasis, a link, …, with the bytes it came from.
///
/// Spans are bytes of the whole file, 0-based and half-open, and include the markup: both pairs of
/// `**`, a link's destination, a code span's backticks. After CommonMark 0.30, chapter 6. An inline
/// is a place in its document: small to copy, and its parts are made when they are asked for.
@usableFromInline package struct Inline: Sendable {
  private let tree: MarkdownTree
  private let position: Int

  init(_ tree: MarkdownTree, _ position: Int) {
    self.tree = tree
    self.position = position
  }

  /// What is known of it; read where it lies, because most who ask want but a part.
  private var record: InlineRecord { tree.inline(position) }

  /// What it is, without its words.
  @usableFromInline package var form: Form { record.form }

  /// Its bytes, markup included.
  ///
  /// If it goes on over lines of a block quote, the prefixes of the later lines lie inside.
  package var span: ByteSpan { record.span }

  /// What emphasis, strikethroughs, links and images contain; empty for the others.
  package var children: InlineList {
    InlineList(tree: tree, range: (position + 1)..<record.end)
  }

  /// Its part of the block's text: its words and those of what it contains, on one line.
  package var plainText: String { tree.oneLine(record.text) }

  /// Where a link, an image or an autolink leads; empty for the others but raw HTML.
  package var destination: String { tree.literal(record.literal) }

  /// This inline and all inlines in it, each before what it contains.
  package var descendants: [Inline] { (position..<record.end).map { Inline(tree, $0) } }

  /// What it is.
  package var kind: Kind {
    switch record.form {
    case .text: return .text(tree.text(record.text))
    case .softBreak: return .softBreak
    case .hardBreak: return .hardBreak
    case .code: return .code(tree.oneLine(record.text))
    case .html: return .html(tree.literal(record.literal))
    case .emphasis: return .emphasis
    case .strong: return .strong
    case .strikethrough: return .strikethrough
    case .link:
      return .link(destination: tree.literal(record.literal), title: tree.literal(record.title))
    case .image:
      return .image(destination: tree.literal(record.literal), title: tree.literal(record.title))
    case .autolink: return .autolink(destination: tree.literal(record.literal))
    case .footnoteReference:
      let label = tree.bytes[(record.span.start + 2)..<(record.span.end - 1)]
      return .footnoteReference(label: Array(label).markdownText)
    case .math:
      var tex = tree.text(record.text)[...]
      if let mark = ["$$", "\\(", "\\[", "$"].first(where: tex.hasPrefix) {
        tex = tex.dropFirst(mark.count)
      }
      if let mark = ["$$", "\\)", "\\]", "$"].first(where: tex.hasSuffix) {
        tex = tex.dropLast(mark.count)
      }
      return .math(String(tex))
    case .wikiLink:
      return tree.bytes.withUnsafeBufferPointer { bytes in
        let parts = WikiLinkParts(bytes, span: record.span)
        func text(_ range: Range<Int>) -> String { Array(bytes[range]).markdownText }
        return .wikiLink(
          target: text(parts.target), fragment: parts.fragment.map(text),
          alias: parts.alias.map(text), isEmbed: parts.isEmbed)
      }
    }
  }
}

extension Inline {
  /// What an inline is, as a bare name; ``Kind`` says more.
  @usableFromInline package enum Form: UInt8, Sendable {
    case text, softBreak, hardBreak, code, html, emphasis, strong, link, image, autolink
    case footnoteReference, wikiLink, math, strikethrough
  }

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
    /// What is struck through, `~~…~~` or `~…~`, as GitHub Flavored Markdown has it.
    case strikethrough
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
    /// Maths in TeX, `$…$`, `$$…$$`, `\(…\)` or `\[…\]`, as written between these; in the text of
    /// the block they stay.
    case math(String)
  }
}
