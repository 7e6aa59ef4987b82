import DictumModel
import Testing

/// Pages of a wiki on which people sign what they write.
@Suite struct TalkPageTests {
  private static func sign(_ name: String, _ minute: Int) -> String {
    "[[User:\(name)|'''\(name)''']] ([[User talk:\(name)|talk]]) 09:1\(minute), 12 March 2024 (UTC)"
  }

  @Test(arguments: ["talk.md", "talk.txt"])
  func signaturesEndWhatTheySign(_ path: String) throws {
    let text = """
      == The gauge ==
      Does it drift? [[User:Bram Visser|Bram]] may know.

      I read it twice. \(Self.sign("Ada Okafor", 0))
      :I think so. --\(Self.sign("Bram Visser", 2))
      ::How much? <small>[[User:Ada Okafor|Ada]] [[User talk:Ada Okafor|(talk)]]</small> 9:14, 12 March 2024 (UTC)
      == Salt ==
      Who did this? —\(Self.sign("Chidi Lund", 5))
      """
    let reading = try reading(text, path: path)
    #expect(reading.kind == .comments)
    #expect(speakers(reading) == ["Ada Okafor", "Bram Visser", "Ada Okafor", "Chidi Lund"])
    #expect(
      reading.passages.map(\.text) == [
        "Does it drift? [[User:Bram Visser|Bram]] may know.", "I read it twice.", "I think so.",
        "How much?", "Who did this?",
      ])
    #expect(
      reading.utterances.map(\.date) == [0, 2, 4, 5].map { "2024-03-12T09:1\($0)Z" })
    #expect(
      reading.passages.map(\.headings) == Array(repeating: ["The gauge"], count: 4) + [["Salt"]])
    #expect(reading.replies.map { [$0.from, $0.to ?? -1] } == [[1, 0], [2, 1]])
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  @Test(arguments: [
    "—% (talk) 09:1#, 12 March 2024 (UTC)",
    "—% (talk · contribs) 09:1#, 12 March 2024 (UTC)[reply]",
    "% (talk) 09:1#, 12 March 2024 (UTC)", "\n% (talk | contribs) 09:1#, 12 March 2024 (UTC)",
    "--% (Diskussion) 09:1#, 12. Mär. 2024 (CET)",
    "— Preceding unsigned comment added by % (talk • contribs) 09:1#, 12 March 2024 (UTC)",
  ])
  func copiedFromThePage(_ signature: String) throws {
    let words = ["Does it drift?", "I think so.", "How much?"]
    let text = zip(words, ["Ada Okafor", "Bram Visser", "Ada Okafor"]).enumerated()
      .map { index, turn in
        turn.0 + " " + signature.replacing("%", with: turn.1).replacing("#", with: "\(index)")
      }
      .joined(separator: "\n\n")
    let reading = try reading(text, path: "talk.txt")
    #expect(speakers(reading) == ["Ada Okafor", "Bram Visser", "Ada Okafor"])
    #expect(reading.passages.map(\.text) == words)
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  /// Without a dash or the end of a sentence nothing tells the name from the words before it.
  @Test func whatIsUncertainIsNobodys() throws {
    let text = """
      I showed it to Bram Visser Ada Okafor (talk) 09:10, 12 March 2024 (UTC)

      Did you? —Bram Visser (talk) 09:12, 12 March 2024 (UTC)

      I did. —Ada Okafor (talk) 09:14, 12 March 2024 (UTC)
      """
    #expect(try speakers(reading(text)) == ["?", "Bram Visser", "Ada Okafor"])
  }

  /// Words that are less deep than the signature below them, or deeper with nothing before, were not
  /// signed; nor was what stands above the page's first comment.
  @Test func unsignedWordsAreNobodys() throws {
    let text = """
      An article about a gauge.

      Does it drift? \(Self.sign("Ada Okafor", 0))

      Nobody signed this.
      :I think so. \(Self.sign("Bram Visser", 1))
      ::Nor this.
      Anyone? \(Self.sign("Ada Okafor", 2))

      The end.
      """
    let reading = try reading(text)
    #expect(speakers(reading) == ["Ada Okafor", "Bram Visser", "Ada Okafor"])
    let nobodys = reading.passages.filter { $0.utterance == nil }.map(\.text)
    #expect(
      nobodys == ["An article about a gauge.", "Nobody signed this.", "Nor this.", "The end."])
    #expect(reading.passages.filter { $0.utterance == nil }.allSatisfy { $0.voice == .note })
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  @Test(arguments: [
    "It was mended at 09:12, 12 March 2024 (UTC)\n\nAnd again at 10:12, 13 March 2024 (UTC)\n",
    "Read by Ada (team) in 2024 (UTC)\n\nRead by Bram (team) in 2024 (UTC)\n",
    "Does it drift? —Ada Okafor (talk) 09:10, 12 March 2024 (UTC)\n",
    "Does it? —Ada Okafor (talk) 09:10, 12 March 2024 (UTC)\n\nI asked as well, and he said:\n\n"
      + "No. —Bram Visser (talk) 09:12, 12 March 2024 (UTC)\n",
    (1...3).map { "I read:\n\n> Yes. —Ada (talk) 09:1\($0), 12 March 2024 (UTC)\n" }.joined(),
  ])
  func proseStaysProse(_ text: String) throws {
    #expect(try reading(text).utterances.isEmpty)
  }
}
