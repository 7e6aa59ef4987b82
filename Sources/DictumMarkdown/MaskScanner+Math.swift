import DictumModel

/// Maths in TeX, by the rules of Pandoc's `tex_math_dollars` and `tex_math_single_backslash`.
///
///     the price $p_1 < p_2$ of \(n\) goods      maths; a dollar followed by a digit closes nothing
///     $5 and $6, US$5, `a$b` and `c$d`, \$x\$   none
///     $$                                         display maths, on one line or several of a paragraph
///     \[\sum_i x_i\]                            the same
///     \[sic\], \[1\]                           escaped brackets: nothing in them is TeX
///
/// Maths within a line of text stays on the line; none holds a backtick, which may begin code. Before
/// an opening dollar stands no letter or digit, unlike Pandoc's, because of prices such as `US$5`.
extension MaskScanner {
  /// The first line of the maths at the position, which is at a dollar or a backslash.
  ///
  /// Where there is none, the position goes on past what the two characters are then.
  mutating func math() -> SourceMask? {
    let isDollar = bytes[position] == 0x24
    let second = byte(position + 1)
    let end: Int? =
      switch (isDollar, second) {
      case (true, 0x24), (false, 0x5B): displayEnd(isDollar)
      case (true, _): dollarEnd()
      case (false, 0x28): parenthesisEnd()
      default: nil
      }
    guard let end else {
      // A backslash escapes what follows; two dollars are no single one.
      position += !isDollar || second == 0x24 ? 2 : 1
      return nil
    }
    mathEnd = end
    return line(from: position, upTo: end)
  }

  /// Adds the later lines of the maths that `mask` begins.
  mutating func addLines(after mask: SourceMask, to masks: inout [SourceMask]) {
    while position < mathEnd {
      while position < mathEnd, byte(position).isWhitespace || byte(position) == 0x3E {
        position += 1
      }
      var piece = line(from: position, upTo: mathEnd)
      guard !piece.span.isEmpty else { break }
      piece.isContinuation = true
      masks.append(piece)
      position = piece.span.end
    }
  }

  /// A mask from `start` to the end of its line, or to `end` if that comes first.
  private func line(from start: Int, upTo end: Int) -> SourceMask {
    var stop = start
    while stop < end, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
    while stop > start, bytes[stop - 1].isWhitespace { stop -= 1 }
    let count = stop - start
    return SourceMask(
      form: .math, span: ByteSpan(start, stop), opening: min(1, count), closing: min(1, count / 2))
  }

  /// Where `$…$` ends: no space inside its dollars, no letter or digit before, no digit after.
  private func dollarEnd() -> Int? {
    guard !byte(position + 1).isWhitespace,
      position == 0 || !bytes[position - 1].isAlphanumeric
    else { return nil }
    var end = position + 1
    while end < bytes.count {
      switch bytes[end] {
      case 0x0A, 0x0D, 0x60: return nil
      case 0x5C: end += 2
      case 0x24:
        // A closing dollar has text before it; another dollar can only open anew.
        guard !bytes[end - 1].isWhitespace, !(0x30...0x39).contains(byte(end + 1)) else {
          return nil
        }
        return end + 1
      default: end += 1
      }
    }
    return nil
  }

  /// Where `\(…\)` ends, if TeX stands in it.
  private func parenthesisEnd() -> Int? {
    var end = position + 2
    while end + 1 < bytes.count {
      switch bytes[end] {
      case 0x0A, 0x0D, 0x60: return nil
      case 0x5C:
        if bytes[end + 1] == 0x29 {
          let isLetter = end == position + 3 && bytes[end - 1].isAlphanumeric
          return isLetter || holdsTeX(position + 2, end) ? end + 2 : nil
        }
        if bytes[end + 1] == 0x28 { return nil }
        end += 2
      default: end += 1
      }
    }
    return nil
  }

  /// Where display maths ends, perhaps some lines later, but before a blank line.
  private func displayEnd(_ isDollar: Bool) -> Int? {
    var end = position + 2
    var isBlank = false
    while end + 1 < bytes.count {
      let (byte, next) = (bytes[end], bytes[end + 1])
      switch byte {
      case 0x24 where isDollar && next == 0x24:
        return end > position + 2 ? end + 2 : nil
      case 0x5C where !isDollar && next == 0x5D:
        return holdsTeX(position + 2, end) ? end + 2 : nil
      case 0x5C where !isDollar && next == 0x5B: return nil
      // Code may begin here.
      case 0x60: return nil
      case 0x7E where next == 0x7E: return nil
      case 0x0A, 0x0D:
        if isBlank { return nil }
        isBlank = true
        if byte == 0x0D, next == 0x0A { end += 1 }
      case 0x20, 0x09, 0x3E: break
      default: isBlank = false
      }
      end += byte == 0x5C && next != 0x0A && next != 0x0D ? 2 : 1
    }
    return nil
  }

  /// Whether TeX stands between two places: a command, an exponent or an equals sign.
  private func holdsTeX(_ start: Int, _ end: Int) -> Bool {
    for offset in start..<end {
      if bytes[offset] == 0x5E || bytes[offset] == 0x3D { return true }
      if bytes[offset] == 0x5C, byte(offset + 1) >= 0x41, byte(offset + 1).isAlphanumeric {
        return true
      }
    }
    return false
  }
}
