import DictumModel

/// A conversation within an item of an outline, a turn an item, or a line of the item's text.
///
///     - Meeting
///       - Ada Okafor: text
///       - Bram Visser: text
///         - Ada Okafor: text         an answer, one deeper
///       - a thought of hers
///     - To do                        ends it
///
///     1. Agenda
///
///        Ada Okafor: text
///        Bram Visser: text
extension LabelledTurns {
  /// Where each turn begins by the labels of items among `places`, however deep they are; empty when
  /// they make no dialogue.
  ///
  /// What stands less deep than every label is nobody's turn.
  func outlineStarts(_ places: LabelPlaces) -> [TurnStart] {
    guard places.nested.count > 1 else { return [] }
    var items = LabelPlaces(lineCount: places.lineCount)
    let outermost = places.all.filter { $0.shape?.form == .item }
    for place in (outermost + places.nested).sorted(by: { ($0.leaf, $0.line) < ($1.leaf, $1.line) })
    {
      items.add(place)
    }
    var found = starts(at: items)
    guard let first = found.first?.leaf,
      let depth = found.lazy.map({ leaves[$0.leaf].itemDepth }).min()
    else { return [] }
    let turns = Set(found.map(\.leaf))
    for leaf in leaves.indices.dropFirst(first)
    where leaves[leaf].itemDepth < depth && !turns.contains(leaf) {
      found.append(TurnStart(leaf: leaf, line: 0, label: nil, isBoundary: true))
    }
    return found.sorted { ($0.leaf, $0.line) < ($1.leaf, $1.line) }
  }
}
