/// A speaker in a list.
package struct SpeakerSummary: Hashable, Sendable, Codable {
  package var name: String

  /// Other labels, from the sources' registries.
  package var aliases: [String]
  package var utterances: Int

  /// Passages that are the speaker's own words.
  package var passages: Int

  /// Passages that are perhaps theirs: those of a page of comments that is named for them.
  package var guessedPassages: Int

  /// Sources in which they speak or which they wrote.
  package var sources: Int
  package var claims: Int

  /// Whether nothing here is theirs: somebody whom the text or the front matter names, or whose words
  /// others quote.
  package var isOnlyNamed: Bool {
    utterances + passages + guessedPassages + sources + claims == 0
  }

  /// A summary of the parts named.
  package init(
    name: String, aliases: [String], utterances: Int, passages: Int, guessedPassages: Int = 0,
    sources: Int, claims: Int
  ) {
    self.name = name
    self.aliases = aliases
    self.utterances = utterances
    self.passages = passages
    self.guessedPassages = guessedPassages
    self.sources = sources
    self.claims = claims
  }
}

/// The speakers of a library.
package struct SpeakerList: Hashable, Sendable, Codable {
  /// Those with a name, who say most first.
  package var speakers: [SpeakerSummary]

  /// Utterances of which nobody knows who made them.
  package var unknownUtterances: Int

  /// A list of the parts named.
  package init(speakers: [SpeakerSummary], unknownUtterances: Int) {
    self.speakers = speakers
    self.unknownUtterances = unknownUtterances
  }
}

/// A source in a list.
package struct SourceSummary: Hashable, Sendable, Codable {
  package var path: String
  package var kind: SourceKind
  package var title: String
  package var date: String?
  package var url: String?
  package var identifier: String?
  package var authors: [String]
  package var tags: [String]
  package var passages: Int
  package var turns: Int
  package var claims: Int

  /// The SHA-256 of its bytes, hexadecimal.
  package var sha256: String

  /// A summary of the parts named.
  package init(
    path: String, kind: SourceKind, title: String, date: String?, url: String?,
    identifier: String?, authors: [String], tags: [String], passages: Int, turns: Int, claims: Int,
    sha256: String
  ) {
    self.path = path
    self.kind = kind
    self.title = title
    self.date = date
    self.url = url
    self.identifier = identifier
    self.authors = authors
    self.tags = tags
    self.passages = passages
    self.turns = turns
    self.claims = claims
    self.sha256 = sha256
  }
}

/// A model in a list.
package struct ModelSummary: Hashable, Sendable, Codable {
  /// `model:ID`.
  package var address: String
  package var title: String

  /// The path of its card.
  package var path: String
  package var command: [String]

  /// Its expectations, each with the newest verdict.
  package var tests: [TestView]

  /// For each expectation, in the same order, the address of the claim it tests, if it leads to one.
  package var claims: [String?]

  /// The newest run.
  package var run: RunView?

  /// A summary of the parts named.
  package init(
    address: String, title: String, path: String, command: [String], tests: [TestView],
    claims: [String?], run: RunView?
  ) {
    self.address = address
    self.title = title
    self.path = path
    self.command = command
    self.tests = tests
    self.claims = claims
    self.run = run
  }
}
