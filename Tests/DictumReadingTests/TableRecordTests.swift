import DictumModel
import DictumTestSupport
import Testing

@testable import DictumReading

/// Conversations in tables of values parted by commas or tabs.
@Suite struct TableRecordTests {
  @Test(arguments: ["\n", "\r\n"])
  func rows(_ lineEnd: String) throws {
    let text = [
      "id,Speaker Name,Start Time,text,reply-to", "a,Ada Okafor,00:00:05,\"Is it \"\"linear\"\",",
      "", "> she said", "or is it not?\",", "b,Bo (Guest),00:00:09,See https://example.org/a,a",
      "c,Ada Okafor,00:00:11,Above four.,", "d,Speaker 2,00:00:13,Yes.,",
    ].joined(separator: lineEnd)
    let reading = try reading(text, path: "talk.csv")
    #expect(reading.kind == .transcript && reading.title == "talk")
    #expect(speakers(reading) == ["Ada Okafor", "Bo", "Ada Okafor", "?"])
    #expect(
      reading.passages.map(\.text) == [
        "Is it \"linear\",", "she said", "or is it not?", "See https://example.org/a",
        "Above four.", "Yes.",
      ])
    #expect(reading.passages.map(\.line) == [2, 4, 5, 6, 7, 8])
    #expect(reading.passages[1].voice == .quoted)
    #expect(reading.utterances.map(\.time) == ["00:00:05", "00:00:09", "00:00:11", "00:00:13"])
    #expect(reading.references.map(\.target) == ["https://example.org/a"])
    #expect(reading.utterances.map(\.identifier) == ["a", "b", "c", "d"])
    #expect(reading.replies.map(\.from) == [1] && reading.replies.map(\.to) == [0])
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  @Test func chat() throws {
    let text = """
      timestamp\tuser\tmessage
      1710237753\tada\tOne.
      1710237853\tbo\tTwo.
      1710237953\tada\tThree.
      """
    let reading = try reading(text, path: "chat.tsv")
    #expect(reading.kind == .dialogue && reading.date == "2024-03-12T10:02:33Z")
    #expect(speakers(reading) == ["ada", "bo", "ada"])
    #expect(reading.utterances.map(\.date)[1] == "2024-03-12T10:04:13Z")
  }

  @Test func whisper() throws {
    let text = "start\tend\ttext\n0\t3200\tone two three\n3200\t65000\tfour five.\n"
    let reading = try reading(text, path: "talk.tsv")
    #expect(reading.kind == .transcript)
    #expect(reading.utterances.map(\.time) == ["00:00:00"])
    #expect(reading.passages.map(\.text) == ["one two three\nfour five."])
  }

  /// Whether times are thousandths of a second is told by how long the words take.
  @Test func thousandths() throws {
    let text = """
      Speaker-Name,start,end,text
      "Bo ""Bob"" Li",0,3200,one two three
      Ada Okafor,3200,65000,four five
      "Bo ""Bob"" Li",65000,70000,six.
      Ada Okafor,70000,0,seven.
      """
    let reading = try reading(text, path: "talk.csv")
    #expect(
      reading.utterances.map(\.time) == ["00:00:00", "00:00:03", "00:01:05", "00:01:10"])
    #expect(reading.utterances.first?.label == "Bo \"Bob\" Li")
    #expect(reading.passages.allSatisfy { $0.kind == .cue })
  }

  @Test func machinesAndNotes() throws {
    let text =
      "role,timecode,content\nsystem,00:01,Be brief.\nuser,00:02,One?\nassistant,00:03,Two."
      + "\nuser,00:04,Three?\nassistant,00:05,Four.\n"
    let reading = try reading(text, path: "talk.csv")
    #expect(reading.kind == .transcript)
    #expect(reading.utterances.map(\.time) == ["00:02", "00:03", "00:04", "00:05"])
    #expect(
      reading.passages.map { "\($0.voice) \($0.text)" } == [
        "note Be brief.", "own One?", "machine Two.", "own Three?", "machine Four.",
      ])
  }

  /// Four rows in five have to say who speaks.
  @Test func someRowsMayBeNobodys() throws {
    let text = "speaker,text\nAda,One\nBo,Two\nAda,Three\nBo,Four\n,Five\n"
    #expect(speakers(try reading(text, path: "a.csv")).prefix(4) == ["Ada", "Bo", "Ada", "Bo"])
  }

  @Test(arguments: [
    "start,text\n0,One\n1,Two\n2,Three\n", "speaker,text\nAda,One\nAda,\n",
    "speaker,text\nAda,One\nAda,Two\n,Three\n", "", "a", "x,y\n1,2\n",
    "name,text\nAda,One\nBo,Two\n", "text\nOne\nTwo\n",
    "speaker,text\nAda,One\n", "speaker,start\nAda,1\nAda,2\n", "speaker,text\n,One\n,Two\n",
  ])
  func noConversation(_ text: String) {
    let outcome = SourceReader.read(path: "data.csv", bytes: Array(text.utf8))
    guard case .skipped(let kind) = outcome else {
      Issue.record("\(text.debugDescription) became \(outcome)")
      return
    }
    #expect(kind == "tables that hold no conversation")
  }

  /// Tables cut from pieces keep every rule of a reading.
  @Test(arguments: 0..<50)
  func anyTable(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "Ada", "Bo", ",", ",", "\"", "\"\"", "\n", "\r\n", "words", "é😀", " ", "1.5", ">",
    ]
    for _ in 0..<20 {
      var text = "speaker,text,start,end\nAda,One,1,2\nAda,Two,2,3\n"
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let outcome = SourceReader.read(path: "a.csv", bytes: Array(text.utf8))
      guard case .read(let reading) = outcome else { continue }
      let found = violations(of: reading, in: Array(text.utf8))
      #expect(found.isEmpty, "\(text.debugDescription): \(found)")
    }
  }
}
