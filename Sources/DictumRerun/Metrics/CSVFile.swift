import DictumModel

/// Reads the numbers of a table of comma-separated values (RFC 4180), its first row the columns' names.
///
///     step,loss       the last row: step = 2, loss = 0.25
///     1,0.5           loss, first: 0.5
///     2,"0.25"
///
/// A field in quotation marks may hold commas, line breaks and doubled quotation marks. Spaces around
/// a name or a number do not count, nor do empty lines.
struct CSVFile {
  /// Why a table could not be read, one clause; rows are counted from 1, the columns' names being 1.
  struct Failure: Error, Equatable, CustomStringConvertible {
    let description: String
  }

  /// As many as a file of JSON may have numbers.
  private static let maxColumns = 10_000

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int

  private init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The numbers of the last row by column, and the picked ones under their metrics' names.
  static func read(
    _ bytes: [UInt8], separator: UInt8 = 0x2C, pick: [String: ModelCard.FilePlace] = [:]
  ) throws(Failure) -> [MetricEntry] {
    var file = CSVFile(bytes, separator: separator)
    guard let header = try file.row(1) else { throw Failure(description: "it is empty") }
    guard header.count <= maxColumns else {
      throw Failure(
        description: "it has \(header.count) columns, and at most \(maxColumns) are read")
    }
    let names = header.map { String(decoding: Self.trimmed($0), as: UTF8.self) }
    var seen: Set<String> = []
    for name in names where !name.isEmpty {
      guard seen.insert(name).inserted else {
        throw Failure(description: "two columns are called \(shown(name))")
      }
    }
    var tallies = Array(repeating: Tally(), count: names.count)
    let picked = Set(pick.values.map(\.path))
    let tallied = names.indices.filter { picked.contains(names[$0]) }
    var last: [[UInt8]] = []
    var number = 1
    while let row = try file.row(number + 1) {
      number += 1
      guard row.count == names.count else {
        throw Failure(
          description: "row \(number) has \(row.count) fields, and the first has \(names.count)")
      }
      for index in tallied {
        tallies[index].countOne()
        tallies[index].add(entry("", row[index]))
      }
      last = row
    }
    var entries: [MetricEntry] = []
    for (name, field) in zip(names, last) where !name.isEmpty {
      // Words are no numbers gone wrong; `nan` is one.
      if let found = scan(trimmed(field)) { entries.append(MetricEntry(name, found)) }
    }
    for (name, place) in pick.sorted(by: { $0.key < $1.key }) {
      guard let index = names.firstIndex(of: place.path) else { continue }
      if let found = tallies[index].entry(name, taking: place.take) { entries.append(found) }
    }
    return entries
  }

  /// The next row's fields, `nil` after the last; `number` is only for messages.
  private mutating func row(_ number: Int) throws(Failure) -> [[UInt8]]? {
    while let byte = peek, byte == 0x0A || byte == 0x0D { position += 1 }
    guard peek != nil else { return nil }
    var fields = [try field(number)]
    while peek == separator {
      position += 1
      fields.append(try field(number))
    }
    return fields
  }

  private mutating func field(_ number: Int) throws(Failure) -> [UInt8] {
    let start = position
    skipBlanks()
    guard peek == 0x22 else {
      position = start
      while let byte = peek, byte != separator, byte != 0x0A, byte != 0x0D { position += 1 }
      return Array(bytes[start..<position])
    }
    position += 1
    var field: [UInt8] = []
    while let byte = peek {
      position += 1
      if byte != 0x22 {
        field.append(byte)
      } else if peek == 0x22 {
        field.append(byte)
        position += 1
      } else {
        skipBlanks()
        guard peek.map({ $0 == separator || $0 == 0x0A || $0 == 0x0D }) ?? true else {
          throw Failure(description: "row \(number) has text after a closing quotation mark")
        }
        return field
      }
    }
    throw Failure(description: "row \(number) has a quotation mark that is never closed")
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09, byte != separator { position += 1 }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private static func entry(_ name: String, _ field: [UInt8]) -> MetricEntry {
    let text = trimmed(field)
    if let found = scan(text) { return MetricEntry(name, found) }
    let words = text.isEmpty ? "empty" : String(decoding: text.prefix(80), as: UTF8.self)
    return MetricEntry(name: name, value: nil, text: words)
  }

  /// The number that a text is, and nothing else.
  private static func scan(_ text: ArraySlice<UInt8>) -> NumberScanner.Found? {
    NumberScanner.scan(text, from: text.startIndex).flatMap { $0.end == text.endIndex ? $0 : nil }
  }

  private static func trimmed(_ field: [UInt8]) -> ArraySlice<UInt8> {
    var text = field[...]
    while let byte = text.first, byte == 0x20 || byte == 0x09 { text.removeFirst() }
    while let byte = text.last, byte == 0x20 || byte == 0x09 { text.removeLast() }
    return text
  }
}
