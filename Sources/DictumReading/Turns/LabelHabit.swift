import DictumModel

/// What nearly all labels of a document have in common, so that a label met once can be told from a
/// sentence with an early colon.
///
///     Ada Okafor: 00:00:18        all have a time, stand alone on their line and begin a paragraph
///     AO: text                    all are initials
struct LabelHabit {
  /// Whether they have a time.
  private(set) var hasTime = false
  private var beginsParagraph = false
  private var isAlone = false
  private var isNeverAlone = false
  private var isClosed = false
  private var isInitials = false
  private var isCapitalised = false

  /// The habit of `starts`, the labels that come again and again.
  init(_ starts: [TurnStart], leaves: [Leaf]) {
    let count = starts.count
    guard count > 0 else { return }
    func isUsual(_ holds: (TurnStart) -> Bool) -> Bool {
      starts.count(where: holds) * 10 >= count * 9
    }
    hasTime = isUsual { $0.label?.time != nil }
    beginsParagraph = isUsual { $0.line == 0 }
    isAlone = isUsual { LabelHabit.isAlone($0, leaves) }
    isNeverAlone = isUsual { !LabelHabit.isAlone($0, leaves) }
    isClosed = isUsual { $0.label?.isClosed == true }
    isInitials = isUsual { LabelHabit.isInitials($0) }
    isCapitalised = isUsual { LabelHabit.isCapitalised($0) }
  }

  /// Whether `start` keeps to it.
  func admits(_ start: TurnStart, leaves: [Leaf]) -> Bool {
    if hasTime, start.label?.time == nil { return false }
    if beginsParagraph, start.line > 0 { return false }
    if isAlone || isNeverAlone, LabelHabit.isAlone(start, leaves) != isAlone { return false }
    if isClosed, start.label?.isClosed != true { return false }
    if isInitials, !LabelHabit.isInitials(start), start.label?.bearer == .person { return false }
    return !isCapitalised || LabelHabit.isCapitalised(start)
  }

  /// Whether the line holds nothing after the label.
  private static func isAlone(_ start: TurnStart, _ leaves: [Leaf]) -> Bool {
    guard let label = start.label else { return false }
    let lines = leaves[start.leaf].lines
    let line = start.line + start.labelLines
    return !lines.indices.contains(line) || label.contentStart >= lines[line].end
  }

  private static func isInitials(_ start: TurnStart) -> Bool {
    guard let name = start.label?.name, name.utf8.count <= 10 else { return false }
    return JointLabel.parts(of: name).allSatisfy { Legend.isCode($0) }
  }

  private static func isCapitalised(_ start: TurnStart) -> Bool {
    start.label.map { LabelName.name(in: $0.name, allowLowercase: false) != nil } ?? false
  }
}
