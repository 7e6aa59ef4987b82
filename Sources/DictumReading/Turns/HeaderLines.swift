import DictumModel

/// The comments of a page that was copied as text, each under a line with its author, its age and
/// its votes.
///
///     Ada Okafor 12 Mar 2024 10:02 UTC 42 points
///     [-] Ada Okafor 3y 12 5
///     Ada Okafor
///     3y
///     12
///
/// One such line proves nothing; there must be three, all with a date or all with an age, by at
/// least two people or beginning with the mark that folds a comment.
enum HeaderLines {
  /// The fewest lines of one shape.
  static let fewest = 3

  /// Where each comment begins, by those leaves that may be headers.
  static func starts(at possible: [Int], in leaves: [Leaf]) -> [TurnStart] {
    guard possible.count >= fewest else { return [] }
    let found = possible.compactMap { index in
      Header(leaves[index].text).map { (leaf: index, header: $0) }
    }
    let dated = found.filter { $0.header.date != nil }
    let aged = found.filter { $0.header.date == nil }
    let shape = dated.count >= aged.count ? dated : aged
    let people = Set(shape.map { SpeakerKey($0.header.name).text })
    guard shape.count >= fewest, people.count >= 2 || shape.allSatisfy(\.header.isFolding) else {
      return []
    }
    return shape.map { leaf, header in
      var record = TurnRecord(header.name, confidence: 0.9)
      record.date = header.date
      return TurnStart(leaf: leaf, line: 0, label: nil, record: record)
    }
  }

  /// Whether a leaf has the place, the size and the end of a header; no other leaf is read.
  static func mayBeHeader(_ leaves: [Leaf], _ index: Int) -> Bool {
    switch leaves[index].kind {
    case .heading, .block(.paragraph): break
    default: return false
    }
    guard leaves[index].text.utf8.count <= 160, leaves[index].lines.count <= 4,
      leaves[index].topItem == nil, !leaves[index].isQuoted
    else { return false }
    return leaves[index].text.utf8.withContiguousStorageIfAvailable(mayEndWithVotes) ?? true
  }

  /// Whether the last word may be one that `Header` takes for votes, told by its bytes.
  private static func mayEndWithVotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = text.count
    while end > 0, isSpace(text[end - 1]) { end -= 1 }
    guard end > 0, mayEndVotes(text[end - 1], after: end > 1 ? text[end - 2] : 0) else {
      return false
    }
    var start = end
    var isPlain = true
    while start > 0, !isSpace(text[start - 1]) {
      start -= 1
      isPlain = isPlain && text[start] < 0x80
    }
    if !isPlain {
      // Beyond ASCII there are white space and the minus sign of a number.
      return (start..<end).contains { WhiteSpace.length(text, $0) > 0 || isMinus(text, $0) }
    }
    let isVotes =
      isDigit(text[end - 1])
      ? end - start <= Header.longestNumber
      : Header.units.contains(String(decoding: text[start..<end], as: UTF8.self))
    // A date or an age has a number too.
    return isVotes && text[..<start].contains { isDigit($0) || $0 >= 0x80 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether `−`, U+2212, begins at `at`.
  private static func isMinus(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    text[at] == 0xE2 && at + 2 < text.count && text[at + 1] == 0x88 && text[at + 2] == 0x92
  }

  /// Whether a number, a unit or what is beyond ASCII may end with `byte` after another.
  private static func mayEndVotes(_ byte: UInt8, after before: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x80...0xFF, UInt8(ascii: "F"), UInt8(ascii: "W"), UInt8(ascii: "*"): true
    case UInt8(ascii: "t"), UInt8(ascii: "k"): before == UInt8(ascii: "n")
    case UInt8(ascii: "s"): before == UInt8(ascii: "t") || before == UInt8(ascii: "e")
    case UInt8(ascii: "a"): before == UInt8(ascii: "m")
    default: false
    }
  }

  /// The line above a comment.
  struct Header {
    private(set) var name = ""
    private(set) var date: String?
    private(set) var isFolding = false

    /// The header in `text`, or `nil` when it is anything else: a name, then a date or an age, then
    /// a number of votes and nothing more than numbers and marks of the site.
    init?(_ text: String) {
      var words = text.words[...]
      if let first = words.first, ["[-]", "[+]", "[–]", "[−]"].contains(first) {
        isFolding = true
        words.removeFirst()
      }
      guard words.count <= 14, let votes = Header.votes(&words), votes else { return nil }
      for length in [6, 5, 4, 3, 2, 1] where words.count > length {
        let tail = words.suffix(length)
        let written = tail.joined(separator: " ")
        let date = length > 1 || written.contains("-") ? DateText.ofRecord(written) : nil
        guard date?.utf8.count ?? 0 >= 10 || Header.isAge(Array(tail)) else { continue }
        let label = words.dropLast(length).joined(separator: " ")
        guard let name = LabelName.name(in: label, allowLowercase: !label.contains(" ")) else {
          return nil
        }
        self.name = name
        self.date = date
        return
      }
      return nil
    }

    /// Takes numbers, `points` and the like off the end; whether there was a number.
    private static func votes(_ words: inout ArraySlice<Substring>) -> Bool? {
      var numbers = 0
      while let last = words.last {
        let number = String(last.utf8.holds("−") ? last.replacing("−", with: "-") : last)
        if Int(number) != nil, number.utf8.count <= longestNumber, !isYear(number, words.dropLast())
        {
          numbers += 1
        } else if !units.contains(String(last)) {
          break
        }
        words.removeLast()
      }
      return numbers > 0
    }

    /// The bytes of the longest number of votes.
    static let longestNumber = 5

    /// What stands behind a number of votes.
    static let units: Set<String> = [
      "point", "points", "votes", "karma", "AF", "LW", "link", "*",
    ]

    /// Whether a number belongs to the date before it: `12 Mar 2024`.
    private static func isYear(_ number: String, _ before: ArraySlice<Substring>) -> Bool {
      guard number.utf8.count == 4, let last = before.last else { return false }
      return DateText.ofRecord("1 \(last.filter(\.isLetter)) \(number)") != nil
    }

    /// `3y`, `10mo`, `5d`, `3 years ago`.
    private static func isAge(_ words: [Substring]) -> Bool {
      if words.count == 1, let word = words.first {
        let digits = word.prefix(while: \.isNumber)
        return !digits.isEmpty
          && ["y", "mo", "d", "h", "m", "w"].contains(String(word.dropFirst(digits.count)))
      }
      guard words.count == 3, Int(words[0]) != nil, words[2] == "ago" else { return false }
      return ["year", "month", "week", "day", "hour", "minute"].contains {
        words[1] == $0 || words[1] == $0 + "s"
      }
    }
  }
}
