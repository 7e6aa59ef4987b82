import DictumModel
import DictumStore
import DictumTestSupport
import Foundation
import Testing

/// What is proposed of speakers across a library, and who replies are addressed to.
@Suite struct SpeakerProposalTests {
  /// A talk of two labels, each speaking so often.
  private func talk(_ one: String, _ count: Int, _ other: String, _ others: Int = 4) -> String {
    (0..<max(count, others)).map { turn in
      (turn < count ? "**\(one):** One says \(turn).\n\n" : "")
        + (turn < others ? "**\(other):** Two says \(turn).\n\n" : "")
    }.joined()
  }

  private func merges(_ files: [String: String]) throws -> [String] {
    let library = try TemporaryLibrary(files)
    try library.ingest()
    return try library.store().speakerProposals().merges.map { "\($0.name) > \($0.into)" }
  }

  @Test(arguments: [
    // A letter is missing, too many, other, or changed places with its neighbour.
    ("Kris Nova", "Kis Nova", "Kis Nova > Kris Nova"),
    ("Thomas Kwa", "Thomas Kwaa", "Thomas Kwaa > Thomas Kwa"),
    ("Alexander Berg", "Alexnader Berg", "Alexnader Berg > Alexander Berg"),
    ("Alexander Berg", "Alexander Burg", "Alexander Burg > Alexander Berg"),
    // Shortened.
    ("Thomas Kwa", "T. Kwa", "T. Kwa > Thomas Kwa"), ("Thomas Kwa", "Kwa", "Kwa > Thomas Kwa"),
    ("Thomas Kwa", "Thomas K", "Thomas K > Thomas Kwa"),
    // Too short to be sure, another initial, two voices, two people, one name.
    ("Anna Li", "Anna Lo", ""), ("Thomas Kwa", "B. Kwa", ""), ("Speaker 11", "Speaker 12", ""),
    ("Thomas Kwa", "Peter Barnett", ""), ("Thomas Kwa", "thomas kwa", ""),
  ])
  func namesThatAreAlike(_ common: String, _ rare: String, _ expected: String) throws {
    let found = try merges([
      "a.md": talk(common, 20, "Somebody Else"), "b.md": talk(rare, 2, "Somebody Else"),
    ])
    #expect(found == (expected.isEmpty ? [] : [expected]))
  }

  @Test func aShortNameThatTwoCouldHaveIsNobodys() throws {
    let found = try merges([
      "a.md": talk("Thomas Kwa", 20, "Thomas Larsen", 20), "b.md": talk("Thomas", 2, "Other One"),
    ])
    #expect(found == [])
  }

  @Test func namesOfWhichNeitherIsRareAreTwoPeople() throws {
    #expect(try merges(["a.md": talk("Alexander Berg", 20, "Alexander Burg", 15)]) == [])
  }

  @Test func whomAReplyIsAddressedTo() throws {
    let library = try TemporaryLibrary([
      "a.md": """
      **Ada Okafor:** @Bram, how was it?

      **Bram Visser:** Hi Ada, it was fine.

      **Ada Okafor:** @Nobody, what about you?

      **Bram Visser:** Well.
      """
    ])
    try library.ingest()
    let rows = try library.rows(
      "SELECT addressee || ' ' || coalesce((SELECT name FROM speaker WHERE id = addressee_id), '?') "
        + "FROM reply ORDER BY utterance_id")
    #expect(rows == ["Bram Visser Bram Visser", "Ada Okafor Ada Okafor", "Nobody ?"])
  }
}

extension SpeakerProposalTests {
  @Test(arguments: [
    (["Bram Visser"], "Bram Visser"), (["Bram Visser", "Bram Okafor"], "Bram"), ([], "Bram"),
  ]) func aProposedNameIsThatOfTheOneItCanMean(_ speakers: [String], _ name: String) throws {
    let fog = SharedCorpora.repository
      .appendingPathComponent("corpus/dialogues/a-year-in-the-fog.txt")
    var files = ["fog.txt": try String(contentsOf: fog, encoding: .utf8)]
    for (number, speaker) in speakers.enumerated() {
      files["talk\(number).md"] =
        "---\ntype: dialogue\n---\n\n" + talk(speaker, 4, "Ada Okafor")
    }
    let library = try TemporaryLibrary(files)
    try library.ingest()
    let store = try library.store()
    let proposed = try store.speakerProposals().turns.first { $0.address == "fog.txt#t4" }
    #expect(proposed?.name == name)
    let turns = try #require(try store.turns(of: "fog.txt")).turns
    #expect(turns.first { $0.key.number == 4 }?.proposed == [name])
  }

  @Test func namesThatAreNear() throws {
    let library = try TemporaryLibrary([
      "a.md": "---\ntype: dialogue\n---\n\n" + talk("Ada Okafor", 4, "Bram Visser")
    ])
    try library.ingest()
    let store = try library.store()
    #expect(try store.speakerNames(near: "okfor", limit: 3) == ["Ada Okafor"])
    #expect(try store.speakerNames(near: "Bram Viser", limit: 3) == ["Bram Visser"])
    #expect(try store.speakerNames(near: "foo", limit: 3).isEmpty)
  }

  @Test(arguments: [
    ("BV", "Bram Visser"), ("bv", "Bram Visser"), ("Bram", "Bram Visser"),
    ("ada okafor", "Ada Okafor"), ("Chidi Lund", nil), ("B", nil),
  ])
  func whoIsCalledSoInASource(_ name: String, _ expected: String?) throws {
    let library = try TemporaryLibrary([
      "a.md": "---\nspeakers:\n  BV: {name: Bram Visser, aliases: [Bram]}\n---\n\n"
        + talk("Ada Okafor", 4, "BV"),
      "b.md": talk("Ada Okafor", 4, "Cleo Marsh"),
    ])
    try library.ingest()
    let store = try library.store()
    #expect(try store.speakerName(name, in: "a.md") == expected)
    #expect(try store.speakerName("BV", in: "b.md") == nil)
  }
}
