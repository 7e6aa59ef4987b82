import DictumModel

/// A speaker's label at the head of a line: a name, perhaps a time, and a colon.
///
///     **Ada Okafor:** text             bold
///     **Ada Okafor**: text             bold
///     **Ada Okafor** (00:01:02):       bold, with the text on the next line
///     **Ada Okafor** [00:01:02]: text  bold
///     Ada Okafor: text                 plain
///     ADA (00:12): text                plain
///     ### Ada Okafor:                  heading
struct SpeakerLabel: Hashable {
  /// How it is marked.
  ///
  /// A document's labels are all of one form.
  enum Form: Hashable, CaseIterable { case bold, plain, heading }

  var form: Form

  /// The label's words, without a parenthesis after the name.
  var name: String

  /// The time code, as written.
  var time: String?

  /// Where the speaker's words begin: bytes of the file, 0-based; the end of the line when they
  /// begin on the next.
  var contentStart: Int

  /// Whether a colon marks it; only a heading may do without.
  var hasColon = true

  /// Whether it says what is done and not who does it: `Q:`, `Answer:`.
  var isAnonymous = false

  /// What makes two labels the same.
  var key: String
}

extension SpeakerLabel {
  /// The label at the head of the bytes of `line`, if they begin with one.
  init?(_ bytes: [UInt8], line: ByteSpan) {
    var scanner = ByteScanner(bytes, line)
    let marker: [UInt8]
    if scanner.skip(Array("**".utf8)) {
      marker = Array("**".utf8)
    } else if scanner.skip(Array("__".utf8)) {
      marker = Array("__".utf8)
    } else {
      self.init(plain: scanner)
      return
    }
    guard let inner = scanner.upTo(marker) else { return nil }
    var name = String(decoding: bytes[inner.range], as: UTF8.self)
    let colonInside = name.hasSuffix(":") || name.hasSuffix("：")
    if colonInside { name.removeLast() }
    scanner.skipSpaces()
    let time = scanner.timeCode()
    scanner.skipSpaces()
    let colonAfter = scanner.skipColon()
    guard colonInside || colonAfter else { return nil }
    scanner.skipSpaces()
    self.init(
      form: .bold, words: name, time: time, contentStart: scanner.position, allowLowercase: true)
  }

  /// A plain label: capitalised words, then a time or not, then a colon.
  private init?(plain start: ByteScanner) {
    var scanner = start
    guard let inner = scanner.upToColonOrTime(limit: 60) else { return nil }
    let name = scanner.text(inner)
    let time = scanner.timeCode()
    scanner.skipSpaces()
    guard scanner.skipColon() else { return nil }
    // "12:30" and "https://" are no labels: words follow after a space, or nothing.
    guard scanner.isAtEnd || scanner.isAtSpace || scanner.isAtNonASCII else { return nil }
    scanner.skipSpaces()
    self.init(
      form: .plain, words: name, time: time, contentStart: scanner.position, allowLowercase: false)
  }

  /// A heading that could be a speaker's name; the colon may be missing.
  init?(heading text: String, contentStart: Int) {
    var words = Substring(text)
    while let last = words.last, last == ":" || last == "：" || last.isWhitespace {
      words.removeLast()
    }
    let hasColon = words.endIndex != text.endIndex
    // `iThome:` is somebody; a word without a capital that heads a section is not.
    self.init(
      form: .heading, words: String(words), time: nil, contentStart: contentStart,
      allowLowercase: hasColon && !words.contains(" "))
    self.hasColon = hasColon
  }

  private init?(
    form: Form, words: String, time: String?, contentStart: Int, allowLowercase: Bool
  ) {
    if let name = LabelName.name(in: words, allowLowercase: allowLowercase) {
      self.name = name
    } else if LabelName.isRole(words) {
      name = words.onOneLine
      isAnonymous = true
    } else {
      return nil
    }
    self.form = form
    key = SpeakerKey(name).text
    self.time = time
    self.contentStart = contentStart
  }
}

extension SpeakerLabel {
  /// The words of a line of plain text after the label it begins with: `Ada (00:12): yes` gives
  /// `yes`.
  ///
  /// The line as it is when it begins with none.
  static func words(after line: Substring) -> String {
    let bytes = Array(line.utf8)
    var scanner = ByteScanner(bytes, ByteSpan(0, bytes.count))
    guard scanner.upToColonOrTime(limit: 80) != nil else { return String(line) }
    let hasTime = scanner.timeCode() != nil
    scanner.skipSpaces()
    guard scanner.skipColon() || hasTime else { return String(line) }
    scanner.skipSpaces()
    if scanner.timeCode() != nil { scanner.skipSpaces() }
    return scanner.text(ByteSpan(scanner.position, bytes.count))
  }
}
