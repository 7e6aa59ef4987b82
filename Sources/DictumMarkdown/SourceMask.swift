import DictumModel

/// A footnote reference, a wiki-link or a line of maths of the source, which libcmark must not take
/// for a link or emphasis.
///
/// libcmark knows none of them and would find links, emphasis or definitions in them. So it is given a
/// copy of the file, equally long, in which each is replaced by punctuation and filler without
/// meaning: `[^a]` by `,␡,` and `[[a]]` by `,,␡,,`, where ␡ is DEL. Punctuation outside, because the
/// neighbours' emphasis depends on that.
struct SourceMask {
  /// `footnoteReference`, `wikiLink` or `math`.
  let form: Inline.Form
  let span: ByteSpan
  /// How many bytes of punctuation it has at its beginning and at its end.
  let opening: Int
  let closing: Int
  /// Whether it is a later line of the maths that the mask before it begins.
  var isContinuation = false

  static let filler: UInt8 = 0x7F
  private static let outside: UInt8 = 0x2C

  /// What stands in the copy in place of the mask's bytes.
  var replacement: [UInt8] {
    var bytes = [UInt8](repeating: Self.filler, count: span.count)
    for index in 0..<opening { bytes[index] = Self.outside }
    for index in (bytes.count - closing)..<bytes.count { bytes[index] = Self.outside }
    return bytes
  }

  /// The masks of a file from `offset` on, in order; they begin within `stretches` alone.
  static func all(
    in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, within stretches: [ByteSpan]
  ) -> [SourceMask] {
    if stretches.isEmpty { return [] }
    var scanner = MaskScanner(bytes: bytes, position: offset)
    var masks: [SourceMask] = []
    for stretch in stretches {
      scanner.position = max(scanner.position, stretch.start)
      while let mask = scanner.next(before: stretch.end) {
        masks.append(mask)
        if mask.form == .math { scanner.addLines(after: mask, to: &masks) }
      }
    }
    return masks
  }

  /// A copy of a file with every mask's replacement in its place.
  static func masked(
    _ bytes: [UInt8], _ masks: UnsafeBufferPointer<SourceMask>
  ) -> [UInt8] {
    guard !masks.isEmpty else { return bytes }
    var copy = bytes
    copy.withUnsafeMutableBufferPointer { copy in
      for mask in masks {
        let inner = (mask.span.start + mask.opening)..<(mask.span.end - mask.closing)
        for offset in mask.span.range { copy[offset] = outside }
        for offset in inner { copy[offset] = filler }
      }
    }
    return copy
  }
}
