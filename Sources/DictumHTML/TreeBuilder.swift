import DictumModel

/// Builds the flat tree from the parser's events, and finds the bytes that each piece stands in.
///
/// The parser says at an event how far it has read. That is exactly the end of what the event tells
/// of, but for pieces of a long text, which it tells of one character before; so the characters are
/// compared with the bytes there.
final class TreeBuilder {
  private let bytes: [UInt8]
  private var nodes: [HTMLNode] = []

  /// The open elements, outermost first.
  private var open: [Int] = []

  /// How far the page is accounted for; never goes back.
  private var last = 0

  /// Where elements lay too deep; what comes after is not built.
  private(set) var stoppedAt: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func start(_ name: String, _ attributes: [String: String], at position: Int?) {
    guard stoppedAt == nil else { return }
    let end = bounded(position)
    let tag = startOfTag(name, before: end)
    nodes.append(
      HTMLNode(
        kind: .element(name.lowercased()), attributes: attributes,
        span: ByteSpan(tag ?? last, tag == nil ? last : end), parent: open.last,
        end: nodes.count + 1))
    open.append(nodes.count - 1)
    if tag != nil { last = pastTag(end) }
    if open.count >= HTMLDocument.maximumDepth { stoppedAt = last }
  }

  func end(_ name: String, at position: Int?) {
    guard let depth = open.lastIndex(where: { nodes[$0].name == name.lowercased() }) else { return }
    let end = bounded(position)
    // An element that ends without a tag may do so when the text behind it is read already.
    if stoppedAt == nil, let tag = bytes[last..<end].lastIndex(of: UInt8(ascii: "<")),
      tag + 1 < end, bytes[tag + 1] == UInt8(ascii: "/")
    {
      last = end
    }
    while open.count > depth { close() }
  }

  func text(_ characters: UnsafeBufferPointer<UInt8>, at position: Int?) {
    guard stoppedAt == nil, !characters.isEmpty else { return }
    let span = span(of: characters, before: bounded(position))
    last = span.end
    nodes.append(
      HTMLNode(
        kind: .text(String(decoding: characters, as: UTF8.self)), attributes: [:], span: span,
        parent: open.last, end: nodes.count + 1))
  }

  /// Goes past what is no part of the tree, such as a comment.
  func pass(at position: Int?) {
    if stoppedAt == nil { last = bounded(position) }
  }

  /// The nodes, once the parser has no more to tell.
  func finished() -> [HTMLNode] {
    while !open.isEmpty { close() }
    return nodes
  }

  private func close() {
    guard let index = open.popLast() else { return }
    nodes[index].end = nodes.count
    nodes[index].span.end = max(last, nodes[index].span.start)
  }

  private func bounded(_ position: Int?) -> Int { min(max(position ?? last, last), bytes.count) }

  /// Where the tag of `name` begins that ends before `end`; `nil` for an element that the parser
  /// put in by itself.
  private func startOfTag(_ name: String, before end: Int) -> Int? {
    let name = Array(name.utf8)
    var at = last
    while at + name.count < end {
      if bytes[at] == UInt8(ascii: "<"), isName(name, at: at + 1) { return at }
      at += 1
    }
    return nil
  }

  private func isName(_ name: [UInt8], at start: Int) -> Bool {
    let end = start + name.count
    guard end <= bytes.count, end == bytes.count || !isWord(bytes[end]) else { return false }
    return bytes[start..<end].elementsEqual(name) { $0 == $1 || ($0 | 0x20 == $1 && isWord($0)) }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// The byte after the `>` of a start tag, before which the parser stops.
  private func pastTag(_ position: Int) -> Int {
    var at = position
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: ">") ? at + 1 : position
  }

  private func span(of text: UnsafeBufferPointer<UInt8>, before end: Int) -> ByteSpan {
    // Only pieces of a long text are told of before their last character is passed.
    let latest = text.count < 512 ? end : min(end + 4, bytes.count)
    for end in end...latest {
      let start = end - text.count
      if start >= last, bytes[start..<end].elementsEqual(text) { return ByteSpan(start, end) }
    }
    // A character reference: it begins with the last ampersand. One that begins no reference is told
    // of when the name after it is read.
    var start = end
    while start > last, end - start < 64 {
      start -= 1
      guard bytes[start] == UInt8(ascii: "&") else { continue }
      let isBare = text.elementsEqual("&".utf8) && !isReference(bytes[(start + 1)...])
      return ByteSpan(start, isBare ? start + 1 : end)
    }
    // An angle bracket that begins no tag is told of before it is passed.
    if bytes[end...].starts(with: text) { return ByteSpan(end, end + text.count) }
    var at = last
    while at + text.count <= end {
      if bytes[at...].starts(with: text) { return ByteSpan(at, at + text.count) }
      at += 1
    }
    return ByteSpan(last, end)
  }

  /// Whether what comes after an ampersand makes it the reference to an ampersand.
  private func isReference(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.prefix(3)
    return rest.first == UInt8(ascii: "#") || name.elementsEqual("amp".utf8)
      || name.elementsEqual("AMP".utf8)
  }
}
