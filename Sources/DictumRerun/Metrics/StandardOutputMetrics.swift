import DictumModel

/// Finds metrics in what a command printed.
struct StandardOutputMetrics {
  /// For each metric that the card declares, the text before its number and which of several counts.
  let declared: [String: ModelCard.StdoutPlace]

  /// What was found: the declared metrics' numbers, and the last plain line of every other name.
  private var tallies: [String: Tally] = [:]
  private var plain: [String: MetricEntry] = [:]
  private let texts: [(name: String, text: [UInt8])]

  init(declared: [String: ModelCard.StdoutPlace]) {
    self.declared = declared
    texts = declared.filter { !$0.value.after.isEmpty }
      .map { (name: $0.key, text: Array($0.value.after.utf8)) }
  }

  /// Name and value of every metric, by name; no value stands for `nan` and the like.
  ///
  /// With `hasGap` the middle was not read: what needs every number then has no value.
  func entries(hasGap: Bool = false) -> [MetricEntry] {
    var entries = Array(plain.values)
    for (name, tally) in tallies {
      let taking = declared[name]?.take ?? .last
      if hasGap, taking != .first, taking != .last {
        entries.append(
          MetricEntry(name: name, value: nil, text: "\(taking.rawValue) of a part"))
      } else if let entry = tally.entry(name, taking: taking) {
        entries.append(entry)
      }
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// Takes further output in, which begins and ends with a line.
  ///
  /// A line, ended by CR or LF, counts if it is `name = number` or `name: number` and nothing else,
  /// or if it holds a declared text directly before a number.
  mutating func read(_ output: ArraySlice<UInt8>) {
    for line in output.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if let entry = plain(line), declared[entry.name] == nil {
        plain[entry.name] = entry
      }
      for (name, text) in texts {
        guard let range = line.firstRange(of: text) else { continue }
        let start = skipBlanks(line, from: range.upperBound)
        if let found = NumberScanner.scan(line, from: start) {
          tallies[name, default: Tally()].countOne()
          tallies[name, default: Tally()].add(MetricEntry(name, found))
        }
      }
    }
  }

  private func plain(_ line: ArraySlice<UInt8>) -> MetricEntry? {
    let start = skipBlanks(line, from: line.startIndex)
    guard start < line.endIndex, NumberScanner.isLetter(line[start]) else { return nil }
    var end = start
    while end < line.endIndex, isNameByte(line[end]) { end += 1 }
    let sign = skipBlanks(line, from: end)
    guard sign < line.endIndex, line[sign] == 0x3D || line[sign] == 0x3A else { return nil }
    let number = skipBlanks(line, from: sign + 1)
    guard let found = NumberScanner.scan(line, from: number) else { return nil }
    let entry = MetricEntry(String(decoding: line[start..<end], as: UTF8.self), found)
    return skipBlanks(line, from: found.end) == line.endIndex ? entry : nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    NumberScanner.isLetter(byte) || NumberScanner.isDigit(byte)
      || [0x5F, 0x2E, 0x5B, 0x5D, 0x2F, 0x2D].contains(byte)
  }

  private func skipBlanks(_ line: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
    return index
  }
}
