import DictumHTML
import DictumModel

/// What becomes of each element.
extension PageWriter {
  /// Writes what of the page is in `plan`.
  mutating func write(_ plan: PagePlan) {
    var open: [(node: Int, wasShown: Bool)] = []
    var isShown = false
    var next = 0
    while next < page.nodes.count {
      while let last = open.last, page.nodes[last.node].end <= next {
        leave(last.node, plan, isShown)
        isShown = last.wasShown
        open.removeLast()
      }
      let node = page.nodes[next]
      let wasShown = isShown
      if let record = plan.turns[next] {
        beginTurn(record, at: next)
        isShown = false
      }
      if plan.shown.contains(next) { isShown = true }
      if plan.skipped.contains(next) || PageChrome.isHidden(page, next) {
        isShown = wasShown
        next = node.end
      } else if !isShown {
        if node.text == nil { open.append((next, wasShown)) }
        next += 1
      } else if node.text != nil {
        words(next)
        next += 1
      } else if enter(next) {
        open.append((next, wasShown))
        next += 1
      } else {
        isShown = wasShown
        next = node.end
      }
    }
    while let last = open.popLast() {
      leave(last.node, plan, isShown)
      isShown = last.wasShown
    }
    endBlock()
  }

  /// Begins an element; whether what is inside it is still to be written.
  private mutating func enter(_ index: Int) -> Bool {
    let node = page.nodes[index]
    if block == .none { advance(to: index) }
    if let math = PageMath(page, index) {
      replaced(math.text, node.span)
      return false
    }
    if let label = notes.labels[index] {
      enterContainer(first: "[^\(label)]: ", other: "    ")
      return true
    }
    if let model = node.attributes["data-model-name"], node.hasClass("llm-content-block"),
      machine == nil
    {
      machine = index
      fence("%%% llm-output model=\"\(model.onOneLine.replacing("\"", with: "'"))\"")
      return true
    }
    switch node.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endBlock()
      advance(to: index)
      // A heading in a quotation is words of the quotation, and heads nothing of this page.
      heading = isQuoting ? 0 : node.level
    case "ul", "ol", "menu", "dir":
      endBlock()
      markers[index] = itemMarker(index)
    case "li":
      let marker = node.parent.flatMap { markers[$0] } ?? "- "
      enterContainer(first: marker, other: String(repeating: " ", count: marker.utf8.count))
    case "blockquote": enterContainer(first: "> ", other: "> ")
    case "pre":
      code(index)
      return false
    case "hr": rule()
    case "br": lineBreak()
    case "img":
      image(node)
      return false
    case "table":
      guard let table = PageTable(page, index) else {
        endBlock()
        return true
      }
      write(table)
      return false
    case "a": return link(index)
    case "code", "kbd", "samp", "tt":
      guard block == .none || !hasBlocks(in: index) else { return true }
      codeSpan(index)
      return false
    case "b", "strong":
      if isAtHead, !hasBlocks(in: index) {
        open(InlineMark(node: index, opener: "**", closer: "**", isStrong: true))
      }
    case "del", "s", "strike":
      if !hasBlocks(in: index) { open(InlineMark(node: index, opener: "~~", closer: "~~")) }
    case "sup", "sub":
      if let mark = raised(index) { open(InlineMark(node: index, opener: mark, closer: mark)) }
    default:
      if PageWriter.blocks.contains(node.name) {
        if heading > 0 { addSpace(ByteSpan(anchor, anchor)) } else { endBlock() }
      }
    }
    return true
  }

  private mutating func leave(_ index: Int, _ plan: PagePlan, _ isShown: Bool) {
    if isShown { leave(index) }
    if plan.turns[index] != nil { endTurn() }
  }

  private mutating func leave(_ index: Int) {
    let node = page.nodes[index]
    switch node.name {
    case "b", "strong", "del", "s", "strike", "sup", "sub", "a": closeMark(of: index)
    default: break
    }
    if notes.labels[index] != nil || ["li", "blockquote"].contains(node.name) {
      leaveContainer()
    } else if node.level > 0 {
      heading = 0
      endBlock()
    } else if PageWriter.blocks.contains(node.name), heading == 0 {
      endBlock()
    }
    if machine == index {
      machine = nil
      fence("%%% /llm-output")
    }
  }

  private mutating func fence(_ line: String) {
    begin(.oneLine)
    glue(line)
    endBlock()
  }

  /// `- ` or `1. `; two lists beside each other have different marks, or they would be one.
  private mutating func itemMarker(_ list: Int) -> String {
    let parent = page.nodes[list].parent ?? -1
    let isOdd = lists[parent, default: 0] % 2 == 1
    lists[parent, default: 0] += 1
    return page.nodes[list].name == "ol" ? (isOdd ? "1) " : "1. ") : (isOdd ? "* " : "- ")
  }

  private mutating func image(_ node: HTMLNode) {
    let alt = (node.attributes["alt"] ?? "").onOneLine
    let source = node.attributes["src"] ?? node.attributes["data-src"] ?? ""
    guard !source.isEmpty, !source.hasPrefix("data:") else { return }
    let words = alt.filter { !"[]\\`*_<&$".contains($0) }
    replaced("![\(words)](<\(facts.address(of: source))>)", node.span)
  }

  /// Opens a link; whether the words in it are to be written.
  private mutating func link(_ index: Int) -> Bool {
    let node = page.nodes[index]
    let target = node.attributes["href"] ?? ""
    if let label = notes.label(of: target) {
      replaced("[^\(label)]", node.span)
      return false
    }
    let words = page.text(of: index)
    let isMark = !words.unicodeScalars.contains {
      $0.properties.isAlphabetic || (0x30...0x39).contains($0.value)
    }
    if target.hasPrefix("#") {
      // Marks that lead to a heading itself, or from a note back to the text, are no words.
      return !isMark
    }
    let address = facts.address(of: target)
    if !address.isEmpty, !isInLink, !address.lowercased().hasPrefix("javascript:") {
      open(InlineMark(node: index, opener: "[", closer: "](<\(address)>)"))
    }
    return true
  }

  /// The mark around raised or lowered words: `^` or `~`, without which fractions and powers run
  /// into the words before; `nil` where there is none to be had, as for "4th".
  private func raised(_ index: Int) -> String? {
    let words = page.text(of: index).onOneLine
    let isOrdinal = ["st", "nd", "rd", "th", "er", "e", "o", "a", "TM", "®", "™"].contains(words)
    let hasNote = page.range(of: index).contains { page.nodes[$0].name == "a" }
    if words.isEmpty || isOrdinal || hasNote { return nil }
    // Between bare tildes the words would be struck through.
    return page.nodes[index].name == "sup" ? "^" : "\\~"
  }

  private mutating func codeSpan(_ index: Int) {
    let words = page.text(of: index).onOneLine
    guard !words.isEmpty else { return }
    let ticks = String(repeating: "`", count: PageWriter.longestRun(of: 0x60, in: words) + 1)
    let isTicked = words.hasPrefix("`") || words.hasSuffix("`")
    replaced(ticks + (isTicked ? " \(words) " : words) + ticks, page.nodes[index].span)
  }

  /// Writes preformatted text: its lines as they are.
  private mutating func code(_ index: Int) {
    let text = page.text(of: index)
    guard text.utf8.contains(where: { !PageWriter.isSpace($0) }) else { return }
    endBlock()
    advance(to: index)
    let ticks = max(3, PageWriter.longestRun(of: 0x60, in: text) + 1)
    let fence = String(repeating: "`", count: ticks)
    begin(.oneLine, glue: fence)
    newLine()
    var isFirst = true
    for node in page.range(of: index) {
      if page.nodes[node].name == "br" { waitingLines += 1 }
      guard page.nodes[node].text != nil else { continue }
      lines(of: node, isFirst: isFirst)
      isFirst = false
    }
    waitingLines = 0
    newLine()
    glue(fence)
    endBlock()
  }

  static func longestRun(of byte: UInt8, in text: String) -> Int {
    var longest = 0
    var run = 0
    for next in text.utf8 {
      run = next == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Whether there are blocks inside an element that Markdown can only have around words.
  private func hasBlocks(in index: Int) -> Bool {
    page.range(of: index).contains {
      let name = page.nodes[$0].name
      return PageWriter.blocks.contains(name) || page.nodes[$0].level > 0 || name == "li"
        || name == "blockquote" || name == "pre"
    }
  }

  static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "aside", "header", "figure", "figcaption", "details",
    "summary", "dl", "dt", "dd", "ul", "ol", "menu", "dir", "table", "tbody", "thead", "tr", "td",
    "th", "caption", "address", "fieldset", "center", "body", "html", "hgroup", "legend",
  ]
}

extension HTMLNode {
  /// A heading's level, 1 to 6; 0 for everything else.
  var level: Int {
    let name = Array(name.utf8)
    guard name.count == 2, name[0] == UInt8(ascii: "h"), (0x31...0x36).contains(name[1]) else {
      return 0
    }
    return Int(name[1] - 0x30)
  }

  /// The words of the `class` attribute.
  var classes: [Substring] { (attributes["class"] ?? "").split(whereSeparator: \.isWhitespace) }

  /// Whether one of the words of its `class` attribute is `name`.
  func hasClass(_ name: String) -> Bool {
    attributes["class"] != nil && classes.contains(Substring(name))
  }
}
