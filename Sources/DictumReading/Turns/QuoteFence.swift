import DictumModel

/// Messages of Zulip as they are copied or quoted: who said it, with a link to the message, above a
/// fence of what was said.
///
///     @_**Ada Okafor|101** [said](https://chat.example.org/#narrow/near/12):
///     ```quote
///     Does it drift?
///     ```
///
/// The words in the fence are quoted, of whom the line above names. A file of nothing else is a
/// conversation; what a message quotes of another is in a fence within its own.
enum QuoteFence {
  /// Makes quotations of the fences in `leaves`; of a file that is made of them, where each message
  /// begins.
  static func starts(in leaves: inout [Leaf], _ bytes: [UInt8]) -> [TurnStart] {
    // Nearly no file has one.
    let hasFence = leaves.indices.contains {
      leaves[$0].kind == .block(.code) && opens(leaves[$0], bytes)
    }
    guard hasFence else { return [] }
    let isQuote = leaves.map { opens($0, bytes) }
    let starts = starts(in: leaves, isQuote, bytes)
    var opened: [Leaf] = []
    var turns: [TurnStart] = []
    for index in leaves.indices {
      if let record = starts[index] {
        turns.append(TurnStart(leaf: opened.count, line: 0, label: nil, record: record))
      }
      if isQuote[index] {
        opened += parts(of: leaves[index], bytes, quote: leaves.count + 2 * index, !starts.isEmpty)
      } else {
        opened.append(leaves[index])
      }
    }
    leaves = opened
    return turns
  }

  /// The messages by the leaves of their heads, where nothing but heads and fences, and a heading
  /// above them, is there.
  private static func starts(
    in leaves: [Leaf], _ isQuote: [Bool], _ bytes: [UInt8]
  ) -> [Int: TurnRecord] {
    var starts: [Int: TurnRecord] = [:]
    for index in leaves.indices where !isQuote[index] {
      if index == 0, leaves[index].isHeading { continue }
      guard index + 1 < leaves.count, isQuote[index + 1],
        leaves[index].kind == .block(.paragraph), !leaves[index].isQuoted,
        let name = bytes.withUnsafeBufferPointer({ name($0, leaves[index].span, isHead: true) })
      else { return [:] }
      starts[index] = TurnRecord(name)
    }
    return starts.count > 1 && isQuote.first == false ? starts : [:]
  }

  /// Whether a leaf is a fenced block of code that says of itself that it is a quotation.
  private static func opens(_ leaf: Leaf, _ bytes: [UInt8]) -> Bool {
    leaf.kind == .block(.code) && !leaf.lines.isEmpty && !leaf.isQuoted
      && fence(bytes[leaf.span.range].prefix { $0 != 0x0A && $0 != 0x0D }) == .quote
  }

  private enum Fence { case quote, other }

  /// The fence that a line is.
  private static func fence(_ line: ArraySlice<UInt8>) -> Fence? {
    let words = line.drop { $0 == 0x20 }
    guard let mark = words.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let info = words.drop { $0 == mark }
    guard words.count - info.count >= 3, !info.contains(UInt8(ascii: "`")) else { return nil }
    return info.drop { $0 == 0x20 }.elementsEqual("quote".utf8) ? .quote : .other
  }

  /// The paragraphs in a fence: of a message those of its own and those that it quotes, else one
  /// quotation, in which what another fence quotes is of its own.
  private static func parts(
    of leaf: Leaf, _ bytes: [UInt8], quote: Int, _ isMessage: Bool
  ) -> [Leaf] {
    // The text of code ends with the end of its last line.
    let words = leaf.text.lines.prefix(leaf.lines.count)
    guard words.count == leaf.lines.count else { return [leaf] }
    var parts: [Leaf] = []
    var inner: Fence?
    var first: Int?
    func close(before end: Int) {
      guard let start = first else { return }
      first = nil
      var part = leaf
      part.lines = LeafLines(Array(leaf.lines[start..<end]))
      part.span = ByteSpan(leaf.lines[start].start, leaf.lines[end - 1].end)
      part.text = words[start..<end].joined(separator: "\n")
      part.isQuoted = !isMessage || inner == .quote
      part.quote = part.isQuoted ? quote + (inner == .quote ? 1 : 0) : nil
      part.kind = .block(inner == .other ? .code : part.isQuoted ? .quote : .paragraph)
      parts.append(part)
    }
    for (index, line) in leaf.lines.enumerated() {
      if let fence = fence(bytes[line.range]) {
        close(before: index)
        inner = inner == nil ? fence : nil
      } else if line.isEmpty, inner != .other {
        close(before: index)
      } else if first == nil {
        first = index
      }
    }
    close(before: leaf.lines.count)
    return parts
  }

  /// Who is named in the head that the bytes of `span` are, or end with.
  ///
  ///     **Ada Okafor** [said](https://…/near/12):       as it was before names had numbers
  static func name(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan, isHead: Bool = false
  ) -> String? {
    guard span.count > 8, bytes[span.end - 1] == UInt8(ascii: ":"),
      bytes[span.end - 2] == UInt8(ascii: ")")
    else { return nil }
    let lines = bytes[span.range].split(separator: 0x0A)
    guard let last = lines.last, !isHead || lines.count == 1 else { return nil }
    let line = String(decoding: last, as: UTF8.self).trimmingSpaces
    let isMention = line.hasPrefix("@_**") || line.hasPrefix("@**")
    guard isMention || isHead && line.hasPrefix("**") else { return nil }
    let words = line.drop { "@_*".contains($0) }
    guard let end = words.firstRange(of: "** ["), let link = words.firstRange(of: "]("),
      end.upperBound < link.lowerBound, words[link.upperBound...].utf8.holds("://")
    else { return nil }
    let name = words[..<end.lowerBound].prefix { $0 != "|" }.trimmingSpaces
    return name.isEmpty || name.utf8.count > 100 ? nil : name
  }
}
