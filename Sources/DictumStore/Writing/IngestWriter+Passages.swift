import DictumModel
import GRDB

extension IngestWriter {
  /// Writes utterances; returns their ids, in order.
  func putUtterances(_ utterances: [Utterance], _ source: Int64) throws -> [Int64] {
    var ids: [Int64] = []
    ids.reserveCapacity(utterances.count)
    for utterance in utterances {
      try run(
        """
        INSERT INTO utterance
          (source_id, turn, speaker_id, label, method, confidence, first, past, line, time, date,
            identifier)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        source, utterance.turn, try utterance.attribution.name.map(speakerID), utterance.label,
        utterance.attribution.method.rawValue, utterance.attribution.confidence,
        utterance.span.start, utterance.span.end, utterance.line, utterance.time, utterance.date,
        utterance.identifier)
      let id = db.lastInsertedRowID
      ids.append(id)
      for other in Set(utterance.alsoBy.compactMap(\.name)) {
        try run(
          "INSERT INTO joint_speaker (utterance_id, speaker_id) VALUES (?, ?)", id,
          try speakerID(other))
      }
    }
    return ids
  }

  /// Writes passages, and the full-text index with them; returns their ids, in order.
  func putPassages(
    _ reading: SourceReading, _ source: Int64, utterances: [Int64]
  ) throws -> [Int64] {
    let passageStatement = try db.cachedStatement(
      sql: """
        INSERT INTO passage (source_id, utterance_id, kind, first, past, line, anchor, has_block_id,
          voice, speaker_id, method, confidence, head, headings, section,
          body, ident)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let indexStatement = try db.cachedStatement(
      sql: "INSERT INTO passage_fts (rowid, head, body, ident) VALUES (?, ?, ?, ?)")
    var ids: [Int64] = []
    ids.reserveCapacity(reading.passages.count)
    for passage in reading.passages {
      let attribution = passage.attribution(in: reading)
      let speaker = try attribution.name.map(speakerID)
      let headings = passage.headings.joined(separator: " › ")
      let head = headings.isEmpty ? reading.title : "\(reading.title) › \(headings)"
      let ident = IdentifierWords.words(in: passage.text)
      passageStatement.setUncheckedArguments([
        source, passage.utterance.map { utterances[$0] }, passage.kind.rawValue,
        passage.span.start, passage.span.end, passage.line, passage.anchor, passage.hasBlockID,
        passage.voice.rawValue, speaker, attribution.method.rawValue, attribution.confidence, head,
        headings, LinkTarget.headingKey(passage.headings.last ?? ""), passage.text, ident,
      ])
      try passageStatement.execute()
      let id = db.lastInsertedRowID
      indexStatement.setUncheckedArguments([id, head, passage.text, ident])
      try indexStatement.execute()
      ids.append(id)
    }
    return ids
  }

  /// Writes references; what they lead to is found when every source is there.
  func putReferences(_ references: [Reference], _ source: Int64, passages: [Int64]) throws {
    for reference in references {
      try run(
        """
        INSERT INTO reference (source_id, passage_id, kind, target, fragment, text, first, past,
          line, column, is_internal, to_source_id, to_passage_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        source, reference.passage.map { passages[$0] }, reference.kind.rawValue, reference.target,
        reference.fragment, reference.text, reference.span.start, reference.span.end,
        reference.line, reference.column, reference.isInternal,
        reference.footnote == nil ? nil : source, reference.footnote.map { passages[$0] })
    }
  }
}

extension Passage {
  /// Who says these words: the turn's speaker, else the source's one author, else its page's owner.
  ///
  /// Quoted words are nobody's own here; the utterance still tells who quotes them.
  func attribution(in reading: SourceReading) -> Attribution {
    if let attribution { return attribution }
    if voice != .own { return .unknown }
    if let utterance { return reading.utterances[utterance].attribution }
    if reading.authors.count == 1 {
      return Attribution(name: reading.authors[0], method: .author, confidence: 0.9)
    }
    if let owner = reading.owner {
      return Attribution(name: owner, method: .owner, confidence: 0.5)
    }
    return .unknown
  }
}

extension Reference {
  /// Whether it points at something that can be in the library: a note, a citation, a place in a
  /// note; not a URL, a work, a picture, a person or a footnote.
  var isInternal: Bool {
    switch kind {
    case .wiki, .citation: return true
    case .embed: return LinkTarget.isNote(target)
    case .link:
      return !target.contains(":") && !target.hasPrefix("//") && LinkTarget.isNote(target)
        && !(target.isEmpty && fragment == nil)
    case .image, .footnote, .mention, .work: return false
    }
  }
}
