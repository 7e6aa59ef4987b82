import DictumModel

/// The plainest shape of a conversation in JSON: a list of objects, each with who speaks and what is
/// said, at the root or one or two keys below it.
///
///     {"meeting_transcripts": [{"speaker": "Ada", "content": "…"}, …]}                     QMSum
///     {"segments": [{"start": 0.5, "end": 2.1, "text": "…", "speaker": "SPEAKER_00"}, …]}  WhisperX
///     {"segments": [{"start": 0.5, "end": 2.1, "text": "…"}, …]}                           Whisper
///     {"results": {"utterances": [{"start": 0.5, "speaker": 0, "transcript": "…"}, …]}}    Deepgram
///     {"utterances": [{"start": 500, "end": 2100, "speaker": "A", "text": "…"}, …]}        AssemblyAI
///     {"results": {"audio_segments": [{"speaker_label": "spk_0", "transcript": "…"}, …]}}  Amazon
///     {"name": "…", "messages": [{"id": 7, "date": "…", "from": "Ada", "text": "…"}, …]}   Telegram
///     [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]            assistants
struct JSONRows {
  /// The keys that a list's objects use.
  struct Keys {
    /// `nil` where a recogniser of speech does not tell voices apart.
    var speaker: String?
    var text: String
    /// Whether each has a beginning and an end in a recording.
    var isTimed: Bool
  }

  /// Keys that say who speaks, best first; the later ones say other things as well.
  static let speakerKeys = [
    "speaker", "speaker_name", "speakerName", "speaker_label", "participant", "sender_full_name",
    "sender_name", "sender", "from", "role", "author", "username", "user", "name",
  ]
  /// How many of `speakerKeys` mean a speaker wherever they stand beside words.
  private static let sureKeys = 10
  static let textKeys = [
    "text", "content", "transcript", "message", "body", "utterance", "sentence", "value",
  ]
  static let startKeys = ["start", "start_time", "startTime", "begin", "offset"]
  static let endKeys = ["end", "end_time", "endTime"]

  /// How many objects are looked at before a long list is read or left alone.
  private static let sample = 200

  /// The conversation that a value holds in the list with the most messages.
  static func record(_ root: JSONValue) -> Record? {
    var best: Record?
    for (key, list) in lists(in: root) {
      let rows = Array(list.elements.lazy.filter { !isService($0) }.prefix(sample))
      guard let keys = keys(of: rows) else { continue }
      let found = record(
        list.elements, keys, isRecording: keys.isTimed || key.lowercased().contains("transcript"))
      if found.messages.count > best?.messages.count ?? 0 { best = found }
    }
    guard var record = best else { return nil }
    let members = root.members
    record.title = members.first(of: ["title", "meeting_title", "name", "subject", "topic"])?.words
    record.date =
      JSONTime.date(members.first(of: ["date", "created_at", "createdAt", "start_time"]))
      ?? record.date
    return record
  }

  /// The conversation in the values of a JSON Lines file.
  static func record(lines: [JSONValue]) -> Record? {
    keys(of: Array(lines.prefix(sample))).map { record(lines, $0, isRecording: $0.isTimed) }
  }

  /// Whether a row is the program's own, such as Telegram's of who joined.
  static func isService(_ row: JSONValue) -> Bool { row["type"]?.words == "service" }

  /// The lists of objects at the root of a value and one and two keys below it, with their keys.
  private static func lists(in root: JSONValue) -> [(String, JSONValue)] {
    var found: [(String, JSONValue)] = []
    var level = [("", root)]
    for _ in 0...2 {
      var below: [(String, JSONValue)] = []
      for (key, value) in level {
        // A list of single words with their times repeats what is said elsewhere in the file.
        if value.kind == .array, key != "words", value.firstElement?.kind == .object {
          found.append((key, value))
        }
        below += value.members.map { ($0.key, $0.value) }
      }
      level = below
    }
    return found
  }

  /// The keys that nearly all of some rows share, when that makes a conversation of them.
  private static func keys(of rows: [JSONValue]) -> Keys? {
    guard rows.count >= 2 else { return nil }
    var counts: [String: Int] = [:]
    var speakers: [String: [String: Int]] = [:]
    for row in rows {
      let members = row.members
      for key in textKeys where members[key].flatMap(JSONText.init(field:)) != nil {
        counts[key, default: 0] += 1
      }
      for key in startKeys + endKeys where members[key]?.number != nil {
        counts[key, default: 0] += 1
      }
      for key in speakerKeys {
        if let label = JSONSpeaker(field: members[key]).label {
          speakers[key, default: [:]][label, default: 0] += 1
        }
      }
    }
    let isShared = { (count: Int) in count * 10 >= rows.count * 8 }
    guard let text = textKeys.first(where: { isShared(counts[$0, default: 0]) }) else { return nil }
    let isTimed =
      startKeys.contains { isShared(counts[$0, default: 0]) }
      && endKeys.contains { isShared(counts[$0, default: 0]) }
    let speaker = speakerKeys.enumerated().first { index, key in
      guard let labels = speakers[key] else { return false }
      let isOften = isShared(labels.values.reduce(0, +))
      if isTimed && index < sureKeys { return true }
      // Names beside words can be anybody's; in a conversation somebody comes again.
      return isOften
        && (index < sureKeys || (labels.count > 1 && labels.values.contains { $0 > 1 }))
    }?.element
    return speaker == nil && !isTimed ? nil : Keys(speaker: speaker, text: text, isTimed: isTimed)
  }

  /// Whether the first bytes of a file that is no JSON look as if it had been such a list.
  static func looksLikeConversation(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1 << 16)
    func count(_ keys: [String]) -> Int {
      keys.map { key in
        head.split(separator: UInt8(ascii: "\"")).count { $0.elementsEqual(key.utf8) }
      }.max() ?? 0
    }
    return count(Array(speakerKeys.prefix(sureKeys)) + ["user"]) >= 2 && count(textKeys) >= 2
  }
}
