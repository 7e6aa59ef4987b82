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
///     {"post": {"author": {"handle": "ada"}, "record": {"text": "…", "createdAt": "…"}}}   Bluesky
///     {"data": [{"author_id": "7", "text": "…", …}], "includes": {"users": [{"id": "7", …}]}}  X
///     {"post_stream": {"posts": [{"username": "ada", "cooked": "<p>…", "created_at": …}]}} Discourse
///
/// A message is an object that says who, what and when, be the words in an object of their own; what
/// lies in a message answers it. Where roles of an assistant say who, it need not say when.
struct JSONTree {
  private static let speakerKeys = [
    "displayName", "display_name", "sourceName", "author", "user", "from", "sender",
    "sender_full_name", "creator", "account", "owner", "authorDisplayName", "u", "username", "nick",
    "name", "actor", "attributedTo",
  ]

  /// Keys of ids, which are nobody's name unless another part of the file gives one; and of roles.
  private static let speakerIDKeys = ["user_id", "author_id", "senderId", "speakerId"]

  private static let textKeys = [
    "comment_text", "text", "full_text", "body", "message", "content", "contents", "selftext",
    "raw",
    "cooked", "msg", "htmlBody", "textOriginal", "textDisplay",
  ]

  private static let dateKeys =
    [
      "created_utc", "postedAt", "createdDateTime", "origin_server_ts", "create_at", "created_date",
      "timestamp_ms", "published", "publishedAt", "posted_at", "creation_date",
    ] + JSONRows.dateKeys

  private static let idKeys = [
    "post_number", "event_id", "objectID", "id", "_id", "message_id", "uuid", "id_str", "uri",
    "question_id", "answer_id", "comment_id",
  ]

  private static let parentKeys =
    [
      "reply_to_post_number", "parentCommentId", "parentId", "parent_id", "root_id",
      "in_reply_to_id", "inReplyTo", "in_reply_to_status_id_str",
    ] + JSONRows.replyKeys

  /// How deep values are looked into: what lies deeper is no message.
  private static let deepest = 100

  private var messages: [Message] = []

  /// What the file says of the ids of those who speak.
  private let names: JSONNames

  /// How many of the messages say when.
  private var dated = 0

  /// How many are by a machine, and by whoever asks it.
  private var roles = (machine: 0, user: 0)

  /// The objects that are messages, by their members, as far as `JSONRow` asks for them.
  private var titled: [[JSONValue.Member]] = []

  /// The record in some values, if they hold such a conversation.
  static func record(_ values: [JSONValue]) -> Record? {
    guard let bytes = values.first?.bytes, mayHold(bytes) else { return nil }
    var tree = JSONTree(names: values.count == 1 ? JSONNames(values[0]) : JSONNames())
    for value in values { tree.walk(value, parent: nil, depth: 0) }
    let messages = tree.ordered
    let (machine, user) = tree.roles
    let isAssistants = machine > 0 && user > 0 && (machine + user) * 10 >= messages.count * 8
    var counts: [String: Int] = [:]
    for message in messages { counts[message.label ?? "", default: 0] += 1 }
    let isConversation =
      counts.values.contains { $0 > 1 } || messages.contains { $0.replyTo != nil }
    guard messages.count >= 2, isConversation, !JSONRow.areNoTalk(tree.titled),
      isAssistants || tree.dated * 10 >= messages.count * 8
    else { return nil }
    // What one person has posted is no dialogue.
    let isOnes = counts.count == 1 && !messages.contains { $0.replyTo != nil }
    var record = Record(isOnes ? .comments : .dialogue, messages, .none)
    record.title = values.count == 1 ? title(values[0]) : nil
    record.date = messages.lazy.compactMap(\.date).min()
    return record
  }

  private init(names: JSONNames) { self.names = names }

  /// The messages in the order of their words, without those whose words are within another's and
  /// those that the file has twice.
  private var ordered: [Message] {
    var ordered: [Message] = []
    var known: [String: [String]] = [:]
    for message in messages.sorted(by: { $0.span.start < $1.span.start })
    where message.span.start >= ordered.last?.span.end ?? 0 {
      if let id = message.identifier {
        let words = message.paragraphs.map(\.text)
        if known[id] == words { continue }
        known[id] = words
      }
      ordered.append(message)
    }
    return ordered
  }

