import DictumModel
import Foundation

/// Finds the numbers in a JSON document, each under the keys that lead to it, joined by dots.
///
///     {"tail": {"Q2": 0.5}, "loss": [3, 1], "mean": {"value": 2, "stderr": 0.1}}
///
///     tail.Q2 = 0.5   loss.0 = 3   loss.1 = 1   mean = 2   mean.stderr = 0.1
///
/// It is JSON with the `NaN` and `Infinity` that Python writes. The member `value` of an inner object
/// stands for the object itself; `true` and `false` are 1 and 0; strings are passed over. A picked
/// place is a JSON Pointer (RFC 6901), `/loss`; one of its list's numbers counts, and these have no
/// names of their own then.
struct MetricsFile {
  /// Why a document could not be read: what was expected, at which byte from 0.
  struct Failure: Error, Equatable, CustomStringConvertible {
    let description: String
  }

  private struct Frame {
    let name: String
    /// The JSON Pointer to it; empty for the document and where nothing is picked.
    let pointer: String
    /// The next index of an array; `nil` for an object.
    var index: Int?
  }

  /// Deeper than any file of metrics is, and shallow enough for short names.
  private static let maxDepth = 64
  /// In bytes, of a metric's name and of a pointer.
  private static let longestName = 1000
  private static let maxEntries = 10_000

  private let bytes: [UInt8]
  private var position = 0
  private var frames: [Frame] = []
  private var entries: [MetricEntry] = []
  /// What was found at each picked pointer: at the list, or at the one number.
  private var tallies: [String: Tally] = [:]
  private let picked: Set<String>

  private init(_ bytes: [UInt8], picked: Set<String>) {
    self.bytes = bytes
    self.picked = picked
  }

  /// The numbers in document order, then the picked ones under their metrics' names.
  static func read(
    _ bytes: [UInt8], pick: [String: ModelCard.FilePlace] = [:]
  ) throws(Failure) -> [MetricEntry] {
    var file = MetricsFile(bytes, picked: Set(pick.values.map(\.path)))
    file.skipBlanks()
    guard file.peek == 0x7B || file.peek == 0x5B else {
      throw Failure(description: "it is not a JSON object or list")
    }
    var place: (name: String, pointer: String)? = ("", "")
    while let current = place {
      place = try file.value(current.name, at: current.pointer)
    }
    file.skipBlanks()
    guard file.position == bytes.count else { throw file.failure("the end") }
    for (name, place) in pick.sorted(by: { $0.key < $1.key }) {
      let found = file.tallies[place.path] ?? file.tallies[place.path + "/value"]
      if let entry = found?.entry(name, taking: place.take) { file.entries.append(entry) }
    }
    return file.entries
  }

  /// Reads what stands here; the name and the pointer of the next value, `nil` after the last.
  private mutating func value(
    _ name: String, at pointer: String
  ) throws(Failure) -> (name: String, pointer: String)? {
    skipBlanks()
    let list = frames.last.flatMap { $0.index == nil ? nil : $0.pointer }
    if let list, picked.contains(list) { tallies[list, default: Tally()].countOne() }
    switch peek {
    case 0x7B:
      position += 1
      try push(Frame(name: name, pointer: pointer, index: nil))
      return try take(0x7D) ? close() : key()
    case 0x5B:
      position += 1
      try push(Frame(name: name, pointer: pointer, index: 0))
      if picked.contains(pointer) { tallies[pointer] = Tally() }
      return try take(0x5D) ? close() : element()
    case 0x22: _ = try string()
    default: try scalar(name, at: pointer, in: list)
    }
    return try next()
  }

  /// The place of the value after the one just read.
  private mutating func next() throws(Failure) -> (name: String, pointer: String)? {
    while let frame = frames.last {
      if take(0x2C) { return try frame.index == nil ? key() : element() }
      guard take(frame.index == nil ? 0x7D : 0x5D) else { throw failure("a comma or a bracket") }
      frames.removeLast()
    }
    return nil
  }

  private mutating func close() throws(Failure) -> (name: String, pointer: String)? {
    frames.removeLast()
    return try next()
  }

  private mutating func push(_ frame: Frame) throws(Failure) {
    guard frames.count < Self.maxDepth else { throw failure("less nesting") }
    frames.append(frame)
  }

  private mutating func key() throws(Failure) -> (name: String, pointer: String) {
    skipBlanks()
    let text = try string()
    guard take(0x3A) else { throw failure("a colon") }
    let parent = frames.last?.name ?? ""
    let name = parent.isEmpty ? text : text == "value" ? parent : parent + "." + text
    return (try checked(name), try checked(pointer(to: text)))
  }

  private mutating func element() throws(Failure) -> (name: String, pointer: String) {
    guard let frame = frames.last, let index = frame.index else { return ("", "") }
    frames[frames.count - 1].index = index + 1
    let step = String(index)
    let name = frame.name.isEmpty ? step : frame.name + "." + step
    return (try checked(name), try checked(pointer(to: step)))
  }

  /// A name repeats those of all that it lies in, so that a few long ones would fill the memory.
  private func checked(_ name: String) throws(Failure) -> String {
    guard name.utf8.count <= Self.longestName else {
      throw failure("a name of at most \(Self.longestName) bytes")
    }
    return name
  }

  /// The pointer to a member of the innermost object or list.
  private func pointer(to step: String) -> String {
    guard !picked.isEmpty else { return "" }
    var escaped = ""
    for character in step.unicodeScalars {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return (frames.last?.pointer ?? "") + "/" + escaped
  }

  /// Reads a number or a word; `list` is the pointer of the list it is in, if it is in one.
  private mutating func scalar(
    _ name: String, at pointer: String, in list: String?
  ) throws(Failure) {
    let start = position
    while let byte = peek,
      NumberScanner.isLetter(byte) || NumberScanner.isDigit(byte)
        || byte == 0x2B || byte == 0x2D || byte == 0x2E
    { position += 1 }
    let token = bytes[start..<position]
    let entry: MetricEntry
    switch String(decoding: token, as: UTF8.self) {
    case "true": entry = MetricEntry(name: name, value: 1)
    case "false": entry = MetricEntry(name: name, value: 0)
    case "null": entry = MetricEntry(name: name, value: nil, text: "null")
    default:
      guard let found = NumberScanner.scan(token, from: start), found.end == position else {
        position = start
        throw failure("a value")
      }
      entry = MetricEntry(name, found)
    }
    if let list, picked.contains(list) {
      tallies[list]?.add(entry)
      // A list may be longer than there are names for; only a pointer to one of its own still counts.
      guard picked.contains(pointer) else { return }
    }
    if picked.contains(pointer) || picked.contains(String(pointer.dropLast("/value".count))) {
      tallies[pointer, default: Tally()].countOne()
      tallies[pointer, default: Tally()].add(entry)
    }
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
