import DictumModel

/// The lines of a page that was copied as text.
struct CopiedPage {
  let bytes: [UInt8]

  /// All lines, as they stand in the file.
  let all: [ByteSpan]

  /// The places in `all` of the lines with words.
  private(set) var filled: [Int] = []

  /// The places in `filled` of the lines at which a head may lie.
  private(set) var marks: [Int] = []

  /// The words at the first of `marks`, which every shape looks at.
  private var firstTexts: [String] = []

  init(_ input: RecordInput) {
    bytes = input.bytes
    all = input.lineTable.spans(from: input.start)
    filled.reserveCapacity(all.count)
    bytes.withUnsafeBufferPointer { bytes in
      for (index, line) in all.enumerated() {
        var head = line.start
        while head < line.end, bytes[head] == 0x20 || bytes[head] == 0x09 { head += 1 }
        guard head < line.end else { continue }
        if CopiedMark.mayStand(in: bytes, head, line.end) { marks.append(filled.count) }
        filled.append(index)
      }
    }
    firstTexts = marks.prefix(CopiedShape.patience).map(written)
  }

  /// The words of a line with words on one line; empty for one that is too long to say who writes.
  func text(_ index: Int) -> String {
    marks.prefix(firstTexts.count).firstIndex(of: index).map { firstTexts[$0] } ?? written(index)
  }

  private func written(_ index: Int) -> String {
    guard filled.indices.contains(index) else { return "" }
    let line = all[filled[index]]
    guard line.count <= CopiedMark.longest + 40 else { return "" }
    return CopiedText.visible(String(decoding: bytes[line.range], as: UTF8.self)).onOneLine
  }

  /// Whether an empty line, or none, stands before a line with words.
  func isAfterGap(_ index: Int) -> Bool {
    index == 0 || filled[index] > filled[index - 1] + 1
  }
}
