import DictumModel

/// Who the labels of one document name: each label's person, told from what the document says.
///
/// The registry of the front matter comes first, then a legend of initials, then the parts of a joint
/// label, then a full name that the label is short for or has the initials of, if exactly one person
/// has it. What is left names its bearer as it is written.
struct Cast {
  /// Who a label names.
  struct Member {
    var attribution: Attribution
    var alsoBy: [Attribution] = []
  }

  private let registry: SpeakerRegistry

  /// For the number of each label's key, whom it names.
  private var members: [Member?] = []

  private var legend: [String: String] = [:]

  /// What the initials of the document stand for, as written.
  private(set) var initials: [String: String] = [:]

  /// For the key of a letter that took a name's place, the name.
  private var letters: [String: String] = [:]

  /// Full names among the labels.
  private var fullNames: [ShortName] = []

  /// For the key of initials, the name that the words above the first turn have for them.
  private var introduced: [String: String] = [:]

  /// The keys of labels that name one person.
  private var alone: Set<String> = []

  /// Names that the front matter or the legend gives.
  private var declaredNames: [ShortName] = []

  /// More people than this are not asked one by one whether a label is short for one of them.
  private static let mostPeople = 200

  /// The cast of the labels of `starts`.
  init(_ starts: [TurnStart], leaves: [Leaf], registry: SpeakerRegistry) {
    self.registry = registry
    var labels: [SpeakerLabel] = []
    var isMet: [Bool] = []
    for index in starts.indices {
      guard let number = starts[index].label?.number else { continue }
      while isMet.count <= number { isMet.append(false) }
      if !isMet[number], let label = starts[index].label { labels.append(label) }
      isMet[number] = true
    }
    guard !labels.isEmpty else { return }
    let people = labels.filter { $0.bearer == .person && !RecordedVoice.isLabel($0.name) }
      .sorted { $0.key < $1.key }
    var codes: Set<String> = []
    for label in people {
      let parts = JointLabel.parts(of: label.name)
      codes.formUnion(parts.filter { Legend.isCode($0) && registry.name(for: $0) == nil })
      guard parts.count == 1 else { continue }
      alone.insert(label.key)
      guard label.name.utf8.contains(0x20) else { continue }
      let name = ShortName(label.name)
      if !name.isTitled { fullNames.append(name) }
    }
    fullNames = fullNames.filter { several($0.name).isEmpty }
    if fullNames.count > Cast.mostPeople { fullNames = [] }
    initials = Legend(leaves, wanted: codes).names
    for (code, name) in initials { legend[SpeakerKey(code).text] = name }
    introduce(codes, starts, leaves)
    if labels.contains(where: { $0.name.utf8.count == 1 }) { findSwitches(starts) }
    let declared = registry.people + Set(legend.values).sorted()
    if declared.count <= Cast.mostPeople { declaredNames = declared.map(ShortName.init) }
    members = Array(repeating: nil, count: isMet.count)
    for label in labels { members[label.number] = member(label) }
  }

  /// Whom the label with a number names; nobody known for one of a role, and for none.
  func member(numbered number: Int?) -> Member {
    number.flatMap { members[$0] } ?? Member(attribution: .unknown)
  }

  private func member(_ label: SpeakerLabel) -> Member {
    // `Response:` names no machine.
    guard !label.name.hasPrefix("?"), label.bearer != .machine || label.key != "response" else {
      return Member(attribution: .unknown)
    }
    if let known = declared(label.key) { return Member(attribution: known) }
    // `A:` asks and answers, unless it took the place of `Ada:`.
    if label.bearer == .asker, letters[label.key] != nil {
      return Member(attribution: person(label.name, label.key, form: label.form))
    }
    // A letter that nothing resolves keeps a name back.
    let isLetter = label.name.utf8.count == 1 && letters[label.key] == nil
    if label.isAnonymous || isLetter || RecordedVoice.isLabel(label.name) {
      return Member(attribution: .unknown)
    }
    let crowd = several(label.name)
    let parts = crowd.isEmpty ? JointLabel.parts(of: label.name) : crowd
    if parts.count > 1, label.bearer == .person {
      let several = parts.compactMap { part in
        let key = SpeakerKey(part).text
        return declared(key)
          ?? (alone.contains(key) ? person(part, key, form: label.form) : nil)
      }
      if several.count == parts.count {
        return Member(attribution: several[0], alsoBy: Array(several.dropFirst()))
      }
    }
    return Member(attribution: person(label.name, label.key, form: label.form))
  }

