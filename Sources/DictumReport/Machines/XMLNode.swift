/// A piece of XML or HTML; well-formed whatever text it is made of.
///
/// What both languages read alike: every element that is not void in HTML has an end tag, and every
/// attribute a value.
indirect enum XMLNode {
  /// Characters, escaped when written.
  case text(String)
  case element(String, [(name: String, value: String)], [XMLNode])
  /// Markup of our own that is written as it is: a style sheet.
  case raw(String)

  /// An element; an attribute whose value is `nil` is left out.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: XMLNode...
  ) -> XMLNode { element(name, attributes, children) }

  /// An element with a list of children.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLNode]
  ) -> XMLNode {
    .element(
      name,
      attributes.compactMap { name, value in value.map { (name: name, value: $0) } }, children)
  }

  /// The elements of HTML that have no end tag.
  private static let void: Set<String> = ["br", "hr", "link", "meta"]

  /// The elements of which each child may stand on a line of its own without a change of meaning.
  private static let blocks: Set<String> = [
    "article", "body", "details", "dl", "figure", "footer", "head", "header", "html", "main", "nav",
    "properties", "section", "svg", "table", "tbody", "testcase", "testsuite", "testsuites",
    "thead", "tr", "ul",
  ]

  /// The source text, without a line feed at its end.
  var source: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to output: inout String) {
    switch self {
    case .text(let text): output += XMLNode.escaped(text)
    case .raw(let source): output += source
    case .element(let name, let attributes, let children):
      output += "<\(name)"
      for (name, value) in attributes {
        output += " \(name)=\"\(XMLNode.escaped(value, isAttribute: true))\""
      }
      output += ">"
      guard !XMLNode.void.contains(name) else {
        output.removeLast()
        output += "/>"
        return
      }
      let isBlock = XMLNode.blocks.contains(name) && !children.isEmpty
      if isBlock { output += "\n" }
      for child in children {
        child.write(to: &output)
        if isBlock { output += "\n" }
      }
      output += "</\(name)>"
    }
  }

  /// Text in which the characters of markup are references, and those that XML 1.0 forbids (section
  /// 2.2) or that turn text around are shown as escapes, `\u{1B}`.
  static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where isAttribute: escaped += "&quot;"
      // A parser would make spaces of these.
      case "\n" where isAttribute: escaped += "&#10;"
      case "\t" where isAttribute: escaped += "&#9;"
      case _ where Style.isHostile(scalar) || scalar.value & 0xFFFE == 0xFFFE:
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
