import DictumModel
import DictumReading
import DictumTestSupport
import Foundation
import Testing

/// Logs of chats: who speaks, to whom, and what that answers.
@Suite struct ChatLogTests {
  /// The same talk in the forms of many programs; every one has four messages, one of them done.
  static let forms = [
    """
    [12:18] <ada> has anybody tried it?
    === cyd [~c@example.org]  has joined #dictum
    [12:19] <bo> ada: twice
    [12:19]  * ada sighs
    [12:20] <bo> sorry
    """,
    """
    --- Log opened Sat Dec 25 12:00:00 2004
    12:18 < ada> has anybody tried it?
    12:18 -!- cyd [~c@example.org] has joined #dictum
    12:19 <@bo> ada: twice
    12:19  * ada sighs
    12:20 <@bo> sorry
    """,
    """
    2004-12-25 12:18:01\tada\thas anybody tried it?
    2004-12-25 12:18:30\t-->\tcyd (~c@example.org) has joined #dictum
    2004-12-25 12:19:01\t@bo\tada: twice
    2004-12-25 12:19:01\t *\tada sighs
    2004-12-25 12:20:01\t@bo\tsorry
    """,
    """
    12:18:01 | ada | has anybody tried it?
    12:18:30 | --> | cyd (~c@example.org) has joined #dictum
    12:19:01 | @bo | ada: twice
    12:19:01 * ada sighs
    12:20:01 | @bo | sorry
    """,
    """
    <ada> has anybody tried it?
    *** cyd has joined #dictum
    <bo> ada: twice
    * ada sighs
    <bo> sorry
    """,
    """
    2004-12-25 12:18:01 <ada> has anybody tried it?
    2004-12-25 12:18:01 --> cyd has joined #dictum
    2004-12-25 12:19:01 <bo> ada: twice
    2004-12-25 12:19:01 * ada sighs
    2004-12-25 12:20:01 <bo> sorry
    """,
    """
    [12:18:01] <ada> has anybody tried it?
    [12:18:30] *** Joins: cyd (~c@example.org)
    [12:19:01] <+bo> ada: twice
    [12:19:09] * ada sighs
    [12:20:01] <+bo> sorry
    """,
    """
    **** BEGIN LOGGING AT Sat Dec 25 12:00:00 2004
    Dec 25 12:18:01 <ada>\thas anybody tried it?
    Dec 25 12:18:30 *\tcyd (~c@example.org) has joined
    Dec 25 12:19:01 <bo>\tada: twice
    Dec 25 12:19:09 *\tada sighs
    Dec 25 12:20:01 <bo>\tsorry
    """,
    """
    [12:18:01 PM] <ada> has anybody tried it?
    [12:19:01 PM] <bo> ada: twice
    [12:19:09 PM] === ada sighs
    [12:20:01 PM] <bo> sorry
    """,
    """
    12:18:01 [ada] has anybody tried it?
    12:19:01 [bo] ada: twice
    12:19:09 * ada sighs
    12:20:01 [bo] sorry
    """,
    "[12:18] <ada> \u{2}has\u{2} anybody \u{3}04,12tried\u{3} it?\n[12:19] <bo> ada: twice\n"
      + "[12:19] * ada sighs\n[12:20] <bo> sorry\n",
  ]

