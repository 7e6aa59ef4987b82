import DictumModel

/// A chat of two or three turns, which is all that the document is.
///
///     **Ada Okafor:** Did you see the moss?
///
///     **Bram Visser:** I did, and it is dry.
///
/// So little proves nothing by itself: every paragraph must be labelled, the first must ask and all must
/// be talk, and the labels must be people's full names, or a user and a machine.
enum ShortTalk {
  /// Where each turn begins; empty where `leaves` are no such chat.
  static func starts(_ bytes: [UInt8], in leaves: [Leaf]) -> [TurnStart] {
    guard leaves.count <= 4 else { return [] }
    let headings = leaves.count { $0.isHeading }
    guard headings <= 1, (1...3).contains(leaves.count - headings) else { return [] }
    lazy var book = LabelBook()
    var starts: [TurnStart] = []
    for leaf in leaves.indices where !leaves[leaf].isHeading {
      guard leaves[leaf].kind == .block(.paragraph), leaves[leaf].topItem == nil,
        !leaves[leaf].isQuoted
      else { return [] }
      for line in leaves[leaf].lines.indices {
        guard let shape = shape(bytes, leaves[leaf].lines[line]),
          let label = book.label(shape, bytes)
        else {
          if line == 0 { return [] }
          continue
        }
        starts.append(TurnStart(leaf: leaf, line: line, label: label))
      }
    }
    return isTalk(starts, bytes, leaves) ? starts : []
  }

  private static func shape(_ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    guard bytes.withUnsafeBufferPointer({ LabelScan.mayBegin($0, line) }),
      let scan = LabelScan(bytes, line), scan.hasColon, scan.contentStart < line.end
    else { return nil }
    return MarkedLabel.shape(scan) ?? PlainLabel.shape(scan)
  }

  private static func isTalk(_ starts: [TurnStart], _ bytes: [UInt8], _ leaves: [Leaf]) -> Bool {
    guard (2...3).contains(starts.count), starts[0].label?.key != starts[1].label?.key,
      starts.last?.label?.key == (starts.count == 2 ? starts[1] : starts[0]).label?.key
    else { return false }
    let turns = starts.indices.map { index in
      let start = starts[index].label?.contentStart ?? 0
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let end = next.map { leaves[$0.leaf].lines[$0.line].start } ?? bytes.count
      return bytes[start..<max(start, end)]
    }
    guard turns[0].contains(UInt8(ascii: "?")) else { return false }
    let bearers = starts.map { $0.label?.bearer }
    if bearers.contains(.machine), bearers.contains(.role) { return true }
    return bearers.allSatisfy { $0 == .person }
      && turns.allSatisfy { TalkWords.hold(in: $0, orFirst: true) }
      && starts.allSatisfy { $0.label?.name.utf8.contains(0x20) == true }
  }
}
