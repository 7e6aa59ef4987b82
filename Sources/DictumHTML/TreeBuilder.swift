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
    if stoppedAt == nil { last = bounded(position) }
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
      if bytes[at] == UInt8(ascii: "<"),
        bytes[(at + 1)...].prefix(name.count).elementsEqual(
          name, by: { $0 == $1 || $0 | 0x20 == $1 | 0x20 })
      {
        return at
      }
      at += 1
    }
    return nil
  }

  /// The byte after the `>` of a start tag, before which the parser stops.
  private func pastTag(_ position: Int) -> Int {
    var at = position
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: ">") ? at + 1 : position
  }

  private func span(of text: UnsafeBufferPointer<UInt8>, before end: Int) -> ByteSpan {
    for end in end...min(end + 4, bytes.count) {
      let start = end - text.count
      if start >= last, bytes[start..<end].elementsEqual(text) { return ByteSpan(start, end) }
    }
    // A character reference: it begins with the last ampersand.
    var start = end
    while start > last, end - start < 64 {
      start -= 1
      if bytes[start] == UInt8(ascii: "&") { return ByteSpan(start, end) }
    }
    return ByteSpan(last, end)
  }
}
