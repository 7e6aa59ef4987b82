import DictumModel

/// The names that a document's initials stand for, where it says so itself.
///
///     | Name       | Abbreviation | Organization |      a table, in any order of columns
///     | Ada Okafor | AO           | MIRI         |
///
///     Present: Ada Okafor (AO), Bram Visser (BV)        a list of those present
///     - AO - Ada Okafor                                 one initials a line
///     - AO: Ada Okafor
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
        guard leaf.text.utf8.count < 8000 else { continue }
        for line in leaf.text.lines where Legend.mayHoldCode(line.utf8) {
          readLine(line, isItem: leaf.topItem != nil)
        }
      default: break
      }
    }
  }

  /// Whether the words can be initials: two to five ASCII capitals or digits, a capital first.
  static func isCode(_ words: String) -> Bool {
    let bytes = words.utf8
    guard (2...5).contains(bytes.count), let first = bytes.first, (0x41...0x5A).contains(first)
    else { return false }
    return bytes.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// Whether the line has what may be initials where a legend has them: at its head, or behind a
  /// bracket.
  private static func mayHoldCode(_ line: Substring.UTF8View) -> Bool {
    var before = UInt8(ascii: "(")
    var isCapital = false
    for byte in line {
      if isCapital, (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) { return true }
      isCapital = before == UInt8(ascii: "(") && (0x41...0x5A).contains(byte)
      before = byte
    }
    return false
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
    var rest = line
    while let open = rest.firstIndex(of: "(") {
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: ")") else { break }
      let code = String(after[..<close])
      if wanted.contains(code), let name = Legend.name(endingIn: rest[..<open], code) {
        add(code, name)
      }
      rest = after[after.index(after: close)...]
    }
    guard isItem || line.contains(" - ") || line.contains(" – ") || line.contains(" = ") else {
      return
    }
    let code = String(line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
    guard wanted.contains(code) else { return }
    let name = line.dropFirst(code.count).drop { " -–—=:".contains($0) }
    if let name = Legend.fullName(String(name.prefix { !"(,;".contains($0) })),
      Legend.fits(code, name)
    {
      add(code, name)
    }
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

  private static let codeHeaders = [
    "abbr", "initial", "acronym", "code", "short", "kürzel", "sigle", "缩写", "縮寫", "略",
  ]
  private static let nameHeaders = [
    "name", "delegate", "participant", "person", "attendee", "speaker", "nom", "姓名", "氏名",
  ]
}
