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
    var text = text
    guard let address = text.withUTF8({ WebAddress(bytes: $0) }) else { return nil }
    self = address
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), rest[colon...].starts(with: "://".utf8) {
      let scheme = String(decoding: rest[..<colon], as: UTF8.self).lowercased()
      guard scheme == "http" || scheme == "https" else { return nil }
      rest = rest[(colon + 1)...]
    }
    guard rest.starts(with: "//".utf8) else { return nil }
    rest = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "#") }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      let query = rest[(mark + 1)...]
      self.query = query.isEmpty ? nil : String(decoding: query, as: UTF8.self)
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    var host = rest[..<slash]
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    if let colon = host.firstIndex(of: UInt8(ascii: ":")) { host = host[..<colon] }
    let name = String(decoding: host, as: UTF8.self).lowercased()
    self.host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    guard !self.host.isEmpty else { return nil }
    var path = rest[slash...]
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    self.path = String(decoding: path, as: UTF8.self)
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
