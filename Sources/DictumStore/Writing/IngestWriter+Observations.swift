import DictumModel
import GRDB

extension IngestWriter {
  /// Writes which contribution answers which.
  func putReplies(_ reading: SourceReading, _ source: Int64, utterances: [Int64]) throws {
    for reply in reading.replies {
      try run(
        """
        INSERT INTO reply (source_id, utterance_id, to_utterance_id, to_identifier, addressee,
          method, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        source, utterances[reply.from], reply.to.map { utterances[$0] }, reply.toIdentifier,
        reply.addressee, reply.method.rawValue, reply.confidence)
    }
  }

  /// Writes what was noticed in passages: reports of others' views, changes, confidence.
  func putObservations(_ reading: SourceReading, _ source: Int64, passages: [Int64]) throws {
    for report in reading.reports {
      try run(
        """
        INSERT INTO reported_speech (source_id, passage_id, speaker, verb, first, past, line)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        source, passages[report.passage], report.speaker, report.verb, report.span.start,
        report.span.end, report.line)
    }
    for event in reading.revisions {
      try run(
        """
        INSERT INTO revision_event (source_id, passage_id, kind, date, text, first, past, line)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        source, passages[event.passage], event.kind.rawValue, event.date, event.text,
        event.span.start, event.span.end, event.line)
    }
    for expression in reading.confidences {
      try run(
        """
        INSERT INTO confidence_expression
          (source_id, passage_id, kind, text, low, high, head, first, past, line)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        source, expression.passage.map { passages[$0] }, expression.kind.rawValue, expression.text,
        expression.low, expression.high, expression.head, expression.span.start,
        expression.span.end, expression.line)
    }
  }

  /// Writes the guesses at who unnamed turns are by.
  func putProposals(_ reading: SourceReading, _ source: Int64, utterances: [Int64]) throws {
    for proposal in reading.proposals {
      try run(
        """
        INSERT INTO speaker_proposal
          (source_id, utterance_id, name, method, reason, line, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        source, utterances[proposal.utterance], proposal.name, proposal.method.rawValue,
        proposal.reason, proposal.line, proposal.confidence)
    }
  }
}
