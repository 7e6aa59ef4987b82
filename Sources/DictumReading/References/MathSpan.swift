import DictumModel

/// Formulas in dollar signs, in which brackets, colons and `@` mean something else.
///
/// As Pandoc has it (`tex_math_dollars`): the first `$` has a character right after it, the last one
/// right before it and no digit behind it, so that `$20 and $30` is money.
enum MathSpan {
  /// How far a formula within a line may reach, in bytes; a limit keeps a line of a million `$`
  /// linear.
  private static let maximumBytes = 400

  /// How far one that stands for itself may reach, in bytes.
  private static let maximumDisplayBytes = 4_000

  /// The end of the formula whose `$` a stretch stops at, or `nil`.
  static func end(in stretch: Stretch) -> Int? {
    let bytes = stretch.bytes
    let dollar = UInt8(ascii: "$")
    let isDisplay = stretch.at + 1 < stretch.leafEnd && bytes[stretch.at + 1] == dollar
    let limit = min(
      stretch.leafEnd, stretch.at + (isDisplay ? maximumDisplayBytes : maximumBytes))
    let start = stretch.at + (isDisplay ? 2 : 1)
    guard stretch.byte(stretch.at - 1) != UInt8(ascii: "\\"), start < limit,
      isDisplay || !ByteKind.isSpace(bytes[start])
    else { return nil }
    var at = start
    while at < limit {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      if bytes[at] == dollar {
        let after = at + 1 < stretch.leafEnd ? bytes[at + 1] : 0
        if isDisplay, after == dollar { return at + 2 }
        if !isDisplay, at > start, !ByteKind.isSpace(bytes[at - 1]), !ByteKind.isDigit(after) {
          return at + 1
        }
      }
      at += 1
    }
    return nil
  }
}
