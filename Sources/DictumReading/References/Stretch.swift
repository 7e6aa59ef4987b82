import DictumModel

/// A stretch of prose and the place in it where a pointer may begin, or may have begun just before.
struct Stretch {
  let bytes: [UInt8]

  /// The first byte that may belong to the pointer; bytes of the file, 0-based.
  let floor: Int

  /// The byte that caught the eye.
  let at: Int

  /// The end of the stretch: of the line, or where an inline element begins.
  let end: Int

  /// The end of the leaf, for brackets that go on over lines and emphasis.
  let leafEnd: Int

  /// The byte at `offset`, 0 outside the stretch.
  func byte(_ offset: Int) -> UInt8 { offset >= floor && offset < end ? bytes[offset] : 0 }

  /// Whether the ASCII letters of `word`, which are small, stand at `offset`, in whatever case.
  func holds(_ word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= floor, offset + count <= end else { return false }
    for index in 0..<count {
      let byte = bytes[offset + index]
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if small != word.utf8Start[index] { return false }
    }
    return true
  }

  /// Whether a word can begin at `offset`: no letter, digit or underscore of ASCII stands before it.
  func isBoundary(_ offset: Int) -> Bool {
    let before = byte(offset - 1)
    return !(ByteKind.isASCIIWord(before)) || offset == floor
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
