import DictumMarkdown
import DictumModel

/// The turns of an `Interview`: a paragraph that is emphasised as a whole begins a question, the next
/// one an answer; where the front matter names the two, so may a heading that asks.
struct InterviewTurns {
  /// The fewest questions.
  private static let fewest = 3

  /// The leaves above the first question in which the two may be named.
  private static let reach = 8

  let leaves: [Leaf]
  let bytes: [UInt8]

  /// Where each turn begins; empty where the document is no interview, or does not say whose.
  ///
  /// `declared` is the interview that the front matter names; unless it names both people, half of the
  /// answers must speak of the one who gives them. Nearly every document is told by its paragraphs, of which none
  /// is a question in bold or italics.
  func starts(_ declared: Interview?, title: String, authors: [String]) -> [TurnStart] {
    var questions = emphasised
    if questions.isEmpty, declared != nil { questions = headings }
    guard questions.count >= InterviewTurns.fewest, let first = questions.first,
      asks(questions), let interview = declared ?? named(title, above: first, authors: authors)
    else { return [] }
    var starts: [TurnStart] = []
    var answers = (all: 0, own: 0)
    for (index, question) in questions.enumerated() {
      let next = index + 1 < questions.count ? questions[index + 1] : leaves.count
      if isAnsweredBelow(question) {
        starts.append(start(question, interview.asker ?? .unknown))
        starts.append(start(question, interview.guest, line: 1))
        answers.all += 1
        if isOwn(question..<next) { answers.own += 1 }
        continue
      }
      let answer = question + 1
      guard answer < next, isWords(answer) else { continue }
      // A heading stays one, and the answer stands under it.
      if !leaves[question].isHeading {
        starts.append(start(question, interview.asker ?? .unknown))
      }
      starts.append(start(answer, interview.guest))
      answers.all += 1
      if isOwn(answer..<next) { answers.own += 1 }
    }
    return answers.all >= InterviewTurns.fewest && answers.all * 3 >= questions.count * 2
      && (declared?.asker != nil || answers.own * 2 >= answers.all) ? starts : []
  }

  private func start(_ leaf: Int, _ attribution: Attribution, line: Int = 0) -> TurnStart {
    var record = TurnRecord(attribution.name)
    record.attribution = attribution
    record.label = nil
    record.holdsWords = true
    return TurnStart(leaf: leaf, line: line, label: nil, record: record)
  }

  /// The paragraphs that are bold as a whole, or where there are none those in italics, as indexes.
  private var emphasised: [Int] {
    var (bold, italic): ([Int], [Int]) = ([], [])
    for index in leaves.indices
    where leaves[index].kind == .block(.paragraph) && leaves[index].topItem == nil
      && !leaves[index].isQuoted
    {
      let form = leaves[index].inlines.onlyForm
      if form == .strong || isAnsweredBelow(index) {
        bold.append(index)
      } else if form == .emphasis {
        italic.append(index)
      }
    }
    return bold.isEmpty ? italic : bold
  }

  /// Whether the first line of a paragraph is a question in bold, and the answer stands below it.
  private func isAnsweredBelow(_ leaf: Int) -> Bool {
    let lines = leaves[leaf].lines
    guard lines.count > 1, let first = lines.first, first.count > 5,
      bytes[first.start] == UInt8(ascii: "*"), bytes[first.start + 1] == UInt8(ascii: "*")
    else { return false }
    let words = bytes[first.range].reversed().drop { $0 == 0x20 || $0 == 0x5C }
    return words.starts(with: "**?".utf8) && bytes[lines[1].start] != UInt8(ascii: "*")
  }

  /// The headings that ask.
  private var headings: [Int] {
    leaves.indices.filter { leaves[$0].isHeading && leaves[$0].text.utf8.last == UInt8(ascii: "?") }
  }

  /// Whether two thirds of `questions` ask.
  private func asks(_ questions: [Int]) -> Bool {
    questions.count { leaves[$0].text.utf8.contains(UInt8(ascii: "?")) } * 3 >= questions.count * 2
  }

  /// The interview of which the title, or a line above the first question, speaks.
  private func named(_ title: String, above first: Int, authors: [String]) -> Interview? {
    let above = leaves[..<first].prefix(InterviewTurns.reach)
    var authors = authors
    for leaf in above where leaf.text.hasPrefix("By ") && leaf.lines.count == 1 {
      let name = LabelName.name(in: String(leaf.text.dropFirst(3)), allowLowercase: false)
      if let name, authors.isEmpty { authors = [name] }
    }
    for text in [title] + above.map(\.text) where text.utf8.count <= 300 {
      if let interview = Interview(line: text.onOneLine, authors: authors) { return interview }
    }
    return nil
  }

  private func isWords(_ leaf: Int) -> Bool {
    guard case .block = leaves[leaf].kind else { return false }
    return leaves[leaf].lines.count > 0
  }

  /// Whether somebody says something of himself in `range`.
  private func isOwn(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let span = leaves[index].span
      return TalkWords.holdFirst(in: bytes[span.range])
    }
  }
}