  @Test(arguments: forms, ["a.txt", "a.md", "a.log"])
  func everyForm(_ text: String, _ path: String) throws {
    let log = try reading(text, path: path)
    #expect(log.kind == .dialogue)
    #expect(speakers(log) == ["ada", "bo", "ada", "bo"])
    #expect(log.utterances.allSatisfy { $0.attribution.method == .record })
    #expect(
      log.passages.filter { $0.utterance != nil }.map(\.text)
        == ["has anybody tried it?", "ada: twice", "sighs", "sorry"])
    #expect(
      log.replies == [Reply(from: 1, to: 0, addressee: "ada", method: .addressee, confidence: 0.75)]
    )
    #expect(violations(of: log, in: Array(text.utf8)).isEmpty)
  }

  /// Whoever made an export is nobody that it names; a nick is one.
  @Test func theOneWhoExports() throws {
    let log = try reading(
      "[2025-03-12 18:02] Dana: are you there?\n[2025-03-12 18:03] Me: yes\n"
        + "[2025-03-12 18:04] Dana: good\n[2025-03-12 18:05] Me: ok\n", path: "talk.md")
    #expect(log.utterances.map(\.attribution.name) == ["Dana", nil, "Dana", nil])
    #expect(log.utterances.map(\.label) == ["Dana", "Me", "Dana", "Me"])
    #expect(
      try speakers(
        reading("[12:18] <ada> up?\n[12:19] <me> yes\n[12:20] <ada> so\n", path: "a.log"))
        == ["ada", "me", "ada"])
  }

  @Test func timesAndDays() throws {
    let log = try reading(
      """
      --- Log opened Sat Dec 25 23:58:00 2004
      23:59 <ada> late
      --- Day changed Sun Dec 26 2004
      00:01 <ada> later
      00:02 <bo> latest
      """, path: "talk.log")
    #expect(log.date == "2004-12-25")
    #expect(log.utterances.map(\.time) == ["23:59", "00:01", "00:02"])
    #expect(
      log.utterances.map(\.date) == ["2004-12-25T23:59", "2004-12-26T00:01", "2004-12-26T00:02"])
  }

  @Test(arguments: [
    ("2004-12-25.raw.txt", "2004-12-25"), ("x/dictum-2004-12-25.log", "2004-12-25"),
    ("20041225.txt", "2004-12-25"), ("dictum.txt", nil), ("12345678.txt", nil),
    ("1-2004-13-25.txt", nil),
  ])
  func theDayInTheFileName(_ path: String, _ date: String?) throws {
    #expect(try reading(Self.forms[0], path: path).date == date)
  }

  @Test func theExportOfATelephone() throws {
    let log = try reading(
      """
      25/12/2004, 12:18 - Messages are encrypted.
      25/12/2004, 12:18 - Ada Okafor: A list:
      one

      two
      25/12/2004, 12:19 - Bo Visser: Good.
      25/12/2004, 12:20 - Ada Okafor: Then we begin.
      """, path: "chat.txt")
    #expect(speakers(log) == ["Ada Okafor", "Bo Visser", "Ada Okafor"])
    #expect(
      log.passages.map(\.text)
        == ["Messages are encrypted.", "A list:\none", "two", "Good.", "Then we begin."])
  }

  @Test func aTopicIsANoteAndStrangeLinesAreNobodys() throws {
    let log = try reading(
      """
      Logs of a channel
      [12:18] <ada> hello
      === bo changed the topic of #dictum to: plans
      [12:19] <bo> hi
      [12:20] <ada> so
      [12:21] <bo> so
      """, path: "a.txt")
    #expect(log.passages.map(\.voice) == [.note, .own, .note, .own, .own, .own])
    #expect(log.passages.map(\.utterance) == [nil, 0, nil, 1, 2, 3])
    #expect(log.passages[2].text == "bo changed the topic of #dictum to: plans")
  }

  @Test(arguments: [
    // At the head of the words, who is meant.
    ("ada: yes", "ada"), ("ADA, yes", "ada"), ("@ada yes", "ada"), ("ada : yes", "ada"),
    ("quad: yes", "|QuaD-"), ("cath: yes", "catherine"), ("catherine, yes", "catherine"),
    ("catherine yes", "catherine"), ("maxi: yes", "maxi"), ("note: yes", nil), ("ada yes", nil),
    ("ma: yes", nil), ("max: yes", nil), ("bo: myself", nil), ("yes ada:", nil), ("maxine", nil),
  ])
  func addressees(_ words: String, _ addressee: String?) throws {
    let nicks = ["ada", "|QuaD-", "catherine", "maxi", "maxine"]
    let log = try reading(
      nicks.map { "[12:18] <\($0)> I am here" }.joined(separator: "\n") + "\n[12:19] <bo> \(words)",
      path: "a.txt")
    #expect(log.replies.map(\.addressee) == (addressee == nil ? [] : [addressee]))
    #expect(log.replies.map(\.to) == nicks.indices.filter { nicks[$0] == addressee })
  }

  @Test func whatIsAnswered() throws {
    let filler = (0..<60).map { "[12:30] <eve> word \($0)" }
    let log = try reading(
      ([
        "=== bo changed the topic of #dictum to: plans",
        "[12:18] <ada> does it run for you?",  // 0
        "[12:18] <ada> cyd: yours does not",  // 1
        "[12:19] <bo> ada: it does",  // 2, answers 0: 1 was for a third person
        "[12:19] <bo> ada: mostly so",  // 3, goes on from 2
        "[12:20] <cyd> > does it run for you?",  // 4, quotes 0
        "[12:21] <cyd> <bo> ada: mostly so",  // 5, quotes bo
      ] + filler + ["[12:40] <bo> cyd: that was long ago"]).joined(separator: "\n"),
      path: "a.txt")
    #expect(log.replies.map(\.from) == [1, 2, 3, 4, 5, 66])
    #expect(log.replies.map(\.to) == [nil, 0, 2, 0, 3, nil])
    #expect(
      log.replies.map(\.method)
        == [.addressee, .addressee, .addressee, .quotation, .quotation, .addressee])
    #expect(log.passages[5].voice == .quoted)
    #expect(log.passages[5].text == "does it run for you?")
    #expect(log.passages[6].attribution?.name == "bo")
    #expect(log.passages[6].voice == .quoted)
  }

  @Test(arguments: [
    "[12:18] <ada> hello\nprose\nprose\nprose\n[12:20] <bo> hi\n",
    "[12:18] <ada> hello\n[12:20] <bo> hi\n",
    "A line.\nAnother.\nA third.\nA fourth.\nA fifth.\n",
    "[1] <b>one</b> a footnote\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n",
    "<ul>\n<li> one\n<li> two\n<p> three\n</ul>\n",
    "* one thing\n* another thing\n* a third thing\n",
    "2004-12-25 12:00\t17\t18\n2004-12-26 12:00\t17\t18\n2004-12-27 12:00\t17\t18\n",
    "=== A heading\n\n- one\n- two\n",
  ])
  func noLog(_ text: String) throws {
    #expect(try reading(text, path: "a.txt").utterances.isEmpty)
    #expect(try reading(text, path: "a.md").utterances.isEmpty)
    guard case .skipped(".log files") = SourceReader.read(path: "a.log", bytes: Array(text.utf8))
    else {
      Issue.record("a log that is no conversation is a machine's")
      return
    }
  }

  @Test(arguments: [
    ("12 13 -\n14 15 -\n16 17 -\n18 19 -\n20 21 -\n", true), ("12 13 -\n14 15 -\n", false),
    ("12 13 -\n14 15 -\na\nb\nc\n", false),
  ])
  func annotationsOfAnswers(_ text: String, _ isOne: Bool) {
    let outcome = SourceReader.read(path: "a.txt", bytes: Array(text.utf8))
    if case .skipped(let kind) = outcome {
      #expect(isOne && kind == "IRC annotation files")
    } else {
      #expect(!isOne)
    }
  }

  @Test func aRegistryNamesNicks() throws {
    let log = try reading(
      "---\nspeakers: {ada: Ada Okafor}\n---\n" + Self.forms[0], path: "a.md")
    #expect(speakers(log) == ["Ada Okafor", "bo", "Ada Okafor", "bo"])
    #expect(log.utterances[0].attribution.method == .registry)
  }

  /// Lines of every form in any order, under every mark of a time.
  @Test(arguments: 0..<60)
  func everyMixture(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let stamps = ["[12:18] ", "12:18 ", "2004-12-25 12:18:01\t", "", "25/12/2004, 12:18 - "]
    let lines = [
      "<ada> yes", "<ada> bo: no", "<@bo> ada, so", "<bo>", "* ada waves", "=== ada waves",
      "ada: x",
      "*\tada waves", "ada\tyes", "-->\tcyd", "<bo> > yes", "<bo> <ada> yes", "<bo> ... and on",
      "--- Day changed Sun Dec 26 2004", "<bo> Mary: yes", "<bo> s/Mary/Ann/g", "<bo> Topic: two",
      "<bo> scribe+", "<Zakim> queue", "Present: Ada", "Scribe: bo", "... on", "", "  more",
      "<bo> \u{3}4,2red\u{f} \u{e9}", "<唐鳳> 大家好", "… on", "<", "[", "* ", "===",
    ]
    for path in ["a.log", "a.txt", "a.md"] {
      let stamp = stamps.randomElement(using: &random) ?? ""
      var text = (0..<6).map { "\(stamp)<\(["ada", "bo"][$0 % 2])> word \($0)\n" }.joined()
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        if Int.random(in: 0..<8, using: &random) > 0 { text += stamp }
        text += lines.randomElement(using: &random) ?? ""
        text += Bool.random(using: &random) ? "\n" : "\r\n"
      }
      guard case .read(let log) = SourceReader.read(path: path, bytes: Array(text.utf8)) else {
        continue
      }
      let found =
        violations(of: log, in: Array(text.utf8)) + strayIndices(of: log, in: Array(text.utf8))
      #expect(found.isEmpty, "\(path) \(text.debugDescription): \(found)")
    }
  }

  /// Every line of the logs that a plain pattern takes for a message has its author.
  @Test(.enabled(if: SharedCorpora.folder != nil, Comment(rawValue: SharedCorpora.reason)))
  func everyAuthorInTheCorpus() throws {
    var messages = 0
    for file in SharedCorpora.files("irc-ubuntu", endings: ["txt"])
    where file.path.hasSuffix(".raw.txt") {
      let bytes = [UInt8](try Data(contentsOf: file))
      let log = try reading(String(decoding: bytes, as: UTF8.self), path: file.lastPathComponent)
      let authors = Dictionary(
        uniqueKeysWithValues: log.utterances.map { ($0.line, $0.attribution.name) })
      for (index, line) in LineTable(bytes).spans.enumerated() {
        let text = String(decoding: bytes[line.range], as: UTF8.self)
        guard
          let match = text.firstMatch(of: /^\[\d\d:\d\d\](?: <([^>]+)>|  ?\* ([^ ]+)) .*[^ ]/)
        else { continue }
        messages += 1
        let author = (match.1 ?? match.2)?.trimmingCharacters(in: .whitespaces)
        #expect(authors[index + 1] == author, "\(file.lastPathComponent):\(index + 1)")
      }
      #expect(violations(of: log, in: bytes).isEmpty)
    }
    #expect(messages > 15_000)
  }
}
