/// A block of a source: what a search finds and an address names.
@usableFromInline package struct Passage: Hashable, Sendable {
  /// What sort of block it is.
  @usableFromInline package enum Kind: String, Sendable, Codable, CaseIterable {
    case paragraph, item, quote, claim, code, table, html, footnote, cue
  }

  package var kind: Kind

  /// The line it begins on, from 1.
  package var line: Int

  /// The bytes of the block, its markup included.
  package var span: ByteSpan

  /// The headings it stands under, outermost first.
  package var headings: [String]

  /// The words without markup; one line feed for each line break of the source within the block, so
  /// that a position in the text gives a line of the file.
  package var text: String

  /// Its part of an address: the author's block id, or `p-` and eight letters made from the text and
  /// its occurrence in the source.
  package var anchor: String

  /// Whether `anchor` is the author's own.
  package var hasBlockID: Bool

  /// Whose words they are.
  package var voice: Voice

  /// Who said them, where that is not the utterance's speaker or the source's author: the one whose
  /// comment is pasted, the machine whose output it is.
  package var attribution: Attribution?

  /// The utterance it is part of, an index into `SourceReading.utterances`.
  package var utterance: Int?
}

extension Passage {
  /// A passage of the parts named.
  @usableFromInline package init(
    kind: Kind, span: ByteSpan, line: Int, headings: [String], text: String, anchor: String = "",
    hasBlockID: Bool = false, voice: Voice = .own, attribution: Attribution? = nil,
    utterance: Int? = nil
  ) {
    // Set one by one, the parts of so large a value are copied once more.
    self.init(
      kind: kind, line: line, span: span, headings: headings, text: text, anchor: anchor,
      hasBlockID: hasBlockID, voice: voice, attribution: attribution, utterance: utterance)
  }
}
