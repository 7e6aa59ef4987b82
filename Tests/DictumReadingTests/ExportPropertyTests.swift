import DictumModel
import DictumReading
import DictumTestSupport
import Foundation
import Testing

/// What holds of every conversation in JSON, whole or damaged.
@Suite struct ExportPropertyTests {
  /// The bytes of a passage, their escapes undone by Foundation, are its words.
  @Test(arguments: 0..<30)
  func slicesAreTheWords(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "word", "é", "😀", "\"", "\\", "\n", "\n\n", "\t", "/", " ", "https://example.org/a/b", "@Ada",
      "[[note]]", "> ", "\u{1}",
    ]
    let rows = (0..<20).map { index in
      [
        "speaker": ["Ada", "Bo", "SPEAKER_00"].randomElement(using: &random) ?? "",
        "text": "w\(index)"
          + (0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined(),
      ]
    }
    let options: JSONSerialization.WritingOptions =
      Bool.random(using: &random) ? [.prettyPrinted, .sortedKeys] : [.sortedKeys]
    let bytes = [UInt8](try JSONSerialization.data(withJSONObject: rows, options: options))
    guard case .read(let reading) = SourceReader.read(path: "a.json", bytes: bytes) else {
      Issue.record("not read")
      return
    }
    #expect(reading.utterances.count == rows.count)
    #expect(reading.utterances.map(\.label) == rows.map { $0["speaker"] })
    for passage in reading.passages {
      let slice = Data([UInt8(ascii: "\"")] + bytes[passage.span.range] + [UInt8(ascii: "\"")])
      let words = try JSONDecoder().decode(String.self, from: slice)
      #expect(folded(words) == folded(passage.text))
    }
    for reference in reading.references {
      let slice = Data([UInt8(ascii: "\"")] + bytes[reference.span.range] + [UInt8(ascii: "\"")])
      let words = try JSONDecoder().decode(String.self, from: slice)
      #expect(words.contains(reference.target))
    }
  }

  private func folded(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{1}" || $0 == ">" }.joined(separator: " ")
  }

  /// Cut off, or with bytes changed, a file is read, refused or passed over; spans stay inside it.
  @Test(arguments: 0..<60)
  func damage(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let samples = ExportTests.samples.map { ($0.path, Array($0.file.utf8)) }
    for (path, file) in samples {
      var bytes = file
      if Bool.random(using: &random) {
        bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        bytes[at] = Array("{}[]\",:\\0ux-\n".utf8).randomElement(using: &random) ?? 0
      }
      if case .read(let reading) = SourceReader.read(path: path, bytes: bytes) {
        let text = String(decoding: bytes, as: UTF8.self).debugDescription
        // Escapes that the damage makes change letters, so the words are not looked for.
        let found = violations(of: reading, in: bytes).filter { !$0.contains("is not on line") }
        #expect(found.isEmpty, "\(text): \(found)")
      }
    }
  }

  /// Every turn of QMSum has the speaker of the JSON's own field.
  @Test(.enabled(if: SharedCorpora.folder != nil, Comment(rawValue: SharedCorpora.reason)))
  func meetings() throws {
    let files = SharedCorpora.files("qmsum-val", endings: ["json"])
    #expect(files.count == 35)
    for file in files {
      let data = try Data(contentsOf: file)
      let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let turns = root?["meeting_transcripts"] as? [[String: String]] ?? []
      let said = turns.filter { $0["content"]?.contains { !$0.isWhitespace } ?? false }
      guard case .read(let reading) = SourceReader.read(path: "a.json", bytes: [UInt8](data))
      else {
        Issue.record("not read: \(file.lastPathComponent)")
        continue
      }
      #expect(reading.utterances.map(\.label) == said.map { $0["speaker"] })
      #expect(
        reading.utterances.allSatisfy {
          $0.attribution.name.map($0.label?.hasPrefix ?? { _ in false }) ?? false
        })
    }
  }
}
