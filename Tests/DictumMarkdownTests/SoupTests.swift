import DictumMarkdown
import Testing

/// The invariants over Markdown that nobody would write.
@Suite struct SoupTests {
  @Test(arguments: 0..<40)
  func invariantsHold(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    for _ in 0..<60 {
      let bytes = soup(&random)
      let found = violations(of: MarkdownDocument(parsing: bytes), in: bytes)
      #expect(found.isEmpty, "\(String(decoding: bytes, as: UTF8.self).debugDescription) \(found)")
    }
  }

  @Test(arguments: 0..<40)
  func nothingIsLostOfWhatIsLeftOut(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    for count in 0..<200 {
      expectNothingIsLost(of: soup(&random, count % 4 == 0 ? Self.words : Self.markedWords))
    }
  }

  /// What follows a bracket that closes none may be maths.
  @Test(arguments: ["some words](a$x$b) and more", "some words](/u \"a $x$ b\") and more"])
  func mathsBehindABracket(_ text: String) { expectNothingIsLost(of: Array(text.utf8)) }

  private func expectNothingIsLost(of text: [UInt8]) {
    // Behind HTML that may go on over blank lines nothing is left out.
    let dumps = ["-----", "<?x?>"].map { first in
      MarkdownDocument(parsing: Array(first.utf8) + [0x0A, 0x0A] + text).dump
        .split(separator: "\n").dropFirst()
    }
    #expect(dumps[0] == dumps[1], "\(String(decoding: text, as: UTF8.self).debugDescription)")
  }

  private func soup(_ random: inout SplitMix, _ pieces: [String] = pieces) -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    return Array(text.utf8)
  }

  /// What plain stretches are made of, and now and then what is none.
  private static let words = [
    "word", "more words ", "é ", "漢", " ", "  ", "   ", "    ", "\n", "\n", "\r\n", "\n\n", "\n\n",
    "\n\n", "\r\r", "\n  \n", "# ", "\n## ", " #", "\n===\n", "\n---\n", "\n- ", "\n+ ", "\n1. ",
    "\n12) ", "12. ", "\n> ", "\n>", "> ", "- ", "\n  ", "\n   ", "\n    ", "|", "\n|---|\n", ":",
    "!",
    "(", ")", "\"", "'", "7", "-", "=", "*", "\n* ", "`", "[a]", "\n[a]: /u\n", "[^n]", "\n[^n]: ",
    "$x$", "$$\n", "\\", "&amp;", "\t", "\u{C}", "<b>", "\n- ```\n", "\n<div>\n",
    "\n\n---\n", "\n\n---\n\n", "\n\n```\n", "\n```\n\n", "\n\n~~~ swift\n", "\n~~~\n\n", "\u{0}",
  ]

  /// What runs of words stand between.
  private static let markedWords = [
    "several words", "several words", " more of them ", " more of them ", "é few words", "“words”",
    " words, 12", " ", "  ", "    ", "\n", "\n", "\n", "\r\n", "\n\n", "\n\n", "  \n", "\\\n",
    "\n# ", "\n===\n", "\n---\n", "\n- ", "\n1. ", "\n> ", "\n  ", "\n    ", "|", "\n|---|\n",
    "*", "**", "_", "__", "`", "``", "\n```\n", "\n```\n", "\n> ```\n", "\n  ```\n", "\n- ```\n",
    "\n~~~\n", "\n    ```\n", "```", "[", "]", "](/u)", "](/u_v*)", "](/u \"a title here\")",
    "](/u \"a", "](", "[the label]", "\n\n[the label]: /u\n", "[the label]:", "][the label]", ")",
    "\"", "!", "![", "[^n]", "\n[^n]: ", "[[some page]]", "![[", "]]", "\\", "\\[", "\\]", "\\(",
    "\\)", "\\`", "$", "$x$", "$several words$", "$$", "&", "&amp;", "&copy", "&#65;", "~~", "^",
    "<", "<b>", "</b>", "\n<div>\n", "\n<!-- words -->\n", "\n<!-- words", "-->", "\n<script>\n",
    "</script>", "<http://x.y>", "\t", "\u{C}", "\u{7F}", "\u{0}", ":", "'", "(", "漢",
  ]

  private static let pieces = [
    "a", "word ", " ", "  ", "    ", "\t", "\n", "\n", "\r\n", "\r", "\n\n", "\n> ", "\n>",
    "\n- ", "\n1. ", "\n12) ", "\n    ", "*", "**", "_", "__", "`", "``", "\n```\n", "\n~~~ x\n",
    "# ", "\n## ", " #", "\n===\n", "\n---\n", "[", "]", "(", ")", "](", "[a]", "[a]: /u\n",
    "\n\n[a]: /u 't'\n", "[^n]", "\n[^n]: ", "\n\n[^m]: x\n", "[[w]]", "[[w#^b|t]]", "![[e]]",
    "![", "!", "\\", "\\*", "&amp;", "&#65;", "&", ";", "&copy;", "<", ">", "<b>", "</b>",
    "<a\nb>", "<http://x.y>", "<!-- c -->", "\n<div>\n", "|", "| a | b |\n|---|---|\n", "é", "漢",
    "\u{0}", "\"", "'", "<x@y.zz>", "  \n", "\\\n", ":", "\u{FEFF}", "\u{C}", "/url", "\n  ",
    "\n\t", "-", "+ ", "$", "$$", "$x$", "\\(", "\\)", "\\[", "\\]", "^", "$$\n", "~~", "~",
  ]
}

/// A generator of random numbers whose seed is all of its state.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
