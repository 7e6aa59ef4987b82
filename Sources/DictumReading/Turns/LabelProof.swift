import DictumModel

/// What must speak for labels whose shape alone proves little: that what stands under them is talk.
///
/// A glossary, a bibliography, a list of changes or of people can have the shape, and words that come
/// again. But people in talk say *I* and *you* and put questions to one another, and their names are
/// mostly of more than one word; where they are not, somebody calls another by name.
struct LabelProof {
  let bytes: [UInt8]
  let leaves: [Leaf]

  /// The labels of one form that have passed the gate, in order.
  let starts: [TurnStart]

  /// Whether the front matter says that this is a dialogue.
  let isDeclared: Bool

  /// Whether the front matter knows one of those whom the labels name.
  let isKnown: Bool

  /// How many bytes of a turn are looked at, and how many turns.
  private static let reach = (bytes: 600, turns: 40)

  /// Whether the labels, all of `form`, begin turns.
  func holds(for form: SpeakerLabel.Form) -> Bool {
    // Items and questions are in any dialogue; names are not.
    (isDeclared && form != .item && form != .examined) || isProved(form)
  }

  /// The same, from the words alone.
  private func isProved(_ form: SpeakerLabel.Form) -> Bool {
    switch form {
    case .bold, .italic, .plain, .heading, .lone: isVouchedFor || isTalk
    case .timed, .capitals: true
    case .dressed: share(orFirst: true) >= 0.2 && isTalk
    case .examined: isExamined
    case .item where starts.allSatisfy({ $0.label?.hasColon == false }):
      share(orFirst: true) >= 0.35 && (hasFullNames || isAddressed)
    case .bracketed, .dashed, .item:
      share(orFirst: true) >= (hasFullNames ? 0.35 : 0.5) && isTalk
    case .dotted: share(orFirst: true) >= 0.35 && (hasFullNames || (areInCapitals && isTalk))
    case .alone: isAlone
    case .row: false
    }
  }

  /// Whether anything but the words of the labels and of the turns tells that people speak: the front
  /// matter, times, or labels of roles, machines and numbered voices.
  private var isVouchedFor: Bool {
    isKnown || starts.indices.count { starts[$0].label?.time != nil } * 2 > starts.count
      || starts.indices.count { starts[$0].label?.isOffice == true } > 1
  }

  /// Whether what stands under labels that nothing vouches for is talk.
  ///
  ///     **Mornings:** I write.      a word of the language, beside other prose
  ///     ### Added                   nobody speaks
  private var isTalk: Bool {
    let all = starts.indices.prefix(LabelProof.reach.turns).map { bytes[words(of: $0)] }
    let turns = all.filter(TalkWords.canJudge)
    // Turns of a word or two say nothing, and those in another language nothing by these words.
    guard turns.count * 2 > all.count, turns.reduce(0, { $0 + $1.count }) >= 12 * turns.count else {
      return true
    }
    // No more than two fifths are asked for.
    let enough = (turns.count * 2 + 4) / 5
    var talk = 0
    for turn in turns where talk < enough && TalkWords.hold(in: turn, orFirst: true) { talk += 1 }
    if hasFullNames { return talk * 5 >= turns.count }
    guard talk * 5 >= turns.count * 2 else { return false }
    return isAddressed || !(isBesideProse || areWords)
  }

