import DictumModel
import DictumTestSupport
import Testing

@testable import DictumStore

/// The hot queries must go by an index: a scan of the passages is what makes a search slow.
@Suite struct QueryPlanTests {
  private func store() throws -> (TemporaryLibrary, Store) {
    let library = try TemporaryLibrary()
    for number in 0..<40 {
      try library.write(
        "# Note \(number)\n\n**Ada:** Words about steps.\n\n**Bo:** More [[note-1]].\n\n"
          + "**Ada:** Yes.\n\n**Bo:** No.\n",
        to: "note-\(number).md")
    }
    try library.ingest()
    return (library, try library.store())
  }

  private func isScan(_ step: String, of table: String) -> Bool {
    step == "SCAN \(table)" || step.hasPrefix("SCAN \(table) USING")
  }

  @Test func aSearchWithoutFilterAsksTheFullTextIndexAlone() throws {
    let (library, store) = try store()
    let plan = try QueryPlan(store) {
      let found = try store.passages(matching: "\"step\"", filter: PassageFilter(), limit: 5)
      #expect(found.count == 5)
    }
    let steps = plan.steps(of: "AS score FROM passage_fts")
    #expect(steps.contains { $0.hasPrefix("SCAN f VIRTUAL TABLE INDEX") })
    #expect(!steps.contains { $0.contains(" p ") || $0.contains(" s ") }, "\(steps)")
    // What is shown of the few that were found goes by their ids.
    let shown = plan.steps(of: "json_each")
    #expect(shown.contains { $0.hasPrefix("SEARCH p USING INTEGER PRIMARY KEY") }, "\(shown)")
    #expect(!shown.contains { isScan($0, of: "p") || isScan($0, of: "s") }, "\(shown)")
    withExtendedLifetime(library) {}
  }

  @Test func withAFilterTheFullTextIndexStillComesFirst() throws {
    let (library, store) = try store()
    var filter = PassageFilter()
    filter.speakers.include = ["ada"]
    filter.paths.include = ["note-"]
    let plan = try QueryPlan(store) {
      let found = try store.passages(matching: "\"step\"", filter: filter, limit: 5)
      #expect(found.count == 5)
    }
    let steps = plan.steps(of: "AS score FROM passage_fts")
    #expect(steps.first?.hasPrefix("SCAN f VIRTUAL TABLE INDEX") == true, "\(steps)")
    #expect(steps.contains { $0.hasPrefix("SEARCH p USING INTEGER PRIMARY KEY") }, "\(steps)")
    #expect(!steps.contains { isScan($0, of: "p") || isScan($0, of: "s") }, "\(steps)")
    withExtendedLifetime(library) {}
  }

  @Test func neighboursGoByAnIndex() throws {
    let (library, store) = try store()
    let id = try #require(
      try store.passages(matching: "\"step\"", filter: PassageFilter(), limit: 1).first?.id)
    let plan = try QueryPlan(store) {
      _ = try store.neighbours(of: id, count: 1)
    }
    for (sql, steps) in plan.queries where sql.contains("FROM passage here") {
      #expect(steps.contains { $0.hasPrefix("SEARCH p USING INDEX") }, "\(steps)")
      #expect(!steps.contains { isScan($0, of: "p") }, "\(steps)")
    }
    #expect(plan.queries.count { $0.sql.contains("FROM passage here") } == 2)
    withExtendedLifetime(library) {}
  }

  @Test(arguments: ["note-3.md", "note-3.md#t1", "note-3.md:3", "note-3.md#p-none", "model:x"])
  func anAddressScansNoPassages(_ address: String) throws {
    let (library, store) = try store()
    let plan = try QueryPlan(store) { _ = try store.resolve(Address(address)) }
    for (sql, steps) in plan.queries {
      #expect(
        !steps.contains { isScan($0, of: "p") || isScan($0, of: "passage") }, "\(sql): \(steps)")
    }
    withExtendedLifetime(library) {}
  }
}
