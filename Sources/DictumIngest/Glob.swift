/// Matches a path against a pattern of gitignore: `?`, `*` within a name, `**` across folders,
/// `[a-z]`, and `\` before a character that means itself.
enum Glob {
  /// Whether the whole of `path` matches the whole of `pattern`.
  ///
  /// Only the last `*` and the last `**` are ever gone back to, so the time is at most the product of
  /// both lengths.
  static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    var p = 0
    var s = 0
    var star: (pattern: Int, path: Int)?
    var deepStar: (pattern: Int, path: Int)?
    while true {
      if s == path.count, isOnlyStars(pattern[p...]) { return true }
      if p < pattern.count {
        if pattern[p] == UInt8(ascii: "*") {
          let isDeep = isDeep(pattern, p)
          while p < pattern.count, pattern[p] == UInt8(ascii: "*") { p += 1 }
          if isDeep {
            // `a/**/b` matches `a/b` too.
            if p < pattern.count { p += 1 }
            deepStar = (p, s)
            star = nil
          } else {
            star = (p, s)
          }
          continue
        }
        if s < path.count, let next = step(pattern, p, path[s]) {
          p = next
          s += 1
          continue
        }
      }
      if let last = star, last.path < path.count, path[last.path] != UInt8(ascii: "/") {
        star = (last.pattern, last.path + 1)
        (p, s) = (last.pattern, last.path + 1)
      } else if let last = deepStar, last.path < path.count {
        // `**` takes whole folders, or all that is left when it ends the pattern.
        var at = last.path
        if last.pattern < pattern.count {
          while at < path.count, path[at] != UInt8(ascii: "/") { at += 1 }
        }
        guard at < path.count || last.pattern == pattern.count else { return false }
        star = nil
        deepStar = (last.pattern, at + 1)
        (p, s) = (last.pattern, at + 1)
        if s > path.count { return false }
      } else {
        return false
      }
    }
  }

  /// Whether the stars at `at` are two or more and a whole part of the path: only then do they cross
  /// folders, as gitignore(5) has it.
  private static func isDeep(_ pattern: [UInt8], _ at: Int) -> Bool {
    let past = pattern[at...].firstIndex { $0 != UInt8(ascii: "*") } ?? pattern.count
    return past - at >= 2 && (at == 0 || pattern[at - 1] == UInt8(ascii: "/"))
      && (past == pattern.count || pattern[past] == UInt8(ascii: "/"))
  }

  private static func isOnlyStars(_ pattern: ArraySlice<UInt8>) -> Bool {
    pattern.allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Where the pattern goes on when its element at `at` matches `byte`.
  private static func step(_ pattern: [UInt8], _ at: Int, _ byte: UInt8) -> Int? {
    switch pattern[at] {
    case UInt8(ascii: "?"): return byte == UInt8(ascii: "/") ? nil : at + 1
    case UInt8(ascii: "\\") where at + 1 < pattern.count:
      return pattern[at + 1] == byte ? at + 2 : nil
    case UInt8(ascii: "["):
      if let (matches, next) = set(pattern, at, byte) { return matches ? next : nil }
      return nil
    default: return byte == pattern[at] ? at + 1 : nil
    }
  }

  /// Whether `byte` is in the set that begins at `open`, and where the pattern goes on; `nil` when
  /// the bracket is never closed.
  private static func set(_ pattern: [UInt8], _ open: Int, _ byte: UInt8) -> (Bool, Int)? {
    var at = open + 1
    var isNegated = false
    if at < pattern.count, pattern[at] == UInt8(ascii: "!") || pattern[at] == UInt8(ascii: "^") {
      isNegated = true
      at += 1
    }
    let first = at
    var found = false
    while at < pattern.count, pattern[at] != UInt8(ascii: "]") || at == first {
      if let (kind, past) = className(pattern, at) {
        if isIn(kind, byte) { found = true }
        at = past
        continue
      }
      if pattern[at] == UInt8(ascii: "\\"), at + 1 < pattern.count { at += 1 }
      if at + 2 < pattern.count, pattern[at + 1] == UInt8(ascii: "-"),
        pattern[at + 2] != UInt8(ascii: "]")
      {
        if pattern[at] <= byte, byte <= pattern[at + 2] { found = true }
        at += 3
      } else {
        if pattern[at] == byte { found = true }
        at += 1
      }
    }
    guard at < pattern.count else { return nil }
    return (found != isNegated && byte != UInt8(ascii: "/"), at + 1)
  }

  /// The name of the class that stands at `at`, as in `[:alpha:]`, and what comes after it.
  private static func className(_ pattern: [UInt8], _ at: Int) -> (String, Int)? {
    let rest = pattern[at...]
    guard rest.starts(with: "[:".utf8),
      let colon = rest.dropFirst(2).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < pattern.count, pattern[colon + 1] == UInt8(ascii: "]")
    else { return nil }
    return (String(decoding: pattern[(at + 2)..<colon], as: UTF8.self), colon + 2)
  }

  /// Whether a byte is in a class of POSIX, of ASCII alone, as git has it.
  private static func isIn(_ name: String, _ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    guard scalar.isASCII else { return false }
    let letter = scalar.properties.isAlphabetic
    let digit = (0x30...0x39).contains(byte)
    switch name {
    case "alpha": return letter
    case "digit": return digit
    case "alnum": return letter || digit
    case "upper": return scalar.properties.isUppercase
    case "lower": return scalar.properties.isLowercase
    case "space": return byte == 0x20 || (0x09...0x0D).contains(byte)
    case "blank": return byte == 0x20 || byte == 0x09
    case "xdigit": return digit || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    case "punct": return (0x21...0x7E).contains(byte) && !letter && !digit
    default: return false
    }
  }
}
