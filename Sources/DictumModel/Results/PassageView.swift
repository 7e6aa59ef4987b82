/// A passage as a verb shows it: the words, who said them, and where they stand.
package struct PassageView: Hashable, Sendable, Codable {
  /// What can be pasted back into any command.
  package var address: String

  /// The source's path in the library.
  package var path: String

  /// The source's title.
  package var title: String

  /// The source's date, as ISO 8601 text, if it has one.
  package var date: String?

  /// What sort of document the source is.
  package var sourceKind: SourceKind

  /// What sort of block it is: `paragraph`, `quote`, `claim`.
  package var kind: String

  /// The line of the file on which it begins, from 1.
  package var line: Int

  /// The headings it stands under, joined by ` › `; empty for none.
  package var headings: String

  /// The words without markup; one line feed for each line break in the source.
  package var text: String

  /// Who says it.
  package var speaker: SpeakerView

  /// The turn it is part of, from 1; `nil` outside dialogues.
  package var turn: Int?

  /// The turn's time code, as written.
  package var time: String?

  /// What was noticed in its words; `nil` when nothing was, or where it was not asked for.
  package var remarks: PassageRemarks?

  /// A view of the parts named.
  package init(
    address: String, path: String, title: String, date: String?, sourceKind: SourceKind,
    kind: String, line: Int, headings: String, text: String, speaker: SpeakerView, turn: Int?,
    time: String?
  ) {
    self.address = address
    self.path = path
    self.title = title
    self.date = date
    self.sourceKind = sourceKind
    self.kind = kind
    self.line = line
    self.headings = headings
    self.text = text
    self.speaker = speaker
    self.turn = turn
    self.time = time
  }
}

/// Who says a passage, as far as is known.
package struct SpeakerView: Hashable, Sendable, Codable {
  /// Whose words they are; `nil` when that is unknown.
  package var name: String?

  /// How it is known.
  package var method: Attribution.Method

  /// From 0 to 1.
  package var confidence: Double

  /// The label of an unknown speaker, such as `Speaker 1`, which tells voices of one recording apart.
  package var label: String?

  /// Whose words they are, seen from the one in whose turn or text they stand.
  package var voice: Voice

  /// Who quotes, pastes or shows the words, when they are not their own: the turn's speaker or the
  /// author.
  package var quotedBy: String?

  /// The authors of the source, for words outside any turn that several people wrote together.
  package var authors: [String]

  /// A view of the parts named.
  package init(
    name: String?, method: Attribution.Method, confidence: Double, label: String? = nil,
    voice: Voice = .own, quotedBy: String? = nil, authors: [String] = []
  ) {
    self.name = name
    self.label = label
    self.method = method
    self.confidence = confidence
    self.voice = voice
    self.quotedBy = quotedBy
    self.authors = authors
  }
}
