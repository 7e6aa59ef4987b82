/// A source to be read: what it is, who speaks in it, and a stretch of its words.
package struct SourcePage: Hashable, Sendable {
  /// How often somebody speaks.
  package struct Voice: Hashable, Sendable, Encodable {
    /// Who; `nil` when that is unknown.
    package var name: String?

    /// What tells an unknown speaker from others, such as `Speaker 1`.
    package var label: String?

    /// The turns in which they speak, alone or with others.
    package var turns: Int

    /// A voice of the parts named.
    package init(name: String?, label: String?, turns: Int) {
      self.name = name
      self.label = label
      self.turns = turns
    }
  }

  /// A heading, and where what stands under it begins.
  package struct Heading: Hashable, Sendable, Encodable {
    /// The headings from the outermost in, joined by ` › `.
    package var text: String

    /// A line of the file, from 1.
    package var line: Int

    /// A heading of the parts named.
    package init(text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }

  package var source: SourceSummary

  /// Who speaks, most turns first, those without a name last; empty outside conversations.
  package var speakers: [Voice]

  /// The headings in the order of the file.
  package var headings: [Heading]

  /// The passages of the stretch, in the order of the file.
  package var passages: [PassageView]

  /// Whether more follow.
  package var isMore: Bool

  /// A page of the parts named.
  package init(
    source: SourceSummary, speakers: [Voice], headings: [Heading], passages: [PassageView],
    isMore: Bool
  ) {
    self.source = source
    self.speakers = speakers
    self.headings = headings
    self.passages = passages
    self.isMore = isMore
  }
}

extension SourcePage: Encodable {
  private enum Key: String, CodingKey { case speakers, headings, items, isMore }

  /// The source's own keys, and those of the page among them.
  package func encode(to encoder: any Encoder) throws {
    try source.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(speakers, forKey: .speakers)
    try container.encode(headings, forKey: .headings)
    try container.encode(passages, forKey: .items)
    try container.encode(isMore, forKey: .isMore)
  }
}
