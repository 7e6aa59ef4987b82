import DictumModel

/// Where the parts of `[[target#fragment|alias]]` stand in the file, without blanks at their ends.
struct WikiLinkParts {
  var target: Range<Int>
  var fragment: Range<Int>?
  var alias: Range<Int>?
  var isEmbed: Bool
  /// Whether it leads nowhere: nothing is written where target and fragment would stand.
  var isEmpty: Bool

  /// The parts of the wiki-link or embed at `span`, `!` and brackets included.
  init(_ bytes: UnsafeBufferPointer<UInt8>, span: ByteSpan) {
    isEmbed = bytes[span.start] == 0x21
    let content = (span.start + (isEmbed ? 3 : 2))..<(span.end - 2)
    func trimmed(_ range: Range<Int>) -> Range<Int> {
      var start = range.lowerBound
      var end = range.upperBound
      while start < end, bytes[start].isBlank { start += 1 }
      while end > start, bytes[end - 1].isBlank { end -= 1 }
      return start..<end
    }
    var end = content.upperBound
    if let bar = content.first(where: { bytes[$0] == 0x7C }) {
      alias = trimmed((bar + 1)..<content.upperBound)
      // In a table the bar is written `\|`.
      end = bar > content.lowerBound && bytes[bar - 1] == 0x5C ? bar - 1 : bar
    }
    isEmpty = content.lowerBound == end
    if let hash = (content.lowerBound..<end).first(where: { bytes[$0] == 0x23 }) {
      fragment = trimmed((hash + 1)..<end)
      isEmpty = content.lowerBound == hash && hash + 1 == end
      end = hash
    }
    target = trimmed(content.lowerBound..<end)
  }
}
