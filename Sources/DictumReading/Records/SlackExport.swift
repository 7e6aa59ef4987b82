import DictumModel

/// A day of a channel as Slack exports it.
///
///     [{"type": "message", "user": "U1", "text": "see <https://example.org|this>, <@U2>",
///       "ts": "1710234902.000100", "thread_ts": "1710234900.000000",
///       "edited": {"user": "U1", "ts": "1710234950.000000"},
///       "user_profile": {"real_name": "Ada Okafor", "display_name": "ada"}}, …]
///
/// A person whom no profile in the file names stays unknown, under the id.
struct SlackExport {
  /// The names of people, by their ids.
  private var names: [String: String] = [:]
  private var aliases: [String: String] = [:]

  /// The record in a value, if it is of this shape.
  static func record(_ root: JSONValue) -> Record? {
    let list = root.kind == .array ? root : root["messages"]
    guard let list, list.kind == .array else { return nil }
    let rows = list.elements.prefix(20).map(\.members)
    let isSlack = rows.count { $0["type"]?.words == "message" && $0["ts"]?.number != nil }
    guard isSlack > 0, isSlack * 2 > rows.count else { return nil }
    var export = SlackExport()
    for row in list.elements { export.addNames(row.members) }
    let messages = list.elements.compactMap { export.message($0) }
    var record = Record(.dialogue, messages, .none)
    record.title = root["channel_info"]?["name"]?.words ?? root["name"]?.words
    record.date = messages.lazy.compactMap(\.date).first
    record.aliases = export.aliases
    return record
  }

  private mutating func addNames(_ members: [JSONValue.Member]) {
    guard let user = members["user"]?.words, let profile = members["user_profile"]?.members,
      let name = profile.first(of: ["real_name", "display_name", "name"])?.words
    else { return }
    names[user] = name
    if let alias = profile["display_name"]?.words, alias != name { aliases[alias] = name }
  }

  private func message(_ value: JSONValue) -> Message? {
    let members = value.members
    guard members["type"]?.words == "message", let raw = members["text"]?.text else { return nil }
    let user = members["user"]?.words
    let subtype = members["subtype"]?.words ?? ""
    let isBot = subtype == "bot_message" || members["bot_id"] != nil
    var speaker = JSONSpeaker(
      user.flatMap { names[$0] } ?? (isBot ? members["username"]?.words : nil))
    if speaker.label == nil { speaker.label = user }
    let text = SlackText(raw, names: names)
    var message = Message(
      speaker.attribution, label: speaker.label, span: value.span,
      paragraphs: text.text.paragraphs(
        voice: isBot ? .machine : .own, known: text.references))
    message.isAside = !["", "bot_message", "thread_broadcast", "me_message", "file_share"]
      .contains(subtype)
    message.date = JSONTime.date(members["ts"])
    message.identifier = members["ts"]?.words
    if let thread = members["thread_ts"]?.words, thread != message.identifier {
      message.replyTo = thread
    }
    message.addressee = text.addressee
    if let edited = members["edited"] {
      message.edited = (JSONTime.date(edited["ts"]).map { String($0.prefix(10)) }, edited.span)
    }
    return message
  }
}
