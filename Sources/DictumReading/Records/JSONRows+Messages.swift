import DictumModel

extension JSONRows {
  /// The record of a list of rows with known keys.
  ///
  /// Rows of a recording are joined as captions are, since a recogniser cuts where it likes; those
  /// of a chat stay apart.
  static func record(
    _ rows: [JSONValue], _ keys: Keys, isRecording: Bool, _ names: JSONNames
  ) -> Record {
    var messages: [Message] = []
    let unit = keys.isTimed ? secondsPerUnit(rows, keys) : 1
    for row in rows {
      if let message = message(row, keys, unit: unit, names) { messages.append(message) }
    }
    var record = Record(
      isRecording ? .transcript : .dialogue, messages, keys.isTimed ? .sentences : .none)
    record.date = messages.lazy.compactMap(\.date).first
    return record
  }

  private static func message(
    _ row: JSONValue, _ keys: Keys, unit: Double, _ names: JSONNames
  ) -> Message? {
    let members = row.members
    guard let (field, text) = text(members, keys) else { return nil }
    let voice = keys.speaker.flatMap { members[$0] }
    let speaker =
      voice.flatMap(identifier).flatMap(names.name).map { JSONSpeaker($0) }
      ?? JSONSpeaker(field: voice)
    var message = Message(
      speaker.attribution, label: speaker.label, span: row.span,
      paragraphs: text.withoutMarkup.paragraphs(
        keys.isTimed ? .cue : .paragraph, voice: speaker.isMachine ? .machine : .own))
    message.isAside = speaker.isNote || isService(row)
    message.takeForwarded(members)
    let start = members.first(of: startKeys) ?? field.firstElement?.members.first(of: partStartKeys)
    if let seconds = start.flatMap(JSONTime.seconds) {
      let isThousandths = members["tStartMs"] != nil
      message.time = JSONTime.code(seconds: seconds * (isThousandths ? 0.001 : unit))
    } else {
      message.time = start?.words.flatMap { DateText.normalized($0) == nil ? $0 : nil }
    }
    message.date = JSONTime.date(members.first(of: dateKeys))
    if message.time == nil, message.date == nil {
      message.time = members.first(of: ["time", "timestamp"])?.words
    }
    message.identifier = members.first(of: ["id", "message_id", "uuid", "event_id"]).flatMap(
      identifier)
    message.replyTo =
      members.first(of: replyKeys).flatMap(identifier)
      // Matrix has it in the content.
      ?? members["content"]?["m.relates_to"]?["m.in_reply_to"]?["event_id"]?.words
    if let edited = members.first(of: ["edited", "edited_at", "editedAt"]),
      let date = JSONTime.date(edited)
    {
      message.edited = (String(date.prefix(10)), edited.span)
    }
    return message
  }

  /// The words of a row, with the field they are in.
  private static func text(
    _ members: [JSONValue.Member], _ keys: Keys
  ) -> (JSONValue, JSONText)? {
    for key in keys.texts {
      // Of several hearings of the same words the first is the best.
      guard let field = key == "nBest" ? members[key]?.firstElement : members[key] else { continue }
      if let text = JSONText(field: field, of: key) { return (field, text) }
    }
    return nil
  }

  static let replyKeys = [
    "reply_to_message_id", "reply_to", "in_reply_to", "replyTo", "parent_id",
  ]

  static let dateKeys = [
    "date", "timestamp", "created_at", "createdAt", "create_time", "datetime", "sent_at", "sent",
    "time",
    "ts", "createdDateTime", "origin_server_ts", "timestamp_ms",
    "originalarrivaltime",
  ]

  /// An id, be it text or a number.
  static func identifier(_ field: JSONValue) -> String? {
    switch field.kind {
    case .string: field.words
    case .number: String(decoding: field.bytes[field.span.range], as: UTF8.self)
    default: nil
    }
  }

  /// What the times of rows are counted in.
  private static func secondsPerUnit(_ rows: [JSONValue], _ keys: Keys) -> Double {
    var words = 0
    var length = 0.0
    for row in rows {
      let members = row.members
      guard let start = members.first(of: startKeys)?.number,
        let end = members.first(of: endKeys)?.number, end > start,
        let text = text(members, keys)?.1
      else { continue }
      words += text.bytes.split(separator: 0x20).count
      length += end - start
    }
    return secondsPerUnit(words: words, length: length)
  }

  /// What times are counted in, seconds or thousandths of them, when `words` words take `length`.
  ///
  /// Nobody speaks one word in ten seconds through a whole recording.
  static func secondsPerUnit(words: Int, length: Double) -> Double {
    length > Double(words) * 10 ? 0.001 : 1
  }
}
