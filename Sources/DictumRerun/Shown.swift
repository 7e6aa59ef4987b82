/// Text from a file or a process made safe for a terminal: control and bidi characters are written
/// as `\u{1B}`, a tab as a space.
func shown(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result.append(" ")
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Text that the user is asked to approve, in one line of which every character can be seen: line breaks,
/// tabs and what has no width are escaped as well, so that no text looks like another or like lines of
/// Dictum's own.
package func spelled(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    let kind = scalar.properties.generalCategory
    let hides: Set<Unicode.GeneralCategory> = [
      .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
    ]
    if hides.contains(kind) || scalar.properties.isDefaultIgnorableCodePoint {
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// An argument vector in one line: a word that has blanks or quotation marks, or is empty, is put in
/// quotation marks, so that no two commands look alike.
package func spelled(command words: [String]) -> String {
  words.map { word in
    let isPlain = !word.isEmpty && !word.contains { $0.isWhitespace || $0 == "\"" || $0 == "\\" }
    return isPlain
      ? spelled(word)
      : "\"" + spelled(word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")) + "\""
  }.joined(separator: " ")
}

/// The last lines of what a process said, escaped: at most `lines` lines of at most 300 characters.
func lastLines(of bytes: [UInt8], lines: Int = 5) -> String {
  bytes.split { $0 == 0x0A || $0 == 0x0D }
    .suffix(lines)
    .map { shown(String(decoding: $0.prefix(1200), as: UTF8.self).prefix(300)) }
    .joined(separator: "\n")
}
