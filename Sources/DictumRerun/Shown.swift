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

/// The last lines of what a process said, escaped: at most `lines` lines of at most 300 characters.
func lastLines(of bytes: [UInt8], lines: Int = 5) -> String {
  bytes.split { $0 == 0x0A || $0 == 0x0D }
    .suffix(lines)
    .map { shown(String(decoding: $0.prefix(1200), as: UTF8.self).prefix(300)) }
    .joined(separator: "\n")
}
