import DictumModel
import Testing

/// Minutes that a scribe takes: in a chat, and as published.
@Suite struct MinutesTests {
  static let scribed = """
    <RRSAgent> logging to http://example.org/irc
    <dbooth> Scribe: dbooth
    <dbooth> Topic: Bindings
    <dbooth> Mary: Now is the time
    <dbooth> … for all good people
    <dbooth> ... to come
    <dbooth> A long talk about defaults
    <dbooth> ... and their values
    <dbooth> <dbooth> I disagree
    <ada> I have a draft
    <ada> s/Mary/Marie/
    <ada> q+ to ask
    <Zakim> I see ada on the queue
    <dbooth> Topic: Next
    <dbooth> mary: lower case
    <dbooth> mary: and again
    <dbooth> ACTION: Ada to send the draft
    """

  /// Who says a passage: its speaker, with a star where the words are a note; a dash for nobody.
  private func voices(_ reading: SourceReading) -> [String] {
    reading.passages.map { passage in
      guard let index = passage.utterance else { return passage.voice == .note ? "-" : "?" }
      let name = reading.utterances[index].attribution.name ?? "?"
      return passage.voice == .note ? name + "*" : name
    }
  }

  @Test(arguments: ["", "14:00:41 "], ["irc.txt", "irc.md", "irc.log"])
  func aScribesLog(_ stamp: String, _ path: String) throws {
    let text = Self.scribed.split(separator: "\n").map { stamp + $0 }.joined(separator: "\n")
    let minutes = try reading(text, path: path)
    #expect(minutes.kind == .transcript)
    #expect(
      voices(minutes) == [
        "-", "-", "-", "Marie", "Marie", "Marie", "dbooth*", "dbooth*", "dbooth", "ada", "-", "-",
        "-", "-", "mary", "mary", "-",
      ])
    #expect(minutes.utterances.map(\.label).prefix(3) == ["Mary", "Mary", "Mary"])
    #expect(
      minutes.passages.map(\.text)[3...8] == [
        "Now is the time", "for all good people", "to come", "A long talk about defaults",
        "and their values", "I disagree",
      ])
    #expect(minutes.passages[3].headings == ["Bindings"])
    #expect(minutes.passages[15].headings == ["Next"])
    #expect(violations(of: minutes, in: Array(text.utf8)).isEmpty)
  }

  static let published = """
    Group meeting

    12 March 2024

    Attendees
    Present: Ada Okafor, Bo Visser (remote)
    Regrets: Cyd
    Scribe: Bo

    Topic: Bindings
    Ada: We should begin
    ... with the small ones
    <cyd> I have a draft
    Bo: Good
    Dee: Yes
    RESOLUTION: begin with the small ones
    Everybody was glad
    """

  @Test(arguments: ["minutes.txt", "minutes.md"])
  func asPublished(_ path: String) throws {
    let minutes = try reading(Self.published, path: path)
    #expect(minutes.kind == .transcript)
    #expect(minutes.date == "2024-03-12")
    #expect(
      voices(minutes).dropFirst(3) == [
        "-", "-", "-", "-", "Ada Okafor", "Ada Okafor", "cyd", "Bo Visser", "Dee", "-", "-",
      ])
    let methods = minutes.utterances.map(\.attribution.method)
    #expect(methods == [.legend, .legend, .record, .legend, .label])
    #expect(violations(of: minutes, in: Array(Self.published.utf8)).isEmpty)
  }

  @Test func wrappedLinesOfBlocks() throws {
    let text = """
         Present: Ada, Bo

         Scribe: Bo

         Topic: One

         Ada: We should begin
         with the small ones

         ... and go on
         from there

         Bo: Good

         Ada: Yes
      """
    let minutes = try reading(text, path: "minutes.txt")
    #expect(voices(minutes).dropFirst(3) == ["Ada", "Ada", "Bo", "Ada"])
    #expect(minutes.passages[3].text == "We should begin\nwith the small ones")
    #expect(violations(of: minutes, in: Array(text.utf8)).isEmpty)
  }

  @Test(arguments: [
    // A correction of words, of an earlier label, of all labels, and of those to come.
    ("s/time/hour/", ["Mary", "Bo", "Mary"]), ("s/Mary/Ann/", ["Mary", "Bo", "Ann"]),
    ("s/Mary:/Ann:/g", ["Ann", "Bo", "Ann"]), ("s|Mary|Ann|g", ["Ann", "Bo", "Ann"]),
    ("s/Mary/Ann", ["Mary", "Bo", "Ann"]), ("s/Mary/is no name, is it?/", ["Mary", "Bo", "Mary"]),
  ])
  func corrections(_ line: String, _ names: [String]) throws {
    let minutes = try reading(
      """
      <bo> scribe+ bo
      <bo> Mary: the time
      <bo> Bo: yes
      <bo> Mary: the place
      <ada> \(line)
      """, path: "irc.txt")
    #expect(speakers(minutes).map { $0 == "bo" ? "Bo" : $0 } == names)
  }

  @Test(arguments: [
    // Keywords alone, labels alone, and an interview make no minutes.
    "Topic: One\nDate: today\nA: yes\nB: no\n", "Ada: yes\nBo: no\nAda: yes\n... and no\n",
    "Present: all\n\nSome text.\n\nTopic: One\n\nMore text: it goes on.\n... and on\n",
  ])
  func noMinutes(_ text: String) throws {
    #expect(try reading(text, path: "a.txt").passages.allSatisfy { $0.voice != .note })
  }
}
