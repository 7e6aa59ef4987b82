/// What the front matter of a file says: every key and its value.
///
/// Front matter has some ten keys, and is asked for three times as many: a key that is not there is
/// nearly always told without a look at those that are.
package struct Properties: Sendable {
  private var entries: [(key: String, value: ParamValue, mark: UInt8)] = []

  /// A bit for the mark of each key, which keys that are not there may have as well.
  private var bits: UInt64 = 0

  /// No properties yet.
  package init() {}

  /// The properties of a dictionary.
  package init(_ dictionary: [String: ParamValue]) {
    for (key, value) in dictionary { append(value, for: key) }
  }

  /// How many keys there are.
  package var count: Int { entries.count }

  /// Makes room for as many keys as front matter mostly has.
  package mutating func reserve() { entries.reserveCapacity(12) }

  /// The value of a key; `nil` where it is not there.
  package subscript(key: String) -> ParamValue? {
    let mark = Properties.mark(of: key)
    guard bits & Properties.bit(of: mark) != 0 else { return nil }
    for index in entries.indices where entries[index].mark == mark && entries[index].key == key {
      return entries[index].value
    }
    return nil
  }

  /// Adds a key with its value, unless it is there already; whether it was not.
  package mutating func add(_ value: ParamValue, for key: String) -> Bool {
    guard self[key] == nil else { return false }
    append(value, for: key)
    return true
  }

  /// The same, as a dictionary.
  package var dictionary: [String: ParamValue] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value) })
  }

  private mutating func append(_ value: ParamValue, for key: String) {
    let mark = Properties.mark(of: key)
    bits |= Properties.bit(of: mark)
    entries.append((key, value, mark))
  }

  /// What tells most keys apart: their length and their first letter.
  private static func mark(of key: String) -> UInt8 {
    UInt8(truncatingIfNeeded: key.utf8.count) &* 7 &+ (key.utf8.first ?? 0)
  }

  private static func bit(of mark: UInt8) -> UInt64 { 1 << UInt64(mark & 63) }
}