  /// Whether the turns are few, and more than a third of the paragraphs begin none of them.
  private var isBesideProse: Bool {
    guard starts.count < 6 else { return false }
    var inTurns = 0
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1].leaf : leaves.count
      let isAlone = start.label.map { $0.contentStart >= leaves[start.leaf].span.end } ?? false
      inTurns += next == start.leaf ? 0 : isAlone && next > start.leaf + 1 ? 2 : 1
    }
    let paragraphs = leaves.indices.count { index in
      // What stands in items of an item is its own.
      if case .block = leaves[index].kind {
        !leaves[index].isQuoted && leaves[index].itemDepth < 2
      } else {
        false
      }
    }
    return inTurns * 3 < paragraphs * 2
  }

  /// Whether all labels, of which there are few, are words that the document writes small as well:
  /// `Python: …`, and then `a python`.
  private var areWords: Bool { bytes.writeSmall(Set(starts.compactMap { $0.label?.name })) }

  /// Whether questions and answers come beside people who speak without them.
  private var isExamined: Bool {
    let asked = starts.count { $0.label?.bearer == .asker }
    return asked >= 4 && asked < starts.count
  }

  /// Whether nearly every name has words below it and comes again, and the names are people's or
  /// those of a chat with a machine.
  private var isAlone: Bool {
    let said = zip(starts, starts.dropFirst()).count { start, next in
      next.leaf > start.leaf + 1 || leaves[start.leaf].lines.count > start.line + 1
    }
    let remarked = starts.count { $0.label?.hasRemark == true }
    let isShort = remarked * 2 >= starts.count || (isScript && Script.hasScenes(leaves))
    guard starts.count >= (isShort ? 4 : 6),
      said * 10 >= (starts.count - 1) * 9
    else { return false }
    // Members of a parliament often speak once, and a script has its own shape.
    if remarked * 2 >= starts.count, hasFullNames { return share(orFirst: true) >= 0.35 }
    if isScript { return share(orFirst: true) >= 0.25 }
    var counts: [Int: Int] = [:]
    for start in starts { counts[start.label?.number ?? 0, default: 0] += 1 }
    guard counts.values.count(where: { $0 == 1 }) * 4 <= starts.count else { return false }
    if starts.allSatisfy({ $0.label?.time != nil }) { return true }
    if starts.contains(where: { $0.label?.bearer == .machine }) {
      return starts.contains { $0.label?.bearer == .role }
    }
    if hasFullNames { return share(orFirst: true) >= 0.35 }
    return hasHandles ? share(orFirst: true) >= 0.4 : share(orFirst: false) >= 0.25 && isAddressed
  }

  /// Whether names in capitals stand right above the words, as in the script of a film.
  ///
  ///     ADA
  ///     (quietly)
  ///     Did you see it?
  private var isScript: Bool {
    let cues = starts.count { start in
      guard let name = start.label?.name, name.utf8.count > 1 else { return false }
      return !name.utf8.contains { (0x61...0x7A).contains($0) }
        && leaves[start.leaf].lines.count > start.line + 1
    }
    return cues * 10 >= starts.count * 9
  }

  /// Whether names of two words or more come at least three times; `The Pier` is no name.
  private var hasFullNames: Bool {
    let full = starts.indices.lazy.filter { index in
      guard starts[index].label?.bearer == .person, let name = starts[index].label?.name else {
        return false
      }
      return name.utf8.contains(0x20) && !name.hasPrefix("The ")
    }
    return full.prefix(3).count == 3
  }

  /// Whether all labels are in capitals, as the parts of a play are.
  private var areInCapitals: Bool {
    starts.allSatisfy { start in
      start.label.map { !$0.name.utf8.contains { (0x61...0x7A).contains($0) } } ?? true
    }
  }

  /// Whether names of an account, such as `ada_o`, come at least three times.
  private var hasHandles: Bool {
    starts.count { start in
      start.label?.name.utf8.first.map { (0x61...0x7A).contains($0) } == true
    } >= 3
  }

  /// Whether somebody is called by name in another's turn, beside a comma, as in `Thank you, Ada.`.
  ///
  /// Only labels of one word are looked for.
  private var isAddressed: Bool {
    let names = Set(starts.compactMap { $0.label.map { Array($0.name.utf8) } })
    return starts.indices.contains { index in
      let own = starts[index].label.map { Array($0.name.utf8) }
      return LabelProof.calls(in: bytes[words(of: index)]) { $0 != own && names.contains($0) }
    }
  }

  /// Whether a word beside a comma is such a name.
  private static func calls(
    in text: ArraySlice<UInt8>, isName: ([UInt8]) -> Bool
  ) -> Bool {
    var isBehindComma = false
    var start = text.startIndex
    while start < text.endIndex {
      var end = start
      while end < text.endIndex, !" \n.!?".utf8.contains(text[end]) { end += 1 }
      if start < end {
        let endsInComma = text[end - 1] == UInt8(ascii: ",")
        if endsInComma || isBehindComma,
          isName(Array(text[start..<end].prefix { $0 != UInt8(ascii: ",") }))
        {
          return true
        }
        isBehindComma = endsInComma
      }
      start = end + 1
    }
    return false
  }

  /// The share of turns that are talk.
  private func share(orFirst: Bool) -> Double {
    let talk = starts.indices.count { index in
      TalkWords.hold(in: bytes[words(of: index)], orFirst: orFirst)
    }
    return Double(talk) / Double(max(starts.count, 1))
  }

  /// The bytes of a turn, in its own paragraph and the next, as far as they are looked at.
  private func words(of index: Int) -> Range<Int> {
    let leaf = starts[index].leaf
    let first = starts[index].label?.contentStart ?? leaves[leaf].span.end
    var end = leaves[leaf].span.end
    if leaves.indices.contains(leaf + 1) { end = max(end, leaves[leaf + 1].span.end) }
    if index + 1 < starts.count {
      let lines = leaves[starts[index + 1].leaf].lines
      let line = starts[index + 1].line
      if lines.indices.contains(line) { end = min(end, lines[line].start) }
    }
    return first..<max(first, min(end, first + LabelProof.reach.bytes))
  }
}

extension [UInt8] {
  /// Whether each of `names`, of which there are few, stands in the text as a word without a capital.
  func writeSmall(_ names: Set<String>) -> Bool {
    // A search of the whole text for each of them.
    names.count <= 8 && names.allSatisfy { holdsWord(Array($0.lowercased().utf8)) }
  }

  /// Whether `word` stands in the text with no letter before it or behind it.
  private func holdsWord(_ word: [UInt8]) -> Bool {
    withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        var start = 0
        while let at = bytes.place(of: word, from: start) {
          let isWord = [at - 1, at + word.count].allSatisfy { edge in
            !bytes.indices.contains(edge) || !ByteKind.isHandle(bytes[edge])
          }
          if isWord { return true }
          start = at + 1
        }
        return false
      }
    }
  }
}
