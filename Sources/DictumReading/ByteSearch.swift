import DictumModel
import Glibc

extension Collection<UInt8> {
  /// Whether the bytes of `needle`, which is not empty, stand in it one after another.
  func holds(_ needle: StaticString) -> Bool { holds(needle, rarest: 0) }

  /// The same, found the sooner the rarer the byte of `needle` at `rarest` is.
  func holds(_ needle: StaticString, rarest: Int) -> Bool {
    let found = withContiguousStorageIfAvailable { bytes in
      bytes.place(of: needle, from: 0, rarest: rarest) != nil
    }
    return found ?? Array(self).holds(needle, rarest: rarest)
  }

  /// The offsets from the first byte at which `needle` stands.
  func positions(of needle: StaticString) -> [Int] {
    let found = withContiguousStorageIfAvailable { bytes in
      var places: [Int] = []
      bytes.addPositions(of: needle, from: 0, before: bytes.count, to: &places)
      return places
    }
    return found ?? Array(self).positions(of: needle)
  }
}

extension [UInt8] {
  /// Whether the same bytes stand at two places.
  func areSame(_ one: ByteSpan, _ other: ByteSpan) -> Bool {
    withUnsafeBufferPointer { bytes in
      guard one.count == other.count else { return false }
      return bytes.baseAddress.map { memcmp($0 + one.start, $0 + other.start, one.count) == 0 }
        ?? true
    }
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
  func place(of needle: StaticString, from start: Int, rarest: Int = 0) -> Int? {
    place(
      of: UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount),
      from: start, rarest: rarest)
  }

  /// The same, of bytes that are not empty.
  ///
  /// The C library looks for one byte, because most passages are asked and nearly all say no.
  func place(
    of needle: UnsafeBufferPointer<UInt8>, from start: Int, rarest: Int = 0
  ) -> Int? {
    var next = start + rarest
    while let found = firstIndex(of: needle[rarest], from: next) {
      let at = found - rarest
      guard at + needle.count <= count else { return nil }
      var rest = needle.count
      while rest > 0, self[at + rest - 1] == needle[rest - 1] { rest -= 1 }
      if rest == 0 { return at }
      next = found + 1
    }
    return nil
  }

  /// Adds the places from `start` on and before `end` at which `needle` begins.
  func addPositions(
    of needle: StaticString, from start: Int, before end: Int, rarest: Int = 0,
    to places: inout [Int]
  ) {
    // What begins before the end may reach beyond it.
    let reach = Swift.min(end + needle.utf8CodeUnitCount - 1, count)
    let bytes = UnsafeBufferPointer(rebasing: self[..<reach])
    var next = start
    while let place = bytes.place(of: needle, from: next, rarest: rarest) {
      places.append(place)
      next = place + 1
    }
  }

  /// Whether all bytes are of ASCII.
  var isASCII: Bool {
    var at = 0
    while at + 16 <= count {
      if block(at: at).places(from: 0x80, count: 0x80).first != nil { return false }
      at += 16
    }
    return self[at...].allSatisfy { $0 < 0x80 }
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
