import Foundation

/// Finds the numbers in a JSON document, each under the keys that lead to it, joined by dots.
///
/// It is JSON with the `NaN` and `Infinity` that Python writes. The member `value` of an inner object
/// stands for the object itself; `true` and `false` are 1 and 0; strings are passed over.
struct MetricsFile {
  /// Why a document could not be read: what was expected, at which byte from 0.
  struct Failure: Error, Equatable, CustomStringConvertible {
    let description: String
  }

  private struct Frame {
    let name: String
    /// The next index of an array; `nil` for an object.
    var index: Int?
  }

  /// Deeper than any file of metrics is, and shallow enough for short names.
  private static let maxDepth = 64
  private static let maxEntries = 10_000

  private let bytes: [UInt8]
  private var position = 0
  private var frames: [Frame] = []
  private var entries: [MetricEntry] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The numbers in document order.
  static func read(_ bytes: [UInt8]) throws(Failure) -> [MetricEntry] {
    var file = MetricsFile(bytes)
    file.skipBlanks()
    guard file.peek == 0x7B else { throw Failure(description: "it is not a JSON object") }
    var name: String? = ""
    while let current = name {
      name = try file.value(current)
    }
    file.skipBlanks()
    guard file.position == bytes.count else { throw file.failure("the end") }
    return file.entries
  }

  /// Reads what stands here under `name`; the name of the next value, `nil` after the last.
  private mutating func value(_ name: String) throws(Failure) -> String? {
    skipBlanks()
    switch peek {
    case 0x7B:
      position += 1
      try push(Frame(name: name, index: nil))
      return try take(0x7D) ? close() : key()
    case 0x5B:
      position += 1
      try push(Frame(name: name, index: 0))
      return try take(0x5D) ? close() : element()
    case 0x22: _ = try string()
    default: try scalar(name)
    }
    return try next()
  }

  /// The name of the value after the one just read.
  private mutating func next() throws(Failure) -> String? {
    while let frame = frames.last {
      if take(0x2C) { return try frame.index == nil ? key() : element() }
      guard take(frame.index == nil ? 0x7D : 0x5D) else { throw failure("a comma or a bracket") }
      frames.removeLast()
    }
    return nil
  }

  private mutating func close() throws(Failure) -> String? {
    frames.removeLast()
    return try next()
  }

  private mutating func push(_ frame: Frame) throws(Failure) {
    guard frames.count < Self.maxDepth else { throw failure("less nesting") }
    frames.append(frame)
  }

  private mutating func key() throws(Failure) -> String {
    skipBlanks()
    let text = try string()
    guard take(0x3A) else { throw failure("a colon") }
    let parent = frames.last?.name ?? ""
    if parent.isEmpty { return text }
    return text == "value" ? parent : parent + "." + text
  }

  private mutating func element() -> String {
    guard let frame = frames.last, let index = frame.index else { return "" }
    frames[frames.count - 1].index = index + 1
    return frame.name + "." + String(index)
  }

  private mutating func scalar(_ name: String) throws(Failure) {
    let start = position
    while let byte = peek,
      NumberScanner.isLetter(byte) || NumberScanner.isDigit(byte)
        || byte == 0x2B || byte == 0x2D || byte == 0x2E
    { position += 1 }
    let token = bytes[start..<position]
    let text = String(decoding: token, as: UTF8.self)
    switch text {
    case "true": try add(MetricEntry(name: name, value: 1, text: ""))
    case "false": try add(MetricEntry(name: name, value: 0, text: ""))
    case "null": try add(MetricEntry(name: name, value: nil, text: "null"))
    default:
      guard let found = NumberScanner.scan(token, from: start), found.end == position else {
        position = start
        throw failure("a value")
      }
      try add(MetricEntry(name, found))
    }
  }

  private mutating func add(_ entry: MetricEntry) throws(Failure) {
    guard entries.count < Self.maxEntries else { throw failure("at most 10000 numbers") }
    entries.append(entry)
  }

  private mutating func string() throws(Failure) -> String {
    guard peek == 0x22 else { throw failure("a string") }
    let start = position
    position += 1
    while let byte = peek, byte != 0x22 { position += byte == 0x5C ? 2 : 1 }
    guard peek == 0x22 else {
      position = bytes.count
      throw failure("the end of a string")
    }
    position += 1
    guard
      let text = try? JSONDecoder().decode(String.self, from: Data(bytes[start..<position]))
    else { throw failure("a string of valid escapes") }
    return text
  }

  /// Passes a byte after blanks, if it is there.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private func failure(_ expected: String) -> Failure {
    Failure(description: "\(expected) was expected at byte \(position)")
  }
}
