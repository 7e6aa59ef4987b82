/// Something the user decided that no file says, as the ledger keeps it.
///
/// A record is written once and never changed; another takes it back.
package struct Decision: Hashable, Sendable, Codable {
  /// What is decided.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Turns of a source are by `name`.
    case assign
    /// The speaker called `name` is the one called `into`.
    case merge
    /// An earlier decision, `revokes`, does not hold any more.
    case revoke
  }

  /// A turn by its words, so that edits elsewhere in the file do not touch it.
  package struct Turn: Hashable, Sendable, Codable {
    /// Its number when it was decided on, from 1.
    package var number: Int

    /// The anchor of its first passage.
    package var anchor: String

    /// How it begins, for people, and for finding it when its anchor is another.
    package var words: String

    /// A turn of the parts named.
    package init(number: Int, anchor: String, words: String) {
      self.number = number
      self.anchor = anchor
      self.words = words
    }
  }

  /// The name and version of the form.
  package static let schema = "dictum-decision/1"

  package var schema = Decision.schema

  /// `d-` and eight letters or digits, unique in the ledger.
  package var id: String
  package var kind: Kind

  /// When, ISO 8601 in UTC, to the second.
  package var decidedAt: String

  /// The path of the source whose turns are assigned.
  package var source: String?

  /// The SHA-256 of the source's bytes when it was decided, by which it is found when it was renamed.
  package var sha256: String?

  /// The turns assigned.
  package var turns: [Turn]?

  /// Instead of turns, the label whose turns are all assigned.
  package var label: String?

  /// The speaker; for a merge, the name given up.
  package var name: String?

  /// For a merge, the name kept.
  package var into: String?

  /// The id of the decision taken back.
  package var revokes: String?

  /// A decision of a kind, with nothing else yet.
  package init(_ kind: Kind, id: String, decidedAt: String) {
    self.id = id
    self.kind = kind
    self.decidedAt = decidedAt
  }

  /// A new id; random, because two clones of a library may decide at the same time.
  package static func newID() -> String {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return "d-" + String((0..<8).map { _ in letters[Int.random(in: 0..<32)] })
  }

  /// The words by which a turn is known again: its beginning, on one line.
  package static func words(of text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? String(line.prefix(59)) + "…" : line
  }
}

extension Decision {
  /// The ids of those among `decisions`, in the order of the ledger, that a later one takes back.
  package static func revoked(_ decisions: [Decision]) -> Set<String> {
    var revoked: Set<String> = []
    // From the last back, so that what takes back a taking-back is known before it.
    for decision in decisions.reversed()
    where decision.kind == .revoke && !revoked.contains(decision.id) {
      if let id = decision.revokes { revoked.insert(id) }
    }
    return revoked
  }
}
