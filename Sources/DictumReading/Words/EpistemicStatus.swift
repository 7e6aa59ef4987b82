import DictumModel

/// What a document says of how far it is to be trusted: a key of its front matter, or a paragraph
/// "Epistemic status: …" near its head.
///
/// After the habit of LessWrong and of gwern.net, whose words are `certain`, `highly likely`,
/// `likely`, `possible`, `unlikely`, `highly unlikely`, `remote`, `impossible`, `log`.
enum EpistemicStatus {
  /// The keys of front matter that say it.
  private static let keys = [
    "epistemic_status", "epistemic-status", "epistemic status", "epistemicStatus", "confidence",
    "certainty",
  ]

  /// What the front matter says, the first of the keys; `bytes` up to `bodyStart` is its text.
  static func inFrontMatter(
    _ values: Properties, _ bytes: [UInt8], bodyStart: Int
  ) -> ConfidenceExpression? {
    for key in keys {
      guard let text = values[key]?.text?.onOneLine, !text.isEmpty else { continue }
      var cursor = LineCursor(bytes, from: 0)
      var line = 0
      while cursor.position < bodyStart, let span = cursor.next() {
        line += 1
        let words = bytes[span.range]
        guard words.starts(with: key.utf8) || words.dropFirst().starts(with: key.utf8) else {
          continue
        }
        return expression(text, span: span, line: line, passage: nil)
      }
    }
    return nil
  }

  private static let head = Array("epistemic status".utf8)

  /// Whether the first letter of `text` leaves it open that it begins so.
  static func mayBegin(_ text: String) -> Bool {
    text.utf8.first.map { $0 | 0x20 == UInt8(ascii: "e") } ?? false
  }

  /// What a passage that begins with "Epistemic status:" says after it.
  static func inPassage(_ passage: Passage, _ index: Int) -> ConfidenceExpression? {
    let text = passage.text.utf8
    guard mayBegin(passage.text), text.count > head.count,
      zip(text, head).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    let rest = text.dropFirst(head.count)
    guard let colon = rest.prefix(3).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let words = String(Substring(rest[rest.index(after: colon)...])).onOneLine
    guard !words.isEmpty else { return nil }
    return expression(words, span: passage.span, line: passage.line, passage: index)
  }

  private static func expression(
    _ text: String, span: ByteSpan, line: Int, passage: Int?
  ) -> ConfidenceExpression {
    let bare = text.lowercased().trimming { ".*_".contains($0) }
    let range = CredenceText.range(of: bare)
    return ConfidenceExpression(
      kind: .epistemicStatus, text: text, low: range?.low, high: range?.high, span: span,
      line: line, passage: passage)
  }
}

extension String {
  /// The text without the characters at its ends of which `isMark` holds.
  fileprivate func trimming(_ isMark: (Character) -> Bool) -> String {
    var text = self[...]
    while let first = text.first, isMark(first) { text.removeFirst() }
    while let last = text.last, isMark(last) { text.removeLast() }
    return String(text)
  }
}
