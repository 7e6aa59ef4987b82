import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumReport

@Suite struct JSONDocumentTests {
  private func documents(_ words: String) throws -> [String] {
    [
      try JSONDocument.text(Samples.trace(words), schema: "trace/1"),
      try JSONDocument.text(Samples.model(words), schema: "model/1"),
      try JSONDocument.text(Samples.record(words), schema: "run/1"),
      try JSONDocument.text(JSONDocument.List([Samples.claim(words)]), schema: "claims/1"),
    ]
  }

  @Test(arguments: ["words", "a/b \"quoted\" \u{1B}[2J \u{202E} é 意味\n"])
  func everyDocumentSaysItsSchemaAndKeepsTheWords(_ words: String) throws {
    for document in try documents(words) {
      let object = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
      let schema = try #require(object?["schema"] as? String)
      #expect(schema.wholeMatch(of: /dictum\/[a-z-]+\/1/) != nil)
      #expect(document.contains("a/b") == words.contains("a/b"))
    }
    let claim = try JSONDocument.text(Samples.claim(words), schema: "claim/1")
    #expect(
      try JSONDecoder().decode(ClaimView.self, from: Data(claim.utf8)) == Samples.claim(words))
  }

  @Test func keysAreSortedAtEveryDepth() throws {
    for document in try documents("words") {
      var open: [[String]] = []
      for line in document.split(separator: "\n") {
        let text = line.trimmingPrefix { $0 == " " }
        if text.hasPrefix("\""), let end = text.dropFirst().firstIndex(of: "\""),
          text.contains(" : ")
        {
          open[open.count - 1].append(String(text[text.index(after: text.startIndex)..<end]))
        }
        if text.hasPrefix("}") {
          let keys = open.removeLast()
          #expect(keys == keys.sorted())
        }
        if line.hasSuffix("{") { open.append([]) }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func aLineAnElement() throws {
    let lines = try JSONDocument.lines(
      [Samples.claim("one\ntwo"), Samples.claim("three")], schema: "claim/1")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { !$0.contains("\n") && $0.contains("\"schema\":\"dictum/claim/1\"") })
  }

  @Test func numbersThatJSONDoesNotHaveAreWords() throws {
    let document = try JSONDocument.text(Samples.record("words"), schema: "run/1")
    #expect(document.contains("\"estimate\" : \"Infinity\""))
  }

  @Test func equalResultsAreEqualText() throws {
    var record = Samples.record("words")
    record.tasks = TaskResult.results(
      Dictionary(uniqueKeysWithValues: (0..<40).map { ("m\($0)", [Double($0)]) }))
    var again = Samples.record("words")
    again.tasks = TaskResult.results(
      Dictionary(uniqueKeysWithValues: (0..<40).reversed().map { ("m\($0)", [Double($0)]) }))
    #expect(
      try JSONDocument.text(record, schema: "run/1") == JSONDocument.text(again, schema: "run/1"))
  }

  /// A schema that the program prints and the page does not define is a promise to nobody.
  @Test func everySchemaIsDefinedInTheDocs() throws {
    let root = SharedCorpora.repository
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/json-output.md"), encoding: .utf8)
    let sources = try #require(
      FileManager.default.enumerator(
        at: root.appendingPathComponent("Sources/DictumCLI"), includingPropertiesForKeys: nil))
    var schemas: Set<String> = []
    for case let file as URL in sources where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /[sS]chema: "([a-z-]+\/[0-9]+)"/) {
        schemas.insert(String(match.1))
      }
    }
    #expect(schemas.count > 10)
    for schema in schemas.sorted() {
      let isDefined = page.contains("`\(schema)`")
      #expect(isDefined, "docs/json-output.md does not define dictum/\(schema)")
    }
  }
}
