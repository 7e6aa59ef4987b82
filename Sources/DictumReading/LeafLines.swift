import DictumModel

/// The lines of a leaf: a stretch of the lines of all leaves, which lie in one array.
struct LeafLines: RandomAccessCollection {
  private let all: [ByteSpan]
  private let first: Int

  /// How many there are, and the index after the last.
  let endIndex: Int

  /// The lines of `all` in a range.
  init(_ all: [ByteSpan], _ range: Range<Int>) {
    self.all = all
    first = range.lowerBound
    endIndex = range.count
  }

  /// All of some lines.
  init(_ lines: [ByteSpan]) { self.init(lines, lines.indices) }

  var startIndex: Int { 0 }

  subscript(index: Int) -> ByteSpan { all[first + index] }
}
