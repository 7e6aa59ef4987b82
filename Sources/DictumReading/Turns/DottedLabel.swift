import DictumModel

/// A speaker's name of two words or more and a full stop, as hearings print it.
///
///     Mr. Visser. Thank you, Chairwoman.
///     Senator Okafor. And what did you find?
///     The Chairman. The gentleman will suspend.
///     Gen. J. Visser. We found nothing.
///     Mme la présidente. Je vous en prie.     an office in French, which is written small
///
/// A sentence of two words begins so too; `LabelProof` tells them apart.
enum DottedLabel {
  /// The most bytes before the full stop.
  private static let longest = 48

  /// The shape at the head of `line`, which begins with a capital.
  static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan) -> LabelShape? {
    guard bytes.hasFullStop(in: line, after: longest) else { return nil }
    var words = 1
    var wordStart = line.start
    var at = line.start
    while at < line.end, at - line.start <= longest {
      switch bytes[at] {
      case 0x20:
        // A name goes on with a capital, or with `of`, `van` and the like; a dash ends it.
        let isShort = at - wordStart <= 3 && bytes[wordStart] != UInt8(ascii: "-")
        guard at > wordStart, (0x41...0x5A).contains(bytes[wordStart]) || isShort, words < 6 else {
          return nil
        }
        words += 1
        wordStart = at + 1
      case UInt8(ascii: "."):
        let isEnd = at + 1 < line.end && bytes[at + 1] == 0x20
        let isOffice = words == 3 && bytes.isFrenchOffice(ByteSpan(line.start, at))
        guard isEnd, (0x41...0x5A).contains(bytes[wordStart]) || isOffice else { return nil }
        if words > 1, at - wordStart > 1 {
          return .ended(
            .dotted, ByteSpan(line.start, at), in: line, of: bytes, allowLowercase: isOffice)
        }
        // An initial or a title; a longer word that a full stop ends is a sentence.
        guard at - wordStart <= 4 else { return nil }
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "'"), UInt8(ascii: "-"): break
      default: return nil
      }
      at += 1
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the words are `M.` or `Mme`, an article and one word more, which is written small.
  func isFrenchOffice(_ words: ByteSpan) -> Bool {
    let words = self[words.range].split(separator: 0x20, omittingEmptySubsequences: false)
    return words.count == 3 && words[0].first == UInt8(ascii: "M") && words[0].count <= 3
      && (words[1].elementsEqual("le".utf8) || words[1].elementsEqual("la".utf8))
  }
}
