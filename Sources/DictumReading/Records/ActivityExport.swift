import DictumModel

/// What somebody asked Gemini, as Google Takeout writes it: each entry a question with its answer, the
/// newest first.
///
///     [{"header": "Gemini Apps", "title": "Prompted Why does it drift?",
///       "time": "2025-03-12T09:15:02.000Z", "safeHtmlItem": [{"html": "<p>It is old.</p>"}]}, …]
enum ActivityExport {
  /// The word that stands before each question.
  private static let mark = "Prompted "

  /// The record in a value, if it is of this shape.
  static func record(_ root: JSONValue) -> Record? {
    guard let first = root.firstElement?.members, first["header"] != nil, first["title"] != nil,
      first["time"] != nil
    else { return nil }
    var entries = root.elements.map(\.members).filter { $0["safeHtmlItem"] != nil }
    let times = entries.compactMap { $0["time"]?.words }
    if let newest = times.first, let oldest = times.last, newest > oldest { entries.reverse() }
    let messages = entries.flatMap(messages)
    guard !messages.isEmpty else { return nil }
    var record = Record(.dialogue, messages, .none)
    record.title = first["header"]?.words
    record.date = messages.lazy.compactMap(\.date).first
    return record
  }

  private static func messages(_ entry: [JSONValue.Member]) -> [Message] {
    guard let title = entry["title"]?.text, let items = entry["safeHtmlItem"],
      let answer = JSONText(field: items)
    else { return [] }
    var question = title
    if title.bytes.starts(with: mark.utf8) {
      question = JSONText(at: title.span)
      question.append(mark.utf8.count..<title.bytes.count, of: title)
    }
    let date = JSONTime.date(entry["time"])
    return [(question, JSONSpeaker("user")), (answer, JSONSpeaker("model"))].map { text, speaker in
      var message = Message(
        speaker.attribution, label: speaker.label, span: text.span,
        paragraphs: text.withoutMarkup.paragraphs(voice: speaker.isMachine ? .machine : .own))
      message.date = date
      return message
    }
  }
}
