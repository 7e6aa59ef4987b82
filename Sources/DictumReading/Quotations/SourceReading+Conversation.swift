import DictumModel

extension SourceReading {
  /// Finds what can only be seen when every turn is there: which turn quotes which, who is spoken to,
  /// and who an unnamed turn may be by.
  mutating func traceConversation() {
    guard utterances.count > 1 else { return }
    quotations = QuoteTracer(self).quotations
    for quotation in quotations { passages[quotation.passage].voice = .quoted }
    attributeQuotations()
    addQuotingReplies()
    let cues = SpeakerCues(self)
    replies += cues.replies
    proposals += cues.proposals
  }

  /// Who repeats another's words answers them; once for each turn answered.
  private mutating func addQuotingReplies() {
    var known = Set(replies.compactMap { reply in reply.to.map { Pair(from: reply.from, to: $0) } })
    for quotation in quotations {
      guard let from = passages[quotation.passage].utterance,
        let to = passages[quotation.original].utterance,
        known.insert(Pair(from: from, to: to)).inserted
      else { continue }
      replies.append(
        Reply(from: from, to: to, method: .quotation, confidence: 1 - quotation.drift))
    }
  }

  private struct Pair: Hashable {
    var from: Int
    var to: Int
  }
}
