import DictumModel
import DictumTestSupport
import Testing

@testable import DictumReport

/// A run as a page.
@Suite struct RunPageTests {
  private func page(_ records: [RunRecord]) throws -> (source: String, root: WellFormed.Element) {
    let source = RunPage.html(
      records.map { RunSamples.report($0) },
      unrun: [UnrunModel(model: "new", card: nil, reason: "not approved", isApproved: false)],
      generatedAt: "2026-11-21T00:00:00Z")
    return (source, try WellFormed.root(of: source))
  }

  @Test func itIsWellFormedAndNeedsNothingElse() throws {
    var generator = SeededGenerator(seed: 5)
    let words = RunSamples.hostile + (0..<40).map { _ in RunSamples.text(&generator) }
    for text in words {
      let (source, root) = try page([RunSamples.bad(text), RunSamples.sweep(3)])
      #expect(root.name == "html" && root.attributes["lang"] == "en")
      #expect(root.all("script").isEmpty && root.all("img").isEmpty && root.all("link").isEmpty)
      #expect(root.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") == true })
      #expect(!source.contains("@import") && !source.contains("url("))
      let elements = [root] + everything(in: root)
      let ids = elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      #expect(
        elements.allSatisfy { element in !element.attributes.keys.contains { $0.hasPrefix("on") } })
      for link in root.all("a") {
        #expect(ids.contains(String(link.attributes["href"]?.dropFirst() ?? "")))
      }
    }
  }

  private func everything(in element: WellFormed.Element) -> [WellFormed.Element] {
    element.children.flatMap { [$0] + everything(in: $0) }
  }

  @Test func everyFigureIsSaidInWordsAndHasItsTable() throws {
    let (_, root) = try page([RunSamples.sweep(1000), RunSamples.bad("words")])
    let sections = root.all("section").filter {
      !$0.all("svg").isEmpty && $0.attributes["class"] == "expectation"
    }
    #expect(!sections.isEmpty)
    for section in sections {
      for figure in section.all("svg") {
        let named = figure.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
        let inside = figure.children.compactMap { $0.attributes["id"] }
        #expect(figure.attributes["role"] == "img" && named == Array(inside.prefix(2)))
        #expect(figure.children.prefix(2).allSatisfy { !$0.text.isEmpty })
      }
      #expect(!section.all("table").isEmpty)
    }
    let rows = sections[0].all("tbody").first?.children.count
    #expect(rows == 1000)
  }

  @Test func aBoundIsShownWhereItIs() throws {
    for op in ModelCard.Expectation.Operator.allCases {
      var bound = RunSamples.bound("b", op, 2)
      bound.margin = 0.5
      bound.upper = 3
      let area = BoundArea(bound)
      let scale = Scale([0, 4], from: 0, to: 100)
      for value in stride(from: 0.1, through: 3.9, by: 0.2) {
        let isShaded = area.places(on: scale).contains { $0.contains(scale.place(value)) }
        let slack = SweepSummary.slack(value, bound)
        #expect(isShaded == (slack.map { $0 >= 0 } ?? false), "\(op) at \(value)")
      }
    }
  }

  @Test func whatContradictsIsMarkedByItsShape() throws {
    let source = try page([RunSamples.sweep(5)]).source
    #expect(source.contains("class=\"contradicted\""))
    #expect(source.contains("A cross contradicts the bound."))
    #expect(!source.contains("A ring"))
  }
}
