import DictumModel

/// Deepgram's paragraphs, for recordings without utterances.
///
///     {"results": {"channels": [{"alternatives": [{"paragraphs": {"paragraphs": [
///       {"speaker": 0, "start": 0.5, "sentences": [{"text": "…", "start": 0.5}, …]}, …
///     ]}}]}]}}
enum DeepgramParagraphs {
  /// The record in a value, if it is of this shape and lists no utterances.
  static func record(_ root: JSONValue) -> Record? {
    guard let results = root["results"], results["utterances"] == nil,
      let channel = results["channels"]?.firstElement,
      let alternative = channel["alternatives"]?.firstElement,
      let paragraphs = alternative["paragraphs"]?["paragraphs"]
    else { return nil }
    var messages: [Message] = []
    for paragraph in paragraphs.elements {
      let members = paragraph.members
      let speaker = JSONSpeaker(field: members["speaker"])
      let sentences = members["sentences"].map { $0.elements.compactMap { $0["text"]?.text } } ?? []
      messages.append(
        Message(
          speaker.attribution, label: speaker.label,
          time: members["start"]?.number.flatMap { JSONTime.code(seconds: $0) },
          span: paragraph.span, paragraphs: sentences.flatMap { $0.paragraphs(.cue) }))
    }
    return Record(.transcript, messages, .sentences)
  }
}
