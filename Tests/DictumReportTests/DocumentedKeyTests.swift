import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumReport

/// A key that the program prints and the page does not name is a promise to nobody.
@Suite struct DocumentedKeyTests {
  private let named: Set<String>

  init() throws {
    let page = try String(
      contentsOf: SharedCorpora.repository.appendingPathComponent("docs/json-output.md"),
      encoding: .utf8)
    var named: Set<String> = []
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      // A row is of one key; the parts of a small object are named in its meaning.
      for match in line.matches(of: /`([A-Za-z0-9]+)`/) { named.insert(String(match.1)) }
    }
    self.named = named
  }

  @Test func everyKeyIsInThePage() throws {
    var record = RunSamples.bad("words")
    record.tasks[0].outputs = [.init(path: "a", sha256: "b", bytes: 1)]
    record.tasks[0].task.control = "c"
    record.verdicts[0].bound.upper = 1
    record.verdicts[0].bound.over = "alpha"
    record.verdicts[0].bound.claim = "c"
    let judgement = record.verdicts[0]
    let spread = RunDiff.Spread(mean: 1, interval: [0, 2], count: 3)
    let diff = RunDiff(
      before: RunSummary(record), after: RunSummary(record),
      changes: [.init(.param, name: "n", before: "1", after: "2")],
      metrics: [
        .init(
          metric: "m", point: [:], before: spread, after: spread, difference: 1, interval: [0, 1],
          relation: .differs)
      ], verdicts: [.init(expectation: "e", before: judgement, after: judgement)])
    let documents = [
      try JSONDocument.text(record, schema: "run/1"),
      try JSONDocument.text(diff, schema: "run-diff/1"),
      try JSONDocument.text(JSONDocument.List([RunSummary(record)]), schema: "runs/1"),
      try JSONDocument.text(Samples.trace("words"), schema: "trace/1"),
      try JSONDocument.text(Samples.model("words"), schema: "model/1"),
      try JSONDocument.text(Samples.passage("words"), schema: "passage/1"),
      try JSONDocument.text(Samples.ingest("words"), schema: "ingest/1"),
      try JSONDocument.text(Samples.page("words"), schema: "source/1"),
    ]
    // Objects whose keys are the user's.
    let open: Set<String> = [
      "inputs", "params", "environment", "point", "at", "metrics", "verdicts", "skipped",
    ]
    for document in documents {
      let object = try JSONSerialization.jsonObject(with: Data(document.utf8))
      for key in keys(object, open: open).sorted() where !["schema", "items"].contains(key) {
        let isNamed = named.contains(key)
        #expect(isNamed, "docs/json-output.md does not name the key \(key)")
      }
    }
    #expect(!named.contains("noSuchKey"))
  }

  private func keys(_ value: Any, open: Set<String>) -> Set<String> {
    if let list = value as? [Any] {
      return list.reduce(into: []) { $0.formUnion(keys($1, open: open)) }
    }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: []) { found, pair in
      found.insert(pair.key)
      if !(open.contains(pair.key) && pair.value is [String: Any]) {
        found.formUnion(keys(pair.value, open: open))
      }
    }
  }
}
