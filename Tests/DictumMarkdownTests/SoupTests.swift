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

  private func soup(_ random: inout SplitMix) -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
    }
    return Array(text.utf8)
  }

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
