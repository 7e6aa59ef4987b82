import DictumModel
import GRDB

extension IngestWriter {
  /// Writes the claims of a source with their assertions, relations, sources and tests.
  func putClaims(_ reading: SourceReading, _ source: Int64, passages: [Int64]) throws {
    for claim in reading.claims {
      let passage = reading.passages[claim.passage]
      try run(
        """
        INSERT INTO claim (source_id, passage_id, text, credence, status, date)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        source, passages[claim.passage], claim.text, claim.credence, claim.status, claim.date)
      let id = db.lastInsertedRowID
      let declared = claim.by.map { Attribution(name: $0, method: .declared, confidence: 1) }
      let holders = declared.isEmpty ? [passage.attribution(in: reading)] : declared
      for holder in holders {
        try putAssertion(
          source, passage: passages[claim.passage], claim: id, isDeclaration: true, holder,
          date: claim.date ?? reading.date, pointer: nil, line: passage.line)
      }
      try putRelations(claim, id, source)
    }
    for assertion in reading.assertions {
      let passage = reading.passages[assertion.passage]
      try putAssertion(
        source, passage: passages[assertion.passage], claim: nil, isDeclaration: false,
        passage.attribution(in: reading), date: reading.date, pointer: assertion.claim,
        line: assertion.claim.line)
    }
  }

  private func putAssertion(
    _ source: Int64, passage: Int64, claim: Int64?, isDeclaration: Bool, _ holder: Attribution,
    date: String?, pointer: Pointer?, line: Int
  ) throws {
    try run(
      """
      INSERT INTO assertion (source_id, passage_id, claim_id, is_declaration, speaker_id, method,
        confidence, date, target, fragment, line)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      source, passage, claim, isDeclaration, try holder.name.map(speakerID), holder.method.rawValue,
      holder.confidence, date, pointer?.target ?? "", pointer?.fragment, line)
  }

  private func putRelations(_ claim: ClaimDeclaration, _ id: Int64, _ source: Int64) throws {
    for relation in claim.relations {
      try run(
        """
        INSERT INTO relation (source_id, claim_id, kind, target, fragment, line)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        source, id, relation.kind.rawValue, relation.to.target, relation.to.fragment,
        relation.to.line)
    }
    for citation in claim.sources {
      try run(
        """
        INSERT INTO claim_source (source_id, claim_id, target, fragment, locator, quote, line)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        source, id, citation.target.target, citation.target.fragment, citation.locator,
        citation.quote, citation.target.line)
    }
    for model in claim.models {
      try run(
        """
        INSERT INTO test (source_id, said_by, claim_id, target, fragment, line)
        VALUES (?, 'claim', ?, ?, ?, ?)
        """,
        source, id, model.target, model.fragment, model.line)
    }
  }
}
