import DictumMarkdown

extension Inline {
  /// The words of inline elements without markup, on one line.
  static func plainText(of inlines: [Inline]) -> String {
    var text = ""
    for inline in Inline.flattened(inlines) {
      switch inline.kind {
      case .text(let words), .code(let words): text += words
      case .softBreak, .hardBreak: text += " "
      case .autolink(let destination): text += destination
      case .wikiLink(let target, _, let alias, _): text += alias ?? target
      case .html, .emphasis, .strong, .link, .image, .footnoteReference: break
      }
    }
    return text
  }
}
