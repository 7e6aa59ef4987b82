import DictumModel
import Foundation
import GRDB

/// A filter as conditions on `p` (passage) and `s` (source), with the values they need.
///
/// Names are turned into ids first: a condition on ids is one comparison a passage, while a join on
/// names was measured to be up to 200 times slower.
struct FilterSQL {
  private(set) var conditions: [String] = []
  private(set) var arguments: [any DatabaseValueConvertible] = []

  /// What the filter names and the library does not have, each a sentence.
  private(set) var notes: [String] = []

  init(_ filter: PassageFilter, _ db: Database) throws {
    let voices = VoiceChoice(filter.voices.include, &notes)
    try addSpeakers(filter.speakers, voices, db)
    if filter.speakers.include.isEmpty, let condition = voices?.condition { add(condition, []) }
    if let excluded = VoiceChoice(filter.voices.exclude, &notes)?.condition {
      add("NOT (\(excluded))", [])
    }
    try addAuthors(filter.authors, db)
    try addSources(filter.sources, db)
    addKinds(filter.kinds)
    addTags(filter.tags)
    addPaths(filter.paths)
    if let after = filter.after { add("s.date >= ?", [after]) }
    if let before = filter.before { add("s.date < ?", [before]) }
  }

  /// ` AND …`, or nothing.
  var clause: String { conditions.map { " AND (\($0))" }.joined() }

  private mutating func add(_ condition: String, _ values: [any DatabaseValueConvertible]) {
    conditions.append(condition)
    arguments += values
  }

  private static func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ",") }

  /// A speaker's words: their own, unless `voices` asks for what others do with them.
  private mutating func addSpeakers(
    _ choice: PassageFilter.Choice, _ voices: VoiceChoice?, _ db: Database
  ) throws {
    for (names, isIncluded) in [(choice.include, true), (choice.exclude, false)]
    where !names.isEmpty {
      var ids: [Int64] = []
      var wantsUnknown = false
      for name in names {
        if ["unknown", "?"].contains(name.lowercased()) { wantsUnknown = true }
        let found = try SpeakerMatch.ids(db, name)
        if found.isEmpty, !wantsUnknown { notes.append("No speaker is called \(name)") }
        ids += found
      }
      let said = FilterSQL.said(by: ids, orUnknown: wantsUnknown)
      if isIncluded {
        let condition = voices?.condition(said) ?? "(\(said)) AND \(VoiceChoice.isSpeakers)"
        let reported = voices?.hasReported == true ? try SpeakerMatch.reported(db, ids) : []
        let others = FilterSQL.reported(reported.count)
        add(others.map { "(\(condition)) OR \($0)" } ?? condition, reported)
      } else {
        add("NOT coalesce((\(said)), 0)", [])
      }
    }
  }

  /// The words of the turns of `ids`, and of what they wrote alone or together.
  private static func said(by ids: [Int64], orUnknown wantsUnknown: Bool) -> String {
    let list = FilterSQL.list(ids)
    let condition = """
      p.speaker_id IN (\(list)) OR (p.speaker_id IS NULL AND p.utterance_id IS NULL
        AND p.voice = 'own' AND s.id IN (
          SELECT source_id FROM source_author WHERE speaker_id IN (\(list))))
        OR (p.voice = 'own' AND p.utterance_id IN (
          SELECT utterance_id FROM joint_speaker WHERE speaker_id IN (\(list))))
      """
    guard wantsUnknown else { return condition }
    return condition + """
       OR (p.speaker_id IS NULL AND CASE WHEN p.utterance_id IS NULL
        THEN NOT EXISTS (SELECT 1 FROM source_author WHERE source_id = s.id)
        ELSE p.voice = 'own' END)
      """
  }

  /// The passages that report on one of `count` names; `nil` for none.
  private static func reported(_ count: Int) -> String? {
    guard count > 0 else { return nil }
    let names = Array(repeating: "?", count: count).joined(separator: ", ")
    return "p.id IN (SELECT passage_id FROM reported_speech WHERE speaker IN (\(names)))"
  }

  private mutating func addAuthors(_ choice: PassageFilter.Choice, _ db: Database) throws {
    for (names, isIncluded) in [(choice.include, true), (choice.exclude, false)]
    where !names.isEmpty {
      var ids: [Int64] = []
      for name in names {
        let found = try SpeakerMatch.ids(db, name)
        if found.isEmpty { notes.append("No author is called \(name)") }
        ids += found
      }
      let condition = """
        s.id IN (SELECT source_id FROM source_author WHERE speaker_id IN (\(FilterSQL.list(ids))))
        """
      add(isIncluded ? condition : "NOT (\(condition))", [])
    }
  }

  private mutating func addSources(_ choice: PassageFilter.Choice, _ db: Database) throws {
    for (names, isIncluded) in [(choice.include, true), (choice.exclude, false)]
    where !names.isEmpty {
      var ids: [Int64] = []
      for name in names {
        let found = try SourceMatch.ids(db, name)
        if found.isEmpty { notes.append("No source is called \(name)") }
        ids += found
      }
      add("s.id \(isIncluded ? "IN" : "NOT IN") (\(FilterSQL.list(ids)))", [])
    }
  }

  /// A kind is that of the passage (`quote`) or of its source (`dialogue`).
  private mutating func addKinds(_ choice: PassageFilter.Choice) {
    let known = Passage.Kind.allCases.map(\.rawValue) + SourceKind.allCases.map(\.rawValue)
    for kind in choice.include + choice.exclude where !known.contains(kind.lowercased()) {
      notes.append("No kind is called \(kind); the kinds are \(known.joined(separator: ", "))")
    }
    let condition = "p.kind = ? OR s.kind = ? OR (? = 'quote' AND p.voice = 'quoted')"
    let include = choice.include.map { $0.lowercased() }
    if !include.isEmpty {
      add(
        include.map { _ in condition }.joined(separator: " OR "), include.flatMap { [$0, $0, $0] })
    }
    for kind in choice.exclude.map({ $0.lowercased() }) {
      add("NOT (\(condition))", [kind, kind, kind])
    }
  }

  private mutating func addTags(_ choice: PassageFilter.Choice) {
    let condition =
      "EXISTS (SELECT 1 FROM tag WHERE source_id = s.id AND (tag = ? COLLATE NOCASE OR tag LIKE ?))"
    // A tag holds those nested below it: `models` holds `models/toy`.
    func values(_ tag: String) -> [any DatabaseValueConvertible] { [tag, tag + "/%"] }
    if !choice.include.isEmpty {
      add(
        choice.include.map { _ in condition }.joined(separator: " OR "),
        choice.include.flatMap(values))
    }
    for tag in choice.exclude { add("NOT \(condition)", values(tag)) }
  }

  private mutating func addPaths(_ choice: PassageFilter.Choice) {
    let include = choice.include.map(FilterSQL.pathCondition)
    if !include.isEmpty {
      add(include.map(\.0).joined(separator: " OR "), include.flatMap(\.1))
    }
    for path in choice.exclude.map(FilterSQL.pathCondition) { add("NOT (\(path.0))", path.1) }
  }

  private static func pathCondition(
    _ path: String
  ) -> (String, [any DatabaseValueConvertible]) {
    PassageFilter.isGlob(path)
      ? ("s.path GLOB ?", [path]) : ("substr(s.path, 1, length(?)) = ?", [path, path])
  }
}
