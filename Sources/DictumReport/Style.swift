/// How text is to look: for a terminal with colours, or for a pipe.
package struct Style: Hashable, Sendable {
  /// Whether roles are shown in colour.
  package var hasColour: Bool

  /// Whether the text goes to a terminal, where control characters of a note could do harm.
  package var isTerminal: Bool

  /// Columns; long words go over.
  package var width: Int

  /// Whether figures are to be drawn in ASCII, for a terminal that shows nothing else.
  package var isASCII: Bool

  /// A style of the parts named; by default that of a pipe.
  package init(
    hasColour: Bool = false, isTerminal: Bool = false, width: Int = 100, isASCII: Bool = false
  ) {
    self.hasColour = hasColour
    self.isTerminal = isTerminal
    self.width = max(40, width)
    self.isASCII = isASCII
  }

  /// What a piece of text is; the colour follows.
  enum Role {
    case place, speaker, address, match, quiet, good, bad, doubtful, title
  }

  /// The text, safe to show, in the colour of its role, if there are colours.
  func paint(_ text: String, _ role: Role) -> String {
    let text = safe(text)
    guard hasColour, !text.isEmpty else { return text }
    let code =
      switch role {
      case .place: "35"
      case .speaker: "36"
      case .address, .quiet: "2"
      case .match: "1;31"
      case .good: "32"
      case .bad: "1;31"
      case .doubtful: "33"
      case .title: "1"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// The text of a note, safe to show: on a terminal, control and bidirectional formatting
  /// characters are shown as escapes; in a pipe it is left as it is.
  package func safe(_ text: String) -> String {
    guard isTerminal, text.unicodeScalars.contains(where: Style.isHostile) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if Style.isHostile(scalar) {
        safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// The same in one line: line breaks and tabs are spaces, so that a table keeps its columns.
  package func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\t" || $0 == "\n" }) else {
      return safe(text)
    }
    return safe(String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 }))
  }

  /// Whether a character could do harm on a terminal, or mislead who reads the text.
  ///
  /// Control characters but for tab and line feed, and the marks that turn text around.
  static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }
}
