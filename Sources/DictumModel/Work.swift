/// A published work named by an identifier of its registry, spelled one way however it was cited.
///
///     doi:10.1000/182     https://doi.org/10.1000/182     https://dl.acm.org/doi/pdf/10.1000/182
///     arXiv:2301.01234v2  https://arxiv.org/pdf/2301.01234.pdf     10.48550/arXiv.2301.01234
///
/// A DOI does not tell small letters from capitals (DOI Handbook, section 2.4), and the subject class
/// of an old arXiv identifier, `math.GT/0309136`, is no part of it (arXiv, "Understanding the arXiv
/// identifier").
package struct Work: Hashable, Sendable {
  /// `doi:10.…` or `arxiv:…`, in small letters, without a version.
  package var target: String

  /// The version of an arXiv paper, such as `v2`.
  package var version: String?

  /// The work of a DOI such as `10.1000/182`; `nil` when `text` is none.
  ///
  /// The DOIs that arXiv gives out name the same papers as its own identifiers.
  package init?(doi text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, Work.isPrefix(parts[0]), !parts[1].isEmpty else { return nil }
    let doi = text.lowercased()
    if doi.hasPrefix("10.48550/arxiv."),
      let work = Work(arXiv: String(doi.dropFirst("10.48550/arxiv.".count)))
    {
      self = work
    } else {
      target = "doi:" + doi
    }
  }

  /// The work of an arXiv identifier, new (`2301.01234v2`) or old (`math.GT/0309136`); `nil` when
  /// `text` is neither.
  package init?(arXiv text: String) {
    var name = text[...]
    let letters = name.utf8
    if let v = letters.lastIndex(of: UInt8(ascii: "v")), letters.index(after: v) < letters.endIndex,
      letters[letters.index(after: v)...].allSatisfy(Work.isDigit), v > letters.startIndex,
      Work.isDigit(letters[letters.index(before: v)])
    {
      version = String(name[v...])
      name = name[..<v]
    }
    if let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let number = name.utf8[name.utf8.index(after: slash)...]
      guard number.count == 7, number.allSatisfy(Work.isDigit) else { return nil }
      let archive = name[..<slash].split(separator: ".", maxSplits: 1)[..<1].joined().lowercased()
      guard (2...8).contains(archive.utf8.count),
        archive.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") })
      else { return nil }
      target = "arxiv:\(archive)/\(Substring(number))"
    } else {
      guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
      let (year, number) = (name.utf8[..<dot], name.utf8[name.utf8.index(after: dot)...])
      guard year.count == 4, (4...5).contains(number.count), year.allSatisfy(Work.isDigit),
        number.allSatisfy(Work.isDigit)
      else { return nil }
      target = "arxiv:\(name)"
    }
  }

  /// The work that a web address leads to: a resolver's, arXiv's, or a publisher's with the DOI in
  /// its path; `nil` for any other address.
  package init?(url: String) {
    guard Work.mayBeNamed(in: url), let address = WebAddress(url) else { return nil }
    let path = LinkTarget.percentDecoded(address.path)
    let host = address.host
    if host == "doi.org" || host == "dx.doi.org" {
      self.init(doi: String(path.dropFirst()))
    } else if host == "arxiv.org" || host.hasSuffix(".arxiv.org") || host.hasPrefix("ar5iv.") {
      let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
      guard parts.count >= 2, ["abs", "pdf", "html", "format", "ps"].contains(parts[0]) else {
        return nil
      }
      // An old identifier has a slash of its own.
      let name = parts.count == 2 ? String(parts[1]) : parts[1...].joined(separator: "/")
      self.init(arXiv: Work.without([".pdf", ".ps"], name))
    } else {
      guard path.utf8.count < 500, let start = Work.doiStart(path) else { return nil }
      let views = [
        "/full", "/abstract", "/pdf", "/epdf", "/meta", "/html", ".pdf", ".html", ".full",
      ]
      self.init(doi: Work.without(views, String(path[start...])))
    }
  }

  /// Whether an address holds what every DOI begins with, or a piece of the name of arXiv's sites.
  ///
  /// Few do, and taking an address apart costs a hundred times as much.
  private static func mayBeNamed(in url: String) -> Bool {
    var url = url
    return url.withUTF8 { bytes in
      var at = 2
      while at < bytes.count {
        if at + 16 <= bytes.count {
          let block = bytes.block(at: at)
          let marks = block.places(of: UInt8(ascii: ".")) .| block.places(of: UInt8(ascii: "%"))
          guard let mark = marks.first else {
            at += 16
            continue
          }
          at += mark
        }
        defer { at += 1 }
        guard bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: "%") else { continue }
        let (first, second) = (bytes[at - 2], bytes[at - 1])
        if first == UInt8(ascii: "1"), second == UInt8(ascii: "0") { return true }
        if first | 0x20 == UInt8(ascii: "i"), second | 0x20 == UInt8(ascii: "v"),
          bytes[at] == UInt8(ascii: ".")
        {
          return true
        }
      }
      return false
    }
  }

  /// Where a part of a path that begins a DOI begins.
  private static func doiStart(_ path: String) -> String.Index? {
    var start = path.startIndex
    while let slash = path[start...].utf8.firstIndex(of: UInt8(ascii: "/")) {
      start = path.utf8.index(after: slash)
      let part = path[start...].prefix { $0 != "/" }
      if isPrefix(part), part.endIndex < path.endIndex { return start }
    }
    return nil
  }

  /// Whether a text is the prefix of a DOI: `10.`, four to nine digits, perhaps more after dots.
  private static func isPrefix(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "10", (4...9).contains(parts[1].utf8.count) else {
      return false
    }
    return parts.dropFirst().allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
  }

  private static func without(_ endings: [String], _ text: String) -> String {
    for ending in endings where text.hasSuffix(ending) {
      return String(text.dropLast(ending.count))
    }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
