/// A strict reader of the XML that reports are written in: it knows no more than elements, attributes
/// in double quotes, text and references, and takes nothing for granted.
struct WellFormed {
  /// An element with what is directly in it.
  struct Element {
    var name: String
    var attributes: [String: String]
    var children: [Element] = []

    /// The text of the element and all below it, references resolved.
    var text = ""

    /// The elements below it that have this name, at any depth.
    func all(_ name: String) -> [Element] {
      children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The root element of a document whose first line, a declaration, is passed over.
  static func root(of document: String) throws -> Element {
    let lines = document.split(separator: "\n", maxSplits: 1)
    guard lines.count == 2, lines[0].hasPrefix("<?xml") || lines[0] == "<!DOCTYPE html>" else {
      throw Failure(description: "no declaration")
    }
    var reader = WellFormed(String(lines[1]))
    for scalar in reader.scalars {
      // XML 1.0, section 2.2.
      let isAllowed: Bool =
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
      guard isAllowed else { throw Failure(description: "forbidden U+\(scalar.value)") }
    }
    let root = try reader.element()
    guard reader.scalars[reader.place...].allSatisfy({ $0 == "\n" }) else {
      throw Failure(description: "something after the root")
    }
    return root
  }

  private mutating func element() throws -> Element {
    try expect("<")
    var element = Element(name: name(), attributes: [:])
    while peek() == " " {
      place += 1
      let attribute = name()
      try expect("=")
      try expect("\"")
      let value = try characters(until: "\"")
      try expect("\"")
      guard element.attributes.updateValue(value, forKey: attribute) == nil else {
        throw Failure(description: "\(attribute) twice")
      }
    }
    if peek() == "/" {
      try expect("/")
      try expect(">")
      return element
    }
    try expect(">")
    while true {
      element.text += try characters(until: "<")
      if place + 1 < scalars.count, scalars[place + 1] == "/" { break }
      let child = try self.element()
      element.text += child.text
      element.children.append(child)
    }
    try expect("<")
    try expect("/")
    guard name() == element.name else { throw Failure(description: "\(element.name) left open") }
    try expect(">")
    return element
  }

  private mutating func name() -> String {
    var name = ""
    while let scalar = peek(),
      scalar.properties.isAlphabetic || "-:0123456789".unicodeScalars.contains(scalar)
    {
      name.unicodeScalars.append(scalar)
      place += 1
    }
    return name
  }

  private mutating func characters(until end: Unicode.Scalar) throws -> String {
    var text = ""
    while let scalar = peek(), scalar != end {
      guard scalar != "<" else { throw Failure(description: "a bare <") }
      place += 1
      guard scalar == "&" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      var reference = ""
      while let next = peek(), next != ";" {
        reference.unicodeScalars.append(next)
        place += 1
      }
      try expect(";")
      let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#10": "\n", "#9": "\t"]
      guard let resolved = known[reference] else {
        throw Failure(description: "unknown reference &\(reference);")
      }
      text += resolved
    }
    return text
  }

  private func peek() -> Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func expect(_ scalar: Unicode.Scalar) throws {
    guard peek() == scalar else {
      throw Failure(description: "no \(scalar) at \(place): \(String(describing: peek()))")
    }
    place += 1
  }
}
