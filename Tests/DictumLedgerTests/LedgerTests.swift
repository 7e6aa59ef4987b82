import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumLedger

@Suite struct LedgerTests {
  private func runs(_ path: String) -> Ledger<RunRecord> {
    Ledger(path: path, of: "the record of a run")
  }

  private func record(_ number: Int, estimate: Double = 0.1) -> RunRecord {
    let bound = ModelCard.Expectation(
      id: "q", claim: "a/b#^c", metric: "q", op: .equal, value: 0.1, margin: 0.3)
    return RunRecord(
      id: "run:toy-\(number)", model: "toy", startedAt: "2026-03-14T15:09:26Z", seconds: 0.25,
      subject: .init(
        command: ["sh", "a/b"], inputs: ["a/b": "00"], params: ["n": .list([.int(1), .null])],
        seeds: [4_294_967_295]),
      sandbox: .none, outcome: .ok, message: "", tasks: TaskResult.results(["q": [estimate]]),
      verdicts: [.init(expectation: "q", bound: bound, verdict: .holds, estimate: estimate)],
      notes: ["line\nbreak"])
  }

  @Test func appendsOneLineEach() throws {
    let model = try TemporaryLibrary()
    let path = model.root + "/new/folder/runs.jsonl"
    let ledger = runs(path)
    #expect(try ledger.read().lines.isEmpty)
    try ledger.append(record(1))
    try ledger.append(record(2))
    let read = try ledger.read()
    #expect(read.lines.map(\.record) == [record(1), record(2)])
    #expect(read.diagnostics.isEmpty)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.utf8.count { $0 == 0x0A } == 2)
    #expect(text.hasSuffix("}\n"))
    #expect(text.contains(#""claim":"a/b#^c""#))
    #expect(text.hasPrefix(#"{"controls":[],"id":"run:toy-1","message":"","model":"toy""#))
  }

  @Test func aTornLineIsReportedAndTheNextIsFresh() throws {
    let model = try TemporaryLibrary()
    let path = model.root + "/runs.jsonl"
    let ledger = runs(path)
    try ledger.append(record(1))
    let whole = try Data(contentsOf: URL(filePath: path))
    try (whole + Data("not json\n\n".utf8) + whole.prefix(40)).write(to: URL(filePath: path))
    try ledger.append(record(2))
    let read = try ledger.read()
    #expect(read.lines.map(\.record) == [record(1), record(2)])
    #expect(read.lines.map(\.number) == [1, 5])
    #expect(read.diagnostics.map(\.place) == [Place(path, line: 2), Place(path, line: 4)])
    #expect(
      read.diagnostics.first?.description
        == "\(path):2: warning: this line is not the record of a run (restore it from version "
        + "control or remove it; the other lines are read)")
  }

  @Test func aWholeLastLineWithoutItsEndIsKept() throws {
    let model = try TemporaryLibrary()
    let path = model.root + "/runs.jsonl"
    let ledger = runs(path)
    try ledger.append(record(1))
    try Data(contentsOf: URL(filePath: path)).dropLast().write(to: URL(filePath: path))
    try ledger.append(record(2))
    #expect(try ledger.read().lines.map(\.record) == [record(1), record(2)])
  }

  @Test func writersDoNotMix() async throws {
    let model = try TemporaryLibrary()
    let ledger = runs(model.root + "/runs.jsonl")
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        let record = record(number)
        group.addTask { try? ledger.append(record) }
      }
    }
    let read = try ledger.read()
    #expect(Set(read.lines.map(\.record.id)).count == 40)
    #expect(read.diagnostics.isEmpty)
  }

  @Test func errorsSayWhatAndWhere() throws {
    let model = try TemporaryLibrary()
    let path = model.root + "/runs.jsonl"
    #expect(
      throws: LedgerError(
        description:
          "cannot write the ledger \(path): the record of a run has a number JSON cannot say")
    ) { try runs(path).append(record(1, estimate: .nan)) }
    #expect(
      throws: LedgerError(description: "cannot write the ledger \(model.root): Is a directory")
    ) { try runs(model.root).append(record(1)) }
    #expect(throws: LedgerError.self) { try runs(model.root).read() }
  }
}
