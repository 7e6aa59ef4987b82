import DictumModel
import Testing

/// Saved pages of forums and chats, whose contributions are told by their shape.
@Suite struct PageItemsTests {
  struct Page: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kind: SourceKind
    var speakers: [String]
    var words: [String]
    var answers: [Int] = []
    var dates: [String?]
    var body: String
  }

  static let pages = [
    Page(
      testDescription: "Hacker News", kind: .comments, speakers: ["ada_o", "bramv", "ada_o"],
      words: ["I see a drift.", "Which gauge?", "Both."], answers: [0, 0],
      dates: ["2025-03-12T10:00:00", nil, nil],
      body: """
        <table><tr class="athing comtr" id="1"><td><table><tr><td class="ind"></td>
        <td class="default"><div><span class="comhead"><a href="user?id=ada_o" class="hnuser">ada_o</a>
        <span class="age" title="2025-03-12T10:00:00 1741773600"><a href="item?id=1">5 hours ago</a>
        </span></span></div><div class="comment"><div class="commtext c00">I see a drift.</div>
        <div class="reply"><p><a href="reply?id=1">reply</a></p></div></div></td></tr></table></td></tr>
        <tr class="athing comtr" id="2"><td><table><tr><td class="ind"></td><td class="default"><div>
        <span class="comhead"><a class="hnuser" href="user?id=bramv">bramv</a> <span class="age">1</span>
        <span class="navs"><a href="#1" class="clicky">parent</a></span></span></div><div
        class="comment"><div class="commtext c00">Which gauge?</div></div></td></tr></table></td></tr>
        <tr class="athing comtr" id="3"><td><table><tr><td class="default"><div><span class="comhead">
        <a class="hnuser" href="user?id=ada_o">ada_o</a> <span class="age">1</span><a href="#1">parent
        </a></span></div><div class="comment"><div class="commtext">Both.</div></div></td></tr></table>
        </td></tr></table>
        """),
    Page(
      testDescription: "GitHub", kind: .comments, speakers: ["ada-dev", "bram-dev"],
      words: ["noor", "I see it drift, as @bram-dev does.", "Which gauge?"],
      dates: ["2025-03-03T10:00:00Z", "2025-03-03T11:00:00Z"],
      body: """
        <header><a class="author" href="/users/noor">noor</a></header>
        <div class="js-discussion"><div class="timeline-comment" id="c1"><div class="header"><h3><strong>
        <a class="author" href="/ada-dev">ada-dev</a></strong> commented <a href="#c1"><relative-time
        datetime="2025-03-03T10:00:00Z">Mar 3</relative-time></a></h3></div><div class="comment-body">
        <p>I see it drift, as <a href="/users/bram-dev">@bram-dev</a> does.</p></div></div>
        <div class="timeline-comment" id="c2"><div class="header"><a class="author">bram-dev</a>
        <relative-time datetime="2025-03-03T11:00:00Z">Mar 3</relative-time></div><div
        class="comment-body"><p>Which gauge?</p></div></div></div>
        """),
    Page(
      testDescription: "Telegram", kind: .dialogue,
      speakers: ["Ada Okafor", "Bram Visser", "Bram Visser", "Ada Okafor"],
      words: ["12 March 2025", "did it drift?", "not yet", "maybe now", "I see it"],
      dates: [nil, nil, nil, nil],
      body: """
        <div class="history"><div class="message service" id="m1"><div class="body details">12 March 2025
        </div></div><div class="message default" id="m2"><div class="userpic"><div class="initials">A
        </div></div><div class="body"><div class="date details" title="12.03.2025 18:02">18:02</div>
        <div class="from_name">Ada Okafor</div><div class="text">did it drift?</div></div></div>
        <div class="message default" id="m3"><div class="body"><div class="date details">18:03</div>
        <div class="from_name">Bram Visser</div><div class="text">not yet</div></div></div>
        <div class="message default joined" id="m4"><div class="body"><div class="date details">18:03</div>
        <div class="text">maybe now</div></div></div>
        <div class="message default" id="m5"><div class="body"><div class="date details">18:05</div>
        <div class="from_name">Ada Okafor</div><div class="text">I see it</div></div></div></div>
        """),
    Page(
      testDescription: "Discourse", kind: .comments, speakers: ["ada", "bram"],
      words: ["Gauges", "Mine drifts.", "Did you clean it?"],
      dates: ["2025-03-12T10:00:00Z", "2025-03-12T11:00:00Z"],
      body: """
        <h1>Gauges</h1><p>Gauges</p><div class="topic-body"><div class="meta"><span itemprop="author"><a
        href="/u/ada"><span itemprop="name">ada</span></a></span><time datetime="2025-03-12T10:00:00Z">
        March 12</time></div><div class="post" itemprop="text"><p>Mine drifts.</p></div></div>
        <div class="topic-body"><div class="meta"><span itemprop="author">bram</span><time
        datetime="2025-03-12T11:00:00Z">March 12</time></div><div class="post" itemprop="text"><p>Did you
        clean it?</p></div></div>
        """),
  ]

  @Test(arguments: pages)
  func contributionsHaveTheirNames(_ page: Page) throws {
    let text = "<html><head><title>Gauges</title></head><body>\(page.body)</body></html>"
    let reading = try reading(text, path: "a.html")
    #expect(reading.kind == page.kind)
    #expect(speakers(reading) == page.speakers)
    #expect(reading.passages.map(\.text.folded) == page.words)
    #expect(reading.replies.compactMap(\.to) == page.answers)
    #expect(reading.utterances.map(\.date) == page.dates)
    #expect(violations(of: reading, in: Array(text.utf8), "a.html") == [])
  }

  /// A list of articles with their authors, and a page with one comment's shape, are no conversation.
  @Test(arguments: [
    """
    <div class="card"><a class="author">Ada Okafor</a><time datetime="2025-03-12">March</time><div
    class="card-body">I measured the drift.</div></div><div class="card"><a class="author">Bram
    Visser</a><time datetime="2025-03-13">March</time><div class="card-body">Do you?</div></div>
    """,
    """
    <div class="message"><a class="author">Ada Okafor</a><time datetime="2025-03-12">March</time><div
    class="text">I measured the drift.</div></div>
    """,
    """
    <div class="comment"><a class="author">Ada Okafor</a><div class="text">I measured.</div></div>
    <div class="comment"><a class="author">Bram Visser</a><div class="text">Which?</div></div>
    """,
  ])
  func othersStayPosts(_ body: String) throws {
    let reading = try reading("<html><body>\(body)</body></html>", path: "a.html")
    #expect(reading.utterances.isEmpty)
    #expect(reading.passages.contains { $0.text.contains("I measured") })
  }
}

extension String {
  /// The text on one line.
  fileprivate var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
