import DictumHTML

/// A formula of a page, as the TeX it was written in.
///
///     <span class="katex">…<annotation encoding="application/x-tex">x^2</annotation>…</span>
///     <span class="mjx-chtml"><span class="mjx-math" aria-label="x^2">…</span></span>
///     <script type="math/tex; mode=display">x^2</script>
///     <img class="latex" alt="x^2">
struct PageMath {
  /// `$…$`, or `$$…$$` for a formula on lines of its own.
  let text: String

  /// The formula at `index`, or `nil` when the element is none or does not say its TeX.
  init?(_ page: HTMLDocument, _ index: Int) {
    let node = page.nodes[index]
    var tex: String?
    var isDisplay = false
    switch node.name {
    case "math":
      tex = PageMath.annotation(page, index) ?? node.attributes["alttext"]
      isDisplay = node.attributes["display"] == "block"
    case "script":
      guard PageMath.isScript(node) else { return nil }
      tex = page.nodes[page.range(of: index).dropFirst()].compactMap(\.text).joined()
      isDisplay = node.attributes["type"]?.contains("display") ?? false
    case "img":
      guard node.classes.contains(where: { $0.contains("latex") || $0.contains("tex") }) else {
        return nil
      }
      tex = node.attributes["alt"]
    case "span", "mjx-container", "div":
      guard node.attributes["class"] != nil || node.name == "mjx-container" else { return nil }
      if node.classes.contains(where: { $0 == "katex" || $0 == "katex-display" })
        || node.name == "mjx-container"
      {
        tex = PageMath.annotation(page, index)
        isDisplay = node.hasClass("katex-display") || node.attributes["display"] == "true"
      } else if node.classes.contains(where: { $0 == "mjx-chtml" || $0 == "mjpage" }) {
        tex =
          page.range(of: index).lazy.compactMap { page.nodes[$0].attributes["aria-label"] }.first
        isDisplay = node.classes.contains { $0.contains("block") || $0.contains("display") }
      }
    default: return nil
    }
    guard var words = tex?.onOneLine, !words.isEmpty else { return nil }
    while words.hasPrefix("$"), words.hasSuffix("$"), words.count > 2 {
      words = String(words.dropFirst().dropLast())
      isDisplay = isDisplay || words.hasPrefix("$")
    }
    text = isDisplay ? "$$\(words)$$" : "$\(words)$"
  }

  /// Whether a script holds a formula and not a program.
  static func isScript(_ node: HTMLNode) -> Bool {
    node.name == "script" && node.attributes["type"]?.hasPrefix("math/tex") == true
  }

  private static func annotation(_ page: HTMLDocument, _ index: Int) -> String? {
    page.range(of: index).first {
      page.nodes[$0].name == "annotation"
        && page.nodes[$0].attributes["encoding"]?.contains("tex") == true
    }.map(page.text(of:))
  }
}
