import DictumModel

/// A footnote reference or wiki-link of the source, which libcmark must not take for a link.
///
/// libcmark knows neither and would find links, emphasis or definitions in them. So it is given a
/// copy of the file, equally long, in which each is replaced by punctuation and filler without
/// meaning: `[^a]` by `,␡,` and `[[a]]` by `,,␡,,`, where ␡ is DEL. Punctuation outside, because the
/// neighbours' emphasis depends on that.
struct SourceMask {
  let kind: Inline.Kind
  let span: ByteSpan

  static let filler: UInt8 = 0x7F
  private static let outside: UInt8 = 0x2C

  /// What stands in the copy in place of the mask's bytes.
  var replacement: [UInt8] {
    var bytes = [UInt8](repeating: Self.filler, count: span.count)
    var opening = 2
    var closing = 2
    switch kind {
    case .wikiLink(_, _, _, isEmbed: true): opening = 3
    case .footnoteReference: (opening, closing) = (1, 1)
    default: break
    }
    for index in 0..<opening { bytes[index] = Self.outside }
    for index in (bytes.count - closing)..<bytes.count { bytes[index] = Self.outside }
    return bytes
  }

  /// The masks of a file from `offset` on, in order.
  static func all(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> [SourceMask] {
    var scanner = MaskScanner(bytes: bytes, position: offset)
    var masks: [SourceMask] = []
    while let mask = scanner.next() { masks.append(mask) }
    return masks
  }

  /// A copy of a file with every mask's replacement in its place.
  static func masked(_ bytes: [UInt8], _ masks: [SourceMask]) -> [UInt8] {
    var copy = bytes
    for mask in masks { copy.replaceSubrange(mask.span.range, with: mask.replacement) }
    return copy
  }
}
