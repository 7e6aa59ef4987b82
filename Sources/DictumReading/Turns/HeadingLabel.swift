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
    guard text.utf8.count <= 160 else { return nil }
    var words = Substring(text)
    let hasColon = trimColon(&words)
    let bytes = Array(words.utf8)
    var scanner = ByteScanner(bytes, ByteSpan(0, bytes.count))
    var time = scanner.leadingTime()
    words = Substring(decoding: bytes[scanner.position...], as: UTF8.self)
    if time == nil, let (name, found) = trailingTime(bytes) { (words, time) = (name[...], found) }
    let endsWithColon = trimColon(&words) || hasColon
    // `iThome:` is somebody; a word without a capital that heads a section is not.
    return SpeakerLabel(
      form: .heading, words: String(words), time: time, contentStart: contentStart,
      hasColon: endsWithColon, allowLowercase: endsWithColon && !words.contains(" "))
  }

  /// Takes a colon and white space off the end; whether a colon was there.
  private static func trimColon(_ words: inout Substring) -> Bool {
    var hasColon = false
    while let last = words.last, last == ":" || last == "：" || last.isWhitespace {
      hasColon = hasColon || !last.isWhitespace
      words.removeLast()
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
