import DictumHTML

/// Which part of a page is what it is about: the article, without the site around it.
enum PageContent {
  /// The share of a page's text that the part must hold.
  static let share = 0.8

  /// The node that holds the article; `nil` for a page without words.
  ///
  /// What an author marks as `<article>` or `<main>` counts if it holds most of the paragraphs;
  /// else it is the smallest element that does. Text in navigation, footers and `comments` does not
  /// count.
  static func root(of page: HTMLDocument, without comments: Set<Int> = []) -> Int? {
    guard !page.nodes.isEmpty else { return nil }
    let amounts = amounts(of: page, without: comments)
    let body = page.nodes.firstIndex { $0.name == "body" } ?? 0
    let whole = amounts[body]
    guard whole > 0 else { return body }
    let marked = page.nodes.indices.filter { isMarked(page.nodes[$0]) }
    var best: Int?
    // Of several the one that holds most, and of those that hold the same the innermost.
    for index in marked where amounts[index] >= amounts[best ?? index] { best = index }
    if let best, Double(amounts[best]) >= Double(whole) / 2 { return best }
    var root = body
    while let child = page.children(of: root).first(where: {
      Double(amounts[$0]) >= share * Double(whole)
        && holders.contains(page.nodes[$0].name)
        && !isParagraph(page.nodes[$0].name)
    }) {
      root = child
    }
    return root
  }

  private static func isMarked(_ node: HTMLNode) -> Bool {
    node.name == "article" || node.name == "main" || node.attributes["role"] == "main"
      || node.attributes["itemprop"] == "articleBody"
  }

  /// For each node how many bytes of text lie in paragraphs inside it; when there are no paragraphs,
  /// how many bytes of text.
  private static func amounts(of page: HTMLDocument, without comments: Set<Int>) -> [Int] {
    let inParagraphs = sums(of: page, without: comments, onlyParagraphs: true)
    if let first = inParagraphs.first, first > 0 { return inParagraphs }
    return sums(of: page, without: comments, onlyParagraphs: false)
  }

  private static func sums(
    of page: HTMLDocument, without comments: Set<Int>, onlyParagraphs: Bool
  ) -> [Int] {
    var sums = Array(repeating: 0, count: page.nodes.count)
    var next = 0
    var paragraphEnd = onlyParagraphs ? 0 : Int.max
    while next < page.nodes.count {
      let node = page.nodes[next]
      if comments.contains(next) || isApart(page, next) {
        next = node.end
        continue
      }
      if let text = node.text {
        if next < paragraphEnd {
          sums[next] = text.utf8.count { !PageWriter.isSpace($0) }
        }
      } else if isParagraph(node.name) {
        paragraphEnd = max(paragraphEnd, node.end)
      }
      next += 1
    }
    // Nodes come before what they contain, so from the back each sum is whole when it is handed on.
    for index in page.nodes.indices.reversed() {
      if let parent = page.nodes[index].parent { sums[parent] += sums[index] }
    }
    return sums
  }

  private static func isParagraph(_ name: String) -> Bool {
    ["p", "li", "pre", "blockquote", "td", "th", "dd", "h1", "h2", "h3"].contains(name)
  }

  /// What may hold an article; part of a table or of a list is none.
  private static let holders: Set<String> = [
    "div", "section", "article", "main", "center", "body", "form",
  ]

  /// Whether the words of an element say nothing of where the article is.
  private static func isApart(_ page: HTMLDocument, _ index: Int) -> Bool {
    let name = page.nodes[index].name
    if name == "form" { return !PageChrome.holdsWords(page, index) }
    return ["nav", "footer", "aside", "head", "button"].contains(name)
      || HTMLDocument.isHidden(name) && page.nodes[index].attributes["shadowrootmode"] == nil
  }
}
