import DictumModel

/// One contribution of a record that says by itself where each begins: a cue of captions, a line of
/// a chat, an object of an export.
struct Message {
  /// A stretch of its words that becomes a passage, or part of one.
  struct Paragraph {
    var kind: Passage.Kind
    /// One span a line, of the file as stored; where an escape stands for the end of a line, as in
    /// JSON, several lie on one line of the file.
    var lines: [ByteSpan]
    /// The words without markup; as many lines as `lines`, or one when those lie on one.
    var text: String
    var voice = Voice.own
    /// What its words point at, where that is not to be looked for in the bytes of `lines`; their
    /// lines, columns and passages are not set.
    var references: [Reference]?
    /// Whose words they are, where not the speaker's.
    var attribution: Attribution?

    init(_ kind: Passage.Kind, lines: [ByteSpan], text: String, voice: Voice = .own) {
      self.kind = kind
      self.lines = lines
      self.text = text
      self.voice = voice
    }
  }

  /// What it answers, as far as the words tell and not the record.
  struct Answer {
    /// An index into the messages of the record.
    var to: Int
    var method: Reply.Method
    /// From 0, a guess, to 1, said in so many words.
    var confidence: Double
  }

  var attribution: Attribution

  /// Who else speaks, where a label names several.
  var alsoBy: [Attribution] = []

  /// The label as written, without its markup.
  var label: String?

  var time: String?
  var date: String?

  /// The record's id of the message.
  var identifier: String?

  /// The record's id of the message that this one answers.
  var replyTo: String?

  /// The person spoken to, as written; where the words name one of the record, as the record does.
  var addressee: String?

  var answer: Answer?

  /// Whether somebody else speaks than before, though nothing says who.
  var changesSpeaker = false

  /// Whether nobody says it: a note on the conversation, whose passages belong to no utterance.
  var isAside = false

  /// The headings it stands under, outermost first.
  var headings: [String] = []

  /// When it was changed after it was sent, and the bytes that say so.
  var edited: (date: String?, span: ByteSpan)?

  /// The bytes of the whole message, its label included.
  var span: ByteSpan

  var paragraphs: [Paragraph]

  init(
    _ attribution: Attribution, label: String?, time: String? = nil, span: ByteSpan,
    paragraphs: [Paragraph]
  ) {
    self.attribution = attribution
    self.label = label
    self.time = time
    self.span = span
    self.paragraphs = paragraphs
  }

  /// Makes the words another's when they were passed on, as Telegram says: `forwarded_from`.
  mutating func takeForwarded(_ members: [JSONValue.Member]) {
    guard let from = members["forwarded_from"]?.words else { return }
    for index in paragraphs.indices where paragraphs[index].voice == .own {
      paragraphs[index].voice = .pasted
      paragraphs[index].attribution = Attribution(name: from, method: .record, confidence: 0.95)
    }
  }
}
