import DictumModel
import Testing

@Suite struct CommandWordTests {
  @Test(
    arguments: [
      ("", []), ("plain", [.text("plain")]), ("{a}", [.placeholder("a")]),
      ("--x={a}:{b_2-c}", [.text("--x="), .placeholder("a"), .text(":"), .placeholder("b_2-c")]),
      ("{print $1}", [.text("{print $1}")]), ("{}", [.text("{}")]), ("{2a}", [.text("{2a}")]),
      ("{{print}}", [.text("{print}")]), ("{{a}", [.text("{"), .placeholder("a")]),
      ("{{{a}}}", [.text("{{a}}")]), ("{a}}", [.placeholder("a"), .text("}")]),
      ("{a", [.text("{a")]), ("{{a b}}", [.text("{{a b}}")]),
      ("é{_}", [.text("é"), .placeholder("_")]),
    ] as [(String, [CommandWord.Part])])
  func parts(_ word: String, _ expected: [CommandWord.Part]) {
    #expect(CommandWord.parts(of: word) == expected)
  }

  /// A word without braces is itself; a million braces take no longer than a million letters.
  @Test func long() {
    let word = String(repeating: "{", count: 1_000_000)
    #expect(CommandWord.parts(of: word) == [.text(word)])
    #expect(CommandWord.placeholders(in: "{a}{b}{{c}}") == ["a", "b"])
  }
}
