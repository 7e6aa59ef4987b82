extension String {
  /// The text of bytes that are sure to be UTF-8, because they are of a file that was found to be,
  /// cut where characters begin.
  ///
  /// `String(decoding:as:)` asks them again, one by one.
  package init(sure bytes: UnsafeBufferPointer<UInt8>) {
    assert(String(validating: bytes, as: UTF8.self) != nil)
    // Whether a short text is ASCII is asked when it is packed.
    let isASCII = bytes.count > 15 && bytes.isASCII
    self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes, of which there are at least sixteen, are ASCII.
  fileprivate var isASCII: Bool {
    var all = block(at: count - 16)
    var at = 0
    while at < count - 16 {
      all |= block(at: at)
      at &+= 16
    }
    return all.places(from: 0x80, count: 0x80).first == nil
  }
}
