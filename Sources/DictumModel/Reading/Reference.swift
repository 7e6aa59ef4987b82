/// A pointer from a passage to something else: a link, a footnote, a mention, a citation.
@usableFromInline package struct Reference: Hashable, Sendable {
  /// What form it has.
  @usableFromInline package enum Kind: String, Sendable, Codable, CaseIterable {
    case link, image, wiki, embed, footnote, mention, citation
    /// A work named by its DOI or its arXiv identifier, bare or as a web address.
    case work
  }

  package var kind: Kind

  /// What it points at: a URL, a path, a note's name, a footnote's label, a person's name, a
  /// citation key, a `Work`.
  ///
  /// Empty for a wiki-link into its own note.
  package var target: String

  /// What comes after `#`, the locator of a citation, the version of a work.
  package var fragment: String?

  /// The words shown for it.
  package var text: String

  /// The bytes it stands in, its markup included.
  package var span: ByteSpan

  /// The line, from 1.
  package var line: Int

  /// The column in bytes, from 1.
  package var column: Int

  /// The passage it is part of, an index into `SourceReading.passages`.
  package var passage: Int?

  /// The passage of the footnote it refers to, an index into `SourceReading.passages`.
  package var footnote: Int?
}

extension Reference {
  /// A reference of the parts named.
  @usableFromInline package init(
    kind: Kind, target: String, fragment: String? = nil, text: String, span: ByteSpan, line: Int,
    column: Int, passage: Int? = nil
  ) {
    // Set one by one, the parts of so large a value are copied once more.
    self.init(
      kind: kind, target: target, fragment: fragment, text: text, span: span, line: line,
      column: column, passage: passage, footnote: nil)
  }
}
