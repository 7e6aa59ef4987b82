import DictumModel

/// A speaker's label at the head of a line.
struct SpeakerLabel: Hashable {
  /// How it is marked; the labels of one document are nearly all of one form.
  enum Form: Int, CaseIterable {
    /// `MarkedLabel`.
    case bold
    /// `MarkedLabel`, with one mark instead of two.
    case italic
    /// `PlainLabel`.
    case plain
    /// `HeadingLabel`.
    case heading
    /// `TimedLabel`.
    case timed
    /// `LoneLabel`.
    case lone
    /// `CapitalsLabel`.
    case capitals
    /// `DressedLabel`.
    case dressed
    /// `DressedLabel`, with brackets and no colon.
    case bracketed
    /// `DashedLabel`.
    case dashed
    /// `DottedLabel`.
    case dotted
    /// `ExaminedLabel`.
    case examined
    /// `ItemLabel`.
    case item
    /// `AloneLabel`.
    case alone
    /// `TableTurns`.
    case row
  }

  var form: Form

  /// The label's words, without a remark in brackets after the name.
  var name: String

  /// The time code, as written.
  var time: String?

  /// Where the speaker's words begin: bytes of the file, 0-based; the end of the line when they
  /// begin on the next.
  var contentStart: Int

  /// Whether a colon marks it.
  var hasColon = true

  /// Whether its marks close around it; not where a whole sentence is bold.
  var isClosed = true

  /// Whether a remark on the speaker, such as a party, stands behind the name.
  var hasRemark = false

  /// Whose label it is, as far as its words say.
  var bearer: LabelBearer

  /// Whether it names nobody: one who asks, a group, a sound.
  var isAnonymous: Bool { bearer != .person && bearer != .machine }

  /// Whether it says what somebody does in a talk, and no name: a role, a machine, a numbered voice.
  var isOffice: Bool

  /// What makes two labels the same.
  var key: String

  /// The number of its key in the `LabelBook` that read it, from 0.
  var number = 0

  /// The label of a shape whose words have been read.
  init(_ shape: LabelShape, _ words: LabelWords) {
    form = shape.form
    name = words.name
    contentStart = shape.contentStart
    bearer = words.bearer
    isOffice = words.isOffice
    key = words.key
    takeMarks(of: shape)
  }

  /// Takes over what stands around the words where they come again.
  mutating func takeMarks(of shape: LabelShape) {
    time = shape.time
    contentStart = shape.contentStart
    hasColon = shape.hasColon
    isClosed = shape.isClosed
    hasRemark = shape.hasRemark
  }

  /// The label that is a heading.
  init(heading words: LabelWords, time: String?, contentStart: Int, hasColon: Bool) {
    form = .heading
    name = words.name
    self.time = time
    self.contentStart = contentStart
    self.hasColon = hasColon
    bearer = words.bearer
    isOffice = words.isOffice
    key = words.key
  }
}

extension SpeakerLabel {
  /// The label with a colon at the head of the bytes of `line`, if they begin with one.
  init?(_ bytes: [UInt8], line: ByteSpan) {
    guard let scan = LabelScan(bytes, line), scan.hasColon,
      let shape = MarkedLabel.shape(scan) ?? PlainLabel.shape(scan),
      let words = LabelWords(shape.text(bytes), allowLowercase: shape.allowLowercase)
    else { return nil }
    self.init(shape, words)
  }

  /// The words of a line of plain text after the label it begins with: `Ada (00:12): yes` gives
  /// `yes`.
  ///
  /// The line as it is when it begins with none.
  static func words(after line: Substring) -> String {
    let bytes = Array(line.utf8)
    guard let scan = LabelScan(bytes, ByteSpan(0, bytes.count)), scan.hasColon || scan.endsWithTime
    else { return String(line) }
    return String(decoding: bytes[scan.contentStart...], as: UTF8.self)
  }

  /// Where a line's words, rendered without markup from `start` on, go on after those of a label whose
  /// source is `source`.
  ///
  /// The words of a label stand in its source in the same order, with markup between them.
  static func end(
    in rendered: UnsafeBufferPointer<UInt8>, from start: Int, after source: ArraySlice<UInt8>
  ) -> Int {
    var at = start
    for byte in source where at < rendered.count && rendered[at] == byte { at += 1 }
    while at < rendered.count, rendered[at] == 0x20 || rendered[at] == 0x09 { at += 1 }
    return at
  }
}
