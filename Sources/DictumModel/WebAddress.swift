/// The parts of a web address by which two spellings of it are compared.
package struct WebAddress: Hashable, Sendable {
  /// The host in small letters, without `www.`, user and port.
  package var host: String

  /// The path with its first slash and without its last; empty for a front page.
  package var path: String

  /// What stands after `?`, if anything does.
  package var query: String?

  /// The parts of `text`, with or without `https:` before its `//`; `nil` for what is no web address.
  package init?(_ text: String) {
    var rest = text[...]
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
      guard ["http", "https"].contains(rest[..<colon].lowercased()) else { return nil }
      rest = rest[colon...].dropFirst()
    }
    guard rest.hasPrefix("//") else { return nil }
    rest = rest.dropFirst(2)
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    if let mark = rest.firstIndex(of: "?") {
      let query = rest[rest.index(after: mark)...]
      self.query = query.isEmpty ? nil : String(query)
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    var host = rest[..<slash].lowercased()
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    if let colon = host.firstIndex(of: ":") { host = String(host[..<colon]) }
    if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
    guard !host.isEmpty else { return nil }
    self.host = host
    path = String(rest[slash...])
    while path.hasSuffix("/") { path.removeLast() }
  }

  /// The one spelling of all addresses that lead to the same page, without the query.
  ///
  /// ForumMagnum, the software of LessWrong and its sister sites, finds a post by the 17 letters of
  /// its id alone, on whichever of the sites it is asked.
  package var key: String {
    let parts = path.split(separator: "/")
    if let at = parts.firstIndex(of: "posts"), parts.count > at + 1, parts[at + 1].utf8.count == 17,
      parts[at + 1].utf8.allSatisfy({ WebAddress.isLetterOrDigit($0) }),
      parts[at + 1].utf8.contains(where: { (0x41...0x5A).contains($0) })
        || parts[at + 1].utf8.contains(where: { (0x30...0x39).contains($0) })
    {
      return "posts/\(parts[at + 1])"
    }
    return host + LinkTarget.percentDecoded(path).lowercased()
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
