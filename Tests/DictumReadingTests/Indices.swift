import DictumModel

/// The places of a reading that point outside of it or of its file, and slices that are no text.
func strayIndices(of reading: SourceReading, in bytes: [UInt8]) -> [String] {
  var found: [String] = []
  func check(_ what: String, _ isFine: Bool) { if !isFine { found.append(what) } }
  let passages = reading.passages.indices
  let utterances = reading.utterances.indices
  for passage in reading.passages {
    check("passage \(passage.span)", isText(passage.span, bytes))
    check("passage's utterance", passage.utterance.map(utterances.contains) ?? true)
    check("confidence", isShare(passage.attribution?.confidence ?? 0))
  }
  for utterance in reading.utterances {
    check("utterance \(utterance.span)", isText(utterance.span, bytes))
    check("confidence of \(utterance.label ?? "?")", isShare(utterance.attribution.confidence))
    check("an empty name", utterance.attribution.name != "")
  }
  for reference in reading.references {
    check("reference \(reference.span)", isText(reference.span, bytes))
    check("reference's passage", reference.passage.map(passages.contains) ?? true)
  }
  for claim in reading.claims { check("claim's passage", passages.contains(claim.passage)) }
  for assertion in reading.assertions {
    check("assertion's passage", passages.contains(assertion.passage))
  }
  for reply in reading.replies {
    check("reply from", utterances.contains(reply.from))
    check("reply to", reply.to.map(utterances.contains) ?? true)
    check("reply's confidence", isShare(reply.confidence))
  }
  for report in reading.reports {
    check("report", isText(report.span, bytes) && passages.contains(report.passage))
  }
  for revision in reading.revisions {
    check("revision", isText(revision.span, bytes) && passages.contains(revision.passage))
  }
  for confidence in reading.confidences {
    check("confidence \(confidence.span)", isText(confidence.span, bytes))
    check("confidence's passage", confidence.passage.map(passages.contains) ?? true)
  }
  for proposal in reading.proposals {
    check("proposal", utterances.contains(proposal.utterance) && isShare(proposal.confidence))
  }
  return found
}

/// Whether a span lies in the file and its bytes are whole characters.
private func isText(_ span: ByteSpan, _ bytes: [UInt8]) -> Bool {
  guard span.start >= 0, span.start <= span.end, span.end <= bytes.count else { return false }
  return isBoundary(span.start, bytes) && isBoundary(span.end, bytes)
}

/// Whether no character of a file in UTF-8 goes on at `offset`.
private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
  offset == bytes.count || bytes[offset] & 0xC0 != 0x80
}

private func isShare(_ value: Double) -> Bool { (0...1).contains(value) }
