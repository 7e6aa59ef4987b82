import DictumModel
import GRDB

/// Finds speakers whose names are so alike that they are perhaps one person.
///
/// Nothing is merged: two people may well have one surname. That case and spaces differ is no
/// likeness, such names are one already.
struct SpeakerLikeness {
  private struct Speaker {
    var name: String
    var key: String
    /// Utterances and sources, for which of two names is the rarer.
    var weight: Int
  }

  private let speakers: [Speaker]

  init(_ db: Database) throws {
    speakers = try Row.fetchAll(
      db,
      sql: """
        SELECT sp.name, sp.key,
          (SELECT count(*) FROM utterance WHERE speaker_id = sp.id)
            + (SELECT count(*) FROM source_author WHERE speaker_id = sp.id)
        FROM speaker sp ORDER BY sp.key
        """
    ).map { Speaker(name: $0[0], key: $0[1], weight: $0[2]) }
  }

  /// The pairs, those by spelling first, each in alphabetical order.
  func merges() -> [MergeProposal] {
    let spelt = misspelt()
    let known = Set(spelt.map(\.name))
    return spelt + shortened().filter { !known.contains($0.name) }
  }

  /// Names of eight letters or more that are one edit apart, of which one is much rarer.
  ///
  /// Names one edit apart share what is left when one letter of either is taken out, so they are
  /// found without comparing all with all (Garbe's symmetric deletion).
  private func misspelt() -> [MergeProposal] {
    var groups: [[UInt8]: [Int]] = [:]
    for (index, speaker) in speakers.enumerated() {
      let bytes = Array(speaker.key.utf8)
      guard bytes.count >= 8, bytes.count <= 60 else { continue }
      var variants: Set<[UInt8]> = [bytes]
      for position in bytes.indices {
        var variant = bytes
        variant.remove(at: position)
        variants.insert(variant)
      }
      for variant in variants { groups[variant, default: []].append(index) }
    }
    var pairs: Set<[Int]> = []
    for group in groups.values where group.count > 1 && group.count < 20 {
      for first in group {
        for second in group where first < second { pairs.insert([first, second]) }
      }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { pair in
      misspelling(speakers[pair[0]], speakers[pair[1]])
    }
  }

  private func misspelling(_ one: Speaker, _ other: Speaker) -> MergeProposal? {
    let (rare, common) = one.weight < other.weight ? (one, other) : (other, one)
    guard Spelling.distance(Array(rare.key.utf8), Array(common.key.utf8)) <= 1,
      rare.weight * 4 <= common.weight,
      // `Speaker 1` and `Speaker 2` are two voices.
      SpeakerLikeness.digits(rare.key) == SpeakerLikeness.digits(common.key)
    else { return nil }
    return MergeProposal(
      name: rare.name, into: common.name,
      reason: "one letter is other than in \(common.name), which is much commoner")
  }

  private static func digits(_ key: String) -> [UInt8] {
    key.utf8.filter { (0x30...0x39).contains($0) }
  }

  /// `Kwa`, `T. Kwa` and `Thomas K.` beside one `Thomas Kwa`.
  private func shortened() -> [MergeProposal] {
    var full: [String: [Speaker]] = [:]
    for speaker in speakers {
      let words = SpeakerLikeness.words(speaker.key)
      guard words.count > 1, words.allSatisfy({ $0.utf8.count > 1 }) else { continue }
      for word in Set([words[0], words[words.count - 1]]) {
        full[word, default: []].append(speaker)
      }
    }
    return speakers.compactMap { speaker in
      let words = SpeakerLikeness.words(speaker.key)
      guard let long = words.first(where: { $0.utf8.count > 1 }), words.count <= 2,
        words.count == 1 || words.contains(where: { $0.utf8.count == 1 })
      else { return nil }
      let found = (full[long] ?? []).filter { isShort(words, of: SpeakerLikeness.words($0.key)) }
      guard found.count == 1, let only = found.first, only.key != speaker.key else { return nil }
      return MergeProposal(
        name: speaker.name, into: only.name,
        reason: "\(only.name) is the only speaker whose name could be so shortened")
    }
  }

  private func isShort(_ words: [String], of full: [String]) -> Bool {
    guard let first = full.first, let last = full.last, full.count > 1 else { return false }
    if words.count == 1 { return words[0] == first || words[0] == last }
    return first.hasPrefix(words[0]) && last.hasPrefix(words[1])
  }

  /// The words of a folded name; a full stop after an initial is none of it.
  private static func words(_ key: String) -> [String] {
    key.split { " .".contains($0) }.map(String.init)
  }
}
