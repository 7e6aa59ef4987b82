import DictumModel
import DictumTestSupport
import Testing

@testable import DictumReading

/// What the first lines of a file allow it to be.
@Suite struct LineHeadsTests {
  private static func input(_ text: String) -> RecordInput {
    let bytes = Array(text.utf8)
    return RecordInput(
      path: "a.md", bytes: bytes, start: 0, lineTable: LineTable(bytes),
      registry: SpeakerRegistry(nil))
  }

  private static let stamps = [
    "", "[12:18]", "12:18:01", "(12:18:01 PM)", "2004-12-25 12:18", "25.12.2004 12:18", "Dec 25",
    "[25/12/04, 09:15:02]", "12Dec 25", "2025년 3월 12일 오후 6:02,", "[2025. 3. 12. 오후 6:02]",
    "2 days ago [–]", "— Today at 6:02 PM", "· 3d", "commented on Mar 3", "\n•\n2d ago",
    "12/3/25, 6:02 p. m. -", "-Dec 25", "\u{200E}[12.03.24 09:15]", "0:12", "1:02.345",
    "9:15\u{202F}AM", " 12:18", "12", "12:", "[", "Jan 3 2004",
  ]
  private static let voices = [
    " <@> ", " [@] ", " @: ", "\t@\t", " * @ ", " - @: ", "... ", "@: ", "<@> ", "…",
  ]
  private static let openings = [
    "Scribe: Bo\nPresent: Ada\nTopic: x\n... so\n", "present+ Bo\nscribe+ Ada\nAgenda: y\n<bo> z\n",
    "\u{A0}Guests: Cyd\nTOPIC: x\n.. so\n", "", "Words.\n\n", "---\n",
    "From: Ada\nDate: 12 Mar 2024\nSubject: x\n\n",
    "A title\n\n**Sent:** 2024-03-12\n_Von_: Bo\nTo: x\n\n",
  ]

  /// A file of two who speak in turn, in one form or two, with or without a time.
  private static func file(_ random: inout SeededGenerator) -> String {
    let stamp = stamps.randomElement(using: &random) ?? ""
    let forms = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      let voice = voices.randomElement(using: &random) ?? ""
      return Int.random(in: 0..<4, using: &random) == 0
        ? "@  \(stamp)\nwords for you?" : "\(stamp)\(voice)words"
    }
    let lines = (0..<Int.random(in: 4...9, using: &random)).map { index in
      (forms.randomElement(using: &random) ?? "").replacing(
        "@", with: index % 2 == 0 ? "Ada" : "Bo")
    }
    return (openings.randomElement(using: &random) ?? "") + lines.joined(separator: "\n")
  }

  @Test(arguments: 0..<8)
  func whatAReaderReadsIsNeverPassedOver(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var records = 0
    for _ in 0..<400 {
      let text = Self.file(&random)
      let input = Self.input(text)
      let heads = LineHeads(input)
      for (may, record) in [
        (heads.mayBeStamped, StampedChat.record), (heads.mayBeLog, ChatLog.record),
        (heads.mayBeMinutes, PublishedMinutes.record), (heads.mayBeHeaded, HeadedTurns.record),
        (heads.mayBeMail, MailThread.record), (heads.mayBeCopied, CopiedThread.record),
      ] where record(input) != nil {
        records += 1
        #expect(may, "\(text.debugDescription)")
      }
    }
    #expect(records > 0)
  }

  @Test(arguments: [
    "", "\n \n", "# Steps\n\nProse, with a colon: and a number, 12.\n\n1. One\n2. Two\n\n---\n",
    "<div class=\"x\">\n<p>Words.</p>\n</div>\n\n* a\n* b\n", "Present company excepted.\n",
    "In 2004 it began (see 12.3).\n\n- 3:4 is a ratio\n\n| a | b |\n|---|---|\n",
  ])
  func proseIsNoRecord(_ text: String) {
    let heads = LineHeads(Self.input(text))
    #expect(!heads.mayBeStamped && !heads.mayBeLog && !heads.mayBeMinutes && !heads.mayBeHeaded)
    #expect(!heads.mayBeMail)
  }
}
