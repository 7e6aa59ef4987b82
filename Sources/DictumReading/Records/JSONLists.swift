import DictumModel

/// The lists of objects in a JSON text that may be a conversation, each with its key.
///
///     {"messages": [{…}, {…}]}                            messages
///     [{"chat": {"messages": [{…}, {…}]}}]                messages
///     {"calls": [{"transcript": [{…}]}, {"transcript": [{…}]}]}
///
/// Lists at the same place of objects that are alike are one list: an export of several
/// conversations.
enum JSONLists {
  /// How many keys a list may lie below the root.
  private static let deepest = 4

  /// The most objects whose members are looked into at one place: a long list is one of messages.
  private static let mostLooked = 2_000

  /// The lists, those higher up first.
  static func all(in root: JSONValue) -> [JSONList] {
    var found: [JSONList] = []
    // Places by their keys from the root on, with the values that lie there.
    var level: [(path: [String], values: [JSONValue])] = [([], [root])]
    for _ in 0..<deepest {
      var places: [[String]: Int] = [:]
      var below: [(path: [String], values: [JSONValue])] = []
      for (path, values) in level {
        var objects: [JSONValue] = []
        var rows: [JSONValue] = []
        for value in values {
          if value.kind == .object { objects.append(value) }
          guard value.kind == .array, value.firstElement?.kind == .object else { continue }
          rows += value.elements
        }
        if !rows.isEmpty { found.append(JSONList(path: path, rows: rows)) }
        objects += rows.prefix(mostLooked)
        for object in objects {
          for member in object.members where [.array, .object].contains(member.value.kind) {
            let path = path + [member.key]
            let place = places[path, default: below.count]
            if place == below.count {
              places[path] = place
              below.append((path, []))
            }
            below[place].values.append(member.value)
          }
        }
      }
      level = below
    }
    return found
  }
}

/// Objects that lie at one place of a JSON text.
struct JSONList {
  /// The keys that lead there.
  var path: [String]
  var rows: [JSONValue]

  /// The last of the keys; empty for a list that is the root.
  var key: String { path.last ?? "" }

  /// Whether it lies in the rows of another.
  func lies(in other: JSONList) -> Bool {
    path.count > other.path.count && path.starts(with: other.path)
  }
}

/// What tells the rows of a list that are no turns of a conversation.
enum JSONRow {
  private static let marks = ["rating", "stars", "overall"]
  private static let answers = ["in_reply_to", "parent_id", "reply_to"]

  /// The keys that are looked at.
  static let telling = Set(marks + answers + ["title"])

  /// Whether most rows are reviews, with a mark each, or articles, with a title each.
  static func areNoTalk(_ rows: [[JSONValue.Member]]) -> Bool {
    let rated = rows.count { $0.first(of: marks) != nil }
    let titles = rows.compactMap { row in
      row.first(of: answers) == nil ? row["title"]?.words : nil
    }
    return rated * 2 > rows.count
      || titles.count * 10 >= rows.count * 8 && Set(titles).count * 2 > rows.count
  }
}
