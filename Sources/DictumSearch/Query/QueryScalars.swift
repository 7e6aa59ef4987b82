extension Unicode.Scalar {
  /// Whether FTS5's `unicode61` makes words of it: letters, numbers, private use.
  var isWordScalar: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }

  /// Whether it belongs to the letter before it, as a combining accent does.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether it parts words in prose: white space, control characters, dashes set without spaces.
  var partsWords: Bool {
    switch self {
    case "\u{2014}", "\u{2015}", "\u{2026}", ";": true
    default: properties.isWhitespace || isControl
    }
  }

  /// Whether it is of a script written without spaces, where `unicode61` takes a whole run for one
  /// word: Thai and Lao, kana, Chinese characters.
  var isUnspacedScript: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether it is a control character, NUL among them.
  var isControl: Bool { properties.generalCategory == .control }

  /// Typographic quotation marks and apostrophes as the ones on the keyboard.
  var straightened: Unicode.Scalar {
    switch self {
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{00AB}", "\u{00BB}", "\u{301D}",
      "\u{301E}", "\u{FF02}":
      "\""
    case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{02BC}", "\u{FF07}": "'"
    case "\u{2010}", "\u{2011}", "\u{2212}", "\u{FF0D}": "-"
    default: self
    }
  }
}

extension Phrase {
  /// The phrase of the words in `text`, which all but letters, digits and accents part; nil when
  /// there is none.
  init?(wordsOf text: ArraySlice<Unicode.Scalar>) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text {
      if scalar.isWordScalar || (scalar.isMark && !word.isEmpty) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    guard !words.isEmpty else { return nil }
    self.init(words)
  }
}
