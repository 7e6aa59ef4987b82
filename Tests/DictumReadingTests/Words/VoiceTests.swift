import DictumModel
import Testing

@testable import DictumReading

@Suite struct VoiceTests {
  private func voices(_ text: String, path: String = "note.md") throws -> [String] {
    try reading(text, path: path).passages.map { passage in
      passage.voice.rawValue + (passage.attribution?.name.map { " " + $0 } ?? "")
    }
  }

  @Test(arguments: [
    "Moderator note: be kind.", "[Moderator: be kind.]", "(Editor's note: it was May.)",
    "*Note from the editor:* it was May.", "[Ed. note: it was May.]", "Translator’s note: sic.",
  ])
  func notes(_ text: String) throws {
    #expect(try voices(text) == ["note"])
  }

  @Test(arguments: [
    "Note: be kind.", "[Note: be kind.]", "Notes on moderators: they are kind.", "(I: one)",
    "Editor: Vim is fine.",
  ])
  func noNotes(_ text: String) throws {
    #expect(try voices(text) == ["own"])
  }

  @Test func quotationsNameTheirAuthor() throws {
    #expect(
      try voices("Nora Lind wrote:\n\n> It rains.\n>\n> Always.\n\nYes.")
        == ["own", "quoted Nora Lind", "quoted Nora Lind", "own"])
    #expect(
      try voices("> It rains.\n> — Nora Lind, *On Rain*\n\nYes.") == ["quoted Nora Lind", "own"])
    #expect(
      try voices("> It rains.\n>\n> -- Nora Lind\n\n> And this?")
        == ["quoted Nora Lind", "quoted Nora Lind", "quoted"])
    #expect(try voices("> It rains.\n\n— Nora Lind") == ["quoted Nora Lind", "own"])
    #expect(try voices("Nora's comment:\n\n> It rains.") == ["own", "quoted Nora"])
    #expect(try voices("He wrote:\n\n> It rains.") == ["own", "quoted"])
    #expect(try voices("> It rains.\n> — the end") == ["quoted"])
  }

  @Test(arguments: [
    "**Nora Lind** wrote on 2024-03-12:", "Nora Lind writes:", "Nora Lind said on March 12, 2024:",
    "Nora Lind wrote on Tuesday, 12 March 2024 at 9:12 am UTC:",
  ])
  func theDayOfAQuotationIsNoPartOfTheName(_ line: String) throws {
    let reading = try reading("\(line)\n\n> It rains.\n\nYes.")
    #expect(reading.kind == .note)
    #expect(reading.passages.map(\.voice) == [.own, .quoted, .own])
    #expect(reading.passages[1].attribution?.name == "Nora Lind")
  }

  @Test(arguments: ["It was said on March 12, 2024:", "We wrote on Tuesday at 9:12:"])
  func aDayNamesNobody(_ line: String) throws {
    #expect(try voices("\(line)\n\n> It rains.") == ["own", "quoted"])
  }

  /// A dialogue in which the last turn hands a comment on.
  private func dialogue(_ last: String) -> String {
    "**Ada:** One?\n\n**Bo:** Two.\n\n**Ada:** Three?\n\n**Bo:** Four.\n\n**Ada:** \(last)\n\n"
      + "at first sight it rains\n\nand then not\n"
  }

  @Test(arguments: [
    "Nora gave us this comment:", "We wrote without Nora Lind. I think her comment adds context:",
  ])
  func pastedWords(_ last: String) throws {
    let found = try voices(dialogue(last))
    let name = last.contains("Lind") ? "Nora Lind" : "Nora"
    #expect(found.suffix(3) == ["own", "pasted \(name)", "pasted \(name)"])
  }

  @Test(arguments: [
    "Following up on Nora's comment:", "I disagree with her comment:", "A few specific things:",
    "Nora wrote:",
  ])
  func notPasted(_ last: String) throws {
    #expect(try voices(dialogue(last)).suffix(3) == ["own", "own", "own"])
  }

  @Test func whatIsPastedIsAttributedByItsIntroduction() throws {
    let passage = try #require(try reading(dialogue("Nora gave us this comment:")).passages.last)
    #expect(
      passage.attribution == Attribution(name: "Nora", method: .introduction, confidence: 0.7))
  }
}
