import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumReading

/// docs/models.md says of every key what it means, and its example is a card.
@Suite struct ModelDocsTests {
  private let page: String

  init() throws {
    page = try String(
      contentsOf: SharedCorpora.repository.appendingPathComponent("docs/models.md"), encoding: .utf8
    )
  }

  private static let headings: [CardKeys: String] = [
    .card: "### The card", .run: "### `run`", .environment: "### `run.environment`",
    .range: "### `sweep`", .seeds: "### `seeds`", .metrics: "### `metrics`",
    .pick: "### `metrics.pick`", .printed: "### `metrics.stdout`", .expectation: "### `expect`",
    .control: "### `control`", .limits: "### `limits`", .sandbox: "### `sandbox`",
  ]

  @Test(arguments: CardKeys.allCases) func tables(_ group: CardKeys) throws {
    let heading = try #require(Self.headings[group])
    let start = try #require(page.range(of: "\n\(heading)\n"))
    let section = page[start.upperBound...]
    let end = section.range(of: "\n##")?.lowerBound ?? section.endIndex
    let keys = section[..<end].split(separator: "\n").filter { $0.hasPrefix("| `") }.map {
      String($0.dropFirst(3).prefix { $0 != "`" })
    }
    #expect(keys == group.keys)
  }

  @Test func theExampleIsACard() throws {
    let start = try #require(page.range(of: "```markdown\n"))
    let end = try #require(page[start.upperBound...].range(of: "```"))
    let note = try reading(String(page[start.upperBound..<end.lowerBound]), path: "model.md")
    #expect(note.diagnostics.isEmpty, "\(messages(note))")
    let card = try #require(note.model)
    #expect(card.id == "random-walk")
    #expect(card.expectations.map(\.id) == ["square-root", "ten-after-a-hundred"])
  }

  /// Every piece of front matter that the page shows is one that a card may have.
  @Test func thePiecesAreParts() throws {
    var rest = page[...]
    var count = 0
    while let start = rest.range(of: "```yaml\n"),
      let end = rest[start.upperBound...].range(of: "```")
    {
      let yaml = rest[start.upperBound..<end.lowerBound]
      let note = try reading(
        "---\ntype: model\nid: m\nseeds: {base: 1}\n\(yaml)---\n", path: "model.md")
      #expect(note.model != nil, "\(messages(note))")
      rest = rest[end.upperBound...]
      count += 1
    }
    #expect(count >= 2)
  }
}
