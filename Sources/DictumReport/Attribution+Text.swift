import DictumModel

extension SpeakerView {
  /// Who says it, in a few words: `Ada Okafor`, `quoted by Ada Okafor`, `unknown speaker`, and for a
  /// page whose owner wrote most of it `Thomas Kwa?`.
  ///
  /// Outside a dialogue nobody speaks; the words have an author, or none that is named.
  func shortText(inTurn: Bool) -> String {
    if !inTurn, quotedBy == nil, name == nil, authors.isEmpty { return "no author named" }
    return shortText
  }

  /// The same, for words in a turn.
  var shortText: String {
    if voice == .machine, let name, name == quotedBy { return "\(name), a machine" }
    if let quotedBy { return "\(name.map { "\($0), " } ?? "")\(voiceWord) by \(quotedBy)" }
    if let name { return confidence < 0.7 ? name + "?" : name }
    if let label, label.first != "?" {
      return "unknown (\(label))" + (voice == .machine ? ", a machine" : "")
    }
    return authors.isEmpty ? "unknown speaker" : authors.joined(separator: ", ")
  }

  /// Who speaks in the turn, whosever words a passage of it repeats.
  var turnText: String {
    if let quotedBy { return quotedBy }
    return voice == .own || voice == .machine ? shortText : "unknown speaker"
  }

  /// How that is known, in a few words.
  var methodText: String {
    if quotedBy != nil, name == nil { return voiceText }
    switch method {
    case .label: return "by the turn's label"
    case .heading: return "by the heading above"
    case .registry: return "by a label of the speakers' registry"
    case .voice: return "by the caption's voice tag"
    case .record: return "by the record's own field"
    case .legend: return "by a legend of initials in the document"
    case .introduction: return "by the words that introduce it"
    case .user: return "assigned by you"
    case .author: return "author of the source"
    case .declared: return "declared with by::"
    case .owner: return "the page's owner, who need not have written all of it"
    case .none: return authors.isEmpty ? "nothing says who" : "authors of the source"
    }
  }

  /// What the one who speaks does with words that are not their own.
  private var voiceWord: String {
    switch voice {
    case .own, .quoted: "quoted"
    case .pasted: "pasted"
    case .machine: "shown"
    case .note: "noted"
    }
  }

  private var voiceText: String {
    switch voice {
    case .own, .quoted: "in a quotation"
    case .pasted: "pasted into the turn"
    case .machine: "marked as a machine's output"
    case .note: "an editor's note"
    }
  }
}
