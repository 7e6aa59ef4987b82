import DictumModel
import Testing

private let talk =
  "Ada: Is it salt?\n\nBram: I think so.\n\nAda: Did you taste it?\n\nBram: I did.\n\n"
  + "Ada: And is it?\n\nBram: Yes."

/// What stands below the last turn and is not said by its speaker.
@Suite struct AfterwordTests {
  /// The speakers of the passages; `-` for one that is in no turn.
  private func speakers(_ text: String) throws -> [String] {
    let reading = try reading(text)
    return reading.passages.map { passage in
      passage.utterance.map { reading.utterances[$0].attribution.name ?? "?" } ?? "-"
    }
  }

  @Test(arguments: [
    ("I kept a diary.\n\n\(talk)\n\nHow quickly we moved.\n\nAnd how far.", "-ABABAB--"),
    // Nobody but those who talk is there.
    ("\(talk)\n\nHow quickly we moved.", "ABABABB"),
    // Turns are long.
    ("I kept a diary.\n\n\(talk)\n\nMore.\n\nAda: What?\n\nHow quickly.", "-ABABABBAA"),
    // The last turn hands something on.
    ("I kept a diary.\n\n\(talk)\n\nAda: You wrote:\n\nHow quickly.", "-ABABABAA"),
    ("\(talk)\n\nTranscribed by https://example.org", "ABABAB-"),
    ("\(talk)\n\n[END OF TAPE 1]\n\nAda: Well?", "ABABAB-A"),
  ])
  func ends(_ text: String, by initials: String) throws {
    let initial = try speakers(text).map { $0.prefix(1) }.joined()
    #expect(initial == initials)
  }

  /// A first turn without a full stop is no title.
  @Test(arguments: ["Ada: Hello everyone", "**Ada:** Hello everyone", "Ada: Hello [laughter]"])
  func firstTurn(_ line: String) throws {
    let label = line.hasPrefix("*") ? "**Bram:**" : "Bram:"
    let other = line.hasPrefix("*") ? "**Ada:**" : "Ada:"
    let text = "\(line)\n\n\(label) Can you start?\n\n\(other) I can.\n\n\(label) Then do.\n"
    let reading = try reading(text, path: "talk.txt")
    #expect(reading.utterances.map(\.attribution.name) == ["Ada", "Bram", "Ada", "Bram"])
    #expect(reading.title == "talk")
  }

  /// Those who examine and are examined are none of those who came before.
  @Test func examined() throws {
    let text = """
      MS. OKAFOR: Good morning.

      MR. VISSER: Good morning to you.

      Q. Did you see the buoy?

      A. I saw it.

      MR. VISSER: Objection.

      Q. How do you know?

      A. I heard the bell.

      MS. OKAFOR: You may go.
      """
    let reading = try reading(text, path: "heard.txt")
    #expect(
      reading.utterances.map { $0.attribution.name ?? $0.label } == [
        "MS. OKAFOR", "MR. VISSER", "Q", "A", "MR. VISSER", "Q", "A", "MS. OKAFOR",
      ])
    #expect(reading.utterances.count { $0.attribution.name == nil } == 4)
  }
}
