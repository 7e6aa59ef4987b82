import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// What is built is built once for each content.
@Suite struct BuildCacheTests {
  private let model: TestModel
  private let cache: BuildCache

  init() throws {
    model = try TestModel()
    cache = BuildCache(directory: model.root + "/cache/builds")
  }

  private var kept: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: model.root + "/cache/builds")) ?? []
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func onceForEachKey() async throws {
    var builds = 0
    for (index, key) in ["a", "a", "b", "a"].enumerated() {
      let destination = "\(model.root)/build-\(index)"
      let finding = try await cache.provide(key, at: destination) { folder in
        builds += 1
        #expect((try? FileManager.default.contentsOfDirectory(atPath: folder)) == [])
        #expect(writeNewFile(Array(key.utf8), to: folder + "/model", mode: 0o755) == nil)
        return .good
      }
      #expect(finding == .good)
      #expect(text(destination + "/model") == key)
      #expect(FileManager.default.isExecutableFile(atPath: destination + "/model"))
    }
    #expect(builds == 2)
    #expect(kept.sorted() == ["a", "b"])
  }

  @Test(arguments: ["", "/a"]) func whatOthersCanWriteIsNotUsed(_ folder: String) async throws {
    try FileManager.default.createDirectory(
      atPath: model.root + "/cache/builds/a", withIntermediateDirectories: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: model.root + "/cache/builds" + folder)
    let error = await #expect(throws: RerunError.self) {
      try await cache.provide("a", at: model.root + "/build") { _ in .good }
    }
    #expect(error?.description.contains("can be written by, someone else") == true)
  }

  @Test func aFailedBuildIsSaidAndNotKept() async throws {
    let destination = model.root + "/build"
    for _ in 0..<2 {
      let finding = try await cache.provide("a", at: destination) { folder in
        _ = writeNewFile([1], to: folder + "/half")
        return RunFinding(.failed, "exit status 1\nmodel.c:1: no such thing")
      }
      #expect(finding.outcome == .failed)
      #expect(finding.message == "the build failed: exit status 1\nmodel.c:1: no such thing")
    }
    let empty = try await cache.provide("a", at: destination) { _ in .good }
    #expect(empty.outcome == .missingOutput)
    #expect(empty.message == "the build failed: it left nothing in {build}")
    #expect(kept.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: destination))
  }

  /// Two that build the same at the same time: both get it, whoever is first.
  @Test func twoAtOnce() async throws {
    let cache = cache
    let inner = model.root + "/inner"
    let outer = model.root + "/outer"
    let finding = try await cache.provide("a", at: outer) { folder throws(RerunError) in
      _ = writeNewFile([1], to: folder + "/model")
      return try await cache.provide("a", at: inner) { folder in
        _ = writeNewFile([2], to: folder + "/model")
        return .good
      }
    }
    #expect(finding == .good)
    #expect(text(outer + "/model") == "\u{2}" && text(inner + "/model") == "\u{2}")
    #expect(kept == ["a"])
  }

  @Test func theKeySaysAllThatABuildFollowsFrom() {
    let card = ModelCard(id: "m", title: "M", command: ["x"], build: ["cc"], inputs: ["a"])
    let key = cache.key(of: card, inputs: ["a": "1"], environment: ["os": "Linux"])
    #expect(key.count == 64)
    var other = card
    other.params = ["alpha": .int(1)]
    other.command = ["y"]
    #expect(cache.key(of: other, inputs: ["a": "1"], environment: ["os": "Linux"]) == key)
    other.build = ["cc", "-O"]
    var seen = card
    seen.policy.read = ["/opt/x"]
    let keys = [
      key, cache.key(of: other, inputs: ["a": "1"], environment: ["os": "Linux"]),
      cache.key(of: seen, inputs: ["a": "1"], environment: ["os": "Linux"]),
      cache.key(of: card, inputs: ["a": "2"], environment: ["os": "Linux"]),
      cache.key(of: card, inputs: ["b": "1"], environment: ["os": "Linux"]),
      cache.key(of: card, inputs: ["a": "1"], environment: ["os": "Darwin"]),
    ]
    #expect(Set(keys).count == keys.count)
  }

  @Test func aBuildMayUseMoreThanARun() {
    let small = ModelCard.Limits().forBuild
    #expect(small.wallSeconds == 600 && small.memoryMiB == 8192 && small.outputMiB == 256)
    let large = ModelCard.Limits(wallSeconds: 900, memoryMiB: 9000).forBuild
    #expect(large.wallSeconds == 900 && large.memoryMiB == 9000)
  }
}
