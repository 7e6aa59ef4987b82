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
///     [{"conversations": [{"from": "human", "value": "…"}, …]}]                            ShareGPT
///     {"monologues": [{"speaker": 0, "elements": [{"value": "…", "ts": 0.5}, …]}, …]}      Rev
///     {"callTranscripts": [{"transcript": [{"speakerId": "7", "sentences": [{…}]}]}]}      Gong
///     {"events": [{"tStartMs": 500, "dDurationMs": 900, "segs": [{"utf8": "…"}]}, …]}      YouTube
///     {"recognizedPhrases": [{"speaker": 1, "offset": "PT0.5S", "nBest": [{…}]}, …]}       Azure
///     [{"participant": {"name": "Ada"}, "words": [{"text": "yes", …}, …]}, …]              Recall.ai
///     {"sections": [{"turns": [{"speaker": {…}, "text_blocks": [{"text": "…"}]}, …]}]}     Oyez
///     [{"text": "…", "sent": "…", "fromUser": {"displayName": "Ada"}}, …]                  Gitter
struct JSONRows {
  /// The keys that a list's objects use.
  struct Keys: Equatable {
    /// `nil` where a recogniser of speech does not tell voices apart.
    var speaker: String?
    /// The field of the words; several where some rows have one and some another.
    var texts: [String]
    /// Whether each has a beginning and an end in a recording.
    var isTimed: Bool
  }

  /// Keys that say who speaks, best first; the later ones say other things as well.
  static let speakerKeys = [
    "speaker", "speaker_name", "speakerName", "speaker_label", "participant", "sender_full_name",
    "sender_name", "displayName", "sender", "from", "role", "speakerId", "speaker_id", "author",
    "username",
    "user", "name",
  ]
  /// How many of `speakerKeys` mean a speaker wherever they stand beside words.
  private static let sureKeys = 13
  static let textKeys = [
    "text", "content", "transcript", "message", "body", "utterance", "sentence", "value",
    "elements", "sentences", "segs", "nBest", "steps", "text_blocks", "words",
  ]
  static let startKeys = ["start", "start_time", "startTime", "begin", "offset", "tStartMs"]
  static let endKeys = ["end", "end_time", "endTime", "duration", "dDurationMs"]

  /// Where a part of the words has its own beginning.
  static let partStartKeys = startKeys + ["ts", "start_timestamp"]

  /// How many objects are looked at before a long list is read or left alone.
  private static let sample = 200

  /// The conversation that a value holds in the list with the most messages.
  static func record(_ root: JSONValue) -> Record? {
    var best: Record?
    let names = JSONNames(root)
    var taken: [(list: JSONList, keys: Keys)] = []
    for list in JSONLists.all(in: root) {
      // A list of single words with their times repeats what is said elsewhere in the file.
      guard list.key != "words", list.key != "alternatives" else { continue }
      // What lies in messages is a part of them; messages in messages are a tree.
      let around = taken.first { list.lies(in: $0.list) }
      if around?.list.key == list.key { return nil }
      guard let keys = keys(of: Array(list.rows.lazy.filter { !isService($0) }.prefix(sample)))
      else { continue }
      if let around {
        if around.keys == keys { return nil }
        continue
      }
      taken.append((list, keys))
      let isRecording =
        keys.isTimed || list.path.contains { $0.lowercased().contains("transcript") }
        || list.key == "monologues"
        || keys.texts == ["words"]
      let found = record(list.rows, keys, isRecording: isRecording, names)
      if found.messages.count > best?.messages.count ?? 0 { best = found }
    }
    guard var record = best else { return nil }
    // An export of one conversation may be a list of one.
    let isOne = root.kind == .array && root.elements.dropFirst().first(where: { _ in true }) == nil
    let members = isOne ? root.firstElement?.members ?? [] : root.members
    record.title = members.first(of: ["title", "meeting_title", "name", "subject", "topic"])?.words
    record.date =
      JSONTime.date(members.first(of: ["date", "created_at", "createdAt", "start_time"]))
      ?? record.date
    return record
  }

  /// The conversation in the values of a JSON Lines file.
  static func record(lines: [JSONValue]) -> Record? {
    keys(of: Array(lines.prefix(sample))).map {
      record(lines, $0, isRecording: $0.isTimed, JSONNames())
    }
  }

  /// Whether a row is the program's own, such as Telegram's of who joined.
  static func isService(_ row: JSONValue) -> Bool { row["type"]?.words == "service" }

  /// The keys that nearly all of some rows share, when that makes a conversation of them.
  private static func keys(of rows: [JSONValue]) -> Keys? {
    guard rows.count >= 2, !JSONRow.areNoTalk(rows.map(\.members)) else { return nil }
    var counts: [String: Int] = [:]
    var worded = 0
    var words = 0
    var speakers: [String: [String: Int]] = [:]
    var writers: [String: [String: Int]] = [:]
    for row in rows {
      let members = row.members
      var isWorded = false
      for key in textKeys {
        guard let text = members[key].flatMap({ JSONText(field: $0, of: key) }) else { continue }
        counts[key, default: 0] += 1
        if !isWorded { words += text.bytes.split(separator: 0x20).count }
        isWorded = true
      }
      if isWorded { worded += 1 }
      for key in startKeys + endKeys where members[key].flatMap(JSONTime.seconds) != nil {
        counts[key, default: 0] += 1
      }
      for key in speakerKeys {
        if let label = JSONSpeaker(field: members[key]).label {
          speakers[key, default: [:]][label, default: 0] += 1
        }
      }
      for member in members where JSONSpeaker.isWriter(member) {
        if let label = JSONSpeaker(field: member.value).label {
          writers[member.key, default: [:]][label, default: 0] += 1
        }
      }
    }
    // Of two such keys one may be of whoever is answered.
    if writers.count == 1 { speakers.merge(writers) { known, _ in known } }
    let isShared = { (count: Int) in count * 10 >= rows.count * 8 }
    var texts = textKeys.first { isShared(counts[$0, default: 0]) }.map { [$0] } ?? []
    if texts.isEmpty, isShared(worded) { texts = textKeys.filter { counts[$0] != nil } }
    if texts.isEmpty { return nil }
    let isTimed =
      startKeys.contains { isShared(counts[$0, default: 0]) }
      && endKeys.contains { isShared(counts[$0, default: 0]) }
    // A list of words is read as one: `JSONWords`.
    if isTimed, words * 10 < worded * 12, rows.count >= JSONWords.fewest { return nil }
    let speaker = (speakerKeys + writers.keys).enumerated().first { index, key in
      guard let labels = speakers[key] else { return false }
      let isOften = isShared(labels.values.reduce(0, +))
      if isTimed && index < sureKeys { return true }
      // Names beside words can be anybody's; in a conversation somebody comes again.
      return isOften
        && (index < sureKeys || (labels.count > 1 && labels.values.contains { $0 > 1 }))
    }?.element
    return speaker == nil && !isTimed ? nil : Keys(speaker: speaker, texts: texts, isTimed: isTimed)
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
