import DictumModel

/// A channel of Discord as DiscordChatExporter writes it.
///
///     {"guild": {"name": "…"}, "channel": {"name": "general"}, "messages": [
///       {"id": "9", "type": "Reply", "timestamp": "2024-03-12T09:15:02+00:00",
///        "timestampEdited": null, "content": "…",
///        "author": {"id": "3", "name": "ada", "nickname": "Ada Okafor", "isBot": false},
///        "reference": {"messageId": "8"}}, …
///     ]}
enum DiscordExport {
  /// The record in a value, if it is of this shape.
  static func record(_ root: JSONValue) -> Record? {
    let members = root.members
    guard let channel = members["channel"], channel.kind == .object,
      let list = members["messages"], list.kind == .array
    else { return nil }
    var aliases: [String: String] = [:]
    let messages = list.elements.compactMap { message($0, &aliases) }
    var record = Record(.dialogue, messages, .none)
    record.title = channel["name"]?.words
    record.date = messages.lazy.compactMap(\.date).first
    record.aliases = aliases
    return record
  }

  private static func message(
    _ value: JSONValue, _ aliases: inout [String: String]
  ) -> Message? {
    let members = value.members
    guard let content = members["content"]?.text, let author = members["author"] else { return nil }
    let speaker = JSONSpeaker(field: author)
    let account = author.members
    if let name = speaker.attribution.name, let alias = account["name"]?.words, alias != name {
      aliases[alias] = name
    }
    let isBot = account["isBot"]?.isTrue ?? false
    var message = Message(
      speaker.attribution, label: speaker.label, span: value.span,
      paragraphs: content.paragraphs(voice: isBot ? .machine : .own))
    message.isAside = members["type"]?.words.map { !["Default", "Reply"].contains($0) } ?? false
    message.date = JSONTime.date(members["timestamp"])
    message.identifier = members["id"]?.words
    message.replyTo = members["reference"]?["messageId"]?.words
    if let edited = members["timestampEdited"], let date = JSONTime.date(edited) {
      message.edited = (String(date.prefix(10)), edited.span)
    }
    return message
  }
}
