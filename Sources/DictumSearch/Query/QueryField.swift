/// The fields that ask something of a passage rather than of its words.
enum QueryField: String, CaseIterable {
  case speaker
  case source
  case author
  case kind
  case voice
  case tag
  case path = "in"
  case after
  case before

  /// The names of the column of titles and headings, which asks of words.
  static let headNames: Set<String> = ["title", "head"]

  /// Every name a field has, for a note.
  static var names: String {
    (allCases.map(\.rawValue) + headNames.sorted()).map { $0 + ":" }.joined(separator: " ")
  }
}
