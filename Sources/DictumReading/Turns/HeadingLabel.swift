import DictumModel

/// A heading that is a speaker's name; the colon may be missing.
///
///     ### Ada Okafor:
///     ### 林全：
///     ### Ada Okafor
///     ### Ada Okafor (00:01:02)
///     ### [00:01:02] Ada Okafor
///     #### Speaker 1
enum HeadingLabel {
  /// The label that the words of a heading are, if they can be one; `contentStart` is its end.
  static func label(_ text: String, contentStart: Int) -> SpeakerLabel? {
    guard mayBe(text) else { return nil }
    if isBare(text) {
      return LabelWords(text, allowLowercase: false).map {
        SpeakerLabel(heading: $0, time: nil, contentStart: contentStart, hasColon: false)
      }
    }
    var words = Substring(text)
    let hasColon = trimColon(&words)
    let bytes = Array(words.utf8)
    var scanner = ByteScanner(bytes, ByteSpan(0, bytes.count))
    var time = scanner.leadingTime()
    words = Substring(decoding: bytes[scanner.position...], as: UTF8.self)
    if time == nil, let (name, found) = trailingTime(bytes) { (words, time) = (name[...], found) }
    let endsWithColon = trimColon(&words) || hasColon
    // `iThome:` is somebody; a word without a capital that heads a section is not.
    let allowLowercase = endsWithColon && !words.contains(" ")
    return LabelWords(String(words), allowLowercase: allowLowercase).map {
      SpeakerLabel(heading: $0, time: time, contentStart: contentStart, hasColon: endsWithColon)
    }
  }

  /// Whether a heading of these words is short enough for a label.
  static func mayBe(_ text: String) -> Bool { text.utf8.count <= 160 }

  /// Whether the heading is words and nothing else, as most are: no colon, no time, and nothing to
  /// be taken off its end.
  private static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.unicodeScalars.last, first >= 0x3A,
      first != 0x5B, last != "：", !last.properties.isWhitespace
    else { return false }
    return !text.utf8.contains(UInt8(ascii: ":"))
  }

  /// Takes a colon and white space off the end; whether a colon was there.
  private static func trimColon(_ words: inout Substring) -> Bool {
    // Nearly all words end in a letter.
    guard let byte = words.utf8.last, byte >= 0x7F || byte <= 0x20 || byte == UInt8(ascii: ":")
    else { return false }
    var hasColon = false
    while let last = words.unicodeScalars.last {
      let isColon = last == ":" || last == "："
      guard isColon || last.properties.isWhitespace else { break }
      hasColon = hasColon || isColon
      words.unicodeScalars.removeLast()
    }
    return hasColon
  }

  /// The words before a time code at the end, and the code.
  private static func trailingTime(_ bytes: [UInt8]) -> (name: String, time: String)? {
    guard bytes.contains(UInt8(ascii: ":")), let scan = LabelScan(bytes, ByteSpan(0, bytes.count)),
      scan.endsWithTime, let time = scan.time, scan.contentStart == bytes.count
    else { return nil }
    return (String(decoding: bytes[scan.words.range], as: UTF8.self), time)
  }
}
