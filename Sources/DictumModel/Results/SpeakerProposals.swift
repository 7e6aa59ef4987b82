/// What Dictum noticed about speakers and leaves to the user.
package struct SpeakerProposals: Hashable, Sendable, Codable {
  /// Turns of unknown speakers for which something points at one, by path and turn.
  package var turns: [TurnProposal]

  /// Names that are perhaps one person's.
  package var merges: [MergeProposal]

  /// Proposals of the parts named.
  package init(turns: [TurnProposal], merges: [MergeProposal]) {
    self.turns = turns
    self.merges = merges
  }
}

/// Who an unnamed turn is perhaps by.
package struct TurnProposal: Hashable, Sendable, Codable {
  /// `SOURCE#t12`.
  package var address: String

  /// The line of the turn, from 1.
  package var line: Int

  /// How the turn begins.
  package var words: String

  /// The name proposed: that of the one speaker whom the name in the source can mean, if there is one.
  package var name: String

  /// What points at the speaker.
  package var method: SpeakerProposal.Method

  /// One sentence that a reader can check.
  package var reason: String

  /// Where the words of the reason are.
  package var cue: Place

  /// From 0, a guess, to 1.
  package var confidence: Double

  /// A proposal of the parts named.
  package init(
    address: String, line: Int, words: String, name: String, method: SpeakerProposal.Method,
    reason: String, cue: Place, confidence: Double
  ) {
    self.address = address
    self.line = line
    self.words = words
    self.name = name
    self.method = method
    self.reason = reason
    self.cue = cue
    self.confidence = confidence
  }
}

/// Two names that are perhaps one person's.
package struct MergeProposal: Hashable, Sendable, Codable {
  /// The name that would be given up: the rarer, or the shorter.
  package var name: String

  /// The name that would be kept.
  package var into: String

  /// One sentence that a reader can check.
  package var reason: String

  /// A proposal of the parts named.
  package init(name: String, into: String, reason: String) {
    self.name = name
    self.into = into
    self.reason = reason
  }
}

/// The turns of one source, as a decision on their speakers names them.
package struct SourceTurns: Hashable, Sendable {
  /// One turn.
  package struct Turn: Hashable, Sendable {
    /// What a decision knows it by.
    package var key: Decision.Turn

    /// Who speaks; `nil` when that is unknown.
    package var speaker: String?
    package var label: String?

    /// The names proposed, the surest first.
    package var proposed: [String]

    /// A turn of the parts named.
    package init(key: Decision.Turn, speaker: String?, label: String?, proposed: [String]) {
      self.key = key
      self.speaker = speaker
      self.label = label
      self.proposed = proposed
    }
  }

  package var path: String

  /// The SHA-256 of its bytes.
  package var sha256: String

  /// In order.
  package var turns: [Turn]

  /// The turns of a source.
  package init(path: String, sha256: String, turns: [Turn]) {
    self.path = path
    self.sha256 = sha256
    self.turns = turns
  }
}

extension SpeakerProposals {
  /// One proposal of either kind.
  package enum Element: Hashable, Sendable, Encodable {
    case turn(TurnProposal)
    case merge(MergeProposal)

    /// Writes the keys of the proposal itself: a turn has an `address`, a merge an `into`.
    package func encode(to encoder: any Encoder) throws {
      switch self {
      case .turn(let proposal): try proposal.encode(to: encoder)
      case .merge(let proposal): try proposal.encode(to: encoder)
      }
    }
  }

  /// All proposals, the turns first.
  package var elements: [Element] { turns.map(Element.turn) + merges.map(Element.merge) }
}
