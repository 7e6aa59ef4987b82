import DictumModel

/// Finds the source that a link means, as Obsidian and the makers of sites do: by path, by name, by
/// alias, by address.
///
/// Case does not count. In order: a path relative to the note; a path from the library's root; a
/// permalink; a name, wherever it is; an alias or id; a title. A name that several sources share means
/// the one with the shortest path, and among those the first in alphabetical order, so that every
/// machine finds the same. Spaces and hyphens are told apart only where that finds something.
struct LinkResolver {
  private var byPath: [String: Int64] = [:]
  private var bySlug: [String: Int64] = [:]
  private var byStem: [String: [(path: String, id: Int64)]] = [:]
  private var byPermalink: [String: Int64] = [:]
  private var byAlias: [String: Int64] = [:]
  private var byTitle: [String: Int64] = [:]
  private var addresses = AddressIndex()

  /// A resolver over the sources named.
  init(_ sources: [SourceName]) {
    let ordered = sources.sorted {
      ($0.path.split(separator: "/").count, $0.path) < (
        $1.path.split(separator: "/").count, $1.path
      )
    }
    for source in ordered { add(source) }
  }

  /// The names of the note that stands for its folder: a model's card, an index, a readme.
  private static let folderNotes: Set<String> = ["model", "index", "_index", "readme"]

  private mutating func add(_ source: SourceName) {
    let path = LinkTarget.withoutEnding(source.path).lowercased()
    add(path, source.id)
    add(source.path.lowercased(), source.id)
    let stem = LinkResolver.lastPart(path)
    let folder = String(path.dropLast(stem.count + 1))
    if LinkResolver.folderNotes.contains(stem) { add(folder, source.id) }
    // Jekyll leaves the date of `2020-01-05-steps.md` out of its address.
    if let name = LinkResolver.withoutDate(stem) {
      add(folder.isEmpty ? name : "\(folder)/\(name)", source.id)
    }
    for permalink in source.permalinks + source.aliases.filter({ $0.hasPrefix("/") }) {
      var name = permalink.lowercased()
      if name.hasSuffix(".html") { name = String(name.dropLast(".html".count)) }
      name = LinkResolver.withoutSlashes(name)
      LinkResolver.set(&byPermalink, name, source.id)
      if !name.contains("/"), !folder.isEmpty {
        LinkResolver.set(&byPermalink, "\(folder)/\(name)", source.id)
      }
    }
    for alias in source.aliases + [source.identifier].compactMap(\.self) {
      LinkResolver.set(&byAlias, alias.lowercased(), source.id)
    }
    let title = source.title.lowercased()
    LinkResolver.set(&byTitle, title, source.id)
    LinkResolver.set(&byTitle, LinkResolver.slug(title), source.id)
    addresses.add(source)
  }

  private mutating func add(_ path: String, _ id: Int64) {
    LinkResolver.set(&byPath, path, id)
    LinkResolver.set(&bySlug, LinkResolver.slug(path), id)
    let stem = LinkResolver.lastPart(path)
    byStem[stem, default: []].append((path, id))
    let slug = LinkResolver.slug(stem)
    if slug != stem { byStem[slug, default: []].append((path, id)) }
  }

  /// The source that `target` means in a note at `path`, or `nil`.
  ///
  /// A citation's key is looked up among aliases and ids first, a link's target last; a mention only
  /// among them.
  func source(_ target: String, from path: String, _ kind: Reference.Kind) -> Int64? {
    if kind == .work || target.contains("://") || target.hasPrefix("doi:")
      || target.hasPrefix("arxiv:")
    {
      return addresses.source(target)
    }
    if kind == .citation || kind == .mention {
      if let id = byAlias[target.lowercased()] { return id }
      if kind == .mention { return nil }
    }
    var name = LinkTarget.percentDecoded(LinkResolver.withoutVariable(target)).lowercased()
    while name.hasSuffix("/"), !name.isEmpty { name.removeLast() }
    if target.hasPrefix("/") || name.hasPrefix("/") {
      name = LinkResolver.withoutSlashes(name)
      return rooted(name, from: path.lowercased()) ?? byAlias[name]
        ?? withoutQuery(target, path, kind)
    }
    if let id = near(name, path.lowercased()) { return id }
    if name.hasPrefix("./") { name = String(name.dropFirst(2)) }
    if let id = atPath(name) ?? named(name) ?? byAlias[name] ?? byTitle[name] { return id }
    if name.count > 3, let id = byTitle[LinkResolver.slug(name)] { return id }
    return withoutQuery(target, path, kind)
  }

