import DictumModel
import Testing

@testable import DictumReading

/// Interviews told by their type; every word is invented.
@Suite struct InterviewTests {
  private static let questions = [
    "How did you come to keep moss?", "And what do you do when it dries?", "Would you do it again?",
  ]
  private static let answers = ["I was ten when I saw it.", "I wait.", "I would, and I say so."]

  private static func text(_ mark: String, _ above: String) -> String {
    above
      + zip(questions, answers).map { "\(mark)\($0)\(mark)\n\n\($1)\n\nThere is more." }
      .joined(separator: "\n\n") + "\n"
  }

  private static let both = [
    "---\ninterviewer: Lotte Raskin\ninterviewee: Ada Okafor\n---\n\n",
    "---\nhost: Lotte Raskin\nguest: Ada Okafor\n---\n\n",
    "---\nauthor: Lotte Raskin\nguest: Ada Okafor\n---\n\n",
    "# Moss\n\nLotte Raskin interviews Ada Okafor, who keeps it.\n\n",
    "# Moss\n\nAda Okafor was interviewed by Lotte Raskin in May.\n\n",
    "# In conversation with Ada Okafor\n\nBy Lotte Raskin\n\n",
    "---\nauthor: Lotte Raskin\ntitle: An interview with Ada Okafor\n---\n\n",
  ]

  @Test(arguments: both, ["**", "*"])
  func whoAsksAndWhoAnswers(_ above: String, _ mark: String) throws {
    let text = Self.text(mark, above)
    let reading = try reading(text)
    #expect(speakers(reading).filter { $0 == "Lotte Raskin" }.count == 3)
    #expect(speakers(reading) == (0..<6).map { $0 % 2 == 0 ? "Lotte Raskin" : "Ada Okafor" })
    #expect(reading.kind == .dialogue)
    #expect(
      reading.passages.filter { $0.utterance == 1 }.map(\.text) == [
        Self.answers[0], "There is more.",
      ])
    #expect(violations(of: reading, in: Array(text.utf8), "note.md") == [])
  }

  @Test func answersOnTheLineBelow() throws {
    let text =
      "---\nspeakers:\n  - {name: Lotte Raskin, role: interviewer}\n"
      + "  - {name: Ada Okafor, role: interviewee}\n---\n\n"
      + zip(Self.questions, Self.answers).map { "**\($0)**\n\($1)" }.joined(separator: "\n\n")
    let reading = try reading(text)
    #expect(speakers(reading) == (0..<6).map { $0 % 2 == 0 ? "Lotte Raskin" : "Ada Okafor" })
    #expect(reading.passages.map(\.text) == zip(Self.questions, Self.answers).flatMap { [$0, $1] })
    #expect(violations(of: reading, in: Array(text.utf8), "note.md") == [])
  }

  @Test func aGuestAlone() throws {
    let text = Self.text("**", "---\ntitle: Ten questions\nguest: Ada Okafor\n---\n\n")
    #expect(
      try speakers(reading(text)) == ["?", "Ada Okafor", "?", "Ada Okafor", "?", "Ada Okafor"])
  }

  @Test func questionsUnderHeadings() throws {
    let text =
      "---\nguest: Ada Okafor\n---\n\n"
      + zip(Self.questions, Self.answers).map { "## \($0)\n\n\($1)" }.joined(separator: "\n\n")
    #expect(try speakers(reading(text)) == ["Ada Okafor", "Ada Okafor", "Ada Okafor"])
  }

  @Test func lettersForTheTwo() throws {
    let text =
      "---\ninterviewer: Lotte Raskin\ninterviewee: Ada Okafor\n---\n\n"
      + zip(Self.questions, Self.answers).map { "Q: \($0)\n\nA: \($1)" }.joined(separator: "\n\n")
    #expect(
      try speakers(reading(text)) == (0..<6).map { $0 % 2 == 0 ? "Lotte Raskin" : "Ada Okafor" })
  }

  /// Lists of questions and essays that nobody in particular answers stay posts.
  @Test(arguments: [
    "# Questions\n\n", "---\nauthor: Ada Okafor\n---\n\n# Questions\n\n",
    "# Moss\n\nI talked with many people.\n\n", "---\nhost: example.org\n---\n\n",
    "---\nguest: true\n---\n\n", "# Moss\n\nThe board interviews candidates.\n\n",
  ])
  func nobodyInParticular(_ above: String) throws {
    #expect(try reading(Self.text("**", above)).utterances.isEmpty)
  }

  /// What a podcast says of an episode is no talk, though the page names both people.
  @Test(arguments: ["guest: Ada Okafor", "guest: Ada Okafor\nhost: Lotte Raskin"])
  func showNotes(_ people: String) throws {
    let notes = """
      **Topics:** Moss, and where it grows; the damp; the winter on the hill.

      **Links:** The society's list, the map of the hill, the shop by the pier.

      **Topics:** Dyes from lichen.

      **Links:** A paper on the dyes.
      """
    #expect(try reading("---\n\(people)\n---\n\n" + notes).utterances.isEmpty)
  }

  /// Where both people are named, the answers may be about anything.
  @Test func answersAboutMoss() throws {
    let text =
      "---\ninterviewer: Lotte Raskin\ninterviewee: Ada Okafor\n---\n\n"
      + Self.questions.map { "**\($0)**\n\nIt grows where it is damp." }.joined(separator: "\n\n")
    #expect(
      try speakers(reading(text)) == (0..<6).map { $0 % 2 == 0 ? "Lotte Raskin" : "Ada Okafor" })
  }

  /// Answers that nobody gives of himself are none where only a guest is named.
  @Test func aManual() throws {
    let text =
      "---\nguest: Ada Okafor\n---\n\n"
      + Self.questions.map { "**\($0)**\n\nRun the installer and wait." }.joined(separator: "\n\n")
    #expect(try reading(text).utterances.isEmpty)
  }
}
