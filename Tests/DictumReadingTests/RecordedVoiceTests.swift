import DictumModel
import Testing

@testable import DictumReading

@Suite("Labels of voices in a recording")
struct RecordedVoiceTests {
  @Test(
    "A word for a voice and a number name nobody",
    arguments: [
      ("Speaker 1", true), ("Speaker 12", true), ("SPEAKER_00", true), ("speaker 0", true),
      ("Speaker A", true), ("Voice 2", true), ("S3", true), ("Spk-4", true),
      ("Respondent 2", true), ("Student B", true), ("P07", true), ("F1", true),
      ("Speaker", false), ("Ada 1", false), ("Speaker 1000", false), ("Sam", false), ("SA", false),
      ("Speakera", false), ("Ada Okafor", false), ("Person", false), ("MB", false), ("", false),
      ("3", false),
    ])
  func label(_ label: String, isVoice: Bool) {
    #expect(RecordedVoice.isLabel(label) == isVoice)
  }

  @Test("Voices stay unknown, and tell turns apart")
  func turns() throws {
    let text = """
      Speaker 1: One.

      Speaker 1: Two.

      Speaker 2: Three.

      Speaker 2: Four.

      Speaker 1: Five.
      """
    let reading = try reading(text)
    #expect(reading.utterances.map(\.turn) == [1, 1, 2, 2, 3])
    #expect(
      reading.utterances.map(\.label) == [
        "Speaker 1", "Speaker 1", "Speaker 2", "Speaker 2", "Speaker 1",
      ])
    #expect(reading.utterances.allSatisfy { $0.attribution == .unknown })
  }
}
