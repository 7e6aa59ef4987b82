import DictumModel

/// Finds labels that are probably another's, misspelt: `Jonny Boursiquot` once, where `Johnny
/// Boursiquot` speaks two hundred times.
///
/// It proposes and changes nothing: two people can have names that are nearly the same.
enum LabelDrift {
  /// Among more names than this, many are nearly the same.
  private static let mostNames = 300

  /// A proposal for each utterance of a name that comes seldom, if the name of somebody who speaks at
  /// least four times as often, or whom the front matter lists, is an edit or two away.
  static func proposals(_ utterances: [Utterance], people: [String]) -> [SpeakerProposal] {
    guard !utterances.isEmpty else { return [] }
    var numbers: [String: Int] = [:]
    var names: [(name: String, count: Int)] = []
    // Nearly everybody goes on, or answers the one who spoke before.
    var (last, before) = (0, 0)
    for index in utterances.indices {
      guard let name = utterances[index].attribution.name else { continue }
      if names.isEmpty || names[last].name != name {
        let isAnswer = !names.isEmpty && names[before].name == name
        let number = isAnswer ? before : numbers[name] ?? names.count
        (last, before) = (number, last)
        if number == names.count {
          numbers[name] = number
          names.append((name, 0))
        }
      }
      names[last].count += 1
    }
    guard !names.isEmpty else { return [] }
    var counts: [String: Folded] = [:]
    for (name, count) in names {
      let folded = Folded(name)
      counts[folded.key, default: folded].count += count
    }
    guard max(counts.count, people.count) <= mostNames else { return [] }
    let known = people.map(Folded.init)
    let listed = Set(known.map(\.key))
    let common = counts.values.filter { $0.count >= 4 }
    let candidates = common + known.filter { counts[$0.key] == nil }
    var targets: [String: Folded] = [:]
    for (key, rare) in counts where !listed.contains(key) {
      let near = candidates.filter { isNear($0, rare, isListed: listed.contains($0.key)) }
      if near.count == 1 { targets[key] = near[0] }
    }
    guard !targets.isEmpty else { return [] }
    return utterances.indices.compactMap { index in
      let utterance = utterances[index]
      guard let name = utterance.attribution.name else { return nil }
      let key = SpeakerKey(name).text
      guard let target = targets[key] else { return nil }
      let count = counts[key]?.count ?? 1
      let known =
        target.count == 0
        ? "the front matter lists \(target.name)" : "\(target.name) speaks \(times(target.count))"
      return SpeakerProposal(
        utterance: index, name: target.name, method: .spelling,
        reason: "\(name) speaks \(times(count)) here and \(known): the names are nearly the same",
        line: utterance.line, confidence: 0.7)
    }
  }

  /// A name, and what it is compared by.
  private struct Folded {
    let name: String
    let key: String
    /// The key's length in characters, of which the first hundred count.
    let length: Int
    let digits: [UInt8]
    /// How many utterances are theirs.
    var count = 0

    init(_ name: String) {
      self.name = name
      key = SpeakerKey(name).text
      length = key.prefix(100).count
      digits = name.utf8.filter { (0x30...0x39).contains($0) }
    }
  }

  private static func isNear(_ target: Folded, _ rare: Folded, isListed: Bool) -> Bool {
    guard isListed || target.count >= 4 * rare.count else { return false }
    // Short names that differ by a letter are two names, and so are those that differ by a number.
    guard min(target.length, rare.length) >= 7, abs(target.length - rare.length) <= 2,
      target.digits == rare.digits
    else { return false }
    let (a, b) = bytes(target.key, rare.key)
    return a != b && Spelling.distance(a, b) <= (min(a.count, b.count) >= 12 ? 2 : 1)
  }

  /// The two names with a byte for each character, so that `ü` for `u` is one edit.
  private static func bytes(_ a: String, _ b: String) -> ([UInt8], [UInt8]) {
    var codes: [Character: UInt8] = [:]
    func coded(_ name: String) -> [UInt8] {
      name.prefix(100).map { character in
        if let code = codes[character] { return code }
        let code = UInt8(truncatingIfNeeded: codes.count)
        codes[character] = code
        return code
      }
    }
    return (coded(a), coded(b))
  }

  private static func times(_ count: Int) -> String {
    count == 1 ? "once" : "\(count) times"
  }
}
