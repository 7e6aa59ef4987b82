import DictumMarkdown
import DictumModel

/// What must hold of every parsed document, as a list of what does not.
func violations(of document: MarkdownDocument, in bytes: [UInt8]) -> [String] {
  var found: [String] = []
  func check(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { found.append(message()) }
  }
  if document.misalignedBlocks > 0 { found.append("\(document.misalignedBlocks) misaligned") }
  let whole = ByteSpan(0, bytes.count)
  checkOrder(document.blocks.map(\.span), inside: whole, "block", &found)
  for block in document.descendants {
    checkOrder(block.children.map(\.span), inside: block.span, "\(block.kind) child", &found)
    checkOrder(block.inlines.map(\.span), inside: block.span, "inline of \(block.kind)", &found)
    if block.kind != .htmlBlock { checkOrder(block.lines, inside: block.span, "line", &found) }
    switch block.kind {
    case .paragraph, .table, .heading:
      let breaks = block.text.utf8.count { $0 == 0x0A }
      check(
        breaks == max(0, block.lines.count - 1),
        "\(breaks) breaks, \(block.lines.count) lines @\(block.span)")
    default: break
    }
    for inline in block.inlines.descendants {
      checkOrder(inline.children.map(\.span), inside: inline.span, "inline child", &found)
      let slice = bytes[inline.span.range]
      switch inline.kind {
      case .text(let literal):
        check(unescaped(slice) == literal, "text \(literal) @\(inline.span)")
      case .code:
        check(slice.first == 0x60 && slice.last == 0x60, "code @\(inline.span)")
      case .emphasis, .strong:
        check(
          slice.count > 2 && slice.first == slice.last && [0x2A, 0x5F].contains(slice.first),
          "emphasis @\(inline.span)")
      case .link: check(slice.first == 0x5B, "link @\(inline.span)")
      case .image: check(slice.starts(with: [0x21, 0x5B]), "image @\(inline.span)")
      case .autolink, .html:
        check(slice.first == 0x3C && slice.last == 0x3E, "angle @\(inline.span)")
      case .footnoteReference:
        check(slice.starts(with: [0x5B, 0x5E]) && slice.last == 0x5D, "note @\(inline.span)")
      case .wikiLink(_, _, _, let isEmbed):
        check(
          slice.starts(with: isEmbed ? [0x21, 0x5B, 0x5B] : [0x5B, 0x5B]) && slice.last == 0x5D,
          "wiki-link @\(inline.span)")
      case .strikethrough:
        check(slice.count > 2 && slice.first == 0x7E && slice.last == 0x7E, "del @\(inline.span)")
      case .math:
        check(!slice.isEmpty && slice.last?.isBlankOrLineEnd == false, "maths @\(inline.span)")
      case .softBreak, .hardBreak:
        check(slice.last == 0x0A || slice.last == 0x0D, "break @\(inline.span)")
      }
    }
  }
  return found
}

private func checkOrder(
  _ spans: [ByteSpan], inside parent: ByteSpan, _ what: String, _ found: inout [String]
) {
  var end = parent.start
  for span in spans {
    if span.start < end || span.end > parent.end {
      found.append("\(what) @\(span.start)..<\(span.end) not from \(end) in \(parent)")
    }
    end = span.end
  }
}

/// Source text with backslash escapes and the common references decoded; one that it does not know
/// makes the text as a whole unknown, which `nil` says.
private func unescaped(_ slice: ArraySlice<UInt8>) -> String? {
  var bytes: [UInt8] = []
  var index = slice.startIndex
  while index < slice.endIndex {
    let byte = slice[index]
    if byte == 0x5C, index + 1 < slice.endIndex, isPunctuation(slice[index + 1]) {
      bytes.append(slice[index + 1])
      index += 2
    } else if byte == 0x26, let (length, text) = reference(slice[index...]) {
      bytes += text.utf8
      index += length
    } else {
      bytes += byte == 0 ? Array("\u{FFFD}".utf8) : [byte]
      index += 1
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isPunctuation(_ byte: UInt8) -> Bool {
  "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".utf8.contains(byte)
}

extension UInt8 {
  fileprivate var isBlankOrLineEnd: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}

private let named = [
  "amp": "&", "shy": "\u{AD}", "euro": "€", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}",
  "copy": "©",
  "hellip": "…",
  "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—", "ndash": "–",
  "times": "×", "le": "≤", "ge": "≥", "rarr": "→", "larr": "←", "ne": "≠", "minus": "−",
  "alpha": "α", "middot": "·",
  "apos": "'", "emsp": "\u{2003}", "ensp": "\u{2002}", "bull": "•", "deg": "°", "nu": "ν",
]

private func reference(_ slice: ArraySlice<UInt8>) -> (Int, String)? {
  guard let end = slice.prefix(40).firstIndex(of: 0x3B) else { return nil }
  let name = String(decoding: slice[(slice.startIndex + 1)..<end], as: UTF8.self)
  let length = end - slice.startIndex + 1
  if let text = named[name] { return (length, text) }
  guard name.hasPrefix("#") else { return nil }
  let digits = name.dropFirst()
  let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
  let body = isHex ? digits.dropFirst() : digits
  guard body.count <= (isHex ? 6 : 7), let value = UInt32(body, radix: isHex ? 16 : 10),
    body.first != "+", body.first != "-"
  else { return nil }
  let scalar = value == 0 ? nil : Unicode.Scalar(value)
  return (length, String(scalar.map(Character.init) ?? "\u{FFFD}"))
}