  /// The parts of a label in capitals each word of which is the label of somebody else, as plays have
  /// it: `HORATIO MARCELLUS`; none of any other.
  private func several(_ name: String) -> [String] {
    guard !name.utf8.contains(where: { (0x61...0x7A).contains($0) }) else { return [] }
    let words = name.words.map(String.init)
    let isJoint = words.count > 1 && words.allSatisfy { alone.contains(SpeakerKey($0).text) }
    return isJoint ? words : []
  }

  /// Finds the names of initials that no legend and nobody's full label has.
  private mutating func introduce(_ codes: Set<String>, _ starts: [TurnStart], _ leaves: [Leaf]) {
    let people = fullNames.map(\.name)
    let nameless = codes.filter { code in
      legend[SpeakerKey(code).text] == nil
        && IntroducedNames.owner(of: code, among: people) == nil
    }
    guard let first = starts.first?.leaf else { return }
    for (code, name) in IntroducedNames.names(for: nameless, in: leaves[..<first]) {
      introduced[SpeakerKey(code).text] = name
    }
  }

  /// Finds the letters that take the place of a name: an interview that begins with `Ada:` and
  /// `Bram:` may go on with `A:` and `B:`, and does not come back to the names.
  private mutating func findSwitches(_ starts: [TurnStart]) {
    var first: [String: Int] = [:]
    var last: [String: (index: Int, name: String)] = [:]
    let asks = starts.contains { $0.label?.key == "q" }
    for (index, start) in starts.enumerated() {
      guard let label = start.label,
        alone.contains(label.key) || (label.key == "a" && !asks)
      else { continue }
      if label.name.utf8.count == 1 { first[label.key] = first[label.key] ?? index }
      last[label.key] = (index, label.name)
    }
    for (letter, index) in first {
      let names = last.filter { $0.key.utf8.count > 1 && $0.key.hasPrefix(letter) }
      if let name = names.first?.value, names.count == 1, name.index < index {
        letters[letter] = name.name
      }
    }
  }

  /// The name that the registry or a legend gives.
  private func declared(_ key: String) -> Attribution? {
    if let known = registry.attribution(ofKey: key) { return known }
    return legend[key].map { Attribution(name: $0, method: .legend, confidence: 1) }
  }

  private func person(_ name: String, _ key: String, form: SpeakerLabel.Form) -> Attribution {
    let short = ShortName(name)
    if let (person, confidence) = Cast.owner(of: short, among: declaredNames) {
      return Attribution(name: person, method: .registry, confidence: confidence)
    }
    if let switched = letters[key] {
      var known = person(switched, SpeakerKey(switched).text, form: form)
      known.confidence = min(known.confidence, 0.8)
      return known
    }
    if let owner = IntroducedNames.owner(of: name, among: fullNames.map(\.name)) {
      return Attribution(name: owner, method: .label, confidence: 0.85)
    }
    if let introduced = introduced[key] {
      return Attribution(name: introduced, method: .label, confidence: 0.8)
    }
    // Part of a first name is enough only where the front matter says who takes part.
    if let (person, confidence) = Cast.owner(of: short, among: fullNames), confidence > 0.8 {
      return Attribution(name: person, method: .label, confidence: 0.85)
    }
    return form == .heading
      ? Attribution(name: name, method: .heading, confidence: 0.9)
      : Attribution(name: name, method: .label, confidence: 0.95)
  }

  /// The one person that `name` is short for; whole words beat parts of one.
  private static func owner(
    of name: ShortName, among people: [ShortName]
  ) -> (String, Double)? {
    var best: (name: String, confidence: Double)?
    var isUnique = true
    for person in people {
      guard let confidence = name.confidence(isShortFor: person) else { continue }
      if let found = best, found.confidence >= confidence {
        if found.confidence == confidence, SpeakerKey(found.name) != SpeakerKey(person.name) {
          isUnique = false
        }
        continue
      }
      best = (person.name, confidence)
      isUnique = true
    }
    return isUnique ? best : nil
  }
}
