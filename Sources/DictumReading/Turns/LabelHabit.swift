import DictumModel

/// What nearly all labels of a document have in common, so that a label met once can be told from a
/// sentence with an early colon.
///
///     Ada Okafor: 00:00:18        all have a time, stand alone on their line and begin a paragraph
///     AO: text                    all are initials, or the full names that some stand for
struct LabelHabit {
  /// Whether they have a time.
  private(set) var hasTime = false
  private var beginsParagraph = false
  private var isAlone = false
  private var isNeverAlone = false
  private var isClosed = false
  private var isInitials = false
  private var initials: Set<String> = []
  private var isCapitalised = false

  /// The habit of those of `starts` whose labels come again and again, by their indexes.
  init(_ starts: [TurnStart], _ regular: [Int], leaves: [Leaf]) {
    guard !regular.isEmpty else { return }
    var counts = (timed: 0, first: 0, alone: 0, closed: 0, initials: 0, capitalised: 0)
    // The words of a label that comes often are looked at once, as long as they are written alike.
    var names: [(name: String, isInitials: Bool, isCapitalised: Bool)?] = []
    for index in regular {
      if starts[index].line == 0 { counts.first += 1 }
      guard let number = starts[index].label?.number, let name = starts[index].label?.name else {
        continue
      }
      if starts[index].label?.time != nil { counts.timed += 1 }
      if starts[index].label?.isClosed == true { counts.closed += 1 }
      if LabelHabit.isAlone(starts, index, leaves) { counts.alone += 1 }
      while names.count <= number { names.append(nil) }
      var words = names[number]
      if words?.name != name {
        words = (name, LabelHabit.isInitials(name), LabelHabit.isCapitalised(name))
        names[number] = words
      }
      if words?.isInitials == true {
        counts.initials += 1
        initials.insert(name)
      }
      if words?.isCapitalised == true { counts.capitalised += 1 }
    }
    func isUsual(_ count: Int) -> Bool { count * 10 >= regular.count * 9 }
    hasTime = isUsual(counts.timed)
    beginsParagraph = isUsual(counts.first)
    isAlone = isUsual(counts.alone)
    isNeverAlone = isUsual(regular.count - counts.alone)
    isClosed = isUsual(counts.closed)
    isInitials = isUsual(counts.initials)
    isCapitalised = isUsual(counts.capitalised)
  }

  /// Whether the one of `starts` at `index` keeps to it.
  func admits(_ starts: [TurnStart], _ index: Int, leaves: [Leaf]) -> Bool {
    if hasTime, starts[index].label?.time == nil { return false }
    if beginsParagraph, starts[index].line > 0 { return false }
    // The first of a broadcast's turns often stands below its label, `MARA KESTON, HOST:`.
    if isAlone || isNeverAlone, starts[index].label?.hasRemark != true,
      LabelHabit.isAlone(starts, index, leaves) != isAlone
    {
      return false
    }
    if isClosed, starts[index].label?.isClosed != true { return false }
    let name = starts[index].label?.name
    if isInitials, starts[index].label?.bearer == .person, let name,
      !LabelHabit.isInitials(name), !FullInitials(name).all.contains(where: initials.contains)
    {
      return false
    }
    return !isCapitalised || name.map(LabelHabit.isCapitalised) == true
  }

  /// Whether the line holds nothing after the label.
  private static func isAlone(_ starts: [TurnStart], _ index: Int, _ leaves: [Leaf]) -> Bool {
    guard let contentStart = starts[index].label?.contentStart else { return false }
    let lines = leaves[starts[index].leaf].lines
    let line = starts[index].line + starts[index].labelLines
    return !lines.indices.contains(line) || contentStart >= lines[line].end
  }

  private static func isInitials(_ name: String) -> Bool {
    // A small letter in the second place is no code's.
    guard name.utf8.count <= 10,
      name.utf8.dropFirst().first.map({ (0x61...0x7A).contains($0) }) != true
    else { return false }
    return JointLabel.parts(of: name).allSatisfy { Legend.isCode($0) }
  }

  private static func isCapitalised(_ name: String) -> Bool {
    LabelName.name(in: name, allowLowercase: false) != nil
  }
}
