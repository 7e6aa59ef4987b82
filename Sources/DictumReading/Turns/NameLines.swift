import DictumMarkdown
import DictumModel

/// The turns of a dialogue in which a name stands alone, bold, above each message.
///
///     **Ada Okafor**
///
///     What she says, in as many paragraphs as she likes.
///
///     **bo**
///
///     What he answers.
///
/// So a forum's dialogues look in Markdown. Other texts have bold lines too, as small headings:
/// there must be at least two names, each at least twice, six lines of names in all, few other bold
/// lines, and hardly any headings, among which `**Strengths**` and `**Weaknesses**` come again and
/// again.
enum NameLines {
  /// The fewest lines of names.
  static let fewest = 6

  /// Where each message begins; empty when the document is no such dialogue.
  static func starts(in leaves: [Leaf]) -> [TurnStart] {
    var names: [(leaf: Int, name: String)] = []
    var others = 0
    var headings = 0
    for (index, leaf) in leaves.enumerated() {
      if leaf.isHeading { headings += 1 }
      guard leaf.topItem == nil, !leaf.isQuoted, let words = boldWords(leaves, index) else {
        continue
      }
      let isHandle = !words.contains(" ")
      if let name = LabelName.name(in: words, allowLowercase: isHandle), name == words {
        names.append((index, name))
      } else {
        others += 1
      }
    }
    var counts: [String: Int] = [:]
    for (_, name) in names { counts[SpeakerKey(name).text, default: 0] += 1 }
    let regular = names.filter { counts[SpeakerKey($0.name).text, default: 0] >= 2 }
    let isFew = regular.count < fewest || counts.values.count(where: { $0 >= 2 }) < 2
    let isBroken =
      headings * 3 > regular.count || others + names.count - regular.count > regular.count / 3
    // A name with nothing below it is a list of names.
    let said = regular.count {
      leaves.indices.contains($0.leaf + 1) && !isBold(leaves, $0.leaf + 1)
    }
    guard !isFew, !isBroken, said * 10 >= regular.count * 9 else { return [] }
    return names.map { leaf, name in
      TurnStart(
        leaf: leaf, line: 0, label: nil,
        record: TurnRecord(name, method: .label, confidence: 0.95))
    }
  }

  /// The words of a paragraph that is one bold stretch and nothing else.
  private static func boldWords(_ leaves: [Leaf], _ index: Int) -> String? {
    isBold(leaves, index) ? leaves[index].text.onOneLine : nil
  }

  /// Whether a leaf is such a paragraph.
  static func isBold(_ leaves: [Leaf], _ index: Int) -> Bool {
    guard case .block(.paragraph) = leaves[index].kind, leaves[index].lines.count == 1 else {
      return false
    }
    return leaves[index].inlines.onlyForm == .strong
  }
}
