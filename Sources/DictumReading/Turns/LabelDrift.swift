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
    var counts: [String: (name: String, count: Int)] = [:]
    for case let name? in utterances.lazy.map(\.attribution.name) {
      counts[SpeakerKey(name).text, default: (name, 0)].count += 1
    }
    guard max(counts.count, people.count) <= mostNames else { return [] }
    let listed = Set(people.map { SpeakerKey($0).text })
    let common = counts.filter { $0.value.count >= 4 }.map(\.value)
    let candidates =
      common + people.filter { counts[SpeakerKey($0).text] == nil }.map { (name: $0, count: 0) }
    var targets: [String: (name: String, count: Int)] = [:]
    for (key, rare) in counts where !listed.contains(key) {
      let near = candidates.filter { isNear($0, rare, isListed: listed.contains(fold($0.name))) }
      if near.count == 1 { targets[key] = near[0] }
    }
    guard !targets.isEmpty else { return [] }
    return utterances.indices.compactMap { index in
      let utterance = utterances[index]
      guard let name = utterance.attribution.name, let target = targets[fold(name)] else {
        return nil
      }
      let count = counts[fold(name)]?.count ?? 1
      let known =
        target.count == 0
        ? "the front matter lists \(target.name)" : "\(target.name) speaks \(times(target.count))"
      return SpeakerProposal(
        utterance: index, name: target.name, method: .spelling,
        reason: "\(name) speaks \(times(count)) here and \(known): the names are nearly the same",
        line: utterance.line, confidence: 0.7)
    }
  }

  private static func isNear(
    _ target: (name: String, count: Int), _ rare: (name: String, count: Int), isListed: Bool
  ) -> Bool {
    guard isListed || target.count >= 4 * rare.count else { return false }
    let (a, b) = bytes(fold(target.name), fold(rare.name))
    // Short names that differ by a letter are two names, and so are those that differ by a number.
    guard a != b, min(a.count, b.count) >= 7, abs(a.count - b.count) <= 2,
      digits(target.name) == digits(rare.name)
    else { return false }
    return Spelling.distance(a, b) <= (min(a.count, b.count) >= 12 ? 2 : 1)
  }

  private static func fold(_ name: String) -> String { SpeakerKey(name).text }

  private static func digits(_ name: String) -> [UInt8] {
    name.utf8.filter { (0x30...0x39).contains($0) }
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
