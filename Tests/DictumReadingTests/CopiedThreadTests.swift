import DictumModel
import Testing

@testable import DictumReading

/// Chats and comments copied off pages as text.
@Suite struct CopiedThreadTests {
  /// How one shape puts somebody's name and words; `n` counts the messages from 1.
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var path: String
    var message: @Sendable (_ name: String, _ n: Int, _ words: String) -> String

    init(
      _ name: String, path: String = "page.txt",
      _ message: @escaping @Sendable (_ name: String, _ n: Int, _ words: String) -> String
    ) {
      (testDescription, self.path, self.message) = (name, path, message)
    }
  }

  private static let words = [
    "has anyone tried the new gauge?", "yes, I did", "and? does it drift?",
    "I left it for a week and it held", "then I want one too",
  ]

  static let chats = [
    Shape("Discord") { "\($0) — 03/12/2025 6:0\($1) PM\n\($2)\n" },
    Shape("Discord, today") { "\($0) — Today at 6:0\($1) PM\n\($2)\n" },
    Shape("Discord, the time alone") { "\($0) — 6:0\($1) PM\n\($2)\n" },
    Shape("Discord, the dash on its own line") { "\($0)\n — \nYesterday at 6:0\($1) PM\n\($2)\n" },
    Shape("Discord, without space") { "\($0)Today at 6:0\($1) PM\n\($2)\n" },
    Shape("DiscordChatExporter") { "[3/12/2025 6:0\($1) PM] \($0)\n\($2)\n\n" },
    Shape("DiscordChatExporter, months in letters") { "[12-Mar-25 06:0\($1) PM] \($0)\n\($2)\n\n" },
    Shape("Teams") { "[Wednesday 10:0\($1)] \($0)\n    \($2)\n" },
    Shape("Slack") { "\($0)  10:0\($1) AM\n\($2)\n" },
    Shape("Mattermost") { "\($0)\n10:0\($1) AM\n\($2)\n\n" },
    Shape("Messages of a telephone") { "Mar 12, 2025  6:0\($1):12 PM\n\($0)\n\($2)\n\n" },
    Shape("Messages, read") {
      "Mar 12, 2025  6:0\($1):12 PM (Read by you after 3 seconds)\n\($0)\n\($2)\n\n"
    },
    Shape("a time in brackets") { "\($0) (6:0\($1) PM): \($2)\n" },
  ]

  static let comments = [
    Shape("Hacker News") { "\($0) \($1) hours ago | parent | next [–]\n\n\($2)\n\nreply\n\n" },
    Shape("Hacker News, one's own page") {
      "\($0) on March \($1), 2025 | parent | context | favorite | on: Gauges\n\n\($2)\n\n"
    },
    Shape("Hacker News, folded") { "\($0) \($1) hours ago [–]\n\n\($2)\n\n" },
    Shape("old Reddit") {
      "[–]\($0) \($1) points 2 days ago* (1 child)\n\n\($2)\n\npermalink\nembed\nreply\n\n"
    },
    Shape("new Reddit") {
      "u/\($0) avatar\n\($0)\n•\n\($1)d ago\n\($2)\n\nUpvote\n2\($1)\n\nDownvote\n\nReply\n\nShare\n\n"
    },
    Shape("LessWrong, run together") { "[-]\($0)\($1)mo125\n\n\($2)\n\nReply\n" },
    Shape("LessWrong, line by line") { "[-]\($0)\n\($1)mo\n12\n5\n\n\($2)\n\nReply\n" },
    Shape("LessWrong, the fold alone") {
      "[-]\n\($0)\n\($1)y\n12\n5\n\($2)\n\nReply\n1\n"
    },
    Shape("GitHub") { "\($0) commented on Mar \($1)\nContributor\n\($2)\n\n" },
    Shape("GitHub, an age") { "\($0) commented \($1) weeks ago • edited\n\n\($2)\n\n" },
    Shape("GitHub, line by line") { "\($0)\ncommented\non Mar \($1), 2025\n\($2)\n\n" },
    Shape("Discourse, raw") {
      "\($0) | 2025-03-12 18:0\($1):11 UTC | #\($1)\n\n\($2)\n\n-------------------------\n\n"
    },
    Shape("Discourse") { "\($0)\nMar \($1)\n\n\($2)\n\n\($1) Likes\n\n" },
    Shape("an export of a forum", path: "page.md") {
      "**\($0)** @ 2025-03-12T10:0\($1) (+12)\n\n\($2)\n\n"
    },
    Shape("phpBB") { "Re: Gauges\nby \($0) » Wed Mar \($1), 2025 10:01 am\n\n\($2)\n\nTop\n\n" },
    Shape("WordPress") { "\($0) says:\nMarch \($1), 2025 at 10:02 am\n\n\($2)\n\nReply\n\n" },
    Shape("WordPress, on one line") {
      "\($0) on March \($1), 2025 at 10:02 am said:\n\n\($2)\n\nReply\n\n"
    },
    Shape("YouTube") { "@\($0)\n\($1) months ago (edited)\n\($2)\n\n\n1\($1)\n\n\nReply\n\n" },
    Shape("Twitter") { "Somebody\n@\($0)\n·\nMar \($1)\n\($2)\n12\n\n145\n4.2K\n\n" },
    Shape("Bluesky") { "@\($0) · \($1)h\n\($2)\n3\n\n" },
    Shape("Mastodon") { "@\($0)@m.example\n\n\($2)\n\nMar \($1), 2025, 18:02\n\n" },
    Shape("Substack") { "\($0)\nMar \($1)\n\n\($2)\n\nLike (2)\nReply\nShare\n\n" },
  ]

  private static func file(_ shape: Shape, _ names: [String]) -> String {
    zip(names, words).enumerated().map { shape.message($1.0, $0 + 1, $1.1) }.joined()
  }

  @Test(
    arguments: chats + comments,
    [
      ["moss", "fennel", "moss", "fennel", "moss"],
      ["moss_agate", "a.visser-2", "moss_agate", "a.visser-2", "moss_agate"],
    ])
  func handlesInSmallLetters(_ shape: Shape, _ names: [String]) throws {
    let file = Self.file(shape, names)
    let reading = try reading(file, path: shape.path)
    let isNamed = shape.testDescription == "Twitter"
    #expect(speakers(reading) == (isNamed ? names.map { _ in "Somebody" } : names))
    #expect(reading.passages.map(\.text) == Self.words)
    #expect(violations(of: reading, in: Array(file.utf8)) == [])
  }

  @Test(arguments: chats + comments)
  func linesEndInTwoBytesAsWell(_ shape: Shape) throws {
    let names = ["moss", "fennel", "moss", "fennel", "moss"]
    let file = Self.file(shape, names).replacing("\n", with: "\r\n")
    let reading = try reading(file, path: shape.path)
    #expect(reading.passages.map(\.text) == Self.words)
    let isComments = Self.comments.contains { $0.testDescription == shape.testDescription }
    #expect(reading.kind == (isComments ? .comments : .dialogue))
  }

  @Test(arguments: ["🦀", "12345", "__", "ada.okafor", "x-y_z"])
  func handlesOfAnySigns(_ name: String) throws {
    let file = Self.file(Self.chats[0], [name, "fennel", name, "fennel", name])
    #expect(try speakers(reading(file, path: "a.txt")) == [name, "fennel", name, "fennel", name])
  }

  @Test func aKoreanChat() throws {
    let reading = try reading(
      """
      --------------- 2025년 3월 12일 수요일 ---------------
      [민수] [오후 6:02] 오늘 와?
      [지영] [오후 6:03] 응 가는 중이야
      --------------- 2025년 3월 13일 목요일 ---------------
      [민수] [오전 6:04] 빵 사와
      """, path: "chat.txt")
    #expect(speakers(reading) == ["민수", "지영", "민수"])
    #expect(reading.passages.map(\.text) == ["오늘 와?", "응 가는 중이야", "빵 사와"])
    #expect(reading.utterances.map(\.time) == ["6:02 PM", "6:03 PM", "6:04 AM"])
    #expect(reading.utterances.map(\.date) == ["2025-03-12", "2025-03-12", "2025-03-13"])
  }

  @Test(arguments: [
    "SPEAKER_00 [0.03 - 4.81]  One?\nSPEAKER_01 [4.99 - 9.20]  I do.\nSPEAKER_00 [61.1 - 70.7]  So.\n",
    "(0.0s - 4.8s) SPEAKER_00: One?\n(4.9s - 9.2s) SPEAKER_01: I do.\n(61.3s - 70.7s) SPEAKER_00: So.\n",
  ])
  func spansOfVoices(_ file: String) throws {
    let reading = try reading(file, path: "talk.txt")
    #expect(speakers(reading) == ["?", "?", "?"])
    #expect(reading.utterances.map(\.label) == ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00"])
    #expect(reading.utterances.map(\.time) == ["00:00:00", "00:00:04", "00:01:01"])
    #expect(reading.passages.map(\.text) == ["One?", "I do.", "So."])
    #expect(reading.kind == .transcript)
  }

  @Test func namesAboveHandles() throws {
    let reading = try reading(
      """
      Priya Raman
      @praman
      Mar 12 2025 10:02
      Where does the key live now?

      Colm Duffy
      @colm
      Mar 12 2025 10:04
      I moved it.

      Priya Raman @praman
      Mar 13 2025 10:07
      Thanks!
      """, path: "chat.txt")
    #expect(speakers(reading) == ["Priya Raman", "Colm Duffy", "Priya Raman"])
    #expect(
      reading.utterances.map(\.date) == [
        "2025-03-12T10:02", "2025-03-12T10:04", "2025-03-13T10:07",
      ])
  }

  @Test func answersLieInBlockQuotes() throws {
    let reading = try reading(
      """
      # Is it confounded?

      **Harriet Snell** @ 2025-03-12T10:00 (+12)

      Did you control for heat?

      > **pblum** @ 2025-03-12T11:00 (+4)
      >
      > I did.
      >
      > > Did you control

      **Harriet Snell** @ 2025-03-13T10:00 (+2)

      Then I retract that.
      """)
    #expect(speakers(reading) == ["Harriet Snell", "pblum", "Harriet Snell"])
    #expect(reading.kind == .comments)
    #expect(reading.replies.map { [$0.from, $0.to] } == [[1, 0]])
    #expect(
      reading.passages.map(\.text) == [
        "# Is it confounded?", "Did you control for heat?", "I did.", "Did you control",
        "Then I retract that.",
      ])
    #expect(reading.passages.map(\.voice) == [.note, .own, .own, .quoted, .own])
  }

  @Test func whatAPageTellsIsNobodysWords() throws {
    let reading = try reading(
      """
      Crash when two gauges are open #412
      fjordcat commented on Mar 3
      When I open two it crashes.

      mira-dev commented on Mar 3
      Member
      Can you post a trace?
      12

      fjordcat commented on Mar 4
      It was mine, sorry.

      mira-dev closed this as completed on Mar 4
      """, path: "issue.txt")
    #expect(speakers(reading) == ["fjordcat", "mira-dev", "fjordcat"])
    #expect(
      reading.passages.map(\.text) == [
        "Crash when two gauges are open #412", "When I open two it crashes.",
        "Can you post a trace?", "It was mine, sorry.",
      ])
    #expect(reading.title == "Crash when two gauges are open #412")
  }

  @Test func aChatKeepsNumbersAndLosesReactions() throws {
    let reading = try reading(
      """
      moss  10:02 AM
      How many gauges do you have?
      fennel  10:04 AM
      12
      moss  10:07 AM
      I have 13.
      10:08
      Thanks!
      :tada:
      1
      fennel  10:09 AM
      :+1:
      """, path: "chat.txt")
    #expect(speakers(reading) == ["moss", "fennel", "moss", "fennel"])
    #expect(
      reading.passages.map(\.text) == [
        "How many gauges do you have?", "12", "I have 13.", "Thanks!", ":+1:",
      ])
  }

  @Test func quotesInBrackets() throws {
    let reading = try reading(
      """
      anselm | 2025-03-12 18:02:11 UTC | #1

      The gauge drifts.

      -------------------------

      hbird | 2025-03-12 19:10:01 UTC | #2

      [quote="anselm, post:1, topic:88"]
      The gauge drifts.
      [/quote]

      Did you reset it?
      """, path: "topic.txt")
    #expect(speakers(reading) == ["anselm", "hbird"])
    #expect(reading.passages.map(\.voice) == [.own, .quoted, .own])
  }

  @Test(arguments: [
    "[END OF TAPE 1, SIDE A]", "(End of interview)", "Transcribed by https://example.org",
    "Bo stopped transcription",
  ])
  func theEndOfATapeIsNobodys(_ line: String) throws {
    let reading = try reading(
      "ADA: Where were you born?\n\nBO: In a boat.\n\nADA: In a boat?\n\nBO: I was.\n\n\(line)\n\n"
        + "ADA: And then?\n", path: "tape.txt")
    #expect(reading.passages.first { $0.text == line }?.utterance == nil)
    #expect(speakers(reading) == ["ADA", "BO", "ADA", "BO", "ADA"])
  }

  @Test func someoneDeletedIsUnknown() throws {
    let reading = try reading(
      "[–]KilnWitch 22 points 2 days ago\n\nYou want it slow.\n\n[–][deleted] 1 point 1 day ago\n\nNo.\n",
      path: "page.txt")
    #expect(speakers(reading) == ["KilnWitch", "?"])
  }

  /// Documents with names or times at the head of their paragraphs, which nobody wrote to anybody.
  @Test(
    arguments: [
      "[2025-03-12 09:00] standup\nI fixed it.\n\n[2025-03-12 10:30] coding\nDid you see?\n\n"
        + "[2025-03-13 09:00] standup\nI fixed it.\n\n[2025-03-13 10:30] coding\nMore.\n",
      "standup  9:07 AM\nwe met\n\ncoding  9:41 AM\nthe gauge\n\nstandup  9:03 AM\nwe met\n\n"
        + "coding  10:12 AM\nthe gauge\n",
      "09:00 Ada Okafor: Opening\n\n09:30 Bram Visser: What do tides want?\n\n10:15 Coffee\n\n"
        + "10:45 Noor Haddad: My year\n\n11:30 Ada Okafor: Can you hear?\n\n13:30 Bram Visser: Panel\n",
      "Ada Okafor — March 3\nOn drift, and what you can do about it.\n\nBram Visser — March 4\nOn salt.\n\n"
        + "Cleo Marsh — March 5\nOn wind.\n",
      "Version 1.2 — 2025-03-12\nThe gauge is read.\n\nVersion 1.3 — 2025-04-12\nI mended it.\n\n"
        + "Version 1.4 — 2025-05-12\nAre you there?\n",
      "@ada@m.example\n\nwrites on gauges\n\n@bo@m.example\n\nfollow him if you like\n",
      "12/03/2024 09:15 - Fixed: the gauge\n12/03/2024 10:11 - Added: what you want\n"
        + "13/03/2024 08:02 - Removed: salt\n",
      "Mar 12, 2025 9:07 AM\nStandup\nI fixed it.\n\nMar 12, 2025 9:41 AM\nCoding\nDid you see?\n\n"
        + "Mar 13, 2025 9:03 AM\nStandup\nI met you.\n\nMar 13, 2025 9:44 AM\nCoding\nMore.\n",
      "departs\n10:02\nplatform 4\n\narrives\n10:47\nplatform 1\n\ndeparts\n11:02\nplatform 4\n",
    ], ["note.md", "note.txt"])
  func noTalk(_ text: String, path: String) throws {
    #expect(try reading(text, path: path).utterances.isEmpty)
  }
}
