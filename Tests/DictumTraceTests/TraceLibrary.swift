import DictumModel
import DictumStore
import DictumTestSupport
import DictumTrace

/// A library with a claim, all that can hang on one, and a model that tests it.
struct TraceLibrary {
  static let address = "posts/claim.md#^c-main"

  let library: TemporaryLibrary

  init() throws {
    library = try TemporaryLibrary([
      "posts/claim.md": """
      ---
      title: The post
      author: Ada Okafor
      date: 2026-01-01
      ---
      # The post

      > [!claim] Long tasks take linear time
      > - by:: [[Ada Okafor]], [[Bo Visser]]
      > - credence:: 80%
      > - status:: settled
      > - date:: 2026-01-02
      > - supports:: [[posts/other#^c-other]]
      > - opposes:: [[nowhere#^c-none]]
      > - source:: [[talk#t2]] "a critical threshold"
      > - source:: [[talk#t2]] "A CRITICAL, threshold"
      > - source:: [[talk#t1]] "a critical threshold"
      > - source:: [[talk#^p-said]] "three words here"
      > - source:: [[talk]] "a critical threshold"
      > - source:: [@kwa2023, sec. 2]
      > - source:: https://example.org/paper "far away"
      > - model:: [[models/toy#tail]]

      ^c-main

      After it, see [[#^c-main]] again.
      """,
      "posts/other.md": """
      ---
      author: Cy Young
      ---
      > [!claim] Short tasks do too
      > - derived-from:: [[posts/claim#^c-main]]

      ^c-other

      As [the post](claim.md#^c-main) says.
      """,
      "talk.md": """
      ---
      date: 2026-02-02
      speakers: {A: {name: Ada Okafor}, B: {name: Bo Visser}}
      ---
      **Ada Okafor:** Nothing of the kind.

      **Bo Visser:** There is a critical threshold in it.

      **?:** I say that it is linear. (asserts:: [[posts/claim#^c-main]])

      **Ada Okafor:** So do I [@kwa2023]. (asserts:: [[claim#^c-main]])

      The three words here are mine. ^p-said
      """,
      "refs.md": "---\ntitle: References\naliases: [kwa2023]\n---\nA model of steps.\n",
      "models/toy/model.md": Self.card(),
      "models/toy/toy.py": "print(1)\n",
    ])
  }

  /// The model's card with a bound and a parameter of choice.
  static func card(
    value: String = "0.5", q: String = "3", inputs: String = "toy.py",
    claim: String = "posts/claim#^c-main", more: String = ""
  ) -> String {
    """
    ---
    type: model
    id: toy
    title: Toy
    run: {command: [python3, toy.py], inputs: [\(inputs)]}
    params: {q: \(q)}
    expect:
      - {id: tail, claim: "[[\(claim)]]", metric: m, op: ">", value: \(value)}\(more)
    ---
    """
  }

  /// Brings the index up to date and follows the claim.
  func trace(_ address: String = TraceLibrary.address) throws -> ClaimTrace? {
    try library.ingest()
    return try Tracer(store: try library.store()).trace(address)
  }

  /// A run of the model as it is now.
  func line() throws -> LedgerLine {
    try library.ingest()
    let card = try library.store().modelCards()[0].card
    let hashes = try library.rows("SELECT name, sha256 FROM model_input WHERE sha256 IS NOT NULL")
      .map { $0.split(separator: "|").map(String.init) }
    return LedgerLine(
      inputs: Dictionary(hashes.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 }),
      bound: card.expectations[0])
  }

  /// Keeps runs in the ledger, in place of those there.
  func record(_ lines: LedgerLine...) throws {
    let text = try lines.map { try $0.text() }.joined(separator: "\n")
    try library.write(text + "\n", to: Library.runLedgerPath)
  }
}
