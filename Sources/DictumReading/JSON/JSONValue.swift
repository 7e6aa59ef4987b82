import DictumModel

/// One value of a JSON text that is known to be well formed: a place in its bytes.
///
/// Nothing is built until it is asked for, so a file of numbers costs one pass and no memory.
struct JSONValue {
  /// What sort of value.
  enum Kind { case object, array, string, number, literal }

  /// The whole file.
  let bytes: [UInt8]

  /// The value with its brackets or quotation marks.
  let span: ByteSpan

  /// Whether the letters of the whole text were encoded twice: `JSONLetters`.
  let isTwiceEncoded: Bool

  var kind: Kind {
    switch bytes[span.start] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "-"), 0x30...0x39: .number
    default: .literal
    }
  }

  /// A key and its value.
  struct Member {
    var key: String
    var value: JSONValue
  }

  /// The most members that are looked at: an object of more is a table, not a message.
  private static let maximumMembers = 10_000

  /// The members of an object in their order; none for other values.
  var members: [Member] {
    guard kind == .object else { return [] }
    var members: [Member] = []
    var at = span.start + 1
    while members.count < JSONValue.maximumMembers, let key = next(from: at) {
      guard let value = next(from: key.span.end), let name = key.text else { break }
      members.append(Member(key: name.string, value: value))
      at = value.span.end
    }
    return members
  }

  /// The elements of an array, one after another; none for other values.
  var elements: JSONElements { JSONElements(array: self) }

  /// The first element of an array.
  var firstElement: JSONValue? {
    var elements = elements
    return elements.next()
  }

  /// The value of the first member with a key; looks through the object each time.
  subscript(key: String) -> JSONValue? { members[key] }

  /// A string's characters; `nil` for other values.
  var text: JSONText? {
    kind == .string
      ? JSONText(bytes, ByteSpan(span.start + 1, span.end - 1), isTwiceEncoded: isTwiceEncoded)
      : nil
  }

  /// A string's characters, without white space at the ends; `nil` for other values and for none.
  var words: String? {
    guard let words = text?.string.trimmingSpaces, !words.isEmpty else { return nil }
    return words
  }

  /// A number's value, and that of a string that is one.
  var number: Double? {
    switch kind {
    case .number: Double(String(decoding: bytes[span.range], as: UTF8.self))
    case .string: Double(String(decoding: bytes[(span.start + 1)..<(span.end - 1)], as: UTF8.self))
    default: nil
    }
  }

  var isTrue: Bool { bytes[span.start] == UInt8(ascii: "t") }

  /// The value that comes next inside this one, past commas, colons and white space; `nil` at the
  /// closing bracket.
  fileprivate func next(from at: Int) -> JSONValue? {
    var start = at
    while start < span.end {
      let byte = bytes[start]
      if byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: ":") { break }
      start += 1
    }
    guard start < span.end - 1 else { return nil }
    return JSONValue(
      bytes: bytes, span: ByteSpan(start, JSONValue.end(bytes, start)),
      isTwiceEncoded: isTwiceEncoded)
  }

  /// Where the value that begins at `start` ends.
  private static func end(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    var depth = 0
    repeat {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        while bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        at += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        at += 1
      case _ where depth == 0:
        while at < bytes.count, bytes[at] > 0x20, !",]}".utf8.contains(bytes[at]) { at += 1 }
      default: at += 1
      }
    } while depth > 0
    return at
  }
}

/// The elements of a JSON array, found one after another.
struct JSONElements: Sequence, IteratorProtocol {
  private let array: JSONValue
  private var at: Int

  init(array: JSONValue) {
    self.array = array
    at = array.kind == .array ? array.span.start + 1 : array.span.end
  }

  mutating func next() -> JSONValue? {
    guard let value = array.next(from: at) else { return nil }
    at = value.span.end
    return value
  }
}

extension [JSONValue.Member] {
  /// The value of the first member with a key, unless it is `null`.
  subscript(key: String) -> JSONValue? {
    guard let value = first(where: { $0.key == key })?.value else { return nil }
    return value.bytes[value.span.start] == UInt8(ascii: "n") ? nil : value
  }

  /// The first of several keys that is there.
  func first(of keys: [String]) -> JSONValue? {
    for key in keys {
      if let value = self[key] { return value }
    }
    return nil
  }
}
