import DictumModel

/// The people a source names, so that `@Jeremy` can be said in full where it says Jeremy who.
struct KnownNames {
  /// For a first name, the full names that begin with it, each with whether it stands at the head of
  /// the source: in its title, its front matter, or before its first turn.
  private var full: [String: [String: Bool]] = [:]

  /// How often each word asked for is written with a capital, and whether ever without.
  private var counts: [String: Int] = [:]
  private var lowercased: Set<String> = []

  /// For each byte, the lengths of the words asked for that begin with it: a bit for each, the last
  /// for all from 63 bytes on.
  private var lengths = [UInt64](repeating: 0, count: 256)

  /// The bytes of which `lengths` has one.
  private var initials: [UInt8] = []

  /// Who speaks or writes here, whatever else is known.
  private var people: [String: String] = [:]

  /// Words after a greeting that mean no one person.
  private static let everybody: Set<String> = [
    "All", "Both", "Everybody", "Everyone", "Folks", "Friends", "Guys", "Team", "There", "You",
  ]

  /// The names of a source that begin with one of `words`, in one pass over it.
  init(_ reading: SourceReading, beginningWith words: Set<String>) {
    let named =
      reading.authors + reading.utterances.compactMap(\.attribution.name)
      + reading.speakerAliases.values
    for name in Set(named) {
      people[SpeakerKey(name).text] = name
      let first = name.split(separator: " ").first.map(String.init) ?? name
      if first != name { full[first, default: [:]][name] = true }
    }
    let lower = Set(words.map { $0.lowercased() })
    for word in words.union(lower) {
      lengths[Int(word.utf8.first ?? 0)] |= 1 << UInt64(min(word.utf8.count, 63))
    }
    initials = (0...255 as ClosedRange<UInt8>).filter { lengths[Int($0)] != 0 }
    scan(reading.title, isHead: true, words, lower)
    for index in reading.passages.indices {
      let isHead = reading.passages[index].utterance == nil
      scan(reading.passages[index].text, isHead: isHead, words, lower)
    }
  }

  private mutating func scan(
    _ text: String, isHead: Bool, _ words: Set<String>, _ lower: Set<String>
  ) {
    var text = text
    text.withUTF8 { scan($0, isHead: isHead, words, lower) }
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, isHead: Bool, _ words: Set<String>, _ lower: Set<String>
  ) {
    let scanner = NameWords(bytes)
    var at = 0
    // Most words begin otherwise than the few that are asked for, or are not as long.
    while let start = scanner.start(from: at, initials: initials) {
      let end = scanner.wordEnd(start)
      at = max(end, start + 1)
      let isAsked = lengths[Int(bytes[start])] >> UInt64(min(end - start, 63)) & 1 == 1
      guard isAsked, let word = scanner.word(at: start) else { continue }
      guard words.contains(word.text) else {
        if !word.isName, lower.contains(word.text) { lowercased.insert(word.text) }
        continue
      }
      counts[word.text, default: 0] += 1
      let next = scanner.skippingSpaces(at)
      guard !word.isPossessive, next > at, let last = scanner.word(at: next), last.isName else {
        continue
      }
      let name = "\(word.text) \(last.text)"
      full[word.text, default: [:]][name] = full[word.text]?[name] == true || isHead
    }
  }

  /// Whether somebody of this name speaks or writes here.
  func isPerson(_ name: String) -> Bool { people[SpeakerKey(name).text] != nil }

  /// The name that the words of a cue begin with, in full if the source says it in full; `nil` when
  /// nothing but the cue says that it is one.
  ///
  /// Of several full names the one at the head of the source counts; if that does not tell them
  /// apart, the name stays as written.
  func name(_ cue: NameCue) -> String? {
    guard let first = cue.words.first else { return nil }
    for count in stride(from: cue.words.count, to: 0, by: -1) {
      let written = cue.words.prefix(count).joined(separator: " ")
      if let person = people[SpeakerKey(written).text] { return person }
    }
    if cue.words.count > 1 {
      let written = cue.words.prefix(2).joined(separator: " ")
      // The cue itself is one place; `@Jeremy Gillen` needs no other, `Hi Thomas What` does.
      if full[first]?[written] != nil, cue.form == .at || counts[first, default: 0] > 1 {
        if full[first]?.count == 1 || cue.form == .at { return written }
      }
    }
    let names = full[first] ?? [:]
    if names.count == 1, let only = names.first { return only.key }
    let atHead = names.filter(\.value)
    if atHead.count == 1, let only = atHead.first { return only.key }
    let isSure = cue.form == .at || !names.isEmpty || counts[first, default: 0] > 1
    guard isSure, !KnownNames.everybody.contains(first), !lowercased.contains(first.lowercased())
    else { return nil }
    return first
  }
}
