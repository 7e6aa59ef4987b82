import DictumModel
import DictumReading
import DictumTestSupport
import Foundation
import Testing

/// Who unnamed turns may be by, and who is spoken to.
@Suite struct SpeakerCueTests {
  private static let said =
    "Whoever keeps a diary of failed proofs learns sooner which lemma was wanted from the start"

  /// An export without names: one bullet a message, long enough to be one.
  private func export(_ messages: [String], title: String = "A talk with Ada Okafor") -> String {
    let padded = messages + Array(repeating: "It went on.", count: max(0, 9 - messages.count))
    return title + "\n\n"
      + padded.enumerated().map { number, message in
        // Words that no other message has: nothing of them is a quotation.
        let filler = (0..<30).map { "word\(number)x\($0)" }.joined(separator: " ")
        let paragraphs = message.components(separatedBy: "\n\n") + [filler]
        return "  • " + paragraphs.joined(separator: "\n\n    ")
      }.joined(separator: "\n\n") + "\n"
  }

  private func proposals(_ reading: SourceReading) -> [String] {
    reading.proposals.map { "t\(reading.utterances[$0.utterance].turn) \($0.name)" }
  }

  @Test func whoIsQuotedAndNamed() throws {
    let reading = try reading(
      export([
        "Welcome. Bram Visser and Ada Okafor are with us.", Self.said + ".",
        "Thanks for that, @Bram. I liked this:\n\n\(Self.said).\n\nCan you say more about it?",
      ]), path: "a.txt")
    #expect(proposals(reading) == ["t2 Bram Visser"])
    let proposal = try #require(reading.proposals.first)
    #expect(proposal.method == .quotedAndNamed)
    #expect(proposal.reason == "turn 3 quotes this turn and says “@Bram. I liked this”")
    #expect(reading.utterances.allSatisfy { $0.attribution == .unknown })
  }

  @Test func whoIsAskedByName() throws {
    let reading = try reading(
      export(["Moderator note: this is a dialogue.\n\nHi Ada, how did it begin?", "With soup."]),
      path: "a.txt")
    #expect(proposals(reading) == ["t2 Ada Okafor"])
    #expect(
      reading.proposals.first?.reason
        == "turn 1 asks “Hi Ada, how did it begin?”, and this turn comes next")
    #expect(reading.replies.map(\.addressee) == ["Ada Okafor"])
  }

  @Test func whoAnswersAQuestionPutToThem() throws {
    let question = "Could you say in a few words what sort of lemma you had been looking for?"
    let reading = try reading(
      export([
        "Bram Visser began.", "I have a question for you here, @Bram.\n\n\(question)",
        "It was late.", "\(question)\n\nOne that is short.",
      ]), path: "a.txt")
    #expect(proposals(reading) == ["t4 Bram Visser"])
    #expect(
      reading.proposals.first?.reason == "this turn quotes and answers a question of turn 2, "
        + "which says “@Bram”")
  }

  @Test func whoAnswersWordsAboutThem() throws {
    let words =
      "I found Bram Visser’s annoyance at the absence of short lemmas to be odd, because we had many"
    let reading = try reading(
      export(["\(words).", "\(words).\n\nThe absence of short lemmas annoys me for two reasons."]),
      path: "a.txt")
    #expect(proposals(reading) == ["t2 Bram Visser"])
    #expect(
      reading.proposals.first?.reason
        == "this turn quotes “Bram Visser’s annoyance at the absence” of turn 1 and answers "
        + "“The absence of short lemmas annoys me for”")
  }

  @Test func whosePointIsTakenUp() throws {
    let reading = try reading(
      export([
        "Hello, Bram.", "Somebody listened and named three papers at once.", "I see.",
        "Following up on Bram's point about the three papers: we had none.",
      ]), path: "a.txt")
    #expect(proposals(reading).contains("t2 Bram"))
    #expect(
      reading.proposals.first?.reason == "turn 4 says “Following up on Bram's point about”, and "
        + "only this turn before it says “three papers”")
  }

  /// What looks like a name and is none, or is not enough.
  @Test(arguments: [
    // Nobody in particular; several; not a question; no name but a greeting's object.
    "Hi Everyone, how did it begin?", "Hello Ada, hello Bram. How did it begin?",
    "Hi Ada, I have nothing to ask.", "Thanks So far so good, no?", "Thanks again, how was it?",
    // An address within the words.
    "Write to ada@Example.org, would you?", "hi there, how was it?",
  ])
  func proposesNothing(_ head: String) throws {
    let reading = try reading(
      export([head, "With soup. So far all was well with Bram.", "Bram and Ada left."]),
      path: "a.txt")
    #expect(proposals(reading) == [])
  }

  @Test func aTurnThatNamesSomebodyInFullIsNotTheirs() throws {
    let reading = try reading(
      export(["Hi Ada, how did it begin?", "I think Ada Okafor should say that."]), path: "a.txt")
    #expect(proposals(reading) == [])
  }

  @Test func nobodySpeaksToThemselves() throws {
    let reading = try reading(
      export(["Hi Ada, how did it begin?", "I can't say. Can you, @Ada?"]), path: "a.txt")
    #expect(!proposals(reading).contains("t2 Ada Okafor"))
  }

  @Test func whereSpeakersAreKnownThereIsNothingToPropose() throws {
    let reading = try reading(
      "**Ada Okafor:** Hi Bram, how was it?\n\n**Bram:** Fine.\n\n**Ada Okafor:** Good.\n\n**Bram:** Yes."
    )
    #expect(reading.proposals.isEmpty)
    #expect(reading.replies.map(\.addressee) == ["Bram"])
  }

  /// No name is proposed that the file does not have, whatever it says.
  @Test(arguments: Array<UInt64>(1...20))
  func noNameIsInvented(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Hi Ada,", "@Bram", "@Bram Visser", "Thanks, Cy!", "what is it?", Self.said + ".", "\n\n",
      "Following up on Ada’s comment about the failed proofs:", "I", "me", "Bram Visser’s idea",
    ]
    let messages = (0..<14).map { _ in
      (0..<6).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
        .joined(separator: " ")
    }
    let text = export(messages)
    let reading = try reading(text, path: "a.txt")
    for proposal in reading.proposals {
      #expect(text.contains(proposal.name))
      #expect(reading.utterances[proposal.utterance].attribution.name == nil)
    }
  }

  @Test(.enabled(if: SharedCorpora.folder != nil, Comment(rawValue: SharedCorpora.reason)))
  func theTurnsThatCuesPinInTheSeed() throws {
    let seed = try SharedSeed.dialogue()
    #expect(
      proposals(seed) == [
        "t2 Thomas Kwa", "t34 Jeremy Gillen", "t36 Jeremy Gillen", "t37 Thomas Kwa",
        "t43 Peter Barnett", "t44 Jeremy Gillen",
      ])
    #expect(seed.utterances.allSatisfy { $0.attribution.name == nil })
  }
}
