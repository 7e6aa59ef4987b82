/// One turn of a source or several that follow one another: `SOURCE#t12`, `SOURCE#t12..t20`.
package struct TurnRange: Hashable, Sendable {
  /// A path or an id.
  package var source: String

  /// Numbers of turns, from 1.
  package var turns: ClosedRange<Int>

  /// The turns that `text` names; `nil` when it names none.
  ///
  /// `..` or `-` stands between the first and the last, whose `t` may be left out.
  package init?(_ text: String) {
    guard let hash = text.lastIndex(of: "#") else { return nil }
    let ends = text[text.index(after: hash)...].replacing("..", with: "-").split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ Address.turn(in: String($0)) }) else { return nil }
    var last = first
    if ends.count > 1 {
      let written = ends[1].hasPrefix("t") ? String(ends[1]) : "t\(ends[1])"
      guard let turn = Address.turn(in: written), turn >= first else { return nil }
      last = turn
    }
    source = String(text[..<hash])
    turns = first...last
  }
}
