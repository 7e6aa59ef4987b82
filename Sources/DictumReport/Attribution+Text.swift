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
    if let quotedBy { return "quoted by \(quotedBy)" }
    if let name { return confidence < 0.7 ? name + "?" : name }
    if let label, label.first != "?" { return "unknown (\(label))" }
    return authors.isEmpty ? "unknown speaker" : authors.joined(separator: ", ")
  }

  /// How that is known, in a few words.
  var methodText: String {
    if quotedBy != nil { return "in a quotation" }
    switch method {
    case .label: return "by the turn's label"
    case .heading: return "by the heading above"
    case .registry: return "by a label of the speakers' registry"
    case .voice: return "by the caption's voice tag"
    case .author: return "author of the source"
    case .declared: return "declared with by::"
    case .owner: return "the page's owner, who need not have written all of it"
    case .none: return authors.isEmpty ? "nothing says who" : "authors of the source"
    }
  }
}
