import DictumHTML
import DictumModel

/// The contributions on a page that say whose they are: messages of a dialogue, comments.
///
///     <section class="dialogue-message" message-id="m1" display-name="Ada" submitted-date="…">
///     <li class="comment-item" id="comment-c1"><div class="comment-meta"><a class="author">Ada</a> …
///     <div class="comments-node" id="c1">… <a href="/users/ada">Ada</a> … <div class="CommentBody-root">
///
/// A comment is told by its shape, not by its site: an element with an id and the word "comment" in
/// its class, in which somebody is named and then something said.
struct PageThread {
  /// A contribution: where it is, where its words are, and what is said of it.
  struct Entry {
    var node: Int
    var body: Int
    var record: TurnRecord
  }

  /// The messages of a dialogue, in the order of the page.
  private(set) var messages: [Entry] = []

  /// Whether the comments are the messages of a chat.
  private(set) var isChat = false

  /// The comments, in the order of the page, each before its replies.
  private(set) var comments: [Entry] = []

  /// What of a message is no words of it.
  private(set) var headers: Set<Int> = []

  /// Comments that name nobody, as a deleted one does, and what else of a thread is not said.
  private(set) var withoutWords: Set<Int> = []

  /// The contributions of a page.
  init(_ page: HTMLDocument) {
    findMessages(page)
    findComments(page)
    guard messages.isEmpty, comments.isEmpty else { return }
    let items = PageItems(page)
    comments = items.entries
    isChat = items.isChat
    guard comments.isEmpty else { return }
    let segments = PageSegments(page)
    messages = segments.entries
    headers = segments.headers
  }

  private mutating func findMessages(_ page: HTMLDocument) {
    for (index, node) in page.nodes.enumerated() {
      if node.hasClass("dialogue-message-header") { headers.insert(index) }
      guard node.attributes["display-name"] != nil || node.attributes["user-id"] != nil,
        node.classes.contains(where: { $0.hasPrefix("dialogue-message") }),
        PageThread.hasWords(page, index)
      else { continue }
      var record = TurnRecord(node.attributes["display-name"]?.onOneLine)
      record.date = node.attributes["submitted-date"].flatMap(DateText.ofRecord)
      record.identifier = node.attributes["message-id"]
      messages.append(Entry(node: index, body: index, record: record))
    }
  }

  private mutating func findComments(_ page: HTMLDocument) {
    var found: [Int: Entry] = [:]
    let candidates = page.nodes.indices.filter { PageThread.isCandidate(page.nodes[$0]) }
    // From the back, so that what is inside is known before what is around it.
    for index in candidates.reversed() {
      if let entry = PageThread.comment(page, index, inner: found) { found[index] = entry }
    }
    if !found.isEmpty {
      let last = candidates.filter { found[$0] == nil }
      var inner = found.keys.sorted()[...]
      for index in last {
        while let first = inner.first, first < index { inner.removeFirst() }
        if inner.first.map({ $0 >= page.nodes[index].end }) ?? true { withoutWords.insert(index) }
      }
    }
    var around: [Int] = []
    for index in found.keys.sorted() {
      while let last = around.last, page.nodes[last].end <= index { around.removeLast() }
      guard var entry = found[index] else { continue }
      entry.record.depth = around.count
      around.append(index)
      comments.append(entry)
    }
  }

  private static func isCandidate(_ node: HTMLNode) -> Bool {
    guard let id = node.attributes["id"], !id.isEmpty, node.attributes["class"] != nil else {
      return false
    }
    return node.classes.contains {
      let name = $0.lowercased()
      return name == "comment" || name.hasPrefix("comment-") || name.hasPrefix("comments-node")
        || name.hasPrefix("commentsnode")
    }
  }

  /// The comment at `index`, if somebody is named in it and something said, outside those inside it.
  private static func comment(_ page: HTMLDocument, _ index: Int, inner: [Int: Entry]) -> Entry? {
    var author: (node: Int, name: String)?
    var date: String?
    var body: Int?
    var parent: String?
    var isRetracted = page.nodes[index].hasClass("retracted")
    var next = index + 1
    while next < page.nodes[index].end {
      let node = page.nodes[next]
      if inner[next] != nil {
        next = node.end
        continue
      }
      isRetracted = isRetracted || node.classes.contains { $0.lowercased().hasSuffix("retracted") }
      if author == nil, names(node) {
        let name =
          (node.attributes["data-full-name"].flatMap { $0.isEmpty ? nil : $0 }
          ?? page.text(of: next)).onOneLine
        if !name.isEmpty, name.utf8.count <= 80 { author = (next, name) }
      }
      if date == nil, let written = node.attributes["datetime"] ?? node.attributes["data-js-date"] {
        date = DateText.ofRecord(written)
      }
      if node.name == "a", node.classes.contains(where: { $0.contains("parent") }),
        let target = node.attributes["href"], let hash = target.lastIndex(of: "#")
      {
        parent = identifier(String(target[target.index(after: hash)...]))
      }
      if author != nil, body == nil, isBody(node), hasWords(page, next),
        !page.range(of: next).contains(where: { inner[$0] != nil })
      {
        body = next
      }
      // What comes after the words is the site's, until the next comment.
      next = body == next ? node.end : next + 1
    }
    guard let author, let body else { return nil }
    var record = TurnRecord(author.name)
    record.date = date
    record.identifier = page.nodes[index].attributes["id"].map(identifier)
    record.parent = parent
    record.isRetracted = isRetracted
    return Entry(node: index, body: body, record: record)
  }

  /// Whether an element names a person: a link to a user, or a class of authors.
  static func names(_ node: HTMLNode) -> Bool {
    if node.name == "a", let target = node.attributes["href"],
      target.contains("/users/") || target.contains("/user/") || target.contains("/profile/")
    {
      return true
    }
    if node.attributes["itemprop"] == "author" || node.attributes["rel"] == "author" { return true }
    return node.classes.contains {
      let name = $0.lowercased()
      return name == "author" || name == "fn" || name == "username" || name == "user-name"
        || name.hasSuffix("comment-author") || name.hasPrefix("usersnamedisplay")
    }
  }

  /// Whether an element holds what is said.
  static func isBody(_ node: HTMLNode) -> Bool {
    guard node.name != "a", node.name != "span" else { return false }
    return node.classes.contains {
      let name = $0.lowercased()
      return name.hasSuffix("body") || name.contains("commentbody") || name.hasSuffix("content")
        || name.hasSuffix("text") || name.hasSuffix("message")
    }
  }

  static func hasWords(_ page: HTMLDocument, _ index: Int) -> Bool {
    page.range(of: index).contains {
      page.nodes[$0].name == "img"
        || page.nodes[$0].text?.utf8.contains(where: { !PageWriter.isSpace($0) }) ?? false
    }
  }

  private static func identifier(_ id: String) -> String {
    id.hasPrefix("comment-") ? String(id.dropFirst("comment-".count)) : id
  }
}
