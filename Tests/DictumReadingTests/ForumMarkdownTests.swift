import DictumModel
import Testing

/// A forum's comments and dialogues in Markdown and in copied text.
@Suite struct ForumMarkdownTests {
  private let comments = """
    Comments: Steps
    ===============

    Post URL (Markdown): [/api/post/steps](/api/post/steps)

    Showing 3 of 3 comments (sort=top).

    ### Comment by [Ada Okafor](/users/ada)

    *   2024-03-12T10:02:33.000Z
    *   Karma: 12
    *   Voting system: twoAxis
    *   HTML permalink: [/posts/p1/steps/comment/c1](/posts/p1/steps/comment/c1)
    *   Markdown permalink: [/api/post/steps/comments/c1](/api/post/steps/comments/c1)

    Reactions (whole comment):

    *   agree: 2

    Reactions by quoted text:

    *   "Step counts double"
        *   crux: 1

    Step counts double every year.

    #### Why

    Because they did.

    ### Comment by [\\[Anonymous\\]](/users/x)

    *   2024-03-13T10:02:33.000Z
    *   Karma: 0
    *   Reply depth: 1
    *   Parent comment (Markdown): [/api/post/steps/comments/c1](/api/post/steps/comments/c1)
    *   HTML permalink: [/posts/p1/steps/comment/c2](/posts/p1/steps/comment/c2)

    - I doubt it: two years.

    ### Comment by [bram](/users/bram)

    *   2024-03-14T10:02:33.000Z
    *   Reply depth: 2
    *   Retracted
    *   HTML permalink: [/posts/p1/steps/comment/c3](/posts/p1/steps/comment/c3)

    Agreed.

    ### Navigation

    *   [Front page](https://forum.example/api/home)
    """

