import DictumModel

/// The words of a mail: the parts of it that are plain text, without signs of how they were sent.
///
///     --b1                                              a part of several (RFC 2046, section 5.1)
///     Content-Type: text/plain; charset=utf-8
///     Content-Transfer-Encoding: quoted-printable
///
///     Zo=C3=AB, that is a long line which the program =
///     cut.
struct MailBody {
  private(set) var paragraphs: [Message.Paragraph] = []

  /// Whether a part of text could not be read: written in base 64, or as a web page alone.
  private(set) var isEncoded = false

  private let bytes: [UInt8]
  private var boundaries: [String] = []

  /// The words on some lines below `header`.
  init(_ bytes: [UInt8], _ lines: ArraySlice<ByteSpan>, header: MailHeader) {
    self.bytes = bytes
    var type = header.value(of: "content-type")
    var encoding = header.value(of: "content-transfer-encoding")
    addBoundary(type)
    var part: [ByteSpan] = []
    var at = lines.startIndex
    while at < lines.endIndex {
      guard isBoundary(lines[at]) else {
        part.append(lines[at])
        at += 1
        continue
      }
      close(part, type, encoding)
      part = []
      (type, encoding) = (nil, nil)
      at += 1
      var fields = ""
      while at < lines.endIndex, !lines[at].isEmpty {
        fields += String(decoding: bytes[lines[at].range], as: UTF8.self) + "\n"
        at += 1
      }
      for field in fields.replacing("\n ", with: " ").replacing("\n\t", with: " ").lines {
        let pair = field.split(separator: ":", maxSplits: 1)
        guard pair.count == 2 else { continue }
        switch pair[0].lowercased() {
        case "content-type": type = pair[1].trimmingSpaces
        case "content-transfer-encoding": encoding = pair[1].trimmingSpaces
        default: break
        }
      }
      addBoundary(type)
    }
    close(part, type, encoding)
    if !paragraphs.isEmpty { isEncoded = false }
  }

  /// How deep parts may lie in parts.
  private static let mostBoundaries = 20

  private mutating func addBoundary(_ type: String?) {
    guard let type, let found = type.lowercased().firstRange(of: "boundary=") else { return }
    // Small letters of ASCII take the places of the capitals.
    let start = type.lowercased().utf8.distance(
      from: type.lowercased().startIndex, to: found.upperBound)
    let rest = type.utf8.dropFirst(start)
    let isQuoted = rest.first == UInt8(ascii: "\"")
    let words =
      isQuoted ? rest.dropFirst().prefix { $0 != 0x22 } : rest.prefix { $0 > 0x20 && $0 != 0x3B }
    guard boundaries.count < MailBody.mostBoundaries else { return }
    if !words.isEmpty { boundaries.append("--" + String(decoding: words, as: UTF8.self)) }
  }

  private func isBoundary(_ line: ByteSpan) -> Bool {
    guard !boundaries.isEmpty, line.count > 2, bytes[line.start] == UInt8(ascii: "-") else {
      return false
    }
    return boundaries.contains { bytes[line.range].starts(with: $0.utf8) }
  }

  private mutating func close(_ lines: [ByteSpan], _ type: String?, _ encoding: String?) {
    guard lines.contains(where: { !$0.isEmpty }) else { return }
    let kind = type?.lowercased() ?? "text/plain"
    if kind.hasPrefix("multipart/") { return }
    guard kind.hasPrefix("text/plain"), encoding?.lowercased() != "base64" else {
      isEncoded = isEncoded || kind.hasPrefix("text/")
      return
    }
    var found = LineParagraphs.paragraphs(bytes, lines)
    if encoding?.lowercased() == "quoted-printable" {
      for index in found.indices { found[index].text = MailBody.printed(found[index].text) }
    }
    paragraphs += found
  }

  /// The most bytes of a word that is put together again.
  private static let longestWord = 200

  /// A paragraph as it was before it was made printable; a word that was cut goes to the later line,
  /// so that there are as many lines.
  private static func printed(_ text: String) -> String {
    var carried: [UInt8] = []
    var lines: [String] = []
    let all = text.lines
    for (number, line) in all.enumerated() {
      var bytes = carried + Array(line.utf8)
      carried = []
      if number + 1 < all.count, bytes.last == UInt8(ascii: "=") {
        bytes.removeLast()
        // What is cut without a space in reach is no word.
        if let space = bytes.suffix(longestWord).lastIndex(of: 0x20) {
          carried = Array(bytes[(space + 1)...])
          bytes.removeSubrange(space...)
        }
      }
      lines.append(String(decoding: QuotedPrintable.decoded(bytes), as: UTF8.self))
    }
    return lines.joined(separator: "\n")
  }
}
