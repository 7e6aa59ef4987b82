/// The words inside identifiers and symbols, so that a search for one finds the other:
/// `resolveTerminalPath` holds "resolve", "terminal" and "path"; `λ` and `\lambda` hold each other.
package enum IdentifierWords {
  /// The words to index beside `text`, parted by spaces; empty for ordinary prose.
  package static func words(in text: String) -> String {
    guard mayHoldAny(text) else { return "" }
    var words: [String] = []
    var seen: Set<String> = []
    func add(_ word: String) {
      if seen.insert(word).inserted { words.append(word) }
    }
    for part in camelCaseParts(Array(text.utf8)) { add(part) }
    if text.utf8.contains(where: { $0 == 0xCE || $0 == 0xCF || $0 == UInt8(ascii: "\\") }) {
      for scalar in text.unicodeScalars {
        if let name = greekNames[scalar] { add(name) }
      }
      for command in commands(in: text) {
        if let letter = greekLetters[command] { add(letter) }
      }
    }
    return words.joined(separator: " ")
  }

  /// Whether there is anything to take apart: most prose is answered by this one look at its bytes.
  private static func mayHoldAny(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var last: UInt8 = 0
      for byte in bytes {
        if isUpper(byte), isLetter(last) || isDigit(last) { return true }
        if byte == 0xCE || byte == 0xCF || byte == UInt8(ascii: "\\") { return true }
        last = byte
      }
      return false
    }
  }

  /// The parts of every run of ASCII letters and digits in which a capital follows a small letter,
  /// or a word follows a run of capitals.
  private static func camelCaseParts(_ bytes: [UInt8]) -> [String] {
    var parts: [String] = []
    var at = 0
    while at < bytes.count {
      guard isLetter(bytes[at]) else {
        at += 1
        continue
      }
      var end = at
      var cuts: [Int] = []
      while end < bytes.count, isLetter(bytes[end]) || isDigit(bytes[end]) {
        if end > at, isUpper(bytes[end]) {
          let followsSmall = !isUpper(bytes[end - 1])
          let beginsWord =
            isUpper(bytes[end - 1]) && end + 1 < bytes.count && isLower(bytes[end + 1])
          if followsSmall || beginsWord { cuts.append(end) }
        }
        end += 1
      }
      if !cuts.isEmpty {
        var start = at
        for cut in cuts + [end] {
          if cut - start > 1 { parts.append(String(decoding: bytes[start..<cut], as: UTF8.self)) }
          start = cut
        }
      }
      at = end
    }
    return parts
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The names after a backslash, as TeX reads them: letters only.
  private static func commands(in text: String) -> [String] {
    text.split(separator: "\\", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0.isASCII && $0.isLetter })
    }
  }

  private static let greek: [(Unicode.Scalar, String)] = [
    ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "epsilon"),
    ("ζ", "zeta"), ("η", "eta"), ("θ", "theta"), ("ι", "iota"), ("κ", "kappa"),
    ("λ", "lambda"), ("μ", "mu"), ("ν", "nu"), ("ξ", "xi"), ("π", "pi"), ("ρ", "rho"),
    ("σ", "sigma"), ("τ", "tau"), ("υ", "upsilon"), ("φ", "phi"), ("χ", "chi"), ("ψ", "psi"),
    ("ω", "omega"), ("Γ", "Gamma"), ("Δ", "Delta"), ("Θ", "Theta"), ("Λ", "Lambda"),
    ("Ξ", "Xi"), ("Π", "Pi"), ("Σ", "Sigma"), ("Φ", "Phi"), ("Ψ", "Psi"), ("Ω", "Omega"),
  ]

  private static let greekNames = Dictionary(uniqueKeysWithValues: greek)

  private static let greekLetters = Dictionary(
    uniqueKeysWithValues: greek.map { ($0.1, String(Character($0.0))) })
}
