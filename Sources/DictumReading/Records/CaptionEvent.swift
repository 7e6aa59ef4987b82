import DictumModel

/// One line of Sub Station Alpha, `.ass` and `.ssa`: when, in which style, by whom, and what.
///
///     Dialogue: 0,0:00:01.01,0:00:02.74,Main,Ada,0,0,0,,{\i1}Welcome{\i0}.\Nto the show.
///
/// Nine fields come before the words, which may have commas; `\N` parts their lines.
enum CaptionEvent {
  /// The cue that a line is, if it is one.
  static func cue(_ bytes: [UInt8], _ line: ByteSpan) -> CaptionFile.Cue? {
    var scanner = ByteScanner(bytes, line)
    guard scanner.skip("Dialogue:") else { return nil }
    var commas: [Int] = []
    for at in scanner.position..<line.end where bytes[at] == UInt8(ascii: ",") {
      commas.append(at)
      if commas.count == 9 { break }
    }
    guard commas.count == 9, let words = commas.last.map({ $0 + 1 }) else { return nil }
    func field(_ number: Int) -> String {
      String(decoding: bytes[(commas[number - 1] + 1)..<commas[number]], as: UTF8.self).onOneLine
    }
    var clock = ByteScanner(bytes, ByteSpan(commas[0] + 1, commas[1]))
    clock.skipSpaces()
    guard clock.skipClock() else { return nil }
    let time = String(field(1).prefix { $0 != "." })
    var lines: [ByteSpan] = []
    var start = words
    var at = words
    while at + 1 < line.end {
      guard bytes[at] == UInt8(ascii: "\\"), "Nn".utf8.contains(bytes[at + 1]) else {
        at += 1
        continue
      }
      lines.append(ByteSpan(start, at))
      at += 2
      start = at
    }
    lines.append(ByteSpan(start, line.end))
    return CaptionFile.Cue(
      time: time, voice: field(4).isEmpty ? nil : field(4), lines: lines.filter { !$0.isEmpty })
  }
}
