import DictumModel

/// What recognisers of speech write who tell of single words only, each with a voice and a time.
///
///     {"results": [{"type": "word", "start_time": 0.5, "alternatives": [
///       {"content": "yes", "speaker": "S1"}]}, {"type": "punctuation", …}]}        Speechmatics
///     {"words": [{"text": "yes", "start": 0.5, "speaker_id": "speaker_0"}, …]}     ElevenLabs
///     {"words": [{"word": "yes", "speakerTag": 1, "startTime": "0.5s"}, …]}        Google
enum JSONWords {
  /// How many words a list has at least: fewer may be anything.
  static let fewest = 12

  /// The most words of a sentence, in a file without full stops.
  private static let longest = 60

  static let wordKeys = ["punctuated_word", "word", "text", "content", "value"]
  private static let voiceKeys = [
    "speaker", "speaker_name", "speaker_id", "speakerId", "speakerTag", "speaker_tag",
    "speaker_label",
  ]

  private struct Word {
    var text: JSONText
    var voice: JSONSpeaker
    var time: String?
  }

  /// The record in a value, if the longest of its lists of words says who speaks.
  static func record(_ root: JSONValue) -> Record? {
    let names = JSONNames(root)
    let lists = JSONLists.all(in: root)
      .filter { $0.rows.prefix(fewest).count { word($0, names) != nil } * 2 > fewest }
      .map { $0.rows.compactMap { word($0, names) } }
    guard let words = lists.max(by: { $0.count < $1.count }), words.count >= fewest else {
      return nil
    }
    let named = words.count { $0.voice.label != nil }
    let single = words.count { !$0.text.string.trimmingSpaces.utf8.contains(0x20) }
    guard named * 10 >= words.count * 6, single * 10 >= words.count * 9 else { return nil }
    return Record(.transcript, messages(words), .sentences)
  }

  private static func word(_ row: JSONValue, _ names: JSONNames) -> Word? {
    let members = row.members
    let heard = members["alternatives"]?.firstElement?.members ?? members
    guard let text = heard.first(of: wordKeys)?.text, !text.bytes.isEmpty else { return nil }
    let voice = heard.first(of: voiceKeys) ?? members.first(of: voiceKeys)
    let name = voice.flatMap(JSONRows.identifier).flatMap(names.name)
    let time = members.first(of: JSONRows.partStartKeys)
    return Word(
      text: text, voice: name.map { JSONSpeaker($0) } ?? JSONSpeaker(field: voice),
      time: time.flatMap(seconds).flatMap { JSONTime.code(seconds: $0) })
  }

  /// Whether a word is a mark that stands at the one before it.
  static func isMark(_ word: String) -> Bool { word.utf8.allSatisfy { ".,!?;:".utf8.contains($0) } }

  /// A time, with or without the sign of seconds behind it.
  private static func seconds(_ field: JSONValue) -> Double? {
    JSONTime.seconds(field) ?? field.words.flatMap { $0.last == "s" ? Double($0.dropLast()) : nil }
  }

  /// The sentences of words, each a message: a full stop goes to the word before it, and words
  /// without a voice to the one that speaks.
  private static func messages(_ words: [Word]) -> [Message] {
    var messages: [Message] = []
    var current: (words: [JSONText], first: Word)?
    func close() {
      guard let (words, first) = current, let last = words.last else { return }
      current = nil
      let text = words.reduce(into: "") { $0 += ($0.isEmpty ? "" : " ") + $1.string.onOneLine }
      let span = ByteSpan(first.text.span.start, last.span.end)
      messages.append(
        Message(
          first.voice.attribution, label: first.voice.label, time: first.time, span: span,
          paragraphs: [Message.Paragraph(.cue, lines: [span], text: text)]))
    }
    for word in words {
      let text = word.text.string.trimmingSpaces
      if text.isEmpty { continue }
      if isMark(text), var open = current, var last = open.words.popLast() {
        last.append(0..<word.text.bytes.count, of: word.text)
        open.words.append(last)
        current = open
      } else {
        let goesOn = word.voice.label == nil || word.voice.label == current?.first.voice.label
        if !goesOn { close() }
        if current == nil { current = ([], word) }
        current?.words.append(word.text)
      }
      let isLong = current.map { $0.words.count >= longest } ?? false
      if isLong || text.utf8.last.map(".!?".utf8.contains) ?? false { close() }
    }
    close()
    return messages
  }
}
