/// What a passage must be, besides what it must say: who spoke, where it stands, when it was said.
///
/// Plain strings as the user wrote them; how a name is matched is the store's business. A field
/// with nothing in it lets every passage through. Fields are joined by AND.
package struct PassageFilter: Hashable, Sendable {
  /// The values one field may and may not have.
  package struct Choice: Hashable, Sendable {
    /// A passage has at least one of these; empty means any.
    package var include: [String]

    /// A passage has none of these.
    package var exclude: [String]

    /// A choice of the values named, by default one that lets everything through.
    package init(include: [String] = [], exclude: [String] = []) {
      self.include = include
      self.exclude = exclude
    }

    /// Whether the choice lets everything through.
    package var isEmpty: Bool { include.isEmpty && exclude.isEmpty }
  }

  /// Who said it: a name, a part of a name, or a speaker's id.
  package var speakers = Choice()

  /// The source it stands in: a path, an id, or a part of a title.
  package var sources = Choice()

  /// Who wrote the source, which need not be who speaks.
  package var authors = Choice()

  /// What kind of passage it is, such as `quote` or `code`, in lower case.
  package var kinds = Choice()

  /// Whose words: a `Voice`, `reported` for words on what somebody else thinks, or `any`, in lower
  /// case.
  ///
  /// Beside `speakers` it says what others do with that speaker's words; without it only their own
  /// words pass.
  package var voices = Choice()

  /// Tags of the source or passage, without a leading `#`.
  package var tags = Choice()

  /// Where in the library: the beginning of a path, or a glob when `isGlob` says so.
  package var paths = Choice()

  /// The first day let through, `YYYY-MM-DD`; `after:2024` gives `2024-01-01`.
  package var after: String?

  /// The first day no longer let through, `YYYY-MM-DD`; `before:2024` gives `2024-01-01`, that is,
  /// strictly before the period named begins.
  package var before: String?

  /// A filter that lets every passage through.
  package init() {}

  /// Whether every passage passes.
  package var isEmpty: Bool { self == PassageFilter() }

  /// Whether an element of `paths` is a glob (`*`, `?`, `[`) rather than the beginning of a path.
  package static func isGlob(_ path: String) -> Bool {
    path.utf8.contains { "*?[".utf8.contains($0) }
  }
}

extension PassageFilter {
  /// Adds what another filter asks for; of two dates the narrower counts.
  package mutating func add(_ other: PassageFilter) {
    for field in [
      \PassageFilter.speakers, \.sources, \.authors, \.kinds, \.voices, \.tags, \.paths,
    ] {
      self[keyPath: field].include += other[keyPath: field].include
      self[keyPath: field].exclude += other[keyPath: field].exclude
    }
    if let date = other.after { after = max(after ?? date, date) }
    if let date = other.before { before = min(before ?? date, date) }
  }
}