  @Test func commentsAreUtterances() throws {
    let page = try reading(comments)
    #expect(page.kind == .comments)
    #expect(speakers(page) == ["Ada Okafor", "?", "bram"])
    #expect(page.utterances.map(\.identifier) == ["c1", "c2", "c3"])
    #expect(
      page.utterances.map { $0.date?.prefix(10) } == ["2024-03-12", "2024-03-13", "2024-03-14"])
    #expect(page.utterances[0].attribution.method == .record)
    #expect(
      page.passages.map { "\($0.utterance ?? -1) \($0.text)" } == [
        "0 Step counts double every year.", "0 Because they did.", "1 I doubt it: two years.",
        "2 Agreed.",
      ])
    #expect(page.passages.map(\.headings) == [[], ["Why"], [], []])
    #expect(page.replies.map(\.from) == [1, 2])
    #expect(page.replies.map(\.to) == [0, 1])
    #expect(page.replies.map(\.method) == [.record, .nesting])
    #expect(page.replies.map(\.toIdentifier) == ["c1", nil])
    #expect(page.revisions.map(\.kind) == [.retracted] && page.revisions[0].passage == 3)
    #expect(violations(of: page, in: Array(comments.utf8)).isEmpty)
  }

  /// An index names comments without their words; a heading alone is no record.
  @Test func headersWithoutWordsAreNoUtterances() throws {
    let index = """
      # Steps

      *   By [Ada Okafor](/users/ada), [Bo](/users/bo)
      *   2024-03-12T10:02:33.000Z
      *   42 points
      *   Tag: [Steps and stairs](/w/steps)
      *   Post URL (HTML): [https://forum.example/posts/p1](https://forum.example/posts/p1)

      The post itself.

      ## Top Comments Index

      ### Comment by [Cy](/users/cy)

      *   2024-03-13T10:02:33.000Z
      *   HTML permalink: [/posts/p1/steps/comment/c2](/posts/p1/steps/comment/c2)

      ### Navigation

      *   [Front page](https://forum.example/api/home)
      """
    let page = try reading(index)
    #expect(page.utterances.isEmpty)
    #expect(page.authors == ["Ada Okafor", "Bo"])
    #expect(page.date?.hasPrefix("2024-03-12") == true)
    #expect(page.url == "https://forum.example/posts/p1")
    #expect(page.kind == .post)
    #expect(page.passages.first?.text == "The post itself.")
    #expect(try reading("### Comment by Ada\n\nWords.\n").utterances.isEmpty)
  }

  @Test func namesAloneHeadMessages() throws {
    let text = (0..<4).map {
      "**Ada Okafor**\n\nShe says \($0).\n\n- an item\n\n**bo**\n\n> quoted\n\nHe says \($0)."
    }.joined(separator: "\n\n")
    let dialogue = try reading(text)
    #expect(dialogue.kind == .dialogue)
    #expect(speakers(dialogue) == (0..<4).flatMap { _ in ["Ada Okafor", "bo"] })
    #expect(dialogue.passages.count == 16)
    #expect(!dialogue.passages.contains { $0.text == "bo" })
    #expect(violations(of: dialogue, in: Array(text.utf8)).isEmpty)
  }

  @Test(arguments: [
    // Bold lines under headings are headings.
    (0..<5).map { "## Plan \($0)\n\n**Strong**\n\nWords.\n\n**Weak**\n\nWords." }
      .joined(separator: "\n\n"),
    // A list of people.
    Array(repeating: "**Ada Okafor**\n\n**Bo Li**", count: 4).joined(separator: "\n\n"),
    // Two lines are too few.
    "**Ada**\n\nWords.\n\n**Bo**\n\nWords.\n\n**Ada**\n\nWords.\n\n**Bo**\n\nWords.",
  ])
  func otherBoldLinesAreNone(_ text: String) throws {
    #expect(try reading(text).utterances.isEmpty)
  }

  @Test func copiedPagesHaveLinesOfNameAgeAndVotes() throws {
    let dated = """
      Ada Okafor  12 Mar 2024 10:02 UTC  42 points

      The first comment.

      Reply

      Bo Li  13 Mar 2024 9:15 UTC  3 points

      The second.

      Ada Okafor  13 Mar 2024 11:00 UTC  1 point

      The third.
      """
    for path in ["a.txt", "a.md"] {
      let page = try reading(dated, path: path)
      #expect(page.kind == .comments)
      #expect(speakers(page) == ["Ada Okafor", "Bo Li", "Ada Okafor"], "\(path)")
      #expect(
        page.utterances.map(\.date) == [
          "2024-03-12T10:02Z", "2024-03-13T09:15Z", "2024-03-13T11:00Z",
        ])
      #expect(violations(of: page, in: Array(dated.utf8)).isEmpty)
    }
    let aged = (0..<3).map { "[-] Ada Okafor 3y 1\($0) 5\n\nComment \($0)." }
      .joined(separator: "\n\n")
    let page = try reading(aged, path: "a.txt")
    #expect(speakers(page) == ["Ada Okafor", "Ada Okafor", "Ada Okafor"])
    #expect(page.utterances.allSatisfy { $0.date == nil })
  }

  @Test(arguments: [
    "5", "42 points", "5 *", "12 AF", "3 votes", "−3", "+7", "1 karma link", "5 \u{A0}",
  ])
  func votesEndAHeader(_ votes: String) throws {
    let text = ["Ada", "Bo", "Ada"].map { "\($0) 3y \(votes)\n\nWords." }.joined(separator: "\n\n")
    #expect(speakers(try reading(text, path: "a.txt")) == ["Ada", "Bo", "Ada"])
  }

  @Test(arguments: [
    "Sales rose to 12\n\nWords.\n\nCosts fell by 3\n\nWords.\n\nStaff grew by 5\n\nWords.",
    "Meeting on 12 Mar 2024\n\nWords.\n\nMeeting on 13 Mar 2024\n\nWords.\n\nPlan 1 Apr 2024\n\nx",
  ])
  func otherShortLinesAreNone(_ text: String) throws {
    #expect(try reading(text).utterances.isEmpty)
  }

  @Test func machinesAreNamedByTheirFences() throws {
    let text = """
      Mine.

      %%% llm-output model="Model 3"

      Its words.

      - an item

      %%% /llm-output

      Mine again.

      %%% llm-output model="unknown model"
      On one line after another.
      %%% /llm-output

      And %%% /llm-output here.
      """
    let page = try reading(text)
    #expect(
      page.passages.map { "\($0.voice.rawValue) \($0.attribution?.name ?? "-") \($0.text)" } == [
        "own - Mine.", "machine Model 3 Its words.", "machine Model 3 an item",
        "own - Mine again.", "machine - On one line after another.",
        "own - And %%% /llm-output here.",
      ])
    #expect(violations(of: page, in: Array(text.utf8)).isEmpty)
    let open = try reading("Mine.\n\n%%% llm-output model=\"M\"\n\nWhose?\n\nMore.\n")
    #expect(open.passages.allSatisfy { $0.voice == .own })
  }
}
