import DictumModel
import DictumReading
import DictumTestSupport
import Foundation
import Testing

/// The project's own corpus, counted by hand and with `grep`, not by the reader.
@Suite struct CorpusTests {
  struct Expected: Sendable {
    var path: String
    var kind: SourceKind
    /// The speakers of the utterances, by their initials; `?` for an unknown one.
    var speakers: String
    var claims: Int
    var assertions: Int
  }

  @Test(arguments: [
    Expected(
      path: "dialogues/on-getting-stuck.md", kind: .dialogue, speakers: "N A N B A B A ? A N B A",
      claims: 1, assertions: 6),
    Expected(
      path: "dialogues/changed-minds.md", kind: .dialogue, speakers: "I C I C I C I C I C",
      claims: 1, assertions: 7),
    Expected(
      path: "dialogues/feedback-hours.md", kind: .transcript, speakers: "I N C N I C N I C N",
      claims: 1, assertions: 4),
    Expected(
      path: "dialogues/goodhart-at-lunch.md", kind: .dialogue, speakers: "N C B N C N B C N B",
      claims: 1, assertions: 4),
    Expected(
      path: "dialogues/reading-back.md", kind: .dialogue, speakers: "A I B A I B A I A", claims: 1,
      assertions: 4),
    Expected(
      path: "dialogues/a-year-in-the-fog.txt", kind: .dialogue,
      speakers: "? ? ? ? ? ? ? ? ? ? ?", claims: 0, assertions: 0),
    Expected(
      path: "comments/ada-okafor-shortforms.txt", kind: .comments, speakers: "", claims: 0,
      assertions: 0),
    Expected(
      path: "posts/three-to-two.md", kind: .post, speakers: "", claims: 6, assertions: 0),
  ])
  func sources(_ expected: Expected) throws {
    let file = SharedCorpora.repository.appendingPathComponent("corpus/" + expected.path)
    let bytes = [UInt8](try Data(contentsOf: file))
    guard case .read(let reading) = SourceReader.read(path: expected.path, bytes: bytes) else {
      Issue.record("not read")
      return
    }
    let initials = speakers(reading).map { String($0.prefix(1)) }.joined(separator: " ")
    #expect(reading.kind == expected.kind)
    #expect(initials == expected.speakers)
    #expect(reading.utterances.count == reading.utterances.last?.turn ?? 0)
    #expect(reading.claims.count == expected.claims)
    #expect(reading.assertions.count == expected.assertions)
    #expect(violations(of: reading, in: bytes).isEmpty, "\(violations(of: reading, in: bytes))")
  }

  /// Every Markdown and text file of the corpus is read without a word of complaint.
  @Test func noComplaints() throws {
    let corpus = SharedCorpora.repository.appendingPathComponent("corpus")
    let walk = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in walk?.allObjects ?? []
    where ["md", "txt"].contains(file.pathExtension) {
      let bytes = [UInt8](try Data(contentsOf: file))
      guard case .read(let reading) = SourceReader.read(path: file.lastPathComponent, bytes: bytes)
      else {
        Issue.record("not read: \(file.path)")
        continue
      }
      #expect(messages(reading).isEmpty, "\(messages(reading))")
      #expect(violations(of: reading, in: bytes).isEmpty, "\(violations(of: reading, in: bytes))")
      count += 1
    }
    #expect(count > 20)
  }

  /// Corpora of other people: how many of their documents are dialogues.
  @Test(
    .enabled(if: SharedCorpora.folder != nil, Comment(rawValue: SharedCorpora.reason)),
    arguments: [
      ("swift-evolution", 0...0), ("rust-rfcs", 0...0), ("plato-se", 7...7), ("seeds", 1...1),
      ("turntrout", 0...0), ("talkpython-vtt", 18...18),
    ])
  func dialogues(_ corpus: String, _ expected: ClosedRange<Int>) throws {
    var count = 0
    for file in SharedCorpora.files(corpus, endings: ["md", "txt", "vtt"]) {
      let bytes = [UInt8](try Data(contentsOf: file))
      if case .read(let reading) = SourceReader.read(path: file.lastPathComponent, bytes: bytes),
        !reading.utterances.isEmpty
      {
        count += 1
      }
    }
    #expect(expected.contains(count), "\(count) dialogues")
  }
}
