import DictumModel

/// A claim written as a callout of Obsidian: a block quote that begins with `[!claim]`, and a list of
/// fields in it.
struct Callout {
  /// The leaves of the quote, indices.
  var leaves: [Int]

  /// From the first leaf to the end of the last.
  var span: ByteSpan

  /// The proposition, and any paragraphs that are no fields.
  var text: String

  /// The fields, each with the offset of its line in the file.
  var fields: [(field: Field, offset: Int)]

  /// Keys of fields that mean nothing, each with the offset of its line: misspelt ones, mostly.
  var unknownKeys: [(key: String, offset: Int)] = []

  /// The id at the end of the quote, if it stands inside.
  var blockID: String?

  /// The callouts that can declare something to trace.
  static let markers = ["[!claim]", "[!evidence]", "[!question]"]

  /// The claim callouts among the block quotes of `leaves`, by the quote's number.
  static func all(in leaves: [Leaf], bytes: [UInt8]) -> [Int: Callout] {
    var callouts: [Int: Callout] = [:]
    for index in leaves.indices {
      guard let quote = leaves[index].quote else { continue }
      if callouts[quote] != nil {
        callouts[quote]?.add(leaves[index], index, bytes)
      } else if leaves[index].isFirst(ofQuote: quote, at: index, in: leaves),
        let text = withoutMarker(leaves[index].text)
      {
        var callout = Callout(leaves: [index], span: leaves[index].span, text: "", fields: [])
        callout.text = text
        callout.takeBlockID()
        callouts[quote] = callout
      }
    }
    return callouts
  }

  private static func withoutMarker(_ text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "[") else { return nil }
    let lowered = text.prefix(12).lowercased()
    guard let marker = markers.first(where: lowered.hasPrefix) else { return nil }
    var rest = text.dropFirst(marker.count)
    if let sign = rest.first, sign == "+" || sign == "-" { rest.removeFirst() }
    return rest.trimmingSpaces
  }

  private mutating func add(_ leaf: Leaf, _ index: Int, _ bytes: [UInt8]) {
    leaves.append(index)
    span.end = max(span.end, leaf.span.end)
    var isField = false
    for line in leaf.lines {
      for field in Field.fields(in: Array(bytes[line.range])) {
        fields.append((field, line.start))
        isField = true
      }
    }
    if !isField, leaf.topItem != nil, let line = leaf.lines.first,
      let key = Field.unknownKey(in: Array(bytes[line.range]))
    {
      unknownKeys.append((key, line.start))
      isField = true
    }
    guard !isField else { return }
    text += "\n" + leaf.text
    takeBlockID()
  }

  private mutating func takeBlockID() {
    let (words, id) = BlockID.split(text)
    text = words
    if let id { blockID = id }
  }
}

extension Leaf {
  /// Whether no earlier leaf is part of the same block quote.
  fileprivate func isFirst(ofQuote quote: Int, at index: Int, in leaves: [Leaf]) -> Bool {
    index == 0 || leaves[index - 1].quote != quote
  }
}

extension Callout {
  /// Callouts of other kinds (`[!note]`, `[!tip]`) hold their author's own words: their leaves are
  /// taken for ordinary paragraphs.
  ///
  /// `[!quote]` and `[!cite]` stay quotes.
  static func unquote(_ leaves: inout [Leaf]) {
    let quotes = ["[!quote]", "[!cite]"]
    var own: Int?
    for index in leaves.indices {
      guard let quote = leaves[index].quote else { continue }
      if own != quote, leaves[index].isFirst(ofQuote: quote, at: index, in: leaves),
        let words = withoutKind(leaves[index].text)
      {
        let marker = leaves[index].text.prefix(12).lowercased()
        let isClaim =
          marker.hasPrefix(markers[0])
          || (markers.contains(where: marker.hasPrefix) && hasFields(quote, in: leaves[index...]))
        if isClaim { continue }
        if !quotes.contains(where: marker.hasPrefix) { own = quote }
        leaves[index].text = words
      }
      guard own == quote else { continue }
      leaves[index].isQuoted = false
      leaves[index].quote = nil
      if leaves[index].kind == .block(.quote) { leaves[index].kind = .block(.paragraph) }
    }
  }

  /// Whether a block quote, whose first leaf is the first of `leaves`, holds a field: evidence and
  /// questions are written as callouts by many who declare nothing by them.
  private static func hasFields(_ quote: Int, in leaves: ArraySlice<Leaf>) -> Bool {
    leaves.prefix { $0.quote == quote }.contains { leaf in
      leaf.text.utf8.holds("::")
        && leaf.text.lines.contains { !Field.fields(in: Array($0.utf8)).isEmpty }
    }
  }

  /// A callout's text without `[!kind]` and the sign that folds it; `nil` for what is no callout.
  ///
  /// A kind is a word of letters, digits, `-` and `_`, with what a theme is told after a bar
  /// (Obsidian Help, "Callouts").
  private static func withoutKind(_ text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "["), text.hasPrefix("[!"),
      let close = text.utf8.prefix(60).firstIndex(of: UInt8(ascii: "]")),
      text[..<close].utf8.dropFirst(2).allSatisfy(isKindByte)
    else { return nil }
    var rest = text[text.index(after: close)...]
    if let sign = rest.first, sign == "+" || sign == "-" { rest.removeFirst() }
    return String(rest.drop { $0 == " " })
  }

  private static func isKindByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
      || "-_| ".utf8.contains(byte)
  }
}
