import DictumModel

/// Finds the messages of a dialogue that was exported as one bullet a message, without names.
///
/// The shape that tells it from a list: the document is little else than its outermost bullets,
/// there are at least eight, and many of them are long or hold several paragraphs. Only the
/// outermost level counts: bullets inside a message belong to it. Who speaks is unknown, and stays
/// so: in such an export not even alternation is a safe guess.
enum MessageTurns {
  /// Where each message begins, in order; empty when the document is no such export.
  static func starts(in leaves: [Leaf], isDeclared: Bool) -> [TurnStart] {
    var starts: [TurnStart] = []
    var outside = 0
    var leavesPerItem: [Int: Int] = [:]
    var bytesInside = 0
    for (index, leaf) in leaves.enumerated() where leaf.kind != .rule {
      guard let item = leaf.topItem else {
        outside += leaf.isHeading ? 0 : 1
        continue
      }
      if leavesPerItem[item] == nil { starts.append(TurnStart(leaf: index, line: 0, label: nil)) }
      leavesPerItem[item, default: 0] += 1
      bytesInside += leaf.text.utf8.count
    }
    let messages = starts.count
    let inside = leavesPerItem.values.reduce(0, +)
    let several = leavesPerItem.values.count { $0 > 1 }
    guard messages >= (isDeclared ? 2 : 8), outside * 10 <= inside else { return [] }
    let isLong = bytesInside >= messages * 150
    return isDeclared || (several * 5 >= messages && isLong) ? starts : []
  }
}
