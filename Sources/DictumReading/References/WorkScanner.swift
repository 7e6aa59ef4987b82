import DictumModel

/// Works named in prose.
///
///     doi:10.1000/182     DOI: 10.1000/182     10.1000/182     doi.org/10.1000/182
///     arXiv:2301.01234v2  arXiv:math.GT/0309136  arxiv.org/abs/2301.01234
enum WorkScanner {
  /// The work whose label, `doi:` or `arXiv:`, ends where a stretch stops.
  static func labelled(in stretch: Stretch) -> (work: Work, span: ByteSpan)? {
    let colon = stretch.at
    var at = colon + 1
    while stretch.byte(at) == 0x20, at < colon + 3 { at += 1 }
    if stretch.holds("doi", at: colon - 3), stretch.isBoundary(colon - 3) {
      return doi(in: stretch, at: at, from: colon - 3)
    }
    if stretch.holds("arxiv", at: colon - 5), stretch.isBoundary(colon - 5) {
      return arXiv(in: stretch, at: at, from: colon - 5)
    }
    return nil
  }

  /// The work whose slash a stretch stops at: that of a bare DOI, or of an address without a scheme.
  static func slash(in stretch: Stretch) -> (work: Work, span: ByteSpan)? {
    let slash = stretch.at
    if stretch.holds("doi.org", at: slash - 7) {
      return doi(in: stretch, at: slash + 1, from: slash - 7)
    }
    if stretch.holds("arxiv.org", at: slash - 9), stretch.isBoundary(slash - 9) {
      for page in ["abs/" as StaticString, "pdf/"] where stretch.holds(page, at: slash + 1) {
        return arXiv(in: stretch, at: slash + 5, from: slash - 9)
      }
      return nil
    }
    var start = slash
    while start > stretch.floor, slash - start < 24,
      ByteKind.isDigit(stretch.byte(start - 1)) || stretch.byte(start - 1) == UInt8(ascii: ".")
    {
      start -= 1
    }
    let before = stretch.byte(start - 1)
    guard slash - start >= 7, !ByteKind.isLetter(before) || before == 0,
      before != UInt8(ascii: "/"), before != UInt8(ascii: "-"), before != UInt8(ascii: "_")
    else { return nil }
    return doi(in: stretch, at: start, from: start)
  }

  private static func doi(
    in stretch: Stretch, at: Int, from start: Int
  ) -> (work: Work, span: ByteSpan)? {
    guard stretch.holds("10.", at: at) else { return nil }
    // The prefix is looked at first: to run to the end in vain, again and again, would not be linear.
    var slash = at
    while slash < at + 24, stretch.byte(slash) != UInt8(ascii: "/") { slash += 1 }
    guard slash < min(at + 24, stretch.end), Work(doi: stretch.text(at..<slash) + "/x") != nil
    else {
      return nil
    }
    let end = URLScanner.end(in: stretch, from: at)
    guard let work = Work(doi: stretch.text(at..<end)) else { return nil }
    return (work, ByteSpan(start, end))
  }

  private static func arXiv(
    in stretch: Stretch, at: Int, from start: Int
  ) -> (work: Work, span: ByteSpan)? {
    var end = at
    while ByteKind.isASCIIWord(stretch.byte(end)) || ".-/".utf8.contains(stretch.byte(end)),
      end < at + 32
    {
      end += 1
    }
    while end > at, ".-/".utf8.contains(stretch.byte(end - 1)) { end -= 1 }
    var name = stretch.text(at..<end)
    if name.hasSuffix(".pdf") { name = String(name.dropLast(4)) }
    guard let work = Work(arXiv: name) else { return nil }
    return (work, ByteSpan(start, end))
  }
}
