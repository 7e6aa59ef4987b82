import DictumModel

/// One line of a cue: its tags taken out, its voices found.
///
///     <v Ada Okafor>Welcome.</v> <v.loud Bo>Thank <i>you</i>.   two voices
///     hello<00:00:00.480><c> and</c>                            words that appear one by one
///     {\an8}<font color="#fff">Above.</font>                    SubRip: where it stands, and how
///     &lt;this&gt; &amp; that                                   characters that tags are made of
///
/// After the tokenizer of WebVTT, section 6.4; a `<` that begins no tag is a character.
struct CaptionText {
  /// A stretch of a line by one voice.
  struct Piece {
    /// The voice that a tag names.
    var voice: String?
    var text: String
    var span: ByteSpan
  }

  private(set) var pieces: [Piece] = []

  /// The voice that goes on in the next line of the cue.
  private(set) var voice: String?

  private let bytes: [UInt8]
  private var words: [UInt8] = []
  private var start: Int

  /// The pieces of a line, which `voice` speaks until a tag says otherwise.
  init(_ bytes: [UInt8], _ line: ByteSpan, voice: String?) {
    self.bytes = bytes
    self.voice = voice
    start = line.start
    var at = line.start
    // Once no bracket closes, none does further on.
    var closes = [UInt8(ascii: ">"): true, UInt8(ascii: "}"): true]
    while at < line.end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{"), at + 1 < line.end,
        begins(tag: byte, bytes[at + 1])
      {
        let mark = byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "}")
        if closes[mark] == true, let close = bytes[at..<line.end].firstIndex(of: mark) {
          if byte == UInt8(ascii: "<") { take(tag: bytes[(at + 1)..<close], at: at) }
          at = close + 1
          continue
        }
        closes[mark] = false
      } else if byte == UInt8(ascii: "&"), let (characters, length) = entity(at, line.end) {
        words += characters
        at += length
        continue
      }
      words.append(byte)
      at += 1
    }
    close(at: line.end)
  }

  private func begins(tag open: UInt8, _ next: UInt8) -> Bool {
    if open == UInt8(ascii: "{") { return next == UInt8(ascii: "\\") }
    return (0x61...0x7A).contains(next | 0x20) || (0x30...0x39).contains(next)
      || next == UInt8(ascii: "/")
  }

  /// `<v Name>` and `<v.loud Name>` name a voice, `</v>` ends it; other tags only style.
  private mutating func take(tag: ArraySlice<UInt8>, at offset: Int) {
    if tag.elementsEqual("/v".utf8) {
      close(at: offset)
      voice = nil
      return
    }
    guard tag.first == UInt8(ascii: "v"), let space = tag.firstIndex(where: { $0 <= 0x20 }) else {
      return
    }
    let name = tag[..<space]
    guard name.count == 1 || name.dropFirst().first == UInt8(ascii: ".") else { return }
    close(at: offset)
    let words = String(decoding: tag[space...], as: UTF8.self).onOneLine
    voice = words.isEmpty ? nil : words
  }

  private mutating func close(at end: Int) {
    let text = String(decoding: words, as: UTF8.self).trimmingSpaces
    if !text.isEmpty { pieces.append(Piece(voice: voice, text: text, span: ByteSpan(start, end))) }
    words = []
    start = end
  }

  /// The character references of captions.
  private static let entities: [(name: [UInt8], characters: [UInt8])] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"),
    ("&apos;", "'"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private func entity(_ at: Int, _ end: Int) -> ([UInt8], Int)? {
    CaptionText.entities.first { bytes[at..<end].starts(with: $0.name) }
      .map { ($0.characters, $0.name.count) }
  }
}
