/// Finds metrics in what a command printed.
struct StandardOutputMetrics {
  /// For each metric that the card declares, the text before its number.
  let declared: [String: String]

  /// Name and value of every metric, in the order printed; no value stands for `nan` and the like.
  ///
  /// A line, ended by CR or LF, counts if it is `name = number` or `name: number` and nothing else,
  /// or if it holds a declared text directly before a number.
  func read(_ output: ArraySlice<UInt8>) -> [MetricEntry] {
    let texts = declared.sorted { $0.key < $1.key }
      .map { (name: $0.key, text: Array($0.value.utf8)) }
    var entries: [MetricEntry] = []
    for line in output.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if let entry = plain(line), declared[entry.name] == nil {
        entries.append(entry)
      }
      for (name, text) in texts {
        guard !text.isEmpty, let range = line.firstRange(of: text) else { continue }
        let start = skipBlanks(line, from: range.upperBound)
        if let found = NumberScanner.scan(line, from: start) {
          entries.append(MetricEntry(name, found))
        }
      }
    }
    return entries
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

/// A metric as one place gave it; `value` is `nil` for what is not a finite number.
struct MetricEntry: Equatable {
  let name: String
  let value: Double?
  let text: String

  init(name: String, value: Double?, text: String) {
    self.name = name
    self.value = value
    self.text = text
  }

  init(_ name: String, _ found: NumberScanner.Found) {
    switch found {
    case .number(let value, _): self.init(name: name, value: value, text: "")
    case .notFinite(let text, _): self.init(name: name, value: nil, text: text)
    }
  }
}

extension NumberScanner.Found {
  var end: Int {
    switch self {
    case .number(_, let end), .notFinite(_, let end): end
    }
  }
}
