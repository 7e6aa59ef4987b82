import DictumModel

/// A speaker's name with a comma and what he is or does behind it, before the colon.
///
///     KESTON, HOST: text                          capitals, as broadcasters write
///     DR. MIRA OKAFOR, MIT: text
///     MAYOR ADA OKAFOR (D), ASHFORD: text
///     **Ada Okafor, University of Ashford:** text     the same again and again
///     Ada, laughing: text                         among turns of `Ada: text`
///     Rep. Bram Visser, D-Ashford:                alone on its line
///
/// A sentence can begin so too, so these are looked at only beside the other labels of a document, and
/// one whose name is written small is taken only where it comes again.
struct TitledLabel {
  /// The shape of the label, whose words are the name alone.
  let shape: LabelShape

  /// What stands behind the comma.
  let title: ByteSpan

  /// The most bytes of a name and of what stands behind its comma.
  private static let longest = (name: 48, title: 80)

  /// The label at the head of `line`, if it is one of this shape.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan) {
    var start = line.start
    let isBold =
      line.count > 4 && bytes[start] == UInt8(ascii: "*") && bytes[start + 1] == UInt8(ascii: "*")
    if isBold { start += 2 }
    guard let (nameEnd, comma) = TitledLabel.comma(bytes, start, line.end),
      let colon = TitledLabel.colon(bytes, comma + 1, line.end)
    else { return nil }
    var titleStart = comma + 1
    while titleStart < colon, bytes[titleStart] == 0x20 { titleStart += 1 }
    var titleEnd = colon
    while titleEnd > titleStart, bytes[titleEnd - 1] == 0x20 || bytes[titleEnd - 1] == 0x2A {
      titleEnd -= 1
    }
    var at = colon + 1
    while at < line.end, bytes[at] == UInt8(ascii: "*") { at += 1 }
    guard titleStart < titleEnd, at == line.end || bytes[at] == 0x20 || bytes[at] == 0x09 else {
      return nil
    }
    // A mark that opens must close with the label.
    guard isBold == (at > colon + 1 || bytes[colon - 1] == UInt8(ascii: "*")) else { return nil }
    while at < line.end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    title = ByteSpan(titleStart, titleEnd)
    var shape = LabelShape(
      form: isBold ? .bold : .plain, words: ByteSpan(start, nameEnd), time: nil, contentStart: at,
      allowLowercase: false)
    shape.hasRemark = true
    self.shape = shape
  }

  /// The end of a name of words with a capital each, but for short ones between them, and the comma
  /// behind it, or behind a party in brackets.
  private static func comma(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (nameEnd: Int, comma: Int)? {
    // Few lines of prose have a comma soon and a colon soon behind it.
    guard start < end, (0x41...0x5A).contains(bytes[start]) || bytes[start] >= 0x80,
      let comma = bytes.firstIndex(
        of: UInt8(ascii: ","), from: start, to: min(end, start + longest.name)),
      bytes.firstIndex(
        of: UInt8(ascii: ":"), from: comma + 1, to: min(end, comma + 1 + longest.title)) != nil
    else { return nil }
    var words = 1
    var wordStart = start
    for at in start..<comma {
      switch bytes[at] {
      case UInt8(ascii: "(") where at == wordStart && words > 1:
        guard let close = bytes.firstIndex(of: UInt8(ascii: ")"), from: at, to: min(end, at + 30)),
          close + 1 < end, bytes[close + 1] == UInt8(ascii: ",")
        else { return nil }
        return (at - 1, close + 1)
      case 0x20:
        guard isName(bytes[wordStart..<at]) || at - wordStart <= 3, words < 6 else { return nil }
        words += 1
        wordStart = at + 1
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "."), UInt8(ascii: "'"),
        UInt8(ascii: "-"):
        break
      default: return nil
      }
    }
    return isName(bytes[wordStart..<comma]) ? (comma, comma) : nil
  }

  private static func isName(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.first.map { !(0x61...0x7A).contains($0) } ?? false
  }

  /// The colon behind words that no sentence ends in.
  private static func colon(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    for at in start..<min(end, start + longest.title) {
      switch bytes[at] {
      case UInt8(ascii: ":"): return at
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: "\""),
        0x30...0x39:
        return nil
      default: break
      }
    }
    return nil
  }
}

extension TitledLabel {
  /// Whether name and title are in capitals.
  func isInCapitals(_ bytes: [UInt8]) -> Bool {
    shape.words.count > 2
      && !bytes[shape.words.start..<title.end].contains { (0x61...0x7A).contains($0) }
  }

  /// Whether every word of the title begins with a capital, but for short ones: a house, a party.
  func isAffiliation(_ bytes: [UInt8]) -> Bool {
    bytes[title.range].split(separator: 0x20).allSatisfy {
      $0.count <= 3 || !(0x61...0x7A).contains($0.first ?? 0)
    }
  }
}
