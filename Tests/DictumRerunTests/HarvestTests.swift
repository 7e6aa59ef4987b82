import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// What a task left, and what of it is missing.
@Suite struct HarvestTests {
  private let model: TestModel

  init() throws {
    model = try TestModel()
    try FileManager.default.createDirectory(
      atPath: model.folder, withIntermediateDirectories: true)
  }

  private func harvest(
    _ output: String, _ change: (inout ModelCard) -> Void
  ) -> Harvest {
    var card = ModelCard(id: "m", title: "M", command: ["x"], inputs: [])
    change(&card)
    return Harvest(
      of: card, standardOutput: CappedOutput(Array(output.utf8)), folder: model.folder)
  }

  @Test func outputsAreHashed() throws {
    try model.write("abc", to: "a.svg")
    try model.write("", to: "empty.svg")
    try model.write("d", to: "deep/d.svg")
    let harvest = harvest("") {
      $0.outputs = ["a.svg", "deep/d.svg"]
      $0.expectations = [
        .init(id: "e", metric: "empty.svg", op: .exists, value: 0),
        .init(id: "n", metric: "none.svg", op: .exists, value: 0),
        .init(id: "a", metric: "a.svg", op: .exists, value: 0),
      ]
    }
    #expect(harvest.missing == nil)
    #expect(harvest.outputs.map(\.path) == ["a.svg", "deep/d.svg"])
    #expect(harvest.outputs.map(\.bytes) == [3, 1])
    #expect(
      harvest.outputs.first?.sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test(arguments: ["none.svg", "empty.svg", "link.svg", "folder"])
  func missingOutputs(_ path: String) throws {
    try model.write("", to: "empty.svg")
    try model.write("x", to: "folder/x")
    try FileManager.default.createSymbolicLink(
      atPath: model.folder + "/link.svg", withDestinationPath: "/usr/bin/env")
    let harvest = harvest("done\n") { $0.outputs = [path] }
    #expect(harvest.outputs.isEmpty)
    #expect(harvest.missing == "it left no \(path)\ndone")
  }

  @Test func metricsThatAreNotThere() throws {
    let expect: (inout ModelCard) -> Void = {
      $0.expectations = [
        .init(id: "a", metric: "q", op: .less, value: 0),
        .init(id: "b", metric: "r", op: .less, value: 0),
      ]
    }
    #expect(
      harvest("", expect).missing
        == "it gave none of the metrics of its card (q, r): metrics.json is not there, "
        + "and no line printed is of the form name = number")
    #expect(
      harvest("Q = 1", expect).missing
        == "it gave none of the metrics of its card (q, r): it gave Q\nQ = 1")
    #expect(harvest("q = 1", expect).missing == nil)
    // One that is no number is there, and is for the judge to say.
    #expect(harvest("q = nan\nr = 1", expect).missing == nil)
    try model.write("{}", to: "metrics.json")
    #expect(
      harvest("", expect).missing?.contains("metrics.json has no numbers, and no line") == true)
    #expect(harvest("", { _ in }).missing == nil)
    #expect(harvest("") { $0.metrics.stdout = ["m": .init(after: "m is")] }.missing != nil)
  }
}
