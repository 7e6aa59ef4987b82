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

  /// The same where the front matter knows one of the names, or where few labels come often: in an
  /// interview each answer may be many lines long.
  static let knownShare = 0.06

  /// How often labels must come, on average, to come often.
  static let frequent = 15

  let bytes: [UInt8]
  let leaves: [Leaf]

  /// Folded names that the registry knows, aliases too.
  let registered: Set<String>

  /// Whether the front matter says that this is a dialogue.
  let isDeclared: Bool

  /// Where each turn begins, in order; empty when the document is no dialogue.
  func starts() -> [TurnStart] {
    let candidates = candidates()
    guard candidates.count > 1 else { return [] }
    var best: [TurnStart] = []
    for form in SpeakerLabel.Form.allCases {
      let accepted = accepted(candidates, form: form)
      if accepted.count > best.count { best = accepted }
    }
    return WordlessLabels(bytes: bytes, leaves: leaves, registered: registered).marked(best)
  }

  /// Every line that could be headed by a label, outside lists, quotes and code.
  private func candidates() -> [TurnStart] {
    var found: [TurnStart] = []
    for (index, leaf) in leaves.enumerated() where leaf.topItem == nil && !leaf.isQuoted {
      switch leaf.kind {
      case .heading:
        if let label = HeadingLabel.label(leaf.text, contentStart: leaf.span.end) {
          found.append(TurnStart(leaf: index, line: 0, label: label))
        }
      case .block(.paragraph):
        for (number, line) in leaf.lines.enumerated() {
          let label = SpeakerLabel.candidate(bytes, line, isFirst: number == 0)
          let next = number + 1 < leaf.lines.count ? leaf.lines[number + 1] : nil
          if label == nil || label?.form == .lone, let next,
            let split = TimedLabel.label(bytes, line, timeOn: next)
          {
            found.append(TurnStart(leaf: index, line: number, labelLines: 1, label: split))
          } else if let label {
            found.append(TurnStart(leaf: index, line: number, label: label))
          }
        }
      default: break
      }
    }
    return found
  }

  private func accepted(_ all: [TurnStart], form: SpeakerLabel.Form) -> [TurnStart] {
    let companion = LabelledTurns.companions[form]
    let candidates = all.filter {
      $0.label?.form == form || (form == .plain && $0.label?.form == .timed)
    }
    var counts: [String: Int] = [:]
    var roleCount = 0
    for case let label? in candidates.lazy.map(\.label) {
      switch label.bearer {
      case .person, .role, .machine: counts[label.key, default: 0] += 1
      case .asker: roleCount += 1
      case .group, .part: break
      }
    }
    let least = form == .lone ? 3 : 2
    let regular = counts.filter { $0.value >= least }
    let known = registered.intersection(counts.keys)
    let isDialogue =
      known.count >= 2
      || (isDeclared && form != .heading && counts.count + (roleCount > 1 ? 1 : 0) >= 2)
      || (isDeclared && form != .heading && roleCount > 3)
      || passes(regular, roleCount: roleCount, isKnown: !known.isEmpty, form: form)
    guard isDialogue, !known.isEmpty || !areFields(candidates, regular) else { return [] }
    let habit = LabelHabit(
      candidates.filter { $0.label.map { regular[$0.key] != nil } ?? false }, leaves: leaves)
    return all.filter { start in
      guard let label = start.label, label.form == form || label.form == companion else {
        return false
      }
      if known.contains(label.key) || regular[label.key] != nil { return true }
      guard label.form == form || (form == .plain && habit.hasTime) else { return false }
      if label.isAnonymous { return true }
      // Once the gate is open, a guest who speaks once is a speaker too; a section heading is not,
      // and neither is what only names a link, or is written in another way than the rest.
      return (form != .heading || label.hasColon) && form != .lone
        && !isLink(at: label.contentStart) && habit.admits(start, leaves: leaves)
    }
  }

  /// The form that a label of a speaker known by another may have as well: where the colon or the
  /// time was forgotten.
  private static let companions: [SpeakerLabel.Form: SpeakerLabel.Form] = [
    .plain: .timed, .timed: .plain, .bold: .lone, .lone: .bold,
  ]

  /// Whether labels that come at least twice, and the roles of those who ask and answer, are enough.
  private func passes(
    _ regular: [String: Int], roleCount: Int, isKnown: Bool, form: SpeakerLabel.Form
  ) -> Bool {
    guard !regular.isEmpty, regular.count + (roleCount >= 2 ? 1 : 0) >= 2 else { return false }
    let lines = regular.values.reduce(roleCount, +)
    let share = Double(lines) / Double(max(proseLineCount, 1))
    if isKnown || lines >= LabelledTurns.frequent * regular.count {
      return share >= LabelledTurns.knownShare
    }
    let isPlain = form == .plain || form == .capitals
    return share >= (isPlain ? LabelledTurns.plainShare : LabelledTurns.markedShare)
  }

  /// Whether the labels are fields that every section of a document has once.
  ///
  ///     ## First proposal
  ///     **Pro:** …
  ///     **Con:** …
  ///     ## Second proposal
  ///     **Pro:** …
  private func areFields(_ candidates: [TurnStart], _ regular: [String: Int]) -> Bool {
    var sections: Set<Int> = []
    var seen: Set<String> = []
    var section = 0
    var leaf = 0
    for start in candidates {
      guard let label = start.label, label.form != .heading else { return false }
      while leaf < start.leaf {
        if leaves[leaf].isHeading {
          section = leaf
          seen = []
        }
        leaf += 1
      }
      guard regular[label.key] != nil else { continue }
      if !seen.insert(label.key).inserted { return false }
      sections.insert(section)
    }
    return sections.count > 1
  }

  private func isLink(at start: Int) -> Bool {
    let words = bytes[start...]
    return ["http://", "https://", "<http"].contains { words.starts(with: $0.utf8) }
  }

  private var proseLineCount: Int {
    leaves.reduce(0) { $0 + ($1.kind == .rule ? 0 : $1.lines.count) }
  }
}
