import DictumModel

/// Finds the source that a link means, as Obsidian does: by path, by name, by alias.
///
/// Case does not count. A name that several sources share means the one with the shortest path, and
/// among those the first in alphabetical order, so that every machine finds the same.
struct LinkResolver {
  private var byPath: [String: Int64] = [:]
  private var byStem: [String: [(path: String, id: Int64)]] = [:]
  private var byAlias: [String: Int64] = [:]
  private var byTitle: [String: Int64] = [:]

  /// A resolver over the sources named.
  init(_ sources: [SourceName]) {
    let ordered = sources.sorted {
      ($0.path.split(separator: "/").count, $0.path) < (
        $1.path.split(separator: "/").count, $1.path
      )
    }
    for source in ordered {
      let path = LinkTarget.withoutEnding(source.path).lowercased()
      add(path, source.id)
      add(source.path.lowercased(), source.id)
      // A model is linked by its folder: `models/steps` means `models/steps/model.md`.
      if path.hasSuffix("/model") || path.hasSuffix("/index") {
        add(String(path.dropLast("/model".count)), source.id)
      }
      for alias in source.aliases + [source.identifier].compactMap(\.self) {
        byAlias[alias.lowercased()] = byAlias[alias.lowercased()] ?? source.id
      }
      byTitle[source.title.lowercased()] = byTitle[source.title.lowercased()] ?? source.id
    }
  }

  private mutating func add(_ path: String, _ id: Int64) {
    byPath[path] = byPath[path] ?? id
    let stem = path.split(separator: "/").last.map(String.init) ?? path
    byStem[stem, default: []].append((path, id))
  }

  /// The source that `target` means in a note at `path`, or `nil`.
  ///
  /// A citation's key is looked up among aliases and ids first, a link's target last.
  func source(_ target: String, from path: String, isCitation: Bool) -> Int64? {
    let decoded = LinkResolver.percentDecoded(target).lowercased()
    var name = decoded
    while name.hasSuffix("/") { name.removeLast() }
    if isCitation, let id = byAlias[name] { return id }
    if name.hasPrefix("/") { return byPath[String(name.dropFirst())] }
    if let relative = LinkResolver.path(name, relativeTo: path.lowercased()),
      let id = byPath[relative]
    {
      return id
    }
    if let id = byPath[name] ?? byPath[LinkTarget.withoutEnding(name)] { return id }
    let bare = LinkTarget.withoutEnding(name)
    let stem = bare.split(separator: "/").last.map(String.init) ?? bare
    if let candidates = byStem[stem] {
      if stem == bare { return candidates.first?.id }
      if let match = candidates.first(where: { $0.path.hasSuffix("/" + bare) }) { return match.id }
    }
    return byAlias[name] ?? byTitle[name]
  }

  /// `name` as seen from the folder of `path`, with `.` and `..` taken out; `nil` when it leaves the
  /// library.
  static func path(_ name: String, relativeTo path: String) -> String? {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in name.split(separator: "/") {
      if part == ".." {
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// `%20` and its like as the characters they stand for; a text with malformed ones as it is.
  static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
