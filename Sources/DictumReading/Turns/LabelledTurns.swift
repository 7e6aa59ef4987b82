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
  var leaves: [Leaf]

  /// Whom the front matter names.
  let registry: SpeakerRegistry

  /// Whether the front matter says that this is a dialogue.
  let isDeclared: Bool

  /// Where each turn begins, by labels that are rare or whose shape alone proves little, beside those at
  /// `places`.
  func rareStarts(beside places: LabelPlaces) -> [TurnStart] {
    let rare = LabelPlaces(rareBeside: places, bytes, leaves)
    let starts = starts(at: rare)
    let outline = outlineStarts(rare)
    return outline.count > starts.count ? outline : starts
  }

  /// The same, where names with a title behind them are labels as well, beside those at `places`; empty
  /// when there are none.
  func titledStarts(among places: LabelPlaces) -> [TurnStart] {
    LabelPlaces(withTitled: places, bytes, leaves).map(starts) ?? []
  }

  /// Where each turn begins, in order, by labels at some places; empty when the document is no dialogue.
  func starts(at places: LabelPlaces) -> [TurnStart] {
    guard places.all.count > 1 else { return [] }
    let proseLineCount = places.lineCount
    var possible = forms(places.counts, proseLineCount)
    guard !possible.isEmpty else { return [] }
    let sieve = sieve(places.all, possible)
    possible.removeAll { form in
      !mayPass(form, sieve.count(telling: form), known: sieve.count(known: form), proseLineCount)
    }
    guard !possible.isEmpty else { return [] }
    var book = LabelBook()
    let candidates = candidates(places.all, possible, &book)
    guard candidates.count > 1 else { return [] }
    let isKnown = book.keys.map(registry.knows)
    var counts = FormCounts()
    for index in candidates.indices {
      if let form = candidates[index].label?.form { counts[form] += 1 }
    }
    var best: [TurnStart] = []
    for form in forms(counts, proseLineCount) {
      let accepted = accepted(candidates, form: form, isKnown, proseLineCount)
      guard accepted.count > best.count else { continue }
      let proof = LabelProof(
        bytes: bytes, leaves: leaves,
        starts: accepted.count == candidates.count ? candidates : accepted.map { candidates[$0] },
        isDeclared: isDeclared,
        isKnown: accepted.contains { (candidates[$0].label?.number).map { isKnown[$0] } ?? false })
      if proof.holds(for: form) { best = proof.starts }
    }
    guard !Programme.holds(best.map { $0.label?.time }) else { return [] }
    let wordless = WordlessLabels(bytes: bytes, leaves: leaves, isKnown: isKnown)
    for index in wordless.boundaries(among: best) { best[index].isBoundary = true }
    end(&best)
    return best
  }

  /// Ends the turns before what nobody in the conversation says.
  private func end(_ starts: inout [TurnStart]) {
    guard let first = starts.first?.leaf else { return }
    var ends = ClosingLine.all(in: leaves, after: first)
    if let afterword = Afterword.start(below: starts, in: leaves) { ends.append(afterword) }
    ends += Script.actions(below: starts, in: leaves)
    guard !ends.isEmpty else { return }
    let turns = Set(starts.map(\.leaf))
    for leaf in ends where !turns.contains(leaf) {
      starts.append(TurnStart(leaf: leaf, line: 0, label: nil, isBoundary: true))
    }
    starts.sort { ($0.leaf, $0.line) < ($1.leaf, $1.line) }
  }

  /// The forms that so many labels, or places for them, of each form let pass the gate, whatever
  /// their words are.
  ///
  /// Nearly every document that is no dialogue is told by this, and none of its words are read.
  private func forms(_ counts: FormCounts, _ proseLineCount: Int) -> [SpeakerLabel.Form] {
    SpeakerLabel.Form.allCases.filter { form in
      let count = counts.count(for: form)
      return count > 1 && mayPass(form, count, known: registry.isEmpty ? 0 : count, proseLineCount)
    }
  }

  /// Whether labels of one form may pass, so many of which may come again and so many be known.
  private func mayPass(
    _ form: SpeakerLabel.Form, _ count: Int, known: Int, _ proseLineCount: Int
  ) -> Bool {
    if known > 1 || (isDeclared && form != .heading) { return true }
    // Two labels, or one and those who ask, each at least twice.
    guard count >= 4 else { return false }
    let share = Double(count) / Double(max(proseLineCount, 1))
    return share >= LabelledTurns.leastShare(form)
      || (share >= LabelledTurns.knownShare && (known > 0 || count >= LabelledTurns.frequent))
  }

  /// What the bytes of the labels at `places` tell of the `forms` that may pass.
  private func sieve(
    _ places: [LabelPlaces.Place], _ forms: [SpeakerLabel.Form]
  ) -> LabelSieve {
    var sieve = LabelSieve(known: registry.keys)
    let readsHeadings = forms.contains(.heading)
    let readsTimes = forms.contains(.plain)
    bytes.withUnsafeBufferPointer { bytes in
      for index in places.indices {
        if let words = places[index].shape?.words, let form = places[index].shape?.form {
          guard forms.contains(form) || (readsTimes && form == .timed) else { continue }
          sieve.add(form, words: UnsafeBufferPointer(rebasing: bytes[words.range]))
        } else if readsHeadings {
          sieve.add(heading: leaves[places[index].leaf].text)
        }
      }
    }
    return sieve
  }

  /// Every line among `places` that a label heads, as far as the `forms` that may pass need it.
  private func candidates(
    _ places: [LabelPlaces.Place], _ forms: [SpeakerLabel.Form], _ book: inout LabelBook
  ) -> [TurnStart] {
    let readsHeadings = forms.contains(.heading)
    func reads(_ form: SpeakerLabel.Form) -> Bool {
      forms.contains(form) || LabelledTurns.companion(of: form).map(forms.contains) ?? false
    }
    var found: [TurnStart] = []
    found.reserveCapacity(places.count)
    for index in places.indices {
      let (leaf, line) = (places[index].leaf, places[index].line)
      if let last = found.last, last.leaf == leaf, last.line == line { continue }
      let label =
        if let shape = places[index].shape {
          // Of two shapes on a line the second is read only where the first is none.
          reads(shape.form) || isShared(places, index) ? book.label(shape, bytes) : nil
        } else {
          readsHeadings
            ? book.heading(leaves[leaf].text, contentStart: leaves[leaf].span.end) : nil
        }
      guard let label else { continue }
      found.append(
        TurnStart(leaf: leaf, line: line, labelLines: places[index].labelLines, label: label))
    }
    return found
  }

  /// Whether the next of `places` is on the same line.
  private func isShared(_ places: [LabelPlaces.Place], _ index: Int) -> Bool {
    index + 1 < places.count && places[index + 1].leaf == places[index].leaf
      && places[index + 1].line == places[index].line
  }

  /// The labels of one form and its companion that begin turns, as indexes of `all`; none when they
  /// make no dialogue.
  private func accepted(
    _ all: [TurnStart], form: SpeakerLabel.Form, _ isKnown: [Bool], _ proseLineCount: Int
  ) -> [Int] {
    let companion = LabelledTurns.companion(of: form)
    let candidates = all.indices.filter {
      all[$0].label?.form == form || (form == .plain && all[$0].label?.form == .timed)
    }
    var counts = [Int](repeating: 0, count: isKnown.count)
    var roleCount = 0
    for index in candidates {
      guard let number = all[index].label?.number else { continue }
      switch all[index].label?.bearer {
      case .person, .role, .machine: counts[number] += 1
      // The front matter may say who asks and who answers.
      case .asker where isKnown[number]: counts[number] += 1
      case .asker: roleCount += 1
      case .group, .part, nil: break
      }
    }
    // A party or a place behind most names tells them from small headings.
    let isRemarked = candidates.count { all[$0].label?.hasRemark == true } * 2 >= candidates.count
    let least = form == .lone && !isRemarked ? 3 : form == .examined ? 1 : 2
    var regular = counts.map { $0 >= least ? $0 : 0 }
    if form == .plain { admitBroadcast(all, candidates, counts, &regular) }
    let knownCount = counts.indices.count { counts[$0] > 0 && isKnown[$0] }
    let isDialogue =
      knownCount >= 2
      || (isDeclared && form != .heading
        && counts.count { $0 > 0 } + (roleCount > 1 ? 1 : 0) >= 2)
      || (isDeclared && form != .heading && roleCount > 3)
      || passes(regular, roleCount: roleCount, isKnown: knownCount > 0, form, proseLineCount)
    guard isDialogue, knownCount > 0 || !areFields(all, candidates, regular) else { return [] }
    let habit = LabelHabit(
      all, candidates.filter { regular[all[$0].label?.number ?? 0] > 0 }, leaves: leaves)
    return all.indices.filter { index in
      guard let found = all[index].label?.form, found == form || found == companion,
        let number = all[index].label?.number
      else { return false }
      if regular[number] > 0 || (isKnown[number] && counts[number] > 0) { return true }
      guard let label = all[index].label, label.form == form || (form == .plain && habit.hasTime)
      else { return false }
      if label.isAnonymous { return true }
      // Once the gate is open, a guest who speaks once is a speaker too; a section heading is not,
      // and neither is what only names a link, or is written in another way than the rest.
      if form == .lone || form == .alone { return isRemarked && label.hasRemark }
      return (form != .heading || label.hasColon) && !isLink(at: label.contentStart)
        && habit.admits(all, index, leaves: leaves)
    }
  }

  /// Lets labels in capitals that come once be regular where one of them has a title, `KESTON, HOST:`.
  private func admitBroadcast(
    _ all: [TurnStart], _ candidates: [Int], _ counts: [Int], _ regular: inout [Int]
  ) {
    func isInCapitals(_ label: SpeakerLabel) -> Bool {
      label.name.utf8.count > 2 && !label.name.utf8.contains { (0x61...0x7A).contains($0) }
    }
    let titled = candidates.contains { index in
      all[index].label.map { $0.hasRemark && isInCapitals($0) } ?? false
    }
    guard titled else { return }
    for index in candidates {
      guard let label = all[index].label, isInCapitals(label) else { continue }
      regular[label.number] = counts[label.number]
    }
  }

  /// The form that a label of a speaker known by another may have as well: where the colon or the
  /// time was forgotten.
  private static func companion(of form: SpeakerLabel.Form) -> SpeakerLabel.Form? {
    switch form {
    case .plain: .timed
    case .timed: .plain
    case .bold: .lone
    case .lone: .bold
    case .italic, .heading, .capitals, .dressed, .bracketed, .dashed, .dotted, .examined, .item,
      .alone, .row:
      nil
    }
  }

  /// Whether labels that come at least twice, and the roles of those who ask and answer, are enough.
  private func passes(
    _ regular: [Int], roleCount: Int, isKnown: Bool, _ form: SpeakerLabel.Form,
    _ proseLineCount: Int
  ) -> Bool {
    let names = regular.count { $0 > 0 }
    guard names > 0, names + (roleCount >= 2 ? 1 : 0) >= 2 else { return false }
    let lines = regular.reduce(roleCount, +)
    let share = Double(lines) / Double(max(proseLineCount, 1))
    if isKnown || lines >= LabelledTurns.frequent * names {
      return share >= LabelledTurns.knownShare
    }
    return share >= LabelledTurns.leastShare(form)
  }

  /// The share of the lines that labels of `form` must head, where nothing else speaks for them.
  private static func leastShare(_ form: SpeakerLabel.Form) -> Double {
    switch form {
    case .plain, .capitals, .dashed, .dotted, .examined, .item: plainShare
    case .bold, .italic, .heading, .timed, .lone, .dressed, .bracketed, .alone, .row: markedShare
    }
  }

  /// Whether the labels are fields that every section of a document has once.
  ///
  ///     ## First proposal
  ///     **Pro:** …
  ///     **Con:** …
  ///     ## Second proposal
  ///     **Pro:** …
  private func areFields(_ all: [TurnStart], _ candidates: [Int], _ regular: [Int]) -> Bool {
    var sections: Set<Int> = []
    var seen: Set<Int> = []
    var section = 0
    var leaf = 0
    for index in candidates {
      guard let number = all[index].label?.number else { return false }
      while leaf < all[index].leaf {
        if case .heading(let level) = leaves[leaf].kind, level < leaves[all[index].leaf].level {
          section = leaf
          seen = []
        }
        leaf += 1
      }
      guard regular[number] > 0 else { continue }
      if !seen.insert(number).inserted { return false }
      sections.insert(section)
    }
    return sections.count > 1
  }

  private func isLink(at start: Int) -> Bool {
    guard start < bytes.count,
      bytes[start] == UInt8(ascii: "h") || bytes[start] == UInt8(ascii: "<")
    else { return false }
    let words = bytes[start...]
    return ["http://", "https://", "<http"].contains { words.starts(with: $0.utf8) }
  }
}
