import DictumTestSupport
import Testing

/// What a user sees, word for word.
///
/// Record with RECORD_GOLDEN=1, and read what was recorded.
@Suite struct SessionTests {
  static let commands = [
    "init", "ingest", "search", "show", "trace", "rerun", "runs", "speakers", "claims", "sources",
    "models",
    "check", "trust", "doctor",
  ]

  @Test func help() async throws {
    var session = Transcript(try TemporaryLibrary())
    #expect(try await session.run("--help") == 0)
    for command in Self.commands { #expect(try await session.run(command, "--help") == 0) }
    #expect(try await session.run("trust", "list", "--help") == 0)
    #expect(try await session.run("runs", "diff", "--help") == 0)
    #expect(try await session.run("--version") == 0)
    #expect(try session.difference(from: Golden("help")) == nil)
  }

  @Test func ingest() async throws {
    let library = try Corpus.library()
    var session = Transcript(library)
    #expect(try await session.run("init", library.base + "/new/library") == 0)
    #expect(try await session.run("init", library.base + "/new/library") == 0)
    #expect(try await session.run("search", "steps") == 2)
    #expect(try await session.run("ingest") == 0)
    #expect(try await session.run("ingest") == 0)
    try library.edit("posts/two-intuitions.md", "# Two", "# Three")
    #expect(try await session.run("ingest", "posts") == 0)
    #expect(
      try await session.run("ingest", "--verify", "--json", folder: library.root + "/posts") == 0)
    try library.write(bytes: [0x41, 0x0A, 0xE9, 0x0A], to: "latin1.md")
    try library.write("{}", to: "data.json")
    #expect(try await session.run("ingest", "--skipped") == 2)
    #expect(try await session.run("ingest", "--quiet") == 2)
    #expect(try session.difference(from: Golden("ingest")) == nil)
  }

