import DictumModel

/// Conversations in JSON whose messages do not lie in one list of a few keys: trees of comments,
/// messages by their ids, names and words that are objects themselves.
///
///     {"id": 1, "author": "ada", "text": "<p>…", "children": [{"id": 2, …}]}              Hacker News
///     [{"kind": "t1", "data": {"author": "ada", "body": "…", "replies": {…}}}]            Reddit
///     [{"user": {"login": "ada"}, "created_at": "…", "body": "…"}]                        GitHub
///     {"value": [{"from": {"user": {"displayName": "Ada"}}, "body": {"content": "…"}}]}   Teams
///     [{"sender": "@ada:…", "content": {"body": "…"}, "origin_server_ts": 1710234902000}] Matrix
///     {"posts": {"p1": {"user_id": "u1", "message": "…", "create_at": 1710234902000}}}    Mattermost
///     {"post_stream": {"posts": [{"username": "ada", "cooked": "<p>…", "created_at": …}]}} Discourse
///
/// A message is an object that says who, what and when; what lies in a message answers it.
struct JSONTree {
  private static let speakerKeys = [
    "author", "user", "from", "sender", "sender_full_name", "creator", "display_name",
    "displayName",
    "username", "nick", "name", "user_id",
  ]

  private static let textKeys = [
    "comment_text", "text", "body", "message", "content", "contents", "selftext", "raw", "cooked",
  ]

  private static let dateKeys =
    [
      "created_utc", "postedAt", "createdDateTime", "origin_server_ts", "create_at", "created_date",
      "timestamp_ms", "published", "posted_at",
    ] + JSONRows.dateKeys

  private static let idKeys = [
    "post_number", "event_id", "objectID", "id", "_id", "message_id", "uuid",
  ]

  private static let parentKeys =
    [
      "reply_to_post_number", "parentCommentId", "parentId", "parent_id", "root_id",
      "in_reply_to_id",
    ] + JSONRows.replyKeys

  /// How deep values are looked into: what lies deeper is no message.
  private static let deepest = 100

  private var messages: [Message] = []

  /// How many of them say when.
  private var dated = 0

  /// The record in some values, if they hold such a conversation.
  static func record(_ values: [JSONValue]) -> Record? {
    guard let bytes = values.first?.bytes, mayHold(bytes) else { return nil }
    var tree = JSONTree()
    for value in values { tree.walk(value, parent: nil, depth: 0) }
    let messages = tree.ordered
    var counts: [String: Int] = [:]
    for message in messages { counts[message.label ?? "", default: 0] += 1 }
    let isConversation =
      counts.values.contains { $0 > 1 } || messages.contains { $0.replyTo != nil }
    guard messages.count >= 2, tree.dated * 10 >= messages.count * 8, isConversation else {
      return nil
    }
    var record = Record(.dialogue, messages, .none)
    record.title = values.count == 1 ? title(values[0]) : nil
    record.date = messages.lazy.compactMap(\.date).min()
    return record
  }

  /// The messages in the order of their words, without those whose words are within another's.
  private var ordered: [Message] {
    var ordered: [Message] = []
    for message in messages.sorted(by: { $0.span.start < $1.span.start })
    where message.span.start >= ordered.last?.span.end ?? 0 {
      ordered.append(message)
    }
    return ordered
  }

  /// Whether a file names authors and words at all; most JSON does not.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    let speakers: [StaticString] = [
      "\"author\"", "\"user\"", "\"username\"", "\"sender\"", "\"from\"", "\"creator\"",
      "\"user_id\"",
    ]
    let texts: [StaticString] = [
      "\"body\"", "\"text\"", "\"comment_text\"", "\"message\"", "\"content\"", "\"contents\"",
      "\"cooked\"", "\"selftext\"",
    ]
    return speakers.contains { bytes.holds($0) } && texts.contains { bytes.holds($0) }
  }

  private static func title(_ root: JSONValue) -> String? {
    let members = root.members
    return members.first(of: ["title", "topic", "subject", "name", "room_name"])?.words
      ?? members["channel"]?["name"]?.words
  }

  private mutating func walk(_ value: JSONValue, parent: String?, depth: Int) {
    guard depth < JSONTree.deepest else { return }
    switch value.kind {
    case .array:
      for element in value.elements where element.kind == .object || element.kind == .array {
        walk(element, parent: parent, depth: depth + 1)
      }
    case .object:
      let members = value.members
      var parent = parent
      if let message = message(value, members, parent: parent) {
        parent = message.identifier ?? parent
        messages.append(message)
      }
      for member in members where member.value.kind == .object || member.value.kind == .array {
        walk(member.value, parent: parent, depth: depth + 1)
      }
    default: break
    }
  }

  /// The message that an object is, if it says who and what; an object is no message for what lies in
  /// it, so its bytes end with its words.
  private mutating func message(
    _ value: JSONValue, _ members: [JSONValue.Member], parent: String?
  ) -> Message? {
    guard
      let text = JSONTree.textKeys.lazy.compactMap({ members[$0].flatMap(JSONText.init(field:)) })
        .first(where: { !$0.bytes.isEmpty })
    else { return nil }
    let key = JSONTree.speakerKeys.first { JSONSpeaker(field: members[$0]).label != nil }
    guard let key else { return nil }
    var speaker = JSONSpeaker(field: members[key])
    if key == "username", let name = members["name"]?.words,
      LabelName.name(in: name, allowLowercase: false) != nil
    {
      speaker = JSONSpeaker(name)
    }
    // An id is nobody's name.
    if key == "user_id" { speaker.attribution = .unknown }
    var message = Message(
      speaker.attribution, label: speaker.label,
      span: ByteSpan(text.span.start, max(text.span.end, text.span.start + 1)),
      paragraphs: text.withoutMarkup.paragraphs(voice: speaker.isMachine ? .machine : .own))
    guard !message.paragraphs.isEmpty else { return nil }
    message.isAside = speaker.isNote
    message.date = JSONTree.dateKeys.lazy.compactMap { JSONTime.date(members[$0]) }.first
    if members.first(of: JSONTree.dateKeys) != nil { dated += 1 }
    message.identifier = members.first(of: JSONTree.idKeys).flatMap(JSONTree.identifier)
    message.replyTo =
      members.first(of: JSONTree.parentKeys).flatMap(JSONTree.identifier) ?? parent
    if message.replyTo == message.identifier { message.replyTo = nil }
    return message
  }

  /// An id, without the sort of thing that Reddit puts before it: `t1_c2`.
  private static func identifier(_ field: JSONValue) -> String? {
    guard let id = JSONRows.identifier(field), !id.isEmpty else { return nil }
    return id.hasPrefix("t1_") || id.hasPrefix("t3_") ? String(id.dropFirst(3)) : id
  }
}
