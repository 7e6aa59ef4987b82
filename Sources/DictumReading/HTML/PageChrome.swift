import DictumHTML

/// What of a page is the site's own and no words of it: menus, controls, what is not shown.
///
///     <form><label>Search</label><input></form>          controls with their labels
///     <form id="page"><p>Words of the article.</p>…      the page itself, as some servers send it
///     <button>Reply</button>                             a control
///     <h3><button>What drifts?</button></h3>             a heading that opens what is below it
///     <footer>Imprint</footer>                           the site's
///     <blockquote>… <footer>Ada Okafor</footer>          who said the quoted words
enum PageChrome {
  /// Whether an element, with all that is in it, is no part of the words.
  static func isHidden(_ page: HTMLDocument, _ index: Int) -> Bool {
    let node = page.nodes[index]
    if node.text != nil { return false }
    if HTMLDocument.isHidden(node.name) {
      // A shadow tree that was saved with the page is shown.
      return !PageMath.isScript(node) && node.attributes["shadowrootmode"] == nil
    }
    if isControl(page, index) || node.attributes["hidden"] != nil { return true }
    if node.attributes["aria-hidden"] == "true", node.name != "img" { return true }
    return node.attributes["style"]?.replacing(" ", with: "").contains("display:none") ?? false
  }

  /// Whether an element is a menu or a control by its name and what it holds or stands in.
  private static func isControl(_ page: HTMLDocument, _ index: Int) -> Bool {
    let node = page.nodes[index]
    switch node.name {
    case "form": return !holdsWords(page, index)
    case "button": return !stands(page, index, in: headings)
    case "footer": return !stands(page, index, in: ["blockquote", "figure"])
    default: return names.contains(node.name)
    }
  }

  /// Whether a form has words that are none of a control and of no label of one.
  static func holdsWords(_ page: HTMLDocument, _ form: Int) -> Bool {
    var next = form + 1
    while next < page.nodes[form].end {
      let node = page.nodes[next]
      if labels.contains(node.name) || names.contains(node.name)
        || HTMLDocument.isHidden(node.name)
      {
        next = node.end
      } else {
        if node.text?.utf8.contains(where: { !PageWriter.isSpace($0) }) ?? false { return true }
        next += 1
      }
    }
    return false
  }

  /// Whether an element stands in one of some others, not far above it.
  private static func stands(
    _ page: HTMLDocument, _ index: Int, in others: Set<String>
  ) -> Bool {
    var above = page.nodes[index].parent
    for _ in 0..<3 {
      guard let next = above else { return false }
      if others.contains(page.nodes[next].name) { return true }
      above = page.nodes[next].parent
    }
    return false
  }

  private static let headings: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt",
  ]

  private static let labels: Set<String> = ["label", "legend", "button", "datalist"]

  private static let names: Set<String> = [
    "nav", "input", "select", "textarea", "svg", "iframe", "object", "video", "audio", "canvas",
    "dialog", "head", "option",
  ]
}
