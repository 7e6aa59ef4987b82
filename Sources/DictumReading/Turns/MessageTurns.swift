import DictumModel

/// Finds the messages of a dialogue that was exported as one bullet a message, without names.
///
/// The shape that tells it from a list: from the first outermost bullet on the document is little
/// else, headings included; there are at least eight, they are long, and many hold several
/// paragraphs. Only the outermost level counts: bullets inside a message belong to it, and do not
/// make it one. Who speaks is unknown, and stays so: in such an export not even alternation is a
/// safe guess.
enum MessageTurns {
  /// Where each message begins, in order; empty when the document is no such export.
  static func starts(in leaves: [Leaf], isDeclared: Bool) -> [TurnStart] {
    var starts: [Int] = []
    var outside = 0
    var inside = 0
    // An item's leaves follow one another.
    var last: Int?
    var paragraphs = 0
    var several = 0
    var bytesInside = 0
    for index in leaves.indices where leaves[index].kind != .rule {
      guard let item = leaves[index].topItem else {
        outside += leaves[index].isHeading && starts.isEmpty ? 0 : 1
        // Most documents are told before their end.
        if outside * 10 > leaves.count { return [] }
        continue
      }
      if item != last {
        starts.append(index)
        last = item
        paragraphs = 0
      }
      if leaves[index].itemDepth == 1 {
        paragraphs += 1
        if paragraphs == 2 { several += 1 }
      }
      inside += 1
      bytesInside += leaves[index].text.utf8.count
    }
    let messages = starts.count
    guard messages >= (isDeclared ? 2 : 8), outside * 10 <= inside else { return [] }
    let isLong = bytesInside >= messages * 150
    guard isDeclared || (several * 5 >= messages && isLong) else { return [] }
    return starts.map { TurnStart(leaf: $0, line: 0, label: nil) }
  }
}
