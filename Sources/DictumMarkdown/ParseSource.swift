import DictumModel

/// What both builders read: the bytes of the file, the copy that hides from libcmark what it must not
/// read, and the masks that make the difference.
struct ParseSource {
  /// The file as stored.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The same with the masks' replacements; equally long.
  let masked: UnsafeBufferPointer<UInt8>
  /// What was masked, in order.
  let masks: UnsafeBufferPointer<SourceMask>
  /// The stretches of words alone, in order.
  let plain: UnsafeBufferPointer<ByteSpan>
  /// What libcmark is given one letter for, in order.
  let omitted: UnsafeBufferPointer<ByteSpan>

  /// Gives `body` the source that is made of a file's bytes, its masks and what is left out of it.
  static func with<Result>(
    _ bytes: [UInt8], _ masks: [SourceMask], _ abridgement: borrowing Abridgement,
    _ body: (ParseSource) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      masks.withUnsafeBufferPointer { masks in
        abridgement.plain.withUnsafeBufferPointer { plain in
          abridgement.omitted.withUnsafeBufferPointer { omitted in
            SourceMask.masked(bytes, masks).withUnsafeBufferPointer { masked in
              body(
                ParseSource(
                  bytes: buffer, masked: masked, masks: masks, plain: plain, omitted: omitted))
            }
          }
        }
      }
    }
  }

  /// The index of the first mask that begins at or behind `offset`.
  func maskIndex(at offset: Int) -> Int {
    var low = 0
    var high = masks.count
    while low < high {
      let middle = (low + high) / 2
      if masks[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A literal of libcmark's tree with what was masked in `span` put back.
  func restored(_ literal: UnsafeBufferPointer<UInt8>, from span: ByteSpan) -> [UInt8]? {
    guard !masks.isEmpty, literal.contains(SourceMask.filler) else { return nil }
    var text = Array(literal)
    var position = 0
    var index = maskIndex(at: span.start)
    while index < masks.count, masks[index].span.end <= span.end {
      let mask = masks[index]
      let replacement = mask.replacement
      var probe = position
      while probe + replacement.count <= text.count {
        let range = probe..<(probe + replacement.count)
        if text[probe] == replacement[0], text[range].elementsEqual(replacement) {
          text.replaceSubrange(range, with: bytes[mask.span.range])
          position = range.upperBound
          break
        }
        probe += 1
      }
      index += 1
    }
    return text
  }
}

extension GrowingBuffer<UInt8> {
  /// Adds a literal of libcmark's tree with what was masked in `span` put back, and says where it
  /// lies now.
  mutating func append(
    _ literal: UnsafeBufferPointer<UInt8>, from span: ByteSpan, of source: ParseSource
  ) -> Range<Int> {
    let start = count
    if let restored = source.restored(literal, from: span) {
      restored.withUnsafeBufferPointer { append(contentsOf: $0) }
    } else {
      append(contentsOf: literal)
    }
    return start..<count
  }
}
