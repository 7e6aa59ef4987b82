import DictumModel

/// The names that a document's initials stand for, where it says so itself.
///
///     | Name       | Abbreviation | Organization |      a table, in any order of columns
///     | Ada Okafor | AO           | MIRI         |
///
///     Present: Ada Okafor (AO), Bram Visser (BV)        a list of those present
///     - AO - Ada Okafor                                 one initials a line
///     - AO: Ada Okafor
///     *AO = Ada Okafor, BV = Bram Visser*             several in one line
struct Legend {
  /// For each code as written, the one name that it stands for.
  private(set) var names: [String: String] = [:]

  /// Codes with several names, which say nothing.
  private var ambiguous: Set<String> = []

  private let wanted: Set<String>

  /// What `leaves` say of the `wanted` codes.
  init(_ leaves: [Leaf], wanted: Set<String>) {
    self.wanted = wanted
    guard !wanted.isEmpty else { return }
    for leaf in leaves {
      switch leaf.kind {
      case .block(.table): readTable(leaf.text)
      case .block(.paragraph), .block(.item):
        // What is said at length is no list of names.
        guard leaf.text.utf8.count < 8000, Legend.mayHoldCode(leaf.text) else { continue }
        for line in leaf.text.lines {
          readLine(line, isItem: leaf.topItem != nil)
        }
      default: break
      }
    }
  }

  /// Whether the words can be initials: two to five ASCII capitals or digits, a capital first.
  static func isCode(_ words: some StringProtocol) -> Bool {
    let bytes = words.utf8
    guard (2...5).contains(bytes.count), let first = bytes.first, (0x41...0x5A).contains(first)
    else { return false }
    return bytes.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// Whether a line of the text has what may be initials where a legend has them: at its head, or
  /// behind a bracket.
  private static func mayHoldCode(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      var isHead = true
      var at = 0
      while at + 1 < text.count {
        if isHead, (0x41...0x5A).contains(text[at]) {
          let next = text[at + 1]
          if (0x41...0x5A).contains(next) || (0x30...0x39).contains(next) { return true }
        }
        isHead = text[at] == UInt8(ascii: "(") || text[at] == 0x0A
        at += 1
      }
      return false
    }
  }

  private mutating func add(_ code: String, _ name: String) {
    guard !ambiguous.contains(code) else { return }
    if let known = names[code], SpeakerKey(known) != SpeakerKey(name) {
      names[code] = nil
      ambiguous.insert(code)
    } else {
      names[code] = name
    }
  }

  private mutating func readTable(_ text: String) {
    let rows = text.lines.map { line in
      line.split(separator: "|").map { Substring($0).trimmingSpaces }.filter { !$0.isEmpty }
    }
    guard let header = rows.first?.map({ $0.lowercased() }) else { return }
    let codes = header.firstIndex { cell in Legend.codeHeaders.contains { cell.hasPrefix($0) } }
    let people = header.firstIndex { cell in Legend.nameHeaders.contains { cell.contains($0) } }
    for row in rows.dropFirst() {
      if let codes, let people, codes != people, row.indices.contains(max(codes, people)),
        wanted.contains(row[codes]), let name = Legend.fullName(row[people])
      {
        add(row[codes], name)
        continue
      }
      guard let code = row.first(where: wanted.contains) else { continue }
      let names = row.compactMap(Legend.fullName).filter { Legend.fits(code, $0) }
      if names.count == 1 { add(code, names[0]) }
    }
  }

  private mutating func readLine(_ line: Substring, isItem: Bool) {
    var rest = line.utf8.holds("(") ? line.utf8 : line.utf8.suffix(0)
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: UInt8(ascii: ")")) else { break }
      let code = Substring(after[..<close])
      if Legend.isCode(code), wanted.contains(String(code)),
        let name = Legend.name(endingIn: Substring(rest[..<open]), String(code))
      {
        add(String(code), name)
      }
      rest = after[after.index(after: close)...]
    }
    guard wanted.contains(Legend.head(of: line)),
      isItem || Legend.dashes.contains(where: line.utf8.holds)
    else { return }
    for entry in line.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let entry = entry.drop { $0 == " " }
      let code = Legend.head(of: entry)
      let name = entry.dropFirst(code.count).drop { " -–—=:".contains($0) }
      if wanted.contains(code), let name = Legend.fullName(String(name.prefix { $0 != "(" })),
        Legend.fits(code, name)
      {
        add(code, name)
      }
    }
  }

  /// The letters and digits that a line begins with, six at most, as no code is longer than five.
  private static func head(of line: Substring) -> String {
    let head = line.utf8.prefix(6).prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
    }
    return String(Substring(head))
  }

  /// The name of a cell, if it is one of two words or more.
  private static func fullName(_ cell: String) -> String? {
    guard let name = LabelName.name(in: cell, allowLowercase: false), name.contains(" ") else {
      return nil
    }
    return name
  }

  /// The words at the end of `text` that `code` abbreviates.
  private static func name(endingIn text: Substring, _ code: String) -> String? {
    var words: [Substring] = []
    for word in text.suffix(80).split(separator: " ").reversed() {
      if words.count == 5 || (!words.isEmpty && ",;:".contains(word.last ?? ",")) { break }
      words.insert(word, at: 0)
    }
    // The shortest that fits: words before the name may begin with a capital too.
    for count in stride(from: 2, through: words.count, by: 1) {
      let name = words.suffix(count).joined(separator: " ")
      if let full = fullName(name), fits(code, full) { return full }
    }
    return nil
  }

  /// Whether the letters of `code` come in the order of those of `name`, whose first and the
  /// beginning of another word are among them.
  private static func fits(_ code: String, _ name: String) -> Bool {
    var letters = code.lowercased().filter(\.isLetter)[...]
    guard name.lowercased().first == letters.first, letters.count > 1 else { return false }
    let second = letters.dropFirst().first
    let begins = name.lowercased().split { $0 == " " || $0 == "-" }.dropFirst().map(\.first)
    for letter in name.lowercased() where letter == letters.first { letters.removeFirst() }
    return letters.isEmpty && (begins.contains(second) || code.count > 2)
  }

  /// What stands between initials and a name, in a line that is no item.
  private static let dashes: [StaticString] = [" - ", " – ", " = "]

  private static let codeHeaders = [
    "abbr", "initial", "acronym", "code", "short", "kürzel", "sigle", "缩写", "縮寫", "略",
  ]
  private static let nameHeaders = [
    "name", "delegate", "participant", "person", "attendee", "speaker", "nom", "姓名", "氏名",
  ]
}
