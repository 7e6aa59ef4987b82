import DictumModel
import Testing

@testable import DictumReport

@Suite struct StyleTests {
  /// Characters that move the cursor, clear the screen or turn the text around.
  static let hostile: [Unicode.Scalar] = [
    "\u{0}", "\u{7}", "\u{8}", "\r", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}", "\u{2066}",
    "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{202A}",
  ]

  static let harmless: [Unicode.Scalar] = ["a", "\t", "\n", "é", "\u{301}", "意", "😀", "\u{200D}"]

  @Test func hostileCharactersAreEscapedForATerminalOnly() {
    for scalar in Self.hostile {
      let text = "a\(Character(scalar))b"
      let shown = Style(isTerminal: true).safe(text)
      #expect(shown == "a\\u{\(String(scalar.value, radix: 16, uppercase: true))}b")
      #expect(Style().safe(text) == text)
    }
    for scalar in Self.harmless {
      let text = "a\(Character(scalar))b"
      #expect(Style(isTerminal: true).safe(text) == text)
    }
  }

  @Test func thereAreColoursOnlyWhenAskedFor() {
    #expect(Style(isTerminal: true).paint("x", .bad) == "x")
    #expect(Style(hasColour: true).paint("x", .bad) == "\u{1B}[1;31mx\u{1B}[0m")
    #expect(Style(hasColour: true).paint("", .bad) == "")
  }

  @Test func aNarrowTerminalStillHasSomeColumns() {
    #expect(Style(width: 3).width == 40)
  }

  /// Every text of a result made of hostile words, for a terminal without colours, holds none of them.
  @Test func noReportLetsAHostileCharacterThrough() {
    let evil = "evil\u{1B}[2J\u{202E}\u{7}words"
    let style = Style(isTerminal: true)
    let texts = Samples.texts(words: evil, style: style)
    for (name, lines) in texts {
      let text = lines.joined(separator: "\n")
      #expect(text.contains("\\u{1B}"), "\(name) shows nothing of it")
      let found = text.unicodeScalars.filter { Self.hostile.contains($0) }
      #expect(found.isEmpty, "\(name): \(text.debugDescription)")
    }
    // For a pipe, words are as they were written.
    for (name, lines) in Samples.texts(words: evil, style: Style()) where name == "show" {
      #expect(lines.joined(separator: "\n").contains(evil))
    }
  }

  @Test func coloursLeaveTheWordsAsTheyAre() {
    for (plain, painted) in zip(
      Samples.texts(words: "words", style: Style()),
      Samples.texts(words: "words", style: Style(hasColour: true)))
    where plain.name != "search" {
      let stripped = painted.lines.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
      #expect(stripped == plain.lines, "\(plain.name)")
      #expect(!plain.lines.contains { $0.contains("\u{1B}") })
    }
  }
}
