import Foundation

/// What the linked data of a page says of the article on it.
///
///     {"@type": "Article", "headline": "…", "author": [{"name": "…"}], "datePublished": "…"}
///
/// After schema.org's `CreativeWork` in JSON-LD 1.1; the graph or list it may lie in is searched.
struct LinkedData {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var date: String?
  private(set) var url: String?

  var isEmpty: Bool { title == nil && authors.isEmpty && date == nil }

  init() {}

  /// What `text` says; nothing when it is not JSON or tells of no article.
  init(_ text: String) {
    guard let root = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return }
    var waiting: [Any] = [root]
    while let next = waiting.popLast() {
      if let list = next as? [Any] { waiting += list.reversed() }
      guard let object = next as? [String: Any] else { continue }
      if let graph = object["@graph"] { waiting.append(graph) }
      guard let headline = object["headline"] as? String else { continue }
      title = headline.onOneLine
      authors = LinkedData.names(object["author"] ?? object["creator"])
      date = object["datePublished"] as? String ?? object["dateCreated"] as? String
      url = object["url"] as? String ?? object["mainEntityOfPage"] as? String
      return
    }
  }

  /// The names of a person or of a list of them.
  private static func names(_ value: Any?) -> [String] {
    switch value {
    case let name as String: [name.onOneLine]
    case let person as [String: Any]: [(person["name"] as? String)?.onOneLine].compactMap(\.self)
    case let people as [Any]:
      people.compactMap { ($0 as? [String: Any])?["name"] as? String ?? $0 as? String }
        .map(\.onOneLine)
    default: []
    }
  }
}
