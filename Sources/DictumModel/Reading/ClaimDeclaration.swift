/// A claim that a note declares: a proposition, and what the note says of it.
package struct ClaimDeclaration: Hashable, Sendable {
  /// Its part of an address, `c-…` where the author wrote one.
  package var anchor: String

  /// The proposition, without markup.
  package var text: String

  /// The passage that declares it, an index into `SourceReading.passages`.
  package var passage: Int

  /// Who holds it, as `by::` says; empty when the note leaves that to the place it stands in.
  package var by: [String]

  /// How sure its holder is, as written: `70-85%`, `likely`.
  package var credence: String?

  /// What its author says of its standing, as written.
  package var status: String?

  /// When it was put forward, if the note gives a date of its own.
  package var date: String?

  /// How it bears on other claims.
  package var relations: [RelationDeclaration]

  /// What it is taken from.
  package var sources: [SourceCitation]

  /// The models that test it.
  package var models: [Pointer]

  /// A claim of the parts named.
  package init(
    anchor: String, text: String, passage: Int, by: [String] = [], credence: String? = nil,
    status: String? = nil, date: String? = nil, relations: [RelationDeclaration] = [],
    sources: [SourceCitation] = [], models: [Pointer] = []
  ) {
    self.anchor = anchor
    self.text = text
    self.passage = passage
    self.by = by
    self.credence = credence
    self.status = status
    self.date = date
    self.relations = relations
    self.sources = sources
    self.models = models
  }
}

/// Where a note points, as written: another note, and a place in it.
package struct Pointer: Hashable, Sendable, Codable {
  /// The note's name or path; empty for the note itself.
  package var target: String

  /// What comes after `#`, without it.
  package var fragment: String?

  /// The line it is written on, from 1.
  package var line: Int

  /// A pointer of the parts named.
  package init(target: String, fragment: String?, line: Int) {
    self.target = target
    self.fragment = fragment
    self.line = line
  }

  /// `target#fragment`, as an address is written.
  package var written: String { target + (fragment.map { "#\($0)" } ?? "") }
}

/// One relation of a claim to another, as the note that states it writes it.
package struct RelationDeclaration: Hashable, Sendable {
  package var kind: RelationKind
  package var to: Pointer

  /// A relation of the parts named.
  package init(kind: RelationKind, to: Pointer) {
    self.kind = kind
    self.to = to
  }
}

/// What a `source::` field says: where the claim is taken from, and in which words.
package struct SourceCitation: Hashable, Sendable, Codable {
  /// A citation key, a note's name, or a URL.
  package var target: Pointer

  /// Where in it, as written: `sec. "The model"`.
  package var locator: String?

  /// The words quoted, if the field quotes any.
  package var quote: String?

  /// A citation of the parts named.
  package init(target: Pointer, locator: String? = nil, quote: String? = nil) {
    self.target = target
    self.locator = locator
    self.quote = quote
  }
}

/// A passage that puts a claim forward again: `asserts:: [[note#^c-id]]`.
package struct AssertionDeclaration: Hashable, Sendable {
  /// The claim.
  package var claim: Pointer

  /// The passage that asserts it, an index into `SourceReading.passages`.
  package var passage: Int

  /// An assertion of the parts named.
  package init(claim: Pointer, passage: Int) {
    self.claim = claim
    self.passage = passage
  }
}
