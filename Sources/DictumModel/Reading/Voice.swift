/// Whose words a passage holds, as seen from the one who speaks there.
@usableFromInline package enum Voice: String, Sendable, Codable, CaseIterable {
  /// The speaker's, or the author's.
  case own
  /// Somebody's words repeated: a block quote, a quoted line of a mail.
  case quoted
  /// Another's contribution put into a turn or a post as it is: "Nate gave us this comment:".
  case pasted
  /// A machine's: text within a fence of `llm-output`, a turn of an assistant.
  case machine
  /// An editor's or a moderator's word on the conversation, not part of it.
  case note
}
