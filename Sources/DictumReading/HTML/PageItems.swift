import DictumHTML
import DictumModel

/// Contributions of a page that is made of them, by the shape that every forum and chat gives them:
/// an element that names somebody, says when, and holds words, and has others like it.
///
///     <tr class="comtr" id="7"><td><span><a class="hnuser">ada</a> <span class="age" title="…">…
///       <div class="commtext">…</div>                                              Hacker News
///     <div class="timeline-comment"><a class="author">ada</a> <relative-time datetime="…">…
///       <div class="comment-body">…</div>                                          GitHub
///     <div class="message" id="message2"><div class="date" title="…">…
///       <div class="from_name">Ada</div><div class="text">…</div>                  Telegram
///     <div class="topic-body"><span itemprop="author">ada</span><time datetime="…">…
///       <div itemprop="text">…</div>                                               Discourse
///
/// A page that lists articles with their authors has this shape as well, so something around the
/// words must say that they are a comment, a message, or of a topic.
struct PageItems {
  /// The contributions in the order of the page.
  private(set) var entries: [PageThread.Entry] = []

  /// Whether they are the messages of a chat.
  private(set) var isChat = false

  private struct Item {
    var node: Int
    var author: Int?
    var body: Int
    var hasTime = false
    var date: String?
  }

  private let page: HTMLDocument

  /// How far above a name the element that holds name and words may lie, and what it is said to be.
  private static let reach = 8

  init(_ page: HTMLDocument) {
    self.page = page
    var items: [Item] = []
    for item in found() {
      // What is written in somebody's words names others.
      if let last = items.last, item.author.map({ $0 < page.nodes[last.body].end }) ?? false {
        continue
      }
      items.append(item)
    }
    let kept = repeated(grown(items))
    guard kept.count > 1 else { return }
    isChat = kept.allSatisfy { says(["message", "chat"], $0) }
    var name: String?
    for item in kept {
      name = item.author.map { page.text(of: $0).onOneLine } ?? name
      var record = TurnRecord(name)
      record.date = item.date
      record.identifier = identifier(of: item)
      record.parent = parent(of: item)
      entries.append(PageThread.Entry(node: item.node, body: item.body, record: record))
    }
  }

  /// Each element of words, with the smallest around it that names somebody before them.
  private func found() -> [Item] {
    var found: [Item] = []
    var authors: [Int] = []
    var next = 0
    while next < page.nodes.count {
      let node = page.nodes[next]
      if PageItems.names(node), PageItems.isName(page.text(of: next)) {
        authors.append(next)
        next = node.end
      } else if PageItems.isBody(node), PageThread.hasWords(page, next),
        let item = item(next, authors)
      {
        found.append(item)
        authors = []
        next = node.end
      } else {
        next += 1
      }
    }
    return found
  }

  /// The contribution whose words `body` holds, by one of `authors`, who come before it.
  private func item(_ body: Int, _ authors: [Int]) -> Item? {
    var above = page.nodes[body].parent
    for _ in 0..<PageItems.reach {
      guard let node = above, !["body", "html"].contains(page.nodes[node].name) else { break }
      // What goes on from the message before names nobody again.
      let goesOn = page.nodes[node].hasClass("joined")
      if let author = authors.first(where: { $0 > node }) {
        return timed(Item(node: node, author: author, body: body))
      }
      if goesOn {
        let isWhole = page.nodes[page.range(of: body)].contains(where: PageItems.tellsTime)
        return isWhole ? nil : timed(Item(node: node, author: nil, body: body))
      }
      above = page.nodes[node].parent
    }
    return nil
  }

  private func timed(_ item: Item) -> Item {
    var item = item
    for index in item.node..<item.body where item.date == nil {
      let node = page.nodes[index]
      guard PageItems.tellsTime(node) else { continue }
      item.hasTime = true
      let written = node.attributes["datetime"] ?? node.attributes["title"] ?? page.text(of: index)
      // Some write seconds since 1970 behind a date and time.
      let first = written.split(separator: " ").first.map(String.init) ?? ""
      item.date = DateText.ofRecord(first.contains("T") ? first : written)
    }
    return item
  }

