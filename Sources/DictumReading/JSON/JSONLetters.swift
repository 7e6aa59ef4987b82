/// Tells a file whose letters were encoded twice: each byte of UTF-8 written as a character.
///
///     "content": "caf\\u00c3\\u00a9"          café, in the exports of Messenger and Instagram
///
/// All letters beyond ASCII of such a file are escapes up to U+00FF, and the bytes that stand side by
/// side are UTF-8 each time; one letter that is none of it, and the file is what it says.
struct JSONLetters {
  /// Whether a letter beyond ASCII stands in the file by itself, or an escape beyond U+00FF.
  var hasOthers = false

  /// The bytes that the escapes side by side stand for, and where the next of them would stand.
  private var run: [UInt8] = []
  private var end = 0
  private var hasAny = false

  /// Takes the value of an escape of six bytes, at an offset of the file.
  mutating func add(_ value: UInt32, at offset: Int) {
    if value > 0xFF { hasOthers = true }
    guard !hasOthers, value >= 0x80 else { return }
    if offset != end { close() }
    run.append(UInt8(value))
    end = offset + 6
  }

  private mutating func close() {
    if String(validating: run, as: UTF8.self) == nil { hasOthers = true }
    hasAny = hasAny || !run.isEmpty
    run = []
  }

  /// Whether the letters so far were encoded twice.
  var areTwiceEncoded: Bool {
    var letters = self
    letters.close()
    return letters.hasAny && !letters.hasOthers
  }
}
