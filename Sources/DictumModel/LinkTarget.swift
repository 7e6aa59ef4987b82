/// What the target of a link can be, by its spelling alone.
package enum LinkTarget {
  /// The endings of files that are sources, without the dot.
  package static let noteEndings = [
    "md", "markdown", "txt", "vtt", "srt", "sbv", "ass", "ssa", "log", "html", "htm", "mbox", "eml",
    "fountain", "weechatlog",
  ]

  /// The endings of files that hold conversations as well as anything else; a link to one is a link
  /// to a file.
  package static let exportEndings = ["json", "jsonl", "csv", "tsv"]

  /// Whether a file is to be looked at, by its ending.
  package static func isSource(_ path: String) -> Bool {
    let path = path.lowercased()
    return (noteEndings + exportEndings).contains { path.hasSuffix("." + $0) }
  }

  /// Whether a file is an export, by its ending.
  package static func isExport(_ path: String) -> Bool {
    let path = path.lowercased()
    return exportEndings.contains { path.hasSuffix("." + $0) }
  }

  /// Whether a target may be a note: it has no ending, or that of one.
  ///
  /// A dot in a name, as in `GPT-2.5 notes`, is no ending.
  package static func isNote(_ target: String) -> Bool {
    let name = target.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return true }
    let ending = name[name.index(after: dot)...].lowercased()
    if noteEndings.contains(ending) { return true }
    let isEnding =
      (1...5).contains(ending.count)
      && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return !isEnding || ending.allSatisfy(\.isNumber)
  }

  /// Whether a target looks like an address on the web that has lost its `https://`.
  package static func isBareAddress(_ target: String) -> Bool {
    guard let slash = target.firstIndex(of: "/"),
      let dot = target[..<slash].lastIndex(of: "."), dot != target.startIndex
    else { return false }
    let domain = target[target.index(after: dot)..<slash]
    return domain.utf8.count >= 2 && domain.allSatisfy { $0.isASCII && $0.isLetter }
      && target[..<dot].contains(where: \.isLetter)
  }

  /// Whether a target is one word of ASCII letters and digits, as the names in a program are.
  package static func isIdentifier(_ target: String) -> Bool {
    !target.isEmpty
      && target.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  /// A target without the ending of a note.
  package static func withoutEnding(_ target: String) -> String {
    for ending in noteEndings where target.lowercased().hasSuffix("." + ending) {
      return String(target.dropLast(ending.count + 1))
    }
    return target
  }
}

extension LinkTarget {
  /// `%20` and its like as the characters they stand for; a text with malformed ones as it is.
  package static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// What makes two spellings of a heading the same: letters and digits, in small letters.
  package static func headingKey(_ heading: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      let isKept =
        scalar.isASCII
        ? (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
        : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
      if isKept { key.append(scalar) }
    }
    return String(key)
  }
}
