import DictumModel
import Yams

/// The YAML between two lines of `---` at the head of a note.
struct FrontMatter {
  /// Every key and its value.
  private(set) var values = Properties()

  /// What the file is, as its `type` says in small letters.
  private(set) var type: String?

  /// Whether it is a model card.
  private(set) var isCard = false

  /// The YAML tree, for readers that need the place of each value; `nil` without front matter.
  var node: Node?

  /// Where the file's text begins: after a byte order mark.
  let textStart: Int

  /// Where the note's text begins: the byte after the closing line.
  var bodyStart: Int

  /// What is wrong with it; the text is read all the same.
  var diagnostics: [Diagnostic] = []

  /// How many lines of the file come before the first line of YAML.
  static let linesBefore = 1

  /// Reads the front matter of `bytes`, which begins at `start`, the first byte of text.
  ///
  /// A first line of `---` with no closing line, `---` or `...`, is a thematic break of the text, as
  /// Pandoc and Jekyll have it.
  init(_ bytes: [UInt8], from start: Int, path: String) {
    textStart = start
    bodyStart = start
    var lines = LineCursor(bytes, from: start)
    guard let first = lines.next(), FrontMatter.isFence(bytes, first, closing: false) else {
      return
    }
    let yamlStart = lines.position
    while let line = lines.next() {
      guard FrontMatter.isFence(bytes, line, closing: true) else { continue }
      bodyStart = lines.position
      // A model card's reader wants the place of each value, which only the tree has.
      if let flat = FlatYAML.values(bytes, ByteSpan(yamlStart, line.start)) {
        take(flat)
        if !isCard { return }
        take(Properties())
      }
      parse(String(decoding: bytes[yamlStart..<line.start], as: UTF8.self), path: path)
      return
    }
  }

  private mutating func take(_ properties: Properties) {
    values = properties
    type = values["type"]?.text?.lowercased()
    isCard = type == "model" || values["schema"]?.text?.hasPrefix("dictum-model/") == true
  }

  private static func isFence(_ bytes: [UInt8], _ line: ByteSpan, closing: Bool) -> Bool {
    guard line.count >= 3 else { return false }
    let mark = bytes[line.start]
    guard mark == UInt8(ascii: "-") || (closing && mark == UInt8(ascii: ".")) else { return false }
    return bytes[line.start + 1] == mark && bytes[line.start + 2] == mark
      && bytes[(line.start + 3)..<line.end].allSatisfy { $0 == UInt8(ascii: " ") }
  }

  private mutating func parse(_ yaml: String, path: String) {
    do {
      guard let root = try Yams.compose(yaml: yaml, .basic, .default, .utf8) else { return }
      guard let mapping = root.mapping else {
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: 2, column: 1),
            "front matter is not a list of keys and values",
            remedy: "write one key: value a line between the lines of ---"))
        return
      }
      node = root
      var budget = ParamValue.mostValues
      var values: [String: ParamValue] = [:]
      for (key, value) in mapping {
        values[key.string ?? ""] = ParamValue(value, budget: &budget)
      }
      take(Properties(values))
      if budget < 0 {
        // Whoever reads the tree would meet as many values.
        node = nil
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: 2, column: 1),
            "front matter stands for more than \(ParamValue.mostValues) values",
            remedy: "take out aliases of aliases"))
      }
    } catch let error as YamlError {
      diagnostics.append(FrontMatter.diagnostic(for: error, path: path))
    } catch {
      diagnostics.append(
        Diagnostic(.warning, at: Place(path, line: 2), "front matter cannot be read: \(error)"))
    }
  }

  private static func diagnostic(for error: YamlError, path: String) -> Diagnostic {
    let remedy = "put values that hold a colon or begin with a bracket in quotation marks"
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        .warning, at: Place(path, line: mark.line + linesBefore, column: mark.column),
        "front matter is not YAML: \(problem)", remedy: remedy)
    case .duplicatedKeysInMapping(let duplicates, _):
      let keys = duplicates.sorted()
      return Diagnostic(
        .warning, at: Place(path, line: 2),
        "front matter gives a key twice: \(keys.joined(separator: ", "))",
        remedy: "keep one of them")
    default:
      return Diagnostic(
        .warning, at: Place(path, line: 2), "front matter is not YAML", remedy: remedy)
    }
  }
}

extension ParamValue {
  /// The value of a YAML node.
  ///
  /// Plain scalars are typed by their spelling: the null and the numbers of YAML 1.2's core schema,
  /// the truth values of YAML 1.1, which people write. A time such as `12:30`, a date, and digits
  /// with a zero before them stay the text that was written.
  ///
  /// Yams refuses documents nested deeper than its parser's limit, so the recursion is bounded.
  init(_ node: Node) {
    var budget = ParamValue.mostValues
    self.init(node, budget: &budget)
  }

  /// How many values one front matter may hold.
  ///
  /// A few hundred bytes of aliases of aliases can stand for more values than there is memory.
  static let mostValues = 10_000

  /// The value of a YAML node, each value within it taken off `budget`; null where that is used up.
  init(_ node: Node, budget: inout Int) {
    budget -= 1
    guard budget >= 0 else {
      self = .null
      return
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .any || scalar.style == .plain
      self = isPlain ? ParamValue(plain: scalar.string) : .string(scalar.string)
    case .sequence(let sequence):
      var values: [ParamValue] = []
      for element in sequence where budget >= 0 {
        values.append(ParamValue(element, budget: &budget))
      }
      self = .list(values)
    case .mapping(let mapping):
      var values: [String: ParamValue] = [:]
      for (key, value) in mapping where budget >= 0 {
        values[key.string ?? ""] = ParamValue(value, budget: &budget)
      }
      self = .map(values)
    case .alias: self = .null
    }
  }

  init(plain text: String) {
    // Few letters begin a word that means a value, none of them is longer than "false", and no
    // number begins with a letter.
    let first = (text.utf8.first ?? UInt8(ascii: "~")) | 0x20
    guard text.utf8.count <= 5, ParamValue.mayBeginValue(first) else {
      self = first >= 0x61 ? .string(text) : ParamValue(number: text) ?? .string(text)
      return
    }
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": self = .bool(true)
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": self = .bool(false)
    default: self = .string(text)
    }
  }

  /// Whether a word that means a value can begin with a byte, a letter in small.
  private static func mayBeginValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "y"),
      UInt8(ascii: "o"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private init?(number text: String) {
    guard text.utf8.withBytes(ParamValue.mayBeNumber) else { return nil }
    if let value = Int(text) {
      self = .int(value)
    } else if let value = Double(text), value.isFinite {
      self = .double(value)
    } else {
      return nil
    }
  }

  /// Whether bytes are of a number, and of no date and no digits with a zero before them.
  private static func mayBeNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    func isDigit(_ at: Int) -> Bool { at < text.count && (0x30...0x39).contains(text[at]) }
    guard let sign = text.first else { return false }
    let start = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? 1 : 0
    guard start < text.count, isDigit(start) || text[start] == UInt8(ascii: "."),
      text[start] != UInt8(ascii: "0") || !isDigit(start + 1)
    else { return false }
    var at = start
    while isDigit(at) { at += 1 }
    if at < text.count, text[at] == UInt8(ascii: "-") { return false }
    return text[at...].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "."),
        UInt8(ascii: "+"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
