import Glibc

extension Collection<UInt8> {
  /// Whether the bytes of `needle`, which is not empty, stand in it one after another.
  func holds(_ needle: StaticString) -> Bool {
    let found = withContiguousStorageIfAvailable { bytes in
      bytes.place(of: needle, from: 0) != nil
    }
    return found ?? Array(self).holds(needle)
  }

  /// The offsets from the first byte at which `needle` stands.
  func positions(of needle: StaticString) -> [Int] {
    let found = withContiguousStorageIfAvailable { bytes in
      var places: [Int] = []
      while let place = bytes.place(of: needle, from: (places.last ?? -1) + 1) {
        places.append(place)
      }
      return places
    }
    return found ?? Array(self).positions(of: needle)
  }
}

extension String.UTF8View {
  /// Gives the bytes to `body`; a text that does not lie in one piece is copied first.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withContiguousStorageIfAvailable(body) ?? Array(self).withUnsafeBufferPointer(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place from `start` on at which the bytes of `needle` stand.
  fileprivate func place(of needle: StaticString, from start: Int) -> Int? {
    place(
      of: UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount),
      from: start)
  }

  /// The same, of bytes that are not empty.
  ///
  /// The C library looks for the first byte, because most passages are asked and nearly all say no.
  func place(of needle: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var start = start
    while let at = firstIndex(of: needle[0], from: start), at + needle.count <= count {
      var same = 1
      while same < needle.count, self[at + same] == needle[same] { same += 1 }
      if same == needle.count { return at }
      start = at + 1
    }
    return nil
  }

  /// The first place from `start` on at which `byte` stands.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    firstIndex(of: byte, from: start, to: count)
  }

  /// The same, before `end` or the end of the bytes.
  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let end = Swift.min(end, count)
    guard let base = baseAddress, start < end,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
