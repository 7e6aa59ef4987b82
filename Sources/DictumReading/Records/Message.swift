import DictumModel

/// One contribution of a record that says by itself where each begins: a cue of captions, a line of
/// a chat, an object of an export.
struct Message {
  /// A stretch of its words that becomes a passage, or part of one.
  struct Paragraph {
    var kind: Passage.Kind
    /// One span a line, of the file as stored.
    var lines: [ByteSpan]
    /// The words without markup; as many lines as `lines`.
    var text: String
    var voice = Voice.own

    init(_ kind: Passage.Kind, lines: [ByteSpan], text: String, voice: Voice = .own) {
      self.kind = kind
      self.lines = lines
      self.text = text
      self.voice = voice
    }
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

  /// The person spoken to, as written.
  var addressee: String?

  /// Whether somebody else speaks than before, though nothing says who.
  var changesSpeaker = false

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
}