  private func withoutQuery(_ target: String, _ path: String, _ kind: Reference.Kind) -> Int64? {
    guard let mark = target.lastIndex(of: "?"), mark > target.startIndex else { return nil }
    return source(String(target[..<mark]), from: path, kind)
  }

  /// The source at a path relative to the note, or to the folder that the note's page is on the web.
  private func near(_ name: String, _ path: String) -> Int64? {
    guard let beside = LinkResolver.path(name, relativeTo: path) else { return nil }
    if let id = byPath[beside] ?? slugged(beside) { return id }
    let page = LinkTarget.withoutEnding(path) + "/"
    guard name.hasPrefix("."), LinkTarget.withoutEnding(name) == name,
      let within = LinkResolver.path(name, relativeTo: page)
    else { return nil }
    return byPath[within] ?? slugged(within)
  }

  /// The source at a path from a root: the library's, a folder of it that holds the note and is a
  /// site of its own, or a folder above it, where the library is a part of a site.
  private func rooted(_ name: String, from path: String) -> Int64? {
    if let id = atPath(name) { return id }
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += part + "/"
      if let id = atPath(folder + name) { return id }
    }
    var rest = name[...]
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      if let id = byPath[LinkTarget.withoutEnding(String(rest))] { return id }
    }
    return nil
  }

  private func atPath(_ name: String) -> Int64? {
    byPath[name] ?? byPath[LinkTarget.withoutEnding(name)] ?? byPermalink[name]
      ?? slugged(name)
  }

  private func slugged(_ name: String) -> Int64? {
    let slug = LinkResolver.slug(LinkTarget.withoutEnding(name))
    return slug.isEmpty ? nil : bySlug[slug]
  }

  /// The source of a name or of the end of a path, with the shortest path.
  private func named(_ name: String) -> Int64? {
    let bare = LinkTarget.withoutEnding(name)
    let stem = LinkResolver.lastPart(bare)
    guard let candidates = byStem[stem] ?? byStem[LinkResolver.slug(stem)],
      !LinkResolver.slug(stem).isEmpty
    else { return nil }
    if stem == bare { return candidates.first?.id }
    if let match = candidates.first(where: { $0.path.hasSuffix("/" + bare) }) { return match.id }
    let slug = "/" + LinkResolver.slug(bare)
    return candidates.first { LinkResolver.slug($0.path).hasSuffix(slug) }?.id
  }
}

extension LinkResolver {
  /// `name` as seen from the folder of `path`, with `.` and `..` taken out; `nil` when it leaves the
  /// library.
  static func path(_ name: String, relativeTo path: String) -> String? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .map(String.init).filter { !$0.isEmpty }
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

  /// A path as addresses on the web spell it: letters and digits, a hyphen for any others between.
  static func slug(_ path: String) -> String {
    var slug = String.UnicodeScalarView()
    var isGap = false
    for scalar in path.unicodeScalars {
      let isKept =
        scalar.isASCII
        ? (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
          || scalar == "/" : scalar.properties.isAlphabetic
      if !isKept {
        isGap = true
        continue
      }
      if isGap, !slug.isEmpty, slug.last != "/", scalar != "/" { slug.append("-") }
      isGap = false
      slug.append(scalar)
    }
    return String(slug)
  }

  /// A target without the variable of a template that it begins with: `{{site.baseurl}}/steps`.
  private static func withoutVariable(_ target: String) -> String {
    guard target.hasPrefix("{{"), let close = target.firstIndex(of: "}") else { return target }
    return String(target[close...].drop { $0 == "}" })
  }

  /// A file's name without the date `YYYY-MM-DD-` before it; `nil` when it has none.
  private static func withoutDate(_ stem: String) -> String? {
    let bytes = Array(stem.utf8.prefix(11))
    guard bytes.count == 11, stem.utf8.count > 11 else { return nil }
    for (at, byte) in bytes.enumerated() {
      let isDash = at == 4 || at == 7 || at == 10
      guard isDash ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) else { return nil }
    }
    return String(decoding: stem.utf8.dropFirst(11), as: UTF8.self)
  }

  private static func withoutSlashes(_ name: String) -> String {
    var name = name[...]
    while name.hasPrefix("/") { name = name.dropFirst() }
    while name.hasSuffix("/") { name = name.dropLast() }
    return String(name)
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func set(_ index: inout [String: Int64], _ key: String, _ id: Int64) {
    if index[key] == nil { index[key] = id }
  }
}
