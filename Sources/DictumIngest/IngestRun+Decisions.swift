import DictumLedger
import DictumModel
import DictumReading
import DictumStore

extension IngestRun {
  /// Reads again, with the user's decisions, the sources on which decisions are others than those in
  /// the index, or which were read in this ingest.
  ///
  /// A library without decisions costs one look for the ledger.
  mutating func applyDecisions() throws {
    let decisions = Decisions(ledger: (try? FileBytes.read(library.decisionLedger)) ?? [])
    let before =
      try writer.meta("decisions").flatMap(AppliedDecisions.init(json:)) ?? AppliedDecisions()
    guard !decisions.isEmpty || !decisions.diagnostics.isEmpty || before != AppliedDecisions()
    else {
      return
    }
    var now = AppliedDecisions()
    now.diagnostics = decisions.diagnostics
    let sources = try writer.sourceHashes()
    let assignments = follow(decisions, sources, &now.diagnostics)
    let mergeMark = decisions.mergeLines.map { "\($0.number):\($0.record.id)" }.joined(
      separator: " ")
    let merging = try writer.sources(naming: Set(decisions.merges.keys))
      .union(before.fingerprints.filter { $0.value.contains("|") }.keys)
    for path in Set(assignments.keys).union(merging).union(before.fingerprints.keys).sorted() {
      guard let sha256 = sources[path] else { continue }
      let lines = assignments[path] ?? []
      var fingerprint = lines.map { "\($0.number):\($0.record.id)" }.joined(separator: " ")
      if !mergeMark.isEmpty, !lines.isEmpty || merging.contains(path) {
        fingerprint += "|" + mergeMark
      }
      let isNew = written.contains(path)
      let old = before.fingerprints[path] ?? ""
      if !isNew, old == fingerprint {
        now.fingerprints[path] = before.fingerprints[path]
        now.orphans[path] = before.orphans[path]
        continue
      }
      if isNew, fingerprint.isEmpty { continue }
      guard let orphans = try readAgain(path, sha256, lines, decisions.merges) else { continue }
      if !fingerprint.isEmpty { now.fingerprints[path] = fingerprint }
      if !orphans.isEmpty { now.orphans[path] = orphans }
    }
    try keep(now, before)
  }

  private mutating func keep(_ now: AppliedDecisions, _ before: AppliedDecisions) throws {
    guard now != before else { return }
    let diagnostics =
      (now.diagnostics + now.orphans.values.joined()).sorted {
        ($0.place.line ?? 0, $0.message) < ($1.place.line ?? 0, $1.message)
      }
    try writer.setDiagnostics(diagnostics, for: Library.decisionLedgerPath)
    try writer.setMeta("decisions", now.json)
    add(warnings: diagnostics)
  }

  /// The assignments by the path of the source today: that of the decision, or, where that is gone,
  /// the one with the same bytes.
  private func follow(
    _ decisions: Decisions, _ sources: [String: String], _ diagnostics: inout [Diagnostic]
  ) -> [String: [Decisions.Line]] {
    var byPath: [String: [Decisions.Line]] = [:]
    let gone = decisions.assignments.keys.contains { sources[$0] == nil }
    let byHash =
      gone ? Dictionary(sources.map { ($0.value, $0.key) }, uniquingKeysWith: min) : [:]
    for (source, lines) in decisions.assignments.sorted(by: { $0.key < $1.key }) {
      for line in lines {
        if sources[source] != nil {
          byPath[source, default: []].append(line)
        } else if let path = line.record.sha256.flatMap({ byHash[$0] }) {
          byPath[path, default: []].append(line)
        } else {
          diagnostics.append(Decisions.orphan(line, "there is no source \(source)"))
        }
      }
    }
    // The later decision wins, whatever the source was called.
    return byPath.mapValues { $0.sorted { $0.number < $1.number } }
  }

  /// Reads a source once more and writes it as decided; `nil` when its file is not what it was.
  private mutating func readAgain(
    _ path: String, _ sha256: String, _ lines: [Decisions.Line], _ merges: [SpeakerKey: String]
  ) throws -> [Diagnostic]? {
    guard let bytes = try? FileBytes.read(library.absolute(path)),
      ContentHash.sha256(bytes) == sha256,
      case .read(var reading) = SourceReader.read(path: path, bytes: bytes)
    else { return nil }
    let orphans = Decisions.apply(lines, merges, to: &reading)
    _ = try writer.put(reading, path: path, sha256: sha256)
    countDecided()
    return orphans
  }
}
