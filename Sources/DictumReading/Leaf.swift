import DictumMarkdown
import DictumModel

/// A leaf block of a source on its way to becoming a passage, whatever form it was written in.
///
/// What every walk over the leaves of a document asks comes first and lies together.
struct Leaf {
  /// What sort of block it is.
  enum Kind: Hashable {
    case heading(level: Int)
    case block(Passage.Kind)
    /// A thematic break: it parts what stands before it from what comes after.
    case rule
  }

  var kind: Kind

  /// Whether it stands in a block quote.
  var isQuoted = false

  /// The outermost list item that it is part of, numbered through the source from 0.
  var topItem: Int?

  /// How many list items it lies in, one inside another; 0 outside lists.
  var itemDepth = 0

  /// One span a line of the block's content.
  var lines: LeafLines

  /// The bytes of the block, markup included.
  var span: ByteSpan

  /// The words without markup; as many lines as `lines`.
  var text: String

  /// Its inline elements; empty for plain text, code and captions.
  var inlines = InlineList.none

  /// The outermost block quote that it is part of, numbered through the source from 0.
  var quote: Int?

  /// The label of the footnote that it is part of.
  var footnote: String?

  /// The machine whose output it is, where a fence says so.
  var machine: Attribution?

  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// The level of a heading, from 1; of any other block, one that is below all headings.
  var level: Int {
    if case .heading(let level) = kind { level } else { 7 }
  }
}
