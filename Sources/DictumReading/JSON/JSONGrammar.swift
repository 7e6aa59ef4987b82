import DictumModel

/// Where bytes are no JSON, and why.
struct JSONFault: Error, Hashable {
  /// Bytes of the file, 0-based.
  var offset: Int
  /// What is wrong there, as the end of a sentence.
  var reason: String
}

/// Checks bytes against the grammar of JSON, RFC 8259, without building a value.
///
/// Foundation's parser gives no offsets, and a reading needs the span of every string; so this is one
/// of our own. It keeps a stack of one flag a bracket and recurses nowhere: a file of a million `[`
/// is a fault, not a crash. The bytes are UTF-8; `Encoding` has seen to that.
struct JSONGrammar {
  /// How deep brackets may lie in one another (RFC 8259, section 9, lets a parser set a limit).
  static let maximumDepth = 512

  private let bytes: [UInt8]
  private let end: Int
  private var at: Int
  /// The open brackets; whether each is an object's.
  private var open: [Bool] = []
  private var letters = JSONLetters()

  private init(_ bytes: [UInt8], _ span: ByteSpan) {
    self.bytes = bytes
    at = span.start
    end = span.end
  }

  /// The one value that the bytes of `span` are, white space around it aside.
  static func value(in bytes: [UInt8], _ span: ByteSpan) throws(JSONFault) -> JSONValue {
    var grammar = JSONGrammar(bytes, span)
    grammar.skipSpace()
    let start = grammar.at
    try grammar.checkValue()
    let end = grammar.at
    grammar.skipSpace()
    guard grammar.at == span.end else { throw grammar.fault("more follows the value") }
    return JSONValue(
      bytes: bytes, span: ByteSpan(start, end), isTwiceEncoded: grammar.letters.areTwiceEncoded)
  }

  private mutating func checkValue() throws(JSONFault) {
    repeat {
      skipSpace()
      guard at < end else { throw fault("a value is missing") }
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isObject = bytes[at] == UInt8(ascii: "{")
        guard open.count < JSONGrammar.maximumDepth else {
          throw fault("brackets lie more than \(JSONGrammar.maximumDepth) deep")
        }
        open.append(isObject)
        at += 1
        skipSpace()
        if at < end, bytes[at] == closing(isObject) { break }
        if isObject { try checkKey() }
        continue
      case UInt8(ascii: "\""): try checkString()
      case UInt8(ascii: "-"), 0x30...0x39: try checkNumber()
      default: try checkLiteral()
      }
      try closeBrackets()
    } while !open.isEmpty
  }

  /// What follows a value: the ends of brackets, and a comma before the next value or key.
  private mutating func closeBrackets() throws(JSONFault) {
    while let isObject = open.last {
      skipSpace()
      guard at < end else {
        throw fault(isObject ? "an object is not closed" : "an array is not closed")
      }
      if bytes[at] == closing(isObject) {
        at += 1
        open.removeLast()
        continue
      }
      guard bytes[at] == UInt8(ascii: ",") else { throw fault("a comma is missing") }
      at += 1
      skipSpace()
      if isObject { try checkKey() }
      return
    }
  }

  private func closing(_ isObject: Bool) -> UInt8 {
    isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
  }

  private mutating func checkKey() throws(JSONFault) {
    guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw fault("a key is missing") }
    try checkString()
    skipSpace()
    guard at < end, bytes[at] == UInt8(ascii: ":") else { throw fault("a colon is missing") }
    at += 1
  }

  private mutating func checkString() throws(JSONFault) {
    at += 1
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return
      case UInt8(ascii: "\\"): try checkEscape()
      case 0..<0x20: throw fault("a control character stands in a string")
      case 0x80...0xFF:
        letters.hasOthers = true
        at += 1
      default: at += 1
      }
    }
    throw fault("a string is not closed")
  }

  private mutating func checkEscape() throws(JSONFault) {
    let letter = at + 1 < end ? bytes[at + 1] : 0
    if letter == UInt8(ascii: "u") {
      guard let value = JSONText.hexadecimal(bytes, at + 2, end) else {
        throw fault("four hexadecimal digits are missing")
      }
      letters.add(value, at: at)
      at += 6
    } else if "\"\\/bfnrt".utf8.contains(letter) {
      at += 2
    } else {
      throw fault("an escape is unknown")
    }
  }

  /// A number: a sign, digits without a leading zero, a fraction, an exponent.
  private mutating func checkNumber() throws(JSONFault) {
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < end, bytes[at] == UInt8(ascii: "0") { at += 1 } else { try checkDigits() }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try checkDigits()
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      try checkDigits()
    }
  }

  private mutating func checkDigits() throws(JSONFault) {
    let start = at
    while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
    if at == start { throw fault("a digit is missing") }
  }

  private mutating func checkLiteral() throws(JSONFault) {
    for literal in ["true", "false", "null"] where bytes[at..<end].starts(with: literal.utf8) {
      at += literal.utf8.count
      return
    }
    throw fault("no value begins so")
  }

  private mutating func skipSpace() { at = JSONGrammar.afterSpace(bytes, at, end) }

  /// The first byte from `at` on that is no white space of JSON.
  static func afterSpace(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    var at = at
    while at < end, bytes[at] <= 0x20 {
      guard bytes[at] == 0x20 || (0x09...0x0A).contains(bytes[at]) || bytes[at] == 0x0D else {
        break
      }
      at += 1
    }
    return at
  }

  private func fault(_ reason: String) -> JSONFault { JSONFault(offset: at, reason: reason) }
}
