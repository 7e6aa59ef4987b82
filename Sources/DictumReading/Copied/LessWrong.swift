extension CopiedShape {
  /// Comments of LessWrong and the EA Forum.
  ///
  ///     [-]Harriet Snell3mo125          the age and two counts of votes, run together
  ///     [-] Harriet Snell 3mo 12 5      the same, apart
  ///     [-]Harriet Snell                or each on its own line
  ///     3mo                             the fold too may have its own
  ///     12
  static let lessWrong = CopiedShape(.comments) { page, index in
    var text = page.text(index)
    guard CopiedFold.take(&text) else { return nil }
    if text.isEmpty {
      guard let stamp = CopiedStamp(page.text(index + 2)), stamp.hasDay,
        let name = CopiedName(page.text(index + 1))
      else { return nil }
      return CopiedHead(lines: index..<index + 3, name: name, stamp: stamp)
    }
    if let stamp = CopiedStamp(page.text(index + 1)), let name = CopiedName(text) {
      return CopiedHead(lines: index..<index + 2, name: name, stamp: stamp)
    }
    var words = text.split(separator: " ").map(String.init)
    while words.count > 2, let last = words.last, CopiedText.isCount(last) { words.removeLast() }
    for start in words.indices.dropFirst() {
      guard let stamp = CopiedStamp(words: words[start...]), stamp.hasDay else { continue }
      let name = CopiedName(words[..<start].joined(separator: " "))
      return name.map { CopiedHead(lines: index..<index + 1, name: $0, stamp: stamp) }
    }
    guard let (name, age) = parted(text), let stamp = CopiedStamp(age) else { return nil }
    return CopiedName(name).map { CopiedHead(lines: index..<index + 1, name: $0, stamp: stamp) }
  }

  /// The name and the age of `Harriet Snell3mo125`, whose age has as many digits as its unit allows.
  private static func parted(_ text: String) -> (name: String, age: String)? {
    var rest = Array(text.utf8)
    while let last = rest.last, ByteKind.isDigit(last) || last == UInt8(ascii: "-") {
      rest.removeLast()
    }
    var unit = ""
    while let last = rest.last, (0x61...0x7A).contains(last), unit.utf8.count < 2 {
      unit = String(UnicodeScalar(last)) + unit
      rest.removeLast()
    }
    let most = ["mo": 11, "d": 31, "h": 23, "m": 59, "w": 4, "y": 19, "s": 59]
    guard let most = most[unit] else { return nil }
    var digits = ""
    while let last = rest.last, ByteKind.isDigit(last) {
      let longer = String(UnicodeScalar(last)) + digits
      guard let number = Int(longer), number <= most, number > 0, longer.utf8.count <= 2 else {
        break
      }
      digits = longer
      rest.removeLast()
    }
    guard !digits.isEmpty, !rest.isEmpty else { return nil }
    return (String(decoding: rest, as: UTF8.self).trimmingSpaces, digits + unit)
  }
}
