import DictumModel

/// The pointers in front matter: wiki-links in any value, as Obsidian's properties have them, and
/// the pages that a page says it belongs under.
///
///     up: "[[Steps]]"
///     parents: ["1fr", "1y"]
struct FrontMatterLinks {
  /// The keys under which a page or comment names what it stands under, by title, id or path.
  private static let parentKeys = ["parent", "parents"]

  /// One pointer and the bytes it stands in.
  struct Found {
    var kind: Reference.Kind
    var inner: String
    var span: ByteSpan
  }

  private(set) var found: [Found] = []

  /// Reads the front matter that ends where the body begins.
  init(_ bytes: [UInt8], from start: Int, to bodyStart: Int, values: Properties) {
    guard bodyStart > start else { return }
    let holdsLinks = bytes[start..<bodyStart].holds("[[")
    let parent = bytes.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[..<bodyStart]).place(of: "parent", from: start)
    }
    guard holdsLinks || parent != nil else { return }
    var first = holdsLinks ? start : parent ?? start
    while first > start, bytes[first - 1] != 0x0A, bytes[first - 1] != 0x0D { first -= 1 }
    var parents: ArraySlice<String> = []
    var lines = LineCursor(bytes, from: first)
    while let whole = lines.next(), whole.start < bodyStart {
      var at = whole.start
      if !whole.isEmpty, ByteKind.isLetter(bytes[at]) {
        parents = []
        if let key = FrontMatterLinks.parentKey(bytes, whole) {
          parents = (values[key]?.texts ?? []).filter { !$0.utf8.holds("[[") }[...]
          at += key.utf8.count
        }
      }
      guard holdsLinks || !parents.isEmpty else { continue }
      let line = FrontMatterLinks.withoutComment(bytes, whole)
      if holdsLinks { addWikiLinks(bytes, line) }
      while let parent = parents.first,
        let place = FrontMatterLinks.place(of: parent, in: bytes, ByteSpan(at, line.end))
      {
        found.append(Found(kind: .link, inner: parent, span: place))
        at = place.end
        parents.removeFirst()
      }
    }
  }

  /// The key of a line, if it is one of those for what a page stands under.
  private static func parentKey(_ bytes: [UInt8], _ line: ByteSpan) -> String? {
    guard bytes[line.start] == UInt8(ascii: "p") else { return nil }
    return parentKeys.first { key in
      let end = line.start + key.utf8.count
      return end <= line.end && bytes[line.start..<end].elementsEqual(key.utf8)
        && (end == line.end || bytes[end] == UInt8(ascii: ":"))
    }
  }

  /// The line up to a comment of YAML: `#` at its beginning or after a space, outside quotation marks.
  private static func withoutComment(_ bytes: [UInt8], _ line: ByteSpan) -> ByteSpan {
    guard bytes[line.range].contains(UInt8(ascii: "#")) else { return line }
    var quote: UInt8?
    var before: UInt8 = 0x20
    for at in line.range {
      let byte = bytes[at]
      let isAfterSpace = before == 0x20 || before == 0x09
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: "#"), isAfterSpace { return ByteSpan(line.start, at) }
        // An apostrophe within a word opens nothing.
        let canOpen = isAfterSpace || before == UInt8(ascii: "[") || before == UInt8(ascii: ",")
        if canOpen, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      }
      before = byte
    }
    return line
  }

  private mutating func addWikiLinks(_ bytes: [UInt8], _ line: ByteSpan) {
    guard bytes[line.range].holds("[[") else { return }
    var at = line.start
    while at + 1 < line.end {
      let stretch = Stretch(
        bytes: bytes, floor: line.start, at: at, end: line.end, leafEnd: line.end)
      // `[[a, b]]` without quotation marks is a list in a list.
      guard bytes[at] == UInt8(ascii: "["), at > line.start,
        bytes[at - 1] != UInt8(ascii: " "), bytes[at - 1] != UInt8(ascii: ":"),
        let end = PlainWikiLink.end(in: stretch)
      else {
        at += 1
        continue
      }
      found.append(
        Found(kind: .wiki, inner: stretch.text(at + 2..<end - 2), span: ByteSpan(at, end)))
      at = end
    }
  }

  private static func place(of text: String, in bytes: [UInt8], _ span: ByteSpan) -> ByteSpan? {
    guard !text.isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      text.utf8.withBytes { wanted in
        UnsafeBufferPointer(rebasing: bytes[..<span.end]).place(of: wanted, from: span.start)
          .map { ByteSpan($0, $0 + wanted.count) }
      }
    }
  }
}
