import DictumModel
import DictumReading
import DictumTestSupport
import Foundation
import Testing

/// Passages that repeat an earlier turn, and what follows from that.
@Suite struct QuotationTests {
  private static let said =
    "Whoever keeps a diary of failed proofs learns sooner which lemma was wanted from the start"

  /// A dialogue of two, in which the second turn has a paragraph before its own words.
  private func dialogue(_ paragraph: String, said: String = said) -> String {
    """
    **Ada:** I have two habits. \(said). Most of it is never read again.

    **Bram:** \(paragraph)

    That has not been my experience.

    **Ada:** Why is that?

    **Bram:** I lose the diary.
    """
  }

  private struct Found: Equatable {
    var from: Int
    var to: Int
  }

  private func pairs(_ reading: SourceReading) -> [Found] {
    reading.quotations.compactMap { quotation in
      guard let from = reading.passages[quotation.passage].utterance,
        let to = reading.passages[quotation.original].utterance
      else { return nil }
      return Found(from: reading.utterances[from].turn, to: reading.utterances[to].turn)
    }
  }

  @Test(arguments: [
    // Word for word, in part, and with case, punctuation and breaks changed.
    (said + ".", true), (said.uppercased() + "?!", true),
    ("keeps a diary of failed proofs learns sooner which lemma was wanted", true),
    (said.replacing(" ", with: "\n"), true),
    // A word more, a word other: drift.
    (said.replacing("failed", with: "failed and found"), true),
    (said.replacing("learns sooner", with: "finds sooner"), true),
    // Something left out.
    ("Whoever keeps a diary [...] learns sooner which lemma was wanted from the start", true),
    ("Whoever keeps a diary … which lemma was wanted from the start", true),
    // Marked, in few words.
    ("I disagree.\n\n> which lemma was wanted", false),
    ("I disagree.\n\n> which lemma was wanted from the start", true),
    // Too short without a mark; too much changed; said in another order; something else.
    ("which lemma was wanted from the start", false),
    (
      "Whoever burns every diary of good dinners eats sooner what soup was cooked at the end", false
    ),
    ("from the start which lemma was wanted learns sooner a diary of failed proofs keeps", false),
    ("I keep no diary at all, and whoever reads one of mine will find nothing but soup.", false),
  ])
  func repeats(_ paragraph: String, _ isQuotation: Bool) throws {
    let reading = try reading(dialogue(paragraph))
    #expect(pairs(reading) == (isQuotation ? [Found(from: 2, to: 1)] : []))
    let replies = reading.replies.filter { $0.method == .quotation }
    #expect(replies.map(\.from) == (isQuotation ? [1] : []))
    #expect(replies.compactMap(\.to) == (isQuotation ? [0] : []))
  }

  @Test func quotedWordsAreWhoseTheyWere() throws {
    let reading = try reading(dialogue(Self.said + "."))
    let passage = try #require(reading.passages.first { $0.text.hasPrefix("Whoever") })
    #expect(passage.voice == .quoted)
    #expect(passage.attribution?.name == "Ada")
    #expect(passage.attribution?.method == .label)
    #expect(passage.attribution?.confidence ?? 1 < 0.95)
    let own = try #require(reading.passages.first { $0.text.hasPrefix("That has") })
    #expect(own.voice == .own && own.attribution == nil)
  }

  @Test func whatIsAllOfATurnIsSaidAgainAndNotQuoted() throws {
    let text = """
      **Ada:** \(Self.said).

      **Bram:** \(Self.said).

      **Ada:** \(Self.said).

      I said so.
      """
    // Bram has no word of his own, and Ada says her own words again.
    #expect(try reading(text).quotations == [])
  }

  @Test func aQuotationIsOfTheOneWhoSaidItFirst() throws {
    let text = """
      **Ada:** \(Self.said).

      **Bram:** \(Self.said).

      No.

      **Cyrus:** \(Self.said).

      Yes.

      **Ada:** Well?

      **Bram:** Well?

      **Cyrus:** Well?
      """
    #expect(pairs(try reading(text)) == [Found(from: 2, to: 1), Found(from: 3, to: 1)])
  }

  @Test func scriptsWithoutSpaces() throws {
    let said = "我們今天想要討論的是開放政府與公民社會之間的信任如何建立起來"
    let reading = try reading(
      "**唐鳳：** 大家好。\(said)。\n\n**林：** \(said)\n\n我不同意。\n\n**唐鳳：** 好。\n\n**林：** 好。")
    #expect(pairs(reading) == [Found(from: 2, to: 1)])
  }

  /// Random words, of which some turns repeat a stretch with a few words changed: every one is found,
  /// and nothing else.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func findsWhatWasRepeatedAndNothingElse(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func words(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
      (0..<count).map { _ in "w\(Int.random(in: 0..<400, using: &generator))" }
    }
    var turns: [[String]] = []
    var expected: [Found] = []
    var text = ""
    for turn in 1...40 {
      text += turn % 2 == 0 ? "**Ada:** You? " : "**Bram:** You? "
      if turn > 2, Int.random(in: 0..<3, using: &generator) == 0 {
        let other = Int.random(in: 0..<(turn / 2), using: &generator) * 2 + (turn % 2 == 0 ? 1 : 2)
        if other < turn {
          let start = Int.random(in: 0..<20, using: &generator)
          var quote = Array(turns[other - 1][start..<(start + 30)])
          for _ in 0..<3 { quote[Int.random(in: 0..<30, using: &generator)] = "changed" }
          text += quote.joined(separator: " ") + "\n\n"
          expected.append(Found(from: turn, to: other))
        }
      }
      let own = words(60, &generator)
      turns.append(own)
      text += own.joined(separator: " ") + "\n\n"
    }
    #expect(pairs(try reading(text)) == expected)
    #expect(!expected.isEmpty)
  }

  @Test(.enabled(if: SharedCorpora.folder != nil, Comment(rawValue: SharedCorpora.reason)))
  func theElevenPairsOfTheSeed() throws {
    let seed = try SharedSeed.dialogue()
    let expected = [
      (35, 34), (35, 34), (35, 34), (35, 34), (36, 35), (36, 35), (37, 34), (38, 37), (39, 34),
      (44, 39), (47, 43),
    ]
    #expect(pairs(seed) == expected.map { Found(from: $0.0, to: $0.1) })
    #expect(seed.quotations.count { $0.drift > 0 } == 4)
  }

  /// Transcripts of talk: nobody there quotes a paragraph.
  @Test(
    .enabled(if: SharedCorpora.folder != nil, Comment(rawValue: SharedCorpora.reason)),
    arguments: ["plato-se", "changelog-practicalai", "bitcointranscripts"])
  func talkQuotesNothing(_ corpus: String) throws {
    for file in SharedCorpora.files(corpus, endings: ["md", "txt"]).prefix(40) {
      let outcome = SourceReader.read(
        path: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
      guard case .read(let reading) = outcome else { continue }
      let unmarked = reading.quotations.filter { reading.passages[$0.passage].kind != .quote }
      #expect(unmarked.isEmpty, "\(file.path)")
    }
  }
}

/// The dialogue without names among the shared corpora.
enum SharedSeed {
  static func dialogue() throws -> SourceReading {
    let files = SharedCorpora.files("seeds", endings: ["txt"])
    let file = try #require(files.first { $0.lastPathComponent.hasPrefix("003") })
    let outcome = SourceReader.read(
      path: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    guard case .read(let reading) = outcome else { throw NotRead() }
    return reading
  }
}
