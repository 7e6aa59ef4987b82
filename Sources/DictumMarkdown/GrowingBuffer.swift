import DictumModel

/// A growing run of plain values in memory of its own, which is freed with it.
///
/// What an array would do, without a reference to count or a copy to prevent: parsing appends
/// millions of small values.
struct GrowingBuffer<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  /// An empty buffer with room for some values.
  init(capacity: Int) {
    self.capacity = max(capacity, 4)
    base = .allocate(capacity: self.capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return base[index]
  }

  /// The values; usable until the next change.
  var all: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// The values in a range; usable until the next change.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// Adds a value.
  mutating func append(_ value: Element) {
    if count == capacity { grow(toHold: count + 1) }
    (base + count).initialize(to: value)
    count += 1
  }

  /// Adds values that lie elsewhere.
  mutating func append(contentsOf values: UnsafeBufferPointer<Element>) {
    guard let first = values.baseAddress else { return }
    if count + values.count > capacity { grow(toHold: count + values.count) }
    (base + count).initialize(from: first, count: values.count)
    count += values.count
  }

  /// Changes a value in its place.
  mutating func update(_ index: Int, _ change: (inout Element) -> Void) {
    precondition(index >= 0 && index < count)
    change(&base[index])
  }

  /// Takes values away from the end until so many are left.
  mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    (base + count).deinitialize(count: self.count - count)
    self.count = count
  }

  private mutating func grow(toHold wanted: Int) {
    capacity = max(wanted, capacity * 2)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

extension GrowingBuffer<UInt8> {
  /// Adds bytes with NUL shown as U+FFFD, as CommonMark asks (section 2.3).
  mutating func append(withoutNUL bytes: UnsafeBufferPointer<UInt8>) {
    let first = count
    append(contentsOf: bytes)
    guard bytes.has(0) else { return }
    count = first
    for byte in bytes {
      if byte == 0 {
        for part in "\u{FFFD}".utf8 { append(part) }
      } else {
        append(byte)
      }
    }
  }

  /// The bytes in a range as text.
  func string(_ range: Range<Int>) -> String { String(sure: slice(range)) }
}
