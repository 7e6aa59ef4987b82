import DictumTestSupport
import Testing

/// What a note says cannot steer the terminal, on either stream.
@Suite struct TerminalTests {
  @Test func aClaimWithControlCharactersIsEscaped() async throws {
    // Of two claims found by their words one is traced; the other is named on standard error.
    let library = try TemporaryLibrary([
      "note.md": """
      > [!claim] Quiet terminals stay quiet

      ^c-quiet

      > [!claim] Quiet terminals \u{1B}]0;stolen\u{7} may get another title by what a note says

      ^c-loud

      """
    ])
    try library.ingest()
    for words in ["quiet terminals", "note.md#^c-loud", "note.md#^c-lou\u{1B}]0;stolen\u{7}"] {
      // The terminal is played by `script` of util-linux.
      let shown = try await Executable.run(
        program: "script",
        ["-qec", "'\(Executable.path)' trace '\(words)'", "/dev/null"], folder: library.root,
        environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      ).output
      #expect(shown.contains("\\u{1B}]0;stolen\\u{7}"), "\(shown)")
      #expect(!shown.contains("\u{1B}]0;"), "\(shown.debugDescription)")
    }
  }
}
