import DictumModel

/// The full names behind the initials of a conversation, where no legend has them: those of people who
/// speak under their names first, or whom the words above the first turn name.
///
///     Lotte Raskin: Shall we begin?        then `LR: …`
///
///     Lotte Raskin talked to Bram Visser about moss.
///
///     LR: Shall we begin?
///
/// Initials that two names have are nobody's, and what stands above the first turn is believed where it
/// has a name for all of them.
struct IntroducedNames {
  /// The most bytes of a paragraph above the first turn that are looked at.
  private static let reach = 2000

  /// The name of the one among `names` whose initials are `label`; `nil` where none or several are.
  static func owner(of label: String, among names: [String]) -> String? {
    guard FullInitials.mayBe(label) else { return nil }
    let owners = names.filter { FullInitials($0).hold(label) }
    guard let first = owners.first,
      owners.allSatisfy({ SpeakerKey($0) == SpeakerKey(first) })
    else { return nil }
    return first
  }

  /// The names for all of `codes` in the words of `leaves`; none where one of them has none.
  static func names(for codes: Set<String>, in leaves: ArraySlice<Leaf>) -> [String: String] {
    guard codes.count > 1 else { return [:] }
    let codesByInitials = Dictionary(grouping: codes.filter(FullInitials.mayBe)) { $0.uppercased() }
    var found: [String: String] = [:]
    for leaf in leaves {
      switch leaf.kind {
      case .heading, .block(.paragraph): break
      default: continue
      }
      guard leaf.text.utf8.count <= reach else { continue }
      for name in people(in: leaf.text) {
        for code in FullInitials(name).all.flatMap({ codesByInitials[$0] ?? [] }) {
          if let known = found[code], SpeakerKey(known) != SpeakerKey(name) { return [:] }
          found[code] = name
        }
      }
    }
    return found.count == codes.count ? found : [:]
  }

  /// Two or three words that begin with a capital each and follow one another, particles between them
  /// not counted.
  private static func people(in text: String) -> [String] {
    var people: [String] = []
    var run: [Substring] = []
    for word in text.split(whereSeparator: { $0.isWhitespace }) {
      let bare = word.drop { "(*_[\"“".contains($0) }
      let ends = bare.last.map { ",.;:!?)*_]\"”".contains($0) } ?? false
      var name = bare
      while let last = name.last, ",;:!?)*_]\"”.".contains(last) { name.removeLast() }
      if name.hasSuffix("'s") || name.hasSuffix("’s") { name.removeLast(2) }
      let isCapitalised =
        name.first?.isUppercase == true && name.dropFirst().contains(where: \.isLowercase)
      guard isCapitalised || (!run.isEmpty && name.utf8.count <= 3 && !ends) else {
        people += names(of: run)
        run = []
        continue
      }
      run.append(name)
      if ends || name.count + 1 < bare.count {
        people += names(of: run)
        run = []
      }
    }
    return people + names(of: run)
  }

  /// The names that a run of words may be: its neighbours with capitals, and what lies between.
  private static func names(of run: [Substring]) -> [String] {
    let capitals = run.indices.filter { run[$0].first?.isUppercase == true }
    return zip(capitals, capitals.dropFirst()).compactMap { first, last in
      LabelName.name(in: run[first...last].joined(separator: " "), allowLowercase: false)
    }
  }
}
