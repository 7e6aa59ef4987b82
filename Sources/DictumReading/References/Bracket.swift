/// Square brackets, one inside another.
enum Bracket {
  /// How deep they may lie; a limit keeps a line of a million `[` linear.
  private static let maximumDepth = 8

  /// The `]` that closes the `[` at `open`; `nil` when it does not come before `limit`.
  static func close(in bytes: [UInt8], from open: Int, to limit: Int) -> Int? {
    var depth = 0
    for at in open..<max(open, limit) {
      if bytes[at] == UInt8(ascii: "[") {
        depth += 1
        if depth > maximumDepth { return nil }
      }
      if bytes[at] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return at }
      }
    }
    return nil
  }
}
