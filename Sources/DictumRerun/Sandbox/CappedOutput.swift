/// What a process wrote on one stream: all of it, or its beginning and its end.
struct CappedOutput: Equatable {
  /// How many bytes of either end are kept.
  static let cap = 1 << 20

  private(set) var head: [UInt8] = []
  private var rest: [UInt8] = []
  /// How many bytes between head and tail are gone.
  private(set) var omitted = 0

  /// An empty stream, or one of these bytes.
  init(_ bytes: [UInt8] = []) {
    append(bytes)
  }

  /// Takes further bytes in.
  mutating func append(_ bytes: [UInt8]) {
    let room = min(Self.cap - head.count, bytes.count)
    head += bytes.prefix(room)
    rest += bytes.dropFirst(room)
    // Trimmed only when twice too long, so that each byte moves at most twice.
    if rest.count > 2 * Self.cap {
      omitted += rest.count - Self.cap
      rest.removeFirst(rest.count - Self.cap)
    }
  }

  /// The bytes kept, in one part, or in two with a gap between; the lines that the gap cut are left
  /// out, since half a number is a wrong number.
  var parts: [ArraySlice<UInt8>] {
    if omitted == 0 { return [(head + rest)[...]] }
    let end = head.lastIndex(of: 0x0A) ?? head.startIndex
    let start = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    return [head[..<end], rest[start...]]
  }

  /// The last bytes kept.
  var tail: [UInt8] { Array(parts.last ?? []) }
}
