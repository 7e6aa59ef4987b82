import DictumModel

/// Where a label may stand and what would be in it, told from bytes alone: before its words are read.
///
/// Most lines that look like labels are none, and most labels come again and again. So the words are
/// read only where the shapes of a document are enough for a dialogue, and each but once.
struct LabelShape {
  var form: SpeakerLabel.Form

  /// The bytes of the label's words.
  var words: ByteSpan

  /// The time code, as written.
  var time: String?

  /// Where the speaker's words begin: bytes of the file, 0-based.
  var contentStart: Int

  /// Whether a colon marks it.
  var hasColon = true

  /// Whether its marks close around it.
  var isClosed = true

  /// Whether a remark on the speaker stands behind the name.
  var hasRemark = false

  /// Whether a name in it may begin small.
  var allowLowercase: Bool

  /// The words as they are read.
  func text(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[words.range], as: UTF8.self)
    // Markdown asks for an escape before a bracket that is itself.
    guard form == .bold || form == .italic, bytes[words.start] == UInt8(ascii: "\\"),
      text.hasPrefix("\\[")
    else { return text }
    return text.replacing("\\", with: "")
  }
}

extension LabelShape {
  /// A label of these words at the head of `line`, which a full stop ends.
  static func ended(
    _ form: SpeakerLabel.Form, _ words: ByteSpan, in line: ByteSpan,
    of bytes: UnsafeBufferPointer<UInt8>, allowLowercase: Bool
  ) -> LabelShape {
    var start = words.end + 1
    while start < line.end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    return LabelShape(
      form: form, words: words, time: nil, contentStart: start, hasColon: false,
      allowLowercase: allowLowercase)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a full stop stands in the line after so many bytes at most, as it must behind a label
  /// that it ends.
  func hasFullStop(in line: ByteSpan, after longest: Int) -> Bool {
    firstIndex(
      of: UInt8(ascii: "."), from: line.start, to: Swift.min(line.end, line.start + longest + 1))
      != nil
  }
}
