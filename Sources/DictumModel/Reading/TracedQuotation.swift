/// A passage that repeats words of an earlier turn of the same source.
package struct TracedQuotation: Hashable, Sendable {
  /// The passage that repeats, an index into `SourceReading.passages`.
  package var passage: Int

  /// Where the words stood first, an index into `SourceReading.passages`; the first passage, if they
  /// go over several.
  package var original: Int

  /// The words that are other than there, of all its words: 0 when none, at most a fifth.
  package var drift: Double

  /// A quotation of the parts named.
  package init(passage: Int, original: Int, drift: Double) {
    self.passage = passage
    self.original = original
    self.drift = drift
  }
}

extension SourceReading {
  /// Says of every quoted passage whose words it repeats, as far as the turn quoted says who spoke.
  ///
  /// Who is quoted is known less surely than who spoke; an attribution found otherwise stays.
  package mutating func attributeQuotations() {
    for quotation in quotations {
      guard let quoted = passages[quotation.original].utterance else { continue }
      let speaker = utterances[quoted].attribution
      guard speaker.name != nil, passages[quotation.passage].attribution?.name == nil else {
        continue
      }
      passages[quotation.passage].attribution = Attribution(
        name: speaker.name, method: speaker.method,
        confidence: speaker.confidence * (1 - quotation.drift) * 0.95)
    }
  }
}