  /// The words besides its own that an element around an item may have, bytes of text.
  private static let mostBesides = 400

  /// The items with all that is around them alone: a number, a picture, buttons.
  private func grown(_ items: [Item]) -> [Item] {
    var letters = [0]
    for node in page.nodes { letters.append((letters.last ?? 0) + (node.text?.utf8.count ?? 0)) }
    return items.indices.map { index in
      var item = items[index]
      let own = page.range(of: item.body)
      while let above = page.nodes[item.node].parent,
        !["body", "html"].contains(page.nodes[above].name)
      {
        let range = page.range(of: above)
        let isAlone =
          (index == 0 || items[index - 1].body < above)
          && (index + 1 == items.count || items[index + 1].body >= range.upperBound)
        let besides =
          letters[range.upperBound] - letters[range.lowerBound]
          - (letters[own.upperBound] - letters[own.lowerBound])
        guard isAlone, besides <= PageItems.mostBesides else { break }
        item.node = above
      }
      return item
    }
  }

  /// The items that have others like them, of which most say when, and that are said to be a part of
  /// a conversation.
  private func repeated(_ items: [Item]) -> [Item] {
    var counts: [String: (all: Int, timed: Int)] = [:]
    for item in items {
      counts[shape(item), default: (0, 0)].all += 1
      if item.hasTime { counts[shape(item), default: (0, 0)].timed += 1 }
    }
    return items.filter { item in
      guard let count = counts[shape(item)], count.all > 1, count.timed * 2 >= count.all else {
        return false
      }
      return says(PageItems.parts, item)
    }
  }

  private func shape(_ item: Item) -> String {
    let node = page.nodes[item.node]
    return node.name + "." + (node.classes.first.map(String.init) ?? "")
  }

  /// What an element of a conversation is called, or one that holds all of them.
  private static let parts = [
    "comment", "message", "reply", "topic", "thread", "discussion", "chat", "comtr",
  ]

  /// Whether one of some words is in the class or the id of an element from the words of an item up
  /// to a few above it.
  private func says(_ words: [String], _ item: Item) -> Bool {
    var node = item.body
    for _ in 0..<(2 * PageItems.reach) {
      let called =
        ((page.nodes[node].attributes["class"] ?? "") + " "
        + (page.nodes[node].attributes["id"] ?? "")).lowercased()
      if words.contains(where: called.contains) { return true }
      guard let parent = page.nodes[node].parent else { return false }
      node = parent
    }
    return false
  }

  /// The first id from an item's element to its words.
  private func identifier(of item: Item) -> String? {
    page.nodes[item.node..<item.body].lazy.compactMap { $0.attributes["id"] }.first
  }

  /// The id to which a link called "parent" leads.
  private func parent(of item: Item) -> String? {
    for index in item.node..<item.body where page.nodes[index].name == "a" {
      guard let target = page.nodes[index].attributes["href"], target.utf8.first == 0x23,
        page.text(of: index).onOneLine.lowercased() == "parent"
      else { continue }
      return String(target.dropFirst())
    }
    return nil
  }

  private static func isName(_ text: String) -> Bool {
    let name = text.onOneLine
    return !name.isEmpty && name.utf8.count <= 80
  }

  /// Whether an element names a person.
  private static func names(_ node: HTMLNode) -> Bool {
    if PageThread.names(node) { return true }
    return node.classes.contains { name in
      let name = name.lowercased().filter(\.isLetter)
      return ["hnuser", "fromname", "sendername", "authorname", "displayname", "nickname"]
        .contains(name)
    }
  }

  private static func tellsTime(_ node: HTMLNode) -> Bool {
    node.attributes["datetime"] != nil
      || node.classes.contains { ["age", "date", "time", "timestamp"].contains($0.lowercased()) }
  }

  private static func isBody(_ node: HTMLNode) -> Bool {
    node.attributes["itemprop"] == "text" || PageThread.isBody(node)
  }
}
