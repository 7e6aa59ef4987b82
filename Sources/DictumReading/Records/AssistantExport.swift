import DictumModel

/// Conversations with assistants as their providers export them, one or many in a file.
///
///     [{"title": "…", "mapping": {"a1": {"parent": "a0", "message": {"id": "a1",
///       "author": {"role": "user"}, "create_time": 1710234902.5,
///       "content": {"content_type": "text", "parts": ["…"]}}}, …}}, …]             ChatGPT
///     [{"name": "…", "chat_messages": [{"uuid": "…", "sender": "human", "text": "…",
///       "created_at": "2024-03-12T09:15:02Z"}, …]}, …]                             Claude
enum AssistantExport {
  /// The record in a value, if it is of this shape.
  static func record(_ root: JSONValue) -> Record? {
    let conversations = root.kind == .array ? Array(root.elements) : [root]
    guard let first = conversations.first?.members,
      first["mapping"] != nil || first["chat_messages"] != nil
    else { return nil }
    var messages: [Message] = []
    for conversation in conversations {
      let members = conversation.members
      let nodes = members["mapping"]?.members.map(\.value) ?? []
      for node in nodes {
        if let value = node["message"], let found = message(value, parent: node["parent"]) {
          messages.append(found)
        }
      }
      for value in members["chat_messages"]?.elements ?? JSONElements(array: conversation) {
        if let found = message(value, parent: nil) { messages.append(found) }
      }
    }
    var record = Record(.dialogue, messages, .none)
    if conversations.count == 1 { record.title = first.first(of: ["title", "name"])?.words }
    record.date = messages.lazy.compactMap(\.date).first
    return record
  }

  private static func message(_ value: JSONValue, parent: JSONValue?) -> Message? {
    let members = value.members
    guard let speaks = members.first(of: ["author", "sender"]),
      let text = ["text", "content"].lazy.compactMap({
        members[$0].flatMap(JSONText.init(field:))
      }).first(where: { !$0.bytes.isEmpty })
    else { return nil }
    let speaker = JSONSpeaker(field: speaks)
    var message = Message(
      speaker.attribution, label: speaker.label, span: value.span,
      paragraphs: text.paragraphs(voice: speaker.isMachine ? .machine : .own))
    message.isAside = speaker.isNote
    message.date = JSONTime.date(members.first(of: ["create_time", "created_at"]))
    message.identifier = members.first(of: ["id", "uuid"])?.words
    message.replyTo = parent?.words
    return message
  }
}
