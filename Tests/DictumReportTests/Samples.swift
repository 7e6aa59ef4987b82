import DictumModel
import DictumTestSupport

@testable import DictumReport

/// One of each result, all of whose words are the same.
enum Samples {
  /// Every report in text: its name and its lines.
  static func texts(words: String, style: Style) -> [(name: String, lines: [String])] {
    let passage = passage(words)
    let claim = claim(words)
    let source = source(words)
    let hit = SearchHit(
      passage: passage, highlights: [ByteSpan(0, 4)], line: 3, match: "phrase", score: -1,
      claims: [
        ClaimMark(
          address: words, standing: .holds,
          models: [
            ModelStanding(model: words, standing: .holds, ranAt: words, toothless: [words])
          ])
      ], before: [passage], after: [passage])
    let ingest = ingest(words)
    let diagnostic = Diagnostic(.error, at: Place(words, line: 1), words, remedy: words)
    return [
      ("source", ShowText.text(source, style: style)),
      ("page", ShowText.text(page(words), style: style)),
      ("sources", ListText.text([source], style: style)),
      (
        "speakers",
        ListText.text(
          SpeakerList(
            speakers: [
              SpeakerSummary(
                name: words, aliases: [words], utterances: 1, passages: 1, sources: 1, claims: 1)
            ], unknownUtterances: 2), style: style)
      ),
      ("claims", ListText.text([claim], style: style)),
      ("models", ListText.text([model(words)], style: style)),
      ("search", SearchText.text(result(hit, words), style: style)),
      ("trace", TraceText.text(trace(words), style: style)),
      ("run", RunText.text(record(words), claims: ["tail": words], style: style)),
      ("ingest", IngestText.text(ingest, seconds: 1.5, style: style)),
      ("diagnostic", [DiagnosticText.line(diagnostic, style: style)]),
      (
        "check",
        CheckText.text(CheckReport([.init(.refused, diagnostic)]), limit: 5, style: style)
      ),
    ]
  }

  /// A source in short.
  static func source(_ words: String) -> SourceSummary {
    SourceSummary(
      path: words, kind: .post, title: words, date: words, url: words, identifier: words,
      authors: [words], tags: [words], passages: 1, turns: 2, claims: 3, sha256: "0123456789abcdef")
  }

  /// A source to be read.
  static func page(_ words: String) -> SourcePage {
    SourcePage(
      source: source(words),
      speakers: [
        .init(name: words, label: nil, turns: 2), .init(name: nil, label: words, turns: 1),
      ], headings: [.init(text: words, line: 1), .init(text: words, line: 2)],
      passages: [passage(words)], isMore: true)
  }

  /// What an ingest did that passed over a file.
  static func ingest(_ words: String) -> IngestReport {
    var report = IngestReport()
    report.skip(SkippedFile(path: words, kind: words))
    return report
  }

  static func result(_ hit: SearchHit, _ words: String) -> SearchResult {
    SearchResult(query: words, notes: [words], explanation: words, hits: [hit], isMore: false)
  }

  static func passage(_ words: String) -> PassageView {
    var passage = PassageView(
      address: words, path: words, title: words, date: words, sourceKind: .dialogue,
      kind: "paragraph", line: 3, headings: words, text: words,
      speaker: SpeakerView(
        name: words, method: .label, confidence: 1, quotedBy: words, authors: [words]),
      turn: 2, time: words)
    passage.remarks = PassageRemarks(
      revisions: [.init(kind: .edited, date: words, text: words, line: 3)],
      confidences: ConfidenceExpression.Kind.allCases.map {
        .init(kind: $0, text: words, low: 0.5, high: nil, line: 3)
      }, reports: [.init(speaker: words, verb: words, line: 3)])
    return passage
  }

  static func claim(_ words: String) -> ClaimView {
    ClaimView(
      address: words, text: words, speakers: [words], credence: words, status: words, date: words,
      path: words, line: 2, standing: .holds,
      models: [ModelStanding(model: words, standing: .holds, ranAt: words, toothless: [words])],
      assertionCount: 1)
  }

  static func bound(_ words: String) -> ModelCard.Expectation {
    ModelCard.Expectation(id: words, claim: words, metric: words, op: .less, value: 1, line: 3)
  }

  static func record(_ words: String) -> RunRecord {
    RunRecord(
      id: words, model: words, startedAt: words, seconds: 1.234,
      subject: .init(command: [words], inputs: [:], params: [:], seeds: [1, 2]),
      sandbox: .bubblewrap, outcome: .ok, message: words,
      tasks: TaskResult.results([words: [1, 2]], seeds: [1, 2]),
      verdicts: [
        Judgement(
          expectation: words, bound: bound(words), verdict: .contradicted, estimate: .infinity,
          interval: [0.5, 0.75], reason: words)
      ], notes: [words])
  }

  static func test(_ words: String) -> TestView {
    let record = record(words)
    return TestView(
      model: words, address: words, bound: bound(words), run: RunView(record),
      judgement: record.verdicts.first, rejudged: words, toothless: [words], staleReasons: [words],
      standing: .stale)
  }

  static func model(_ words: String) -> ModelSummary {
    ModelSummary(
      address: words, title: words, path: words, command: [words], tests: [test(words)],
      claims: [words], run: nil)
  }

  static func trace(_ words: String) -> ClaimTrace {
    let place = Place(words, line: 4)
    let speaker = SpeakerView(name: words, method: .declared, confidence: 1)
    return ClaimTrace(
      claim: claim(words),
      assertions: [
        AssertionView(
          speaker: speaker, date: words, isDeclaration: true, passage: passage(words + " more"),
          references: [
            ReferenceView(
              kind: .link, target: words, text: words, place: place, address: nil, isDangling: true)
          ])
      ],
      sources: [
        SourceView(
          target: words, locator: words, quote: words, fidelity: .notFound, address: nil,
          title: words, speaker: speaker, place: place)
      ],
      relations: [
        RelationView(
          kind: .supports, isInverse: false, claim: claim(words), target: words, place: place),
        RelationView(kind: .opposes, isInverse: false, claim: nil, target: words, place: place),
      ], tests: [test(words)], mentions: [passage(words)])
  }
}
