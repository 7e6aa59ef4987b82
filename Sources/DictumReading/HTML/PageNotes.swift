import DictumHTML

/// The footnotes of a page: elements with an id that links of the text point down to.
///
///     … words<sup><a href="#fn1">1</a></sup>
///     <li id="fn1">The note. <a href="#fnref1">↩</a></li>
struct PageNotes {
  /// The label of the note that each element holds, by node.
  private(set) var labels: [Int: String] = [:]

  private var byIdentifier: [String: String] = [:]

  init() {}

  /// The notes of a page.
  init(_ page: HTMLDocument) {
    var referred: [String: Int] = [:]
    for (index, node) in page.nodes.enumerated() where node.name == "a" {
      guard let target = node.attributes["href"], target.hasPrefix("#"), target.count > 1 else {
        continue
      }
      let name = String(target.dropFirst())
      let isNote =
        PageNotes.isName(name) || (node.attributes["role"] ?? "").contains("noteref")
        || node.parent.map { page.nodes[$0].name == "sup" } ?? false
      if isNote, referred[name] == nil { referred[name] = index }
    }
    guard !referred.isEmpty else { return }
    for (index, node) in page.nodes.enumerated() {
      guard ["li", "p", "div", "aside", "dd", "section"].contains(node.name),
        let name = node.attributes["id"], let from = referred[name], from < index,
        byIdentifier[name] == nil
      else { continue }
      let label = PageNotes.label(name)
      labels[index] = label
      byIdentifier[name] = label
    }
  }

  /// The label of the note that a link's target leads to.
  func label(of target: String) -> String? {
    target.hasPrefix("#") ? byIdentifier[String(target.dropFirst())] : nil
  }

  /// `fn1`, `fn:note`, `footnote-2`, `cite_note-3`, but not `fnref1`, which leads back.
  private static func isName(_ name: String) -> Bool {
    let name = name.lowercased()
    if name.contains("ref") || name.contains("back") { return false }
    return name.hasPrefix("fn") || name.contains("footnote") || name.contains("cite_note")
      || name.hasPrefix("endnote")
  }

  /// The id as a label of Markdown, which has no white space and no brackets.
  private static func label(_ name: String) -> String {
    let label = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
    return label.isEmpty ? "n" : label
  }
}
