/// What a claim rests on: who put it forward, on what, and what ran.
package struct ClaimTrace: Hashable, Sendable, Codable {
  /// The claim.
  package var claim: ClaimView

  /// Each time somebody put it forward, the declaration first, then by date.
  package var assertions: [AssertionView]

  /// What its declaration says it is taken from.
  package var sources: [SourceView]

  /// How it bears on other claims, and they on it.
  package var relations: [RelationView]

  /// The models that test it.
  package var tests: [TestView]

  /// Other passages that link to it.
  package var mentions: [PassageView]

  /// A trace of the parts named.
  package init(
    claim: ClaimView, assertions: [AssertionView], sources: [SourceView],
    relations: [RelationView], tests: [TestView], mentions: [PassageView]
  ) {
    self.claim = claim
    self.assertions = assertions
    self.sources = sources
    self.relations = relations
    self.tests = tests
    self.mentions = mentions
  }
}

/// A declared claim.
package struct ClaimView: Hashable, Sendable, Codable {
  package var address: String
  package var text: String

  /// Who put it forward, each once, the declaration's first.
  package var speakers: [String]

  /// How sure its author is, as written.
  package var credence: String?

  /// What its author says of its standing, as written.
  package var status: String?
  package var date: String?
  package var path: String

  /// The line of its declaration, from 1.
  package var line: Int

  /// What the models that test it say, all together: the worst.
  package var standing: Standing

  /// What each of them says, in the order of the tests.
  package var models: [ModelStanding]

  /// How many times it was put forward.
  package var assertionCount: Int

  /// A view of the parts named.
  package init(
    address: String, text: String, speakers: [String], credence: String?, status: String?,
    date: String?, path: String, line: Int, standing: Standing, models: [ModelStanding] = [],
    assertionCount: Int
  ) {
    self.address = address
    self.text = text
    self.speakers = speakers
    self.credence = credence
    self.status = status
    self.date = date
    self.path = path
    self.line = line
    self.standing = standing
    self.models = models
    self.assertionCount = assertionCount
  }
}

/// One time that somebody put a claim forward.
package struct AssertionView: Hashable, Sendable, Codable {
  /// Who did.
  package var speaker: SpeakerView

  /// When, as ISO 8601 text.
  package var date: String?

  /// Whether it is the place that declares the claim.
  package var isDeclaration: Bool

  /// Where, and in which words.
  package var passage: PassageView

  /// What those words point at.
  package var references: [ReferenceView]

  /// A view of the parts named.
  package init(
    speaker: SpeakerView, date: String?, isDeclaration: Bool, passage: PassageView,
    references: [ReferenceView]
  ) {
    self.speaker = speaker
    self.date = date
    self.isDeclaration = isDeclaration
    self.passage = passage
    self.references = references
  }
}

/// A pointer out of a passage, and where it leads.
package struct ReferenceView: Hashable, Sendable, Codable {
  package var kind: Reference.Kind

  /// The target as written, with its fragment.
  package var target: String

  /// The words shown for it.
  package var text: String

  /// The file and line it is written on.
  package var place: Place

  /// The address it leads to; `nil` when it leads out of the library, or nowhere.
  package var address: String?

  /// Whether it should lead to something in the library and does not.
  package var isDangling: Bool

  /// A view of the parts named.
  package init(
    kind: Reference.Kind, target: String, text: String, place: Place, address: String?,
    isDangling: Bool
  ) {
    self.kind = kind
    self.target = target
    self.text = text
    self.place = place
    self.address = address
    self.isDangling = isDangling
  }
}

/// What a claim is taken from.
package struct SourceView: Hashable, Sendable, Codable {
  /// Whether quoted words were found where they are said to be.
  package enum Fidelity: String, Hashable, Sendable, Codable {
    /// Word for word.
    case verbatim
    /// But for case, punctuation and white space.
    case normalized
    /// Not in the place named.
    case notFound = "not-found"
    /// The source is not in the library.
    case unchecked
  }

  /// The target as written: a key, a note, a URL.
  package var target: String
  package var locator: String?

  /// The words quoted, if any.
  package var quote: String?
  package var fidelity: Fidelity?

  /// The address it leads to, if it is in the library.
  package var address: String?

  /// The title of the source it leads to.
  package var title: String?

  /// Who speaks there, when it leads to a turn or a passage.
  package var speaker: SpeakerView?

  /// The file and line it is written on.
  package var place: Place

  /// A view of the parts named.
  package init(
    target: String, locator: String?, quote: String?, fidelity: Fidelity?, address: String?,
    title: String?, speaker: SpeakerView?, place: Place
  ) {
    self.target = target
    self.locator = locator
    self.quote = quote
    self.fidelity = fidelity
    self.address = address
    self.title = title
    self.speaker = speaker
    self.place = place
  }
}

/// How a claim bears on another, or another on it.
package struct RelationView: Hashable, Sendable, Codable {
  package var kind: RelationKind

  /// Whether the other claim bears on this one.
  package var isInverse: Bool

  /// The other claim; `nil` when the pointer leads to none.
  package var claim: ClaimView?

  /// The pointer as written.
  package var target: String

  /// The file and line that state it.
  package var place: Place

  /// A view of the parts named.
  package init(
    kind: RelationKind, isInverse: Bool, claim: ClaimView?, target: String, place: Place
  ) {
    self.kind = kind
    self.isInverse = isInverse
    self.claim = claim
    self.target = target
    self.place = place
  }

  /// The relation in words, seen from the claim traced: `supports`, `opposed by`.
  package var label: String {
    isInverse ? kind.inverse : kind.rawValue.replacing("-", with: " ")
  }
}

/// A model's expectation that bears on a claim, and what the newest run says of it.
package struct TestView: Hashable, Sendable, Codable {
  /// The model's id.
  package var model: String

  /// `model:MODEL#EXPECTATION`, or as written where there is no such thing.
  package var address: String

  /// The declared bound; `nil` when the pointer names no expectation of a model.
  package var bound: ModelCard.Expectation?

  /// The newest run; `nil` when the model was never run.
  package var run: RunView?

  /// What that run says of the bound.
  package var judgement: Judgement?

  /// How the bound was another, or none, when the model ran, one clause.
  ///
  /// The run's numbers were then judged again by the bound as it is now; `nil` when it is the same.
  package var rejudged: String?

  /// The controls, by id, that must break the bound and do not.
  package var toothless: [String]

  /// Why the run no longer speaks of the model as it is; empty when it does.
  package var staleReasons: [String]

  /// The test's part in the claim's standing.
  package var standing: Standing

  /// A view of the parts named.
  package init(
    model: String, address: String, bound: ModelCard.Expectation?, run: RunView?,
    judgement: Judgement?, rejudged: String? = nil, toothless: [String] = [],
    staleReasons: [String], standing: Standing
  ) {
    self.model = model
    self.address = address
    self.bound = bound
    self.run = run
    self.judgement = judgement
    self.rejudged = rejudged
    self.toothless = toothless
    self.staleReasons = staleReasons
    self.standing = standing
  }
}

/// A run in short.
package struct RunView: Hashable, Sendable, Codable {
  package var id: String
  package var startedAt: String
  package var outcome: RunRecord.Outcome
  package var sandbox: RunRecord.Sandbox
  package var message: String

  /// The record in short.
  package init(_ record: RunRecord) {
    id = record.id
    startedAt = record.startedAt
    outcome = record.outcome
    sandbox = record.sandbox
    message = record.message
  }
}
