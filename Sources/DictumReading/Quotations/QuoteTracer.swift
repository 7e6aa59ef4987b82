import DictumModel

/// Finds the passages of a conversation that repeat an earlier turn, marked as quotations or not.
///
///     Ada:   My plan is to write up the parts that I consider valuable.
///     Bram:  My plan [...] is to write up the parts I consider valuable.
///            Which parts?
///
/// An export loses the marks of a quotation, and what is quoted is edited afterwards, so a repeated
/// paragraph need not be marked nor be the same. To be a quotation without marks it must have eight
/// words, and words of the turn's own beside it. In a longer one up to a fifth may be others.
///
/// Most passages repeat nothing. A first look, in one pass, asks of every run of four words whether
/// it was there before; only for passages of which many were, the places are found and the words
/// aligned. Both take time in proportion to the source.
struct QuoteTracer {
  /// The words a quotation must have, with marks and without.
  private static let leastWords = (marked: 5, unmarked: 8)

  /// The bytes a quotation without marks must have: people who talk echo one another in fewer.
  private static let leastBytes = 45

  /// The words from which on a fifth may be others than in the original.
  private static let driftingWords = (marked: 10, unmarked: 15)

  /// Of the runs of a passage, the share that must have been there before.
  private static let repeatedShare = 0.4

  /// The words of a passage that are aligned; a longer one is judged by its beginning.
  private static let alignedWords = 300

  /// The places looked at for one run of words.
  private static let placesPerRun = 6

  private let passages: [Passage]
  private let utterances: [Utterance]
  private var stream = WordStream(text: "")

  /// For each utterance, its words, and how many passages it has.
  private var extents: [Range<Int>]
  private var passageCounts: [Int]

  /// The passages found to repeat others.
  private(set) var quotations: [TracedQuotation] = []

  init(_ reading: SourceReading) {
    passages = reading.passages
    utterances = reading.utterances
    extents = Array(repeating: 0..<0, count: utterances.count)
    passageCounts = Array(repeating: 0, count: utterances.count)
    for index in passages.indices {
      if let utterance = passages[index].utterance { passageCounts[utterance] += 1 }
    }
    guard let last = passages.indices.last(where: mayQuote) else { return }
    // What comes after the last that may quote is quoted by none.
    stream = WordStream(passages[...last])
    for index in passages.indices where index <= last {
      guard let utterance = passages[index].utterance else { continue }
      let range = stream.ranges[index]
      if extents[utterance].isEmpty {
        extents[utterance] = range
      } else if extents[utterance].upperBound == range.lowerBound {
        extents[utterance] = extents[utterance].lowerBound..<range.upperBound
      }
    }
    trace(candidates())
  }

  /// The passages of which many runs of words were there before.
  private func candidates() -> [Int] {
    var sieve = HashSieve(count: stream.words.count)
    var found: [Int] = []
    for (index, range) in stream.ranges.enumerated() where range.count >= WordStream.shingle {
      var repeated = 0
      stream.forEachShingle(in: range) { _, hash in
        if sieve.insert(hash) { repeated += 1 }
      }
      let shingles = range.count - WordStream.shingle + 1
      if Double(repeated) >= Double(shingles) * QuoteTracer.repeatedShare,
        isEligible(index)
      {
        found.append(index)
      }
    }
    return found
  }

  /// Whether a passage may repeat another, before its words are read.
  private func mayQuote(_ index: Int) -> Bool {
    guard let utterance = passages[index].utterance, utterance > 0 else { return false }
    switch passages[index].voice {
    case .quoted: return true
    case .own:
      // What is all of a turn answers nothing: it is said again, not quoted.
      return passageCounts[utterance] > 1
        && passages[index].text.utf8.count >= QuoteTracer.leastBytes
    case .pasted, .machine, .note: return false
    }
  }

  private func isEligible(_ index: Int) -> Bool {
    let least = QuoteTracer.leastWords
    let isMarked = passages[index].voice == .quoted
    return mayQuote(index)
      && stream.ranges[index].count >= (isMarked ? least.marked : least.unmarked)
  }

  private mutating func trace(_ candidates: [Int]) {
    guard !candidates.isEmpty else { return }
    let places = places(of: candidates)
    var isQuotation = Set<Int>()
    var pending = candidates[...]
    while let first = pending.first, let utterance = passages[first].utterance {
      let own = pending.prefix { passages[$0].utterance == utterance }
      pending = pending.dropFirst(own.count)
      let found = own.compactMap { original(of: $0, places, isQuotation) }
      let unmarked = found.count { passages[$0.passage].voice == .own }
      let isOnlyQuotations = unmarked == passageCounts[utterance]
      for quotation in found
      where !isOnlyQuotations || passages[quotation.passage].voice == .quoted {
        isQuotation.insert(quotation.passage)
        quotations.append(quotation)
      }
    }
  }

