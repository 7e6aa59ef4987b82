import DictumModel
import DictumTestSupport
import Testing

/// Saved web pages: articles, a forum's dialogues and its comments.
@Suite struct WebPageTests {
  private func page(_ text: String) throws -> SourceReading { try reading(text, path: "page.html") }

  /// The texts of a page whose body is `body`.
  private func texts(_ body: String) throws -> [String] {
    try page("<body>" + body + "</body>").passages.map(\.text)
  }

  @Test(arguments: [
    (
      "<p>plain *words* a_b _c_ [d] &lt;e&gt; &amp;amp; $5 #f</p>",
      ["plain *words* a_b _c_ [d] <e> &amp; $5 #f"]
    ),
    (
      "<p># no heading</p><p>- no item</p><p>1. none</p><p>&gt; none</p>",
      ["# no heading", "- no item", "1. none", "> none"]
    ),
    ("<p>in <em>one</em>\n  line   or\n\n\ntwo</p>", ["in one\nline or\n\n\ntwo"]),
    ("<p>one<br>two<br><br>three", ["one two", "three"]),
    (
      "<p>8<sup>0</sup>/<sub>20</sub> and 4<sup>th</sup> x<sup>2</sup></p>",
      ["8^0^/~20~ and 4th x^2^"]
    ),
    ("<ul><li>one<ul><li>two</ul><li><p>three<p>four</ul>", ["one", "two", "three", "four"]),
    ("<pre>a &lt;b\n  ```c\n</pre>", ["a <b\n  ```c"]),
    ("<p>call <code>f(`x`)</code></p>", ["call f(`x`)"]),
    (
      "<table><tr><th>a</th><th>b|c</th></tr>\n<tr><td>1</td><td>2</td></tr></table>",
      ["a | b | c", "1 | 2"]
    ),
    ("<p><b>Bold <i>words</i></b> <b></b>and</p>", ["Bold words and"]),
    (
      "<p>x<nav>site</nav><script>no()</script><style>p{}</style><p hidden>no</p><p>y</p>",
      ["x", "y"]
    ),
    (
      "<p>a</p><form><p><label>Search<input></label><button>Go</button></form><button>Reply</button>"
        + "<p>b</p>", ["a", "b"]
    ),
    (
      "<form><label>Find</label><input><p>a</p>b</form><form><p>c<input></form>",
      ["Find", "a", "b", "c"]
    ),
    ("<dl><dt><button>What drifts?</button><dd>The gauge.</dl>", ["What drifts?", "The gauge."]),
    (
      "<blockquote><p>a</p><footer>Ada</footer></blockquote><p>b</p><footer>Imprint</footer>",
      ["a", "Ada", "b"]
    ),
    ("<x-post><template shadowrootmode=open><p>a</p></template></x-post>", ["a"]),
    ("<template><p>no</p></template><p>a</p>", ["a"]),
    ("<aside><p>a</p></aside>", ["a"]),
    (
      "<span class=mjx-chtml><span class=mjx-math aria-label='x^2 &lt; y_1'>x2y</span></span>",
      ["$x^2 < y_1$"]
    ),
    ("<p><script type='math/tex; mode=display'>\\frac{a}{b}</script></p>", ["$$\\frac{a}{b}$$"]),
    ("words without any element", ["words without any element"]),
  ])
  func wordsStayWords(_ body: String, _ expected: [String]) throws {
    #expect(try texts(body) == expected)
  }

  @Test(arguments: [
    ("<nav><p>Home</p></nav><div style='display: none'>words</div>", true),
    ("<noscript>Turn it on</noscript><script>no()</script>", true),
    ("<script>no()</script>", false), ("", false), ("<p>words</p>", false),
  ])
  func aPageWithoutWordsSaysSo(_ body: String, _ isTold: Bool) throws {
    let page = try page("<html><head><title>Steps</title></head><body>\(body)</body></html>")
    let told = "page.html: warning: no words of the page were read: all of them stand in menus,"
    #expect(messages(page).contains { $0.hasPrefix(told) } == isTold)
  }

