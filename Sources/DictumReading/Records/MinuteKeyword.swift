/// What a line of minutes says to those who make them, rather than to those who meet.
///
///     Topic: Bindings                  parts the minutes
///     ACTION: Ada to write it up       kept as a note; also `RESOLUTION:`, `Regrets:` and the like
///     ScribeNick: bo    scribe+ bo     who scribes from here on
///     Present: Ada Okafor, Bo Visser   who is there; also `Present+ Ada Okafor`
///     q+ to ask    ack bo              the queue of those who want to speak
///     zakim, who is here?              a word to a program
///
/// After the scribe's conventions of the W3C (www.w3.org/2008/04/scribe.html).
enum MinuteKeyword: Hashable {
  case topic(String)
  case scribe([String])
  case present([String])
  case note

  /// The keyword at the head of a line's words, or `nil` when it has none.
  static func of(_ text: String) -> MinuteKeyword? {
    let head = text.prefix(400)
    if let colon = head.prefix(40).firstIndex(of: ":") {
      let key = head[..<colon].lowercased().trimmingSpaces
      let value = head[head.index(after: colon)...].trimmingSpaces
      switch key {
      case "topic", "subtopic", "agendum": return .topic(value)
      case "scribe", "scribes", "scribenick", "scribenicks": return .scribe(names(value))
      case "present", "attendees", "participants", "guests", "guest": return .present(names(value))
      default:
        let bare = key.prefix { $0 != "-" && $0 != " " }
        if notes.contains(key) || (numbered.contains(String(bare)) && key.last?.isNumber == true) {
          return .note
        }
      }
    }
    guard let first = head.split(separator: " ", maxSplits: 1).first?.lowercased() else {
      return nil
    }
    let rest = head.dropFirst(first.count).trimmingSpaces
    switch first {
    case "scribe+", "scribenick+": return .scribe(names(rest))
    case "present+": return .present(names(rest))
    case "ack", "agendum", "vq?", "next", "close", "take":
      return isQueue(first, rest.lowercased()) ? .note : nil
    default: break
    }
    if commands.contains(first) || first.hasPrefix("q+") || first.hasPrefix("queue=") {
      return .note
    }
    if let last = first.last, ",:".contains(last), isMachine(String(first.dropLast())) {
      return .note
    }
    return nil
  }

  /// Whether a nick is a program's.
  static func isMachine(_ nick: String) -> Bool {
    let name = nick.lowercased()
    return name == "zakim" || name.hasSuffix("bot") || name.hasSuffix("agent")
  }

  /// Names parted by commas, without a remark in brackets; `_` stands for a space in a nick.
  private static func names(_ text: String) -> [String] {
    text.split(whereSeparator: { ",;".contains($0) }).map { part in
      part.prefix { !"([".contains($0) }.replacing("_", with: " ").trimmingSpaces
    }.filter { !$0.isEmpty && $0.utf8.count <= 64 }
  }

  private static func isQueue(_ first: String, _ rest: String) -> Bool {
    switch first {
    case "ack": !rest.isEmpty && rest.split(separator: " ").count <= 3
    case "next", "close", "take": rest.contains("agend") && rest.utf8.count < 40
    default: true
    }
  }

  private static let notes: Set<String> = [
    "action", "resolution", "resolved", "proposal", "proposed", "proposed resolution", "decision",
    "regrets", "chair", "chairs", "meeting", "date", "agenda", "previous meeting", "next meeting",
    "issue", "scribeoptions", "scribe options", "irc log", "log", "minutes", "agreed",
    "summary of action items", "summary of resolutions", "title", "location",
  ]
  private static let numbered: Set<String> = ["action", "issue", "resolution"]
  private static let commands: Set<String> = [
    "q-", "q?", "q=", "-q", "+q", "queue+", "queue-", "queue?", "regrets+", "chair+", "agenda+",
    "agenda-", "agenda?", "scribe-", "present-", "present=", "s/",
  ]
}