  /// Where a run of words stands.
  private struct Place {
    var passage: Int
    var word: Int
  }

  /// The places of the runs of the candidates, in the order of the source.
  private func places(of candidates: [Int]) -> [UInt64: [Place]] {
    let runs = candidates.reduce(0) { $0 + stream.ranges[$1].count }
    var sieve = HashSieve(count: runs)
    for index in candidates {
      stream.forEachShingle(in: stream.ranges[index]) { _, hash in sieve.insert(hash) }
    }
    var places: [UInt64: [Place]] = [:]
    for (index, range) in stream.ranges.enumerated() where passages[index].voice != .quoted {
      stream.forEachShingle(in: range) { at, hash in
        guard sieve.contains(hash) else { return }
        if places[hash, default: []].count < QuoteTracer.placesPerRun {
          places[hash, default: []].append(Place(passage: index, word: at))
        }
      }
    }
    return places
  }

  /// The passage that `index` repeats, with the fewest words changed, the earliest of several.
  private func original(
    of index: Int, _ places: [UInt64: [Place]], _ isQuotation: Set<Int>
  ) -> TracedQuotation? {
    guard let utterance = passages[index].utterance else { return nil }
    let range = stream.ranges[index]
    var votes: [Int: [Place]] = [:]
    stream.forEachShingle(in: range.prefix(QuoteTracer.alignedWords)) { at, hash in
      for place in places[hash] ?? [] {
        guard place.passage < index, !isQuotation.contains(place.passage),
          let other = passages[place.passage].utterance,
          canQuote(utterance, other, isMarked: passages[index].voice == .quoted)
        else { continue }
        // What counts is where the passage would begin there.
        votes[other, default: []].append(
          Place(passage: place.passage, word: place.word - (at - range.lowerBound)))
      }
    }
    let ranked = votes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(2)
    let parts = parts(of: index)
    var best: TracedQuotation?
    for (other, begins) in ranked {
      guard let found = alignment(parts, in: extents[other], near: begins.map(\.word)) else {
        continue
      }
      let words = parts.reduce(0) { $0 + $1.count }
      let drift = Double(found.edits) / Double(words)
      let isMarked = passages[index].voice == .quoted || parts.count > 1
      let mayDrift =
        words >= (isMarked ? QuoteTracer.driftingWords.marked : QuoteTracer.driftingWords.unmarked)
      guard mayDrift ? drift <= 0.2 : found.edits == 0, drift < best?.drift ?? 1 else { continue }
      let original = begins.map(\.passage).last { stream.ranges[$0].contains(found.start) }
      best = TracedQuotation(
        passage: index, original: original ?? begins[0].passage, drift: drift)
      // Of several that say the same the earliest came first.
      if drift == 0 { break }
    }
    return best
  }

  /// Whether one utterance may repeat another: nobody quotes their own turn, and a person who says
  /// something again does not quote it, unless it is marked.
  private func canQuote(_ utterance: Int, _ other: Int, isMarked: Bool) -> Bool {
    let (here, there) = (utterances[utterance], utterances[other])
    guard other < utterance, here.turn != there.turn else { return false }
    guard !isMarked, let name = here.attribution.name else { return true }
    return name != there.attribution.name
  }

  /// The words of a passage, cut where it leaves something out.
  private func parts(of index: Int) -> [ArraySlice<UInt32>] {
    var rest = stream.words[stream.ranges[index]].prefix(QuoteTracer.alignedWords)
    return QuotedParts.wordCounts(passages[index].text).compactMap { count in
      let part = rest.prefix(count)
      rest = rest.dropFirst(count)
      return part.isEmpty ? nil : part
    }
  }

  /// Aligns parts, which must follow one another, with the words of an utterance.
  ///
  /// - Parameter near: For runs of words, where the whole would begin if nothing was left out.
  private func alignment(
    _ parts: [ArraySlice<UInt32>], in extent: Range<Int>, near begins: [Int]
  ) -> (edits: Int, start: Int)? {
    guard !begins.isEmpty else { return nil }
    let whole = parts.reduce(0) { $0 + $1.count }
    // The middle of the places found is that of the words; one far off is a chance.
    let middle = begins.sorted()[begins.count / 2]
    let reach = parts.count > 1 ? whole * 4 + 200 : whole / 3 + 8
    var from = max(extent.lowerBound, middle - reach)
    let to = min(extent.upperBound, middle + whole + reach)
    var edits = 0
    var start: Int?
    for part in parts {
      guard from <= to, let found = WordAlignment(of: part, in: stream.words[from..<to]) else {
        return nil
      }
      edits += found.edits
      if found.edits < part.count {
        start = start ?? found.range.lowerBound
        from = found.range.upperBound
      }
    }
    return start.map { (edits, $0) }
  }
}
