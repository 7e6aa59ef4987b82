import DictumModel

/// The script of a film: scenes under their headings, and names in capitals right above the words.
///
///     INT. POND HOUSE - DAY
///
///     Ada stands by the window.        what is seen, and nobody says
///
///     ADA
///     (quietly)
///     Did you see it?
enum Script {
  /// Whether a scene's heading stands among `leaves`.
  static func hasScenes(_ leaves: [Leaf]) -> Bool {
    leaves.contains { isScene($0) }
  }

  /// The leaves right behind what somebody says, as indexes: a speech ends with the paragraph of its
  /// name.
  ///
  /// None where the document is no script.
  static func actions(below starts: [TurnStart], in leaves: [Leaf]) -> [Int] {
    guard starts.allSatisfy({ $0.label?.form == .alone }), hasScenes(leaves) else { return [] }
    return starts.compactMap { start in
      let next = start.leaf + 1
      return next < leaves.count && leaves[start.leaf].lines.count > start.line + 1 ? next : nil
    }
  }

  private static func isScene(_ leaf: Leaf) -> Bool {
    ["INT. ", "EXT. ", "INT./EXT. "].contains { leaf.text.hasPrefix($0) }
  }
}
