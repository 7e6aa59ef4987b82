import DictumModel
import DictumTestSupport
import Testing

@testable import DictumStore

/// What `check` remarks on in texts that hold no turns.
@Suite struct TalkCheckTests {
  private func findings(_ text: String) throws -> [CheckReport.Finding] {
    let library = try TemporaryLibrary(["a.md": text])
    try library.ingest()
    return try library.store().check().findings
  }

  private static let questions = "Q: Is it?\n\nA: Yes.\n\nQ: Was it?\n\nA: No.\n"

  private static let rewritten = ", and turns written as `**Name:** words`, make it one"

  @Test(arguments: [
    (
      questions, "4 of 4 lines begin with “A:”, “Q:” and the like",
      " makes it one, if these are who speaks"
    ),
    (
      "moss: is it?\n\nfennel: yes.\n\nmoss: was it?\n\nfennel: no.\n",
      "4 of 4 lines begin with “fennel:”, “moss:” and the like", rewritten
    ),
    (
      "ada — today at 9:15\nyes\n\nbram — today at 9:16\nno\n\nada — 9:17\nyes\n\nbram — 9:18\nno\n",
      "4 of 8 lines have a time at their head", rewritten
    ),
    (
      "ada okafor\n\nIt is the tide.\n\nbram visser\n\nIt is not.\n\nada okafor\n\nIt is.\n\n"
        + "bram visser\n\nWell, then.\n",
      "4 of 8 lines are “ada okafor”, “bram visser” and the like", rewritten
    ),
  ])
  func aConversationThatWasNotRead(_ text: String, _ how: String, _ remedy: String) throws {
    let found = try findings(text)
    #expect(
      found.map(\.diagnostic.description) == [
        "a.md: warning: it may be a conversation, and was not read as one: \(how) (`type: dialogue` in "
          + "front matter\(remedy); `type: note` says that it is none)"
      ])
    #expect(found.map(\.kind) == [.unreadTalk])
    #expect(try findings("---\ntype: note\n---\n\n" + text).isEmpty)
  }

  /// What is promised holds.
  @Test func whatMakesItOne() throws {
    #expect(
      try findings("---\ntype: dialogue\n---\n\n" + Self.questions).map(\.kind) == [.unknownSpeaker]
    )
    let marked = "**Moss:** Is it?\n\n**Fennel:** Yes.\n\n**Moss:** Was it?\n\n**Fennel:** No.\n"
    #expect(try findings("---\ntype: dialogue\n---\n\n" + marked).isEmpty)
  }

  @Test(arguments: [
    "Note: this is so.\n\nNote: that is so.\n\nNote: all is so.\n\nNote: it is.\n",
    "Note: this.\n\nExample: that.\n\nNote: this.\n\nExample: that.\n"
      + String(repeating: "\nA paragraph of prose.\n", count: 20),
    "See https://a.org/b\n\nSee https://a.org/c\n\nWe meet at 12:30, and that is a long line.\n",
  ])
  func noConversation(_ text: String) throws { #expect(try findings(text).isEmpty) }

  @Test func aSourceWithoutWords() throws {
    let found = try findings("---\ntitle: Later\n---\n")
    #expect(found.map(\.kind) == [.empty])
    #expect(found.map(\.diagnostic.description) == ["a.md: warning: no words were found in it"])
  }
}
