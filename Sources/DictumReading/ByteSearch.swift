import Glibc

extension Collection<UInt8> {
  /// Whether the bytes of `needle`, which is not empty, stand in it one after another.
  ///
  /// The C library looks for the first byte, because most passages are asked and nearly all say no.
  func holds(_ needle: StaticString) -> Bool {
    let found = withContiguousStorageIfAvailable { bytes -> Bool in
      guard var rest = UnsafeRawPointer(bytes.baseAddress) else { return false }
      let length = needle.utf8CodeUnitCount
      let end = rest + bytes.count
      while end - rest >= length,
        let first = memchr(rest, Int32(needle.utf8Start.pointee), end - rest - length + 1)
      {
        if memcmp(first, needle.utf8Start, length) == 0 { return true }
        rest = UnsafeRawPointer(first) + 1
      }
      return false
    }
    return found ?? Array(self).holds(needle)
  }
}

extension String.UTF8View {
  /// Gives the bytes to `body`; a text that does not lie in one piece is copied first.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withContiguousStorageIfAvailable(body) ?? Array(self).withUnsafeBufferPointer(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place from `start` on at which `byte` stands.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
