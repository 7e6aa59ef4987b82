import DictumModel

/// Finds the labelled turns of a dialogue, behind a gate that the document as a whole must pass.
///
/// A line that looks like a label proves nothing: "Note: …" is one in every technical text. So the
/// document must have at least two different labels, each at least twice, and they must head a fair
/// share of its lines. With the shares below no document of a set of 300 language proposals passes.
/// A registry of speakers in the front matter, or its `type`, opens the gate for the labels it names.
struct LabelledTurns {
  /// Of the lines that are not blank, the share that plain labels must head.
  static let plainShare = 0.20

  /// The same for bold labels and headings, which are rarer in other prose.
  static let markedShare = 0.10

  let bytes: [UInt8]
  let leaves: [Leaf]

  /// Folded names that the registry knows, aliases too.
  let registered: Set<String>

  /// Whether the front matter says that this is a dialogue.
  let isDeclared: Bool

  /// Where each turn begins, in order; empty when the document is no dialogue.
  func starts() -> [TurnStart] {
    let candidates = candidates()
    var best: [TurnStart] = []
    for form in SpeakerLabel.Form.allCases {
      let accepted = accepted(candidates.filter { $0.label?.form == form }, form: form)
      if accepted.count > best.count { best = accepted }
    }
    return best
  }

  /// Every line that could be headed by a label, outside lists, quotes and code.
  private func candidates() -> [TurnStart] {
    var found: [TurnStart] = []
    for (index, leaf) in leaves.enumerated() where leaf.topItem == nil && !leaf.isQuoted {
      switch leaf.kind {
      case .heading:
        if let label = SpeakerLabel(heading: leaf.text, contentStart: leaf.span.end) {
          found.append(TurnStart(leaf: index, line: 0, label: label))
        }
      case .block(.paragraph):
        for (number, line) in leaf.lines.enumerated() {
          if let label = SpeakerLabel(bytes, line: line) {
            found.append(TurnStart(leaf: index, line: number, label: label))
          }
        }
      default: break
      }
    }
    return found
  }

  private func accepted(_ candidates: [TurnStart], form: SpeakerLabel.Form) -> [TurnStart] {
    var counts: [String: Int] = [:]
    for case let label? in candidates.map(\.label) { counts[label.key, default: 0] += 1 }
    let known = registered.intersection(counts.keys)
    let regular = counts.filter { $0.value >= 2 }
    let regularLines = regular.values.reduce(0, +)
    let share = form == .plain ? LabelledTurns.plainShare : LabelledTurns.markedShare
    let passes = regular.count >= 2 && Double(regularLines) >= share * Double(proseLineCount)
    let isOpen = isDeclared && counts.count >= 2 && form != .heading
    guard passes || isOpen || known.count >= 2 else { return [] }
    return candidates.filter { start in
      guard let label = start.label else { return false }
      if known.contains(label.key) { return true }
      guard passes || isOpen else { return false }
      // Once the gate is open, a guest who speaks once is a speaker too; a section heading is not.
      return regular[label.key] != nil || (label.form == .heading ? label.hasColon : true)
    }
  }

  private var proseLineCount: Int {
    leaves.reduce(0) { $0 + ($1.kind == .rule ? 0 : $1.lines.count) }
  }
}