  @Test func search() async throws {
    var session = Transcript(try await Corpus.ingested())
    #expect(
      try await session.run("search", "what", "did", "people", "say", "about", "feedback") == 0)
    #expect(try await session.run("search", "-n", "2", "critical threshold") == 0)
    #expect(try await session.run("search", "speaker:ada", "\"power law\"") == 0)
    #expect(
      try await session.run("search", "--speaker", "Bram Visser", "-C", "1", "-n", "1", "log") == 0)
    #expect(
      try await session.run("search", "--explain", "-n", "1", "goodhart OR deconfusion -lunch") == 0
    )
    #expect(try await session.run("search", "--json", "-n", "1", "lemma") == 0)
    #expect(try await session.run("search", "--jsonl", "-n", "2", "kind:claim critical") == 0)
    #expect(try await session.run("search", "--color", "always", "-n", "1", "lemma") == 0)
    #expect(try await session.run("search", "xqzvw") == 1)
    #expect(try await session.run("search", "deconfusoin") == 1)
    #expect(try await session.run("search", "speaker:nobody", "steps") == 1)
    #expect(try await session.run("search", "--json", "xqzvw") == 1)
    #expect(try await session.run("search", "\"unbalanced (", "AND") == 1)
    #expect(try session.difference(from: Golden("search")) == nil)
  }

  /// An export with its newest message first, as Gemini's are.
  private static let newestFirst = """
    [
      {"header": "Gemini Apps", "title": "Prompted And where is it sold?",
       "time": "2025-03-12T18:08:11Z", "safeHtmlItem": [{"html": "<p>By the pier.</p>"}]},
      {"header": "Gemini Apps", "title": "Prompted Does the new dye stain?",
       "time": "2025-03-12T18:02:11Z", "safeHtmlItem": [{"html": "<p>It stains.</p>"}]}
    ]
    """

  @Test func showFromTheEnd() async throws {
    let library = try TemporaryLibrary()
    try library.write(Self.newestFirst, to: "gemini.json")
    var session = Transcript(library)
    #expect(try await session.run("ingest") == 0)
    #expect(try await session.run("show", "gemini.json") == 0)
    #expect(try await session.run("show", "-C", "1", "gemini.json#t2") == 0)
    #expect(try await session.run("search", "stain", "-C", "1") == 0)
    #expect(try session.difference(from: Golden("show-from-the-end")) == nil)
  }

  @Test func show() async throws {
    var session = Transcript(try await Corpus.ingested())
    #expect(try await session.run("show", "-n", "5", "posts/critical-redundancy.md") == 0)
    #expect(try await session.run("show", "-n", "5", "dialogues/on-getting-stuck.md") == 0)
    #expect(try await session.run("show", "-n", "3", "dialogues/a-year-in-the-fog.txt") == 0)
    #expect(try await session.run("show", "dialogues/on-getting-stuck.md#t9..t10") == 0)
    #expect(try await session.run("show", "dialogues/on-getting-stuck.md#t9..t99") == 0)
    #expect(try await session.run("show", "dialogues/on-getting-stuck.md#t98..t99") == 2)
    #expect(try await session.run("show", "-C", "900", "dialogues/on-getting-stuck.md#t2") == 0)
    #expect(try await session.run("show", "--json", "-n", "1", "dialogues/changed-minds.md") == 0)
    #expect(try await session.run("show", "dialogues/on-getting-stuck.md#t5") == 0)
    #expect(try await session.run("show", "posts/critical-redundancy#^p-the-toy") == 0)
    #expect(try await session.run("show", "posts/critical-redundancy.md#^c-critical") == 0)
    #expect(try await session.run("show", "posts/critical-redundancy.md:12") == 0)
    #expect(try await session.run("show", "model:independent-steps") == 0)
    #expect(try await session.run("show", "model:independent-steps#q-star") == 0)
    #expect(try await session.run("show", "--json", "dialogues/on-getting-stuck.md#t3") == 0)
    for wrong in [
      "posts/critical-redundancy.md#^c-critcal", "posts/critical-redundncy.md", "model:independent",
      "dialogues/on-getting-stuck.md#t99", "run:none", "nothing-like-it-at-all",
    ] {
      #expect(try await session.run("show", wrong) == 2)
    }
    #expect(try session.difference(from: Golden("show")) == nil)
  }

  @Test func trace() async throws {
    var session = Transcript(try await Corpus.ingested())
    #expect(try await session.run("trace", "posts/critical-redundancy#^c-linear-above") == 0)
    #expect(try await session.run("trace", "critical", "number", "of", "approaches") == 0)
    #expect(
      try await session.run("trace", "--json", "posts/critical-redundancy.md#^c-critical") == 0)
    #expect(try await session.run("trace", "posts/critical-redundancy.md#^p-the-toy") == 1)
    #expect(try await session.run("trace", "xqzvw") == 1)
    #expect(try await session.run("trace", "posts/critical-redundancy.md#^c-nothing") == 2)
    #expect(try session.difference(from: Golden("trace")) == nil)
  }

  @Test func lists() async throws {
    var session = Transcript(try await Corpus.ingested())
    #expect(try await session.run("speakers") == 0)
    #expect(try await session.run("speakers", "ada", "--json") == 0)
    #expect(try await session.run("speakers", "nobody") == 1)
    #expect(try await session.run("speakers", "hadad") == 1)
    #expect(try await session.run("claims", "--speaker", "okafor") == 0)
    #expect(try await session.run("claims", "--standing", "holds") == 1)
    #expect(try await session.run("claims", "--speaker", "brandt", "--jsonl") == 0)
    #expect(try await session.run("sources") == 0)
    #expect(try await session.run("sources", "--kind", "dialogue", "--jsonl") == 0)
    #expect(try await session.run("sources", "--tag", "none") == 1)
    #expect(try await session.run("models") == 0)
    #expect(try session.difference(from: Golden("lists")) == nil)
  }

  /// Of a library that has none, each list says how one is made.
  @Test func emptyLists() async throws {
    let library = try TemporaryLibrary(["a.md": "Nothing yet.\n"])
    try library.ingest()
    var session = Transcript(library)
    for list in ["speakers", "claims", "models", "runs"] {
      #expect(try await session.run(list) == 1)
    }
    #expect(try await session.run("models", "--json") == 1)
    try library.write(
      "---\ntype: model\nid: m\nrun: {command: [a], inputs: []}\n---\n", to: "m/model.md")
    try library.ingest()
    #expect(try await session.run("runs", "m") == 1)
    #expect(try session.difference(from: Golden("empty-lists")) == nil)
  }

  @Test func speakers() async throws {
    let library = try await Corpus.ingested()
    try library.write(
      "**B. Visser:** Yes.\n\n**Ada Okafor:** No.\n\n**B. Visser:** So.\n\n**Ada Okafor:** Well.\n",
      to: "dialogues/short.md")
    try library.ingest()
    let fog = "dialogues/a-year-in-the-fog.txt"
    var session = Transcript(library)
    #expect(try await session.run("speakers", "--proposed") == 0)
    #expect(try await session.run("speakers", "--proposed", "--json", "visser") == 0)
    #expect(try await session.run("speakers", "--proposed", "nobody") == 1)
    #expect(try await session.run("speakers", "accept", fog + "#t4") == 0)
    #expect(try await session.run("speakers", "accept", fog + "#t1") == 2)
    #expect(try await session.run("speakers", "merge", "Bram", "Bram Visser") == 2)
    #expect(try await session.run("speakers", "merge", "B. Visser", "bram visser") == 0)
    #expect(try await session.run("speakers", "merge", "Nobody", "Ada") == 2)
    #expect(try await session.run("speakers", "merge", "Ada", "ada") == 2)
    #expect(try await session.run("speakers", "assign", fog + "#t6..t7", "Noor Haddad") == 0)
    #expect(try await session.run("speakers", "assign", fog + "#t90", "Noor Haddad") == 2)
    #expect(try await session.run("speakers", "assign", fog, "Noor Haddad") == 2)
    #expect(try await session.run("speakers", "assign", "dialogues/none.md#t1", "A") == 2)
    #expect(
      try await session.run("speakers", "assign", "--label", "Q", "dialogues/short.md", "A") == 2)
    #expect(
      try await session.run(
        "speakers", "assign", "--label", "Ada Okafor", "dialogues/short.md", "Chen Wei") == 0)
    let reading = "dialogues/reading-back.md#t1"
    #expect(try await session.run("speakers", "assign", reading, "bv") == 0)
    #expect(try await session.run("speakers", "undo", reading) == 0)
    #expect(try await session.run("speakers", "assign", fog + "#t1", "12") == 64)
    #expect(try await session.run("speakers") == 0)
    #expect(try await session.run("show", fog + "#t4") == 0)
    #expect(try await session.run("search", "-n", "2", "speaker:visser", "--explain") == 0)
    #expect(try await session.run("speakers", "undo") == 0)
    #expect(try await session.run("speakers", "undo", fog + "#t6") == 0)
    #expect(try await session.run("speakers", "undo", fog + "#t6") == 2)
    #expect(try await session.run("speakers", "undo", "d-none") == 2)
    #expect(try await session.run("search", "-n", "2", "speaker:okafor voice:quoted") == 0)
    #expect(try await session.run("search", "-n", "1", "speaker:okafor voice:loud") == 1)
    try library.edit(fog, "Several, I think", "A few")
    #expect(try await session.run("ingest") == 0)
    #expect(try await session.run("check", "--limit", "1") == 1)
    #expect(try session.difference(from: Golden("speakers")) == nil)
  }

  @Test func care() async throws {
    let library = try await Corpus.ingested()
    var session = Transcript(library)
    #expect(try await session.run("check") == 1)
    #expect(try await session.run("check", "--limit", "1", "--jsonl") == 1)
    #expect(try await session.run("doctor") == 0)
    try library.write(String(repeating: "no database ", count: 100), to: ".dictum/index.sqlite")
    #expect(try await session.run("search", "steps") == 2)
    #expect(try await session.run("doctor", "--rebuild") == 0)
    #expect(try await session.run("search", "-n", "1", "lemma") == 0)
    #expect(try session.difference(from: Golden("care")) == nil)
  }

  @Test func wrongUsage() async throws {
    let library = try await Corpus.ingested()
    var session = Transcript(library)
    for arguments in [
      ["nothing"], ["search", "--limit", "0", "x"], ["search", "--after", "yesterday", "x"],
      ["search", "--nonsense", "x"], ["rerun", "--yes", "x"], ["rerun", "--jbos", "1"], ["show"],
      ["rerun"], ["search", "--json", "--jsonl", "x"],
      ["claims", "--standing", "perhaps"],
    ] {
      #expect(try await session.run(arguments) == 64)
    }
    #expect(try await session.run("search", "x", folder: library.base) == 2)
    #expect(
      try await session.run("search", "-L", library.base + "/none", "x", folder: library.base) == 2)
    #expect(try await session.run("search", "-L", library.base, "x", folder: library.base) == 2)
    #expect(try await session.run("speakers", "-L", library.root, "ada", folder: library.base) == 0)
    #expect(try await session.run("ingest", "nowhere.md") == 2)
    #expect(try session.difference(from: Golden("wrong-usage")) == nil)
  }
}