  @Test func headingsQuotesNotesAndLinks() throws {
    let text = """
      <html><head><title>Steps - A site</title>
      <meta name="author" content="Ada Okafor">
      <meta property="article:published_time" content="2024-03-12T10:02:33.000Z">
      <link rel="canonical" href="https://a.example/posts/steps">
      <script type="application/ld+json">
      {"@graph": [{"@type": "Article", "headline": "Steps", "author": [{"name": "Bo Li"}]}]}
      </script></head>
      <body><nav><p>Home and more, a long line of the site's own</p></nav><main>
      <h1>Steps</h1>
      <h2>Why <a class="headerlink" href="#why">¶</a></h2>
      <p>See <a href="/other?a=1&amp;b=2">the <em>other</em> page</a>,
      <a href="https://b.example/x_y">one</a><sup><a href="#fn1">1</a></sup>
      and <a href="#why">above</a>.</p>
      <blockquote><p>Quoted words.</p></blockquote>
      <p><img src="a b.png" alt="A [plot]"></p>
      <ol><li id="fn1">The note. <a href="#fnref1">↩</a></li></ol>
      </main><footer><p>Imprint</p></footer></body></html>
      """
    let page = try page(text)
    #expect(page.title == "Steps" && page.authors == ["Bo Li"] && page.kind == .post)
    #expect(page.date?.hasPrefix("2024-03-12T10:02") == true)
    #expect(page.url == "https://a.example/posts/steps")
    #expect(
      page.passages.map(\.text) == [
        "See the other page,\none\nand above.", "Quoted words.", "A plot", "The note.",
      ])
    #expect(page.passages.map(\.kind) == [.paragraph, .quote, .paragraph, .footnote])
    #expect(page.passages.map(\.headings) == Array(repeating: ["Why"], count: 4))
    #expect(page.passages[1].voice == .quoted)
    #expect(
      page.references.map(\.target) == [
        "https://a.example/other?a=1&b=2", "https://b.example/x_y", "fn1",
        "https://a.example/posts/a%20b.png",
      ])
    #expect(page.references.map(\.kind) == [.link, .link, .footnote, .image])
    #expect(violations(of: page, in: Array(text.utf8)).isEmpty)
  }

  @Test func labelledParagraphsAreTurns() throws {
    let text = (0..<3).map {
      "<p><strong>Ada:</strong>one \($0)</p>\n<p><b>Bo Li</b>: two<br/><b>Ada:</b> three</p>"
    }.joined(separator: "\n")
    let page = try page(text)
    #expect(page.kind == .dialogue)
    #expect(speakers(page) == (0..<3).flatMap { _ in ["Ada", "Bo Li", "Ada"] })
    #expect(page.passages.prefix(3).map(\.text) == ["one 0", "two", "three"])
    #expect(violations(of: page, in: Array(text.utf8)).isEmpty)
  }

  @Test func dialoguesSayWhoWroteEachMessage() throws {
    func message(_ id: Int, _ name: String, _ body: String) -> String {
      """
      <section class="dialogue-message ContentStyles" message-id="m\(id)" user-id="u"
        display-name="\(name)" submitted-date="Tue, 12 Mar 2024 10:0\(id):33 GMT" user-order="1">
      <section class="dialogue-message-header"><b>\(name)</b></section>
      <div class="dialogue-message-content">\(body)</div></section>
      """
    }
    let text =
      "<p>Before.</p>" + message(1, "Ada", "<p>One.</p><h2>Part</h2><p>Two.</p>")
      + message(2, "bo", "<blockquote>One.</blockquote><ul><li>Three.</ul>")
      + message(3, "Ada", " ") + "<p>After.</p>"
    let page = try page(text)
    #expect(page.kind == .dialogue)
    #expect(speakers(page) == ["Ada", "bo"])
    #expect(page.utterances.map(\.identifier) == ["m1", "m2"])
    #expect(page.utterances.map(\.date) == ["2024-03-12T10:01:33Z", "2024-03-12T10:02:33Z"])
    #expect(page.utterances[0].attribution.method == .record)
    #expect(
      page.passages.map { "\($0.utterance ?? -1) \($0.text)" } == [
        "-1 Before.", "0 One.", "0 Two.", "1 One.", "1 Three.", "-1 After.",
      ])
    #expect(violations(of: page, in: Array(text.utf8)).isEmpty)
  }

  @Test func commentsAnswerOneAnother() throws {
    let text = """
      <title>Steps</title><meta name=author content="Ada Okafor">
      <div class="post-body"><p>The post, which is long enough.</p></div>
      <div class="comments" id="comments">
      <ul><li class="comment-item" id="comment-c1"><div class="comment"><div class="comment-meta">
      <a class="author" href="/users/bo">bo</a> <a class="date" data-js-date="1710237753000">x</a>
      4 points</div><div class="body-text comment-body"><p>First.</p><h2>Part</h2><p>More.</p></div>
      <div class="comment-controls">Reply</div></div>
      <ul><li class="comment-item" id="comment-c2"><div class="comment retracted">
      <div class="comment-meta"><a class="author" href="/users/ada">Ada Okafor</a>
      <a class="comment-parent-link" href="#comment-c1">Parent</a></div>
      <div class="comment-body"><p>Second.</p></div></div></li></ul></li>
      <li class="comment-item" id="comment-c3"><div class="comment deleted-comment">
      <div class="comment-meta">[ ]</div><div class="comment-body">[deleted]</div></div></li></ul>
      </div>
      <div class="CommentsNode-root comments-node" id="n1"><span class="CommentUserName-author">
      <a class="UsersNameDisplay-noColor" href="/users/cy">cy</a></span>
      <time datetime="2024-03-14T09:00:00.000Z">3y</time><div class="CommentBody-root">
      <p>Third.</p></div><div class="comments-node" id="n2"><a href="/users/bo">bo</a>
      <div class="CommentBody-root"><p>Fourth.</p></div></div></div>
      """
    let page = try page(text)
    #expect(page.kind == .comments && page.authors == ["Ada Okafor"])
    #expect(speakers(page) == ["bo", "Ada Okafor", "cy", "bo"])
    #expect(page.utterances.map(\.identifier) == ["c1", "c2", "n1", "n2"])
    #expect(
      page.utterances.map(\.date) == [
        "2024-03-12T10:02:33Z", nil, "2024-03-14T09:00:00.000Z", nil,
      ])
    #expect(page.passages.first?.text == "The post, which is long enough.")
    #expect(
      page.passages.dropFirst().map { "\($0.utterance ?? -1) \($0.text)" }
        == ["0 First.", "0 More.", "1 Second.", "2 Third.", "3 Fourth."])
    #expect(page.replies.map(\.from) == [1, 3] && page.replies.map(\.to) == [0, 2])
    #expect(page.replies.map(\.method) == [.record, .nesting])
    #expect(page.revisions.map(\.kind) == [.retracted] && page.revisions[0].passage == 3)
    #expect(violations(of: page, in: Array(text.utf8)).isEmpty)
  }

  @Test func whatWasNotReadIsSaid() throws {
    let deep = try page("<p>one</p>\n" + String(repeating: "<div>", count: 3_000) + "two")
    #expect(
      messages(deep) == [
        "page.html:2: warning: elements lie one in another more than 512 deep; what comes after was "
          + "not read"
      ])
    let full = try page("<p " + (0..<20_000).map { "a\($0)" }.joined(separator: " ") + ">words")
    #expect(
      messages(full) == [
        "page.html:1: warning: a tag has more than 4096 attributes; the page was not read"
      ])
  }

  /// Pages cut from pieces of every sort keep every rule of a reading, and their words.
  @Test(arguments: 0..<200)
  func anyPage(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
        text += ["\n", "", "", " "].randomElement(using: &random) ?? ""
      }
      let one = try page(text)
      let found = violations(of: one, in: Array(text.utf8))
      #expect(
        found.isEmpty,
        "\(text.debugDescription): \(found) \(one.passages.map(\.text)) \(one.utterances.map(\.span))"
      )
      let two = try page(text)
      #expect(one.passages == two.passages && one.utterances == two.utterances)
    }
  }

  private static let pieces = [
    "<p>", "</p>", "words one", "more words", "<b>", "</b>", "<b>Ada:</b> says", "<b>Bo:</b> says",
    "<br>", "<ul>", "<li>", "</li>", "</ul>", "<ol>", "</ol>", "<blockquote>", "</blockquote>",
    "<h2>", "</h2>", "<h1>Title words</h1>", "<table>", "<tr>", "<td>", "</td>", "</tr>",
    "</table>", "<pre>", "</pre>", "<a href='x.html'>", "</a>", "<a href='#fn1'>1</a>",
    "<li id=fn1>", "<sup>", "</sup>", "<del>", "</del>", "<code>co`de</code>", "&amp;", "&nbsp;",
    "&lt;p&gt;", "*", "_", "[", "]", "`", "# ", "- ", "1. ", "> ", "| a | b |", "---", "```", "<",
    ">", "<!--", "-->", "<script>", "</script>", "<div>", "</div>", "<section>", "</section>",
    "<article>", "</article>", "<img src=a alt='some alt'>", "<hr>", "é😀", "$x_1$", "\t", "\r\n",
    "<div class=comment id=c1>", "<a class=author>Ada</a>", "<div class=comment-body>",
    "<section class=dialogue-message display-name=Ada>", "<nav>", "</nav>", "%%% llm-output",
    "\n\n",
    "<div class=llm-content-block data-model-name=M>", "^a", "::", "Note: words", "<main>",
    "</main>",
  ]

  /// A heading alone on its page is the title, unless it is the banner of the site.
  @Test(arguments: [
    ("Steps - A site", "Steps", "Steps"), ("Steps - A site", "A site", "Steps - A site"),
    ("A site", "Steps", "Steps"), ("Steps", "", "Steps"),
  ])
  func titles(_ window: String, _ heading: String, _ title: String) throws {
    let page = try reading(
      "<html><head><title>\(window)</title></head><body><h1>\(heading)</h1>"
        + "<main><h2>One</h2><p>Words of the page, and more of them.</p></main></body></html>",
      path: "a.html")
    #expect(page.title == title)
  }
}