  /// Whether a file names authors and words at all; most JSON does not.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    let speakers: [StaticString] = [
      "\"author\"", "\"user\"", "\"username\"", "\"sender\"", "\"from\"", "\"creator\"",
      "\"user_id\"", "\"author_id\"", "\"senderId\"", "\"sourceName\"", "\"displayName\"",
      "\"account\"", "\"owner\"", "\"authorDisplayName\"", "\"u\"", "\"attributedTo\"", "\"role\"",
      "\"full_text\"",
    ]
    let texts: [StaticString] = [
      "\"body\"", "\"text\"", "\"comment_text\"", "\"message\"", "\"content\"", "\"contents\"",
      "\"cooked\"", "\"selftext\"", "\"msg\"", "\"htmlBody\"", "\"full_text\"", "\"textDisplay\"",
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
      if let message = message(members, parent: parent) {
        parent = message.identifier ?? parent
        messages.append(message)
      }
      for member in members where member.value.kind == .object || member.value.kind == .array {
        let before = messages.count
        walk(member.value, parent: parent, depth: depth + 1)
        // A message that lies beside its replies is what they answer.
        if member.value.kind == .object, messages.count == before + 1, members["replies"] != nil {
          parent = messages[before].identifier ?? parent
        }
      }
    default: break
    }
  }

  /// The message that an object is, if it says who and what; an object is no message for what lies in
  /// it, so its bytes end with its words.
  private mutating func message(
    _ members: [JSONValue.Member], parent: String?
  ) -> Message? {
    var told = members
    var words = JSONTree.text(members)
    if words == nil, JSONTree.speakerKeys.contains(where: { members[$0]?.kind == .object }),
      let inner = JSONTree.inner(members)
    {
      words = JSONTree.text(inner)
      told += inner
    }
    guard let text = words, let speaker = speaker(members) else { return nil }
    var message = Message(
      speaker.attribution, label: speaker.label,
      span: ByteSpan(text.span.start, max(text.span.end, text.span.start + 1)),
      paragraphs: text.withoutMarkup.paragraphs(voice: speaker.isMachine ? .machine : .own))
    guard !message.paragraphs.isEmpty else { return nil }
    message.isAside = speaker.isNote
    message.takeForwarded(members)
    message.date = JSONTree.dateKeys.lazy.compactMap { JSONTime.date(told[$0]) }.first
    if told.first(of: JSONTree.dateKeys) != nil { dated += 1 }
    titled.append(told.filter { JSONRow.telling.contains($0.key) })
    message.identifier = told.first(of: JSONTree.idKeys).flatMap(JSONTree.identifier)
    message.replyTo = told.first(of: JSONTree.parentKeys).flatMap(JSONTree.identifier) ?? parent
    if message.replyTo == message.identifier { message.replyTo = nil }
    return message
  }

  private static func text(_ members: [JSONValue.Member]) -> JSONText? {
    textKeys.lazy.compactMap { members[$0].flatMap(JSONText.init(field:)) }
      .first { !$0.bytes.isEmpty }
  }

  /// The members of the object beside a speaker that holds the words and says of no other speaker.
  private static func inner(_ members: [JSONValue.Member]) -> [JSONValue.Member]? {
    for member in members where member.value.kind == .object && !speakerKeys.contains(member.key) {
      let inner = member.value.members
      if text(inner) != nil, !speakerKeys.contains(where: { inner[$0] != nil }) { return inner }
    }
    return nil
  }

  /// Who speaks, by the object that a message is; `nil` when it says nothing of that.
  private mutating func speaker(_ members: [JSONValue.Member]) -> JSONSpeaker? {
    let key = JSONTree.speakerKeys.first { JSONSpeaker(field: members[$0]).label != nil }
    if let key {
      if let id = members[key].flatMap(JSONRows.identifier) {
        if let name = names.name(of: id) { return JSONSpeaker(name) }
        if id.hasPrefix("http"), let name = id.split(separator: "/").last {
          // The address of an account ends with its name.
          var speaker = JSONSpeaker(String(name.drop { $0 == "@" }))
          speaker.label = id
          return speaker
        }
      }
      if key == "username", let name = members["name"]?.words,
        LabelName.name(in: name, allowLowercase: false) != nil
      {
        return JSONSpeaker(name)
      }
      return counted(JSONSpeaker(field: members[key]))
    }
    for key in JSONTree.speakerIDKeys {
      guard let id = members[key].flatMap(JSONRows.identifier) else { continue }
      // An id is nobody's name.
      var speaker = JSONSpeaker(names.name(of: id) ?? id)
      if names.name(of: id) == nil { speaker.attribution = .unknown }
      return speaker
    }
    if let role = members["role"]?.words {
      let speaker = JSONSpeaker(role)
      return speaker.attribution.name == nil ? counted(speaker) : nil
    }
    // Somebody's own archive does not say who.
    return members["full_text"] == nil ? nil : JSONSpeaker(nil)
  }

  private mutating func counted(_ speaker: JSONSpeaker) -> JSONSpeaker {
    if speaker.isMachine { roles.machine += 1 }
    if ["user", "human"].contains(speaker.label?.lowercased()) { roles.user += 1 }
    return speaker
  }

  /// An id, without the sort of thing that Reddit puts before it: `t1_c2`.
  private static func identifier(_ field: JSONValue) -> String? {
    guard let id = JSONRows.identifier(field), !id.isEmpty else { return nil }
    return id.hasPrefix("t1_") || id.hasPrefix("t3_") ? String(id.dropFirst(3)) : id
  }
}
