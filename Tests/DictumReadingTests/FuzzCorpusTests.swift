import DictumReading
import DictumTestSupport
import Foundation
import Testing

/// What the fuzzer begins with and what it once found: `Tests/FuzzCorpus`, a folder a target.
@Suite struct FuzzCorpusTests {
  @Test(arguments: FuzzTarget.allCases)
  func everyInputIsRead(_ target: FuzzTarget) throws {
    let folder = SharedCorpora.repository.appendingPathComponent("Tests/FuzzCorpus/\(target)")
    let inputs = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(!inputs.isEmpty)
    for input in inputs {
      for file in target.files([UInt8](try Data(contentsOf: input))) {
        guard case .read(let reading) = SourceReader.read(path: file.path, bytes: file.bytes) else {
          continue
        }
        let found =
          violations(of: reading, in: file.bytes, file.path)
          + strayIndices(of: reading, in: file.bytes)
        #expect(found.isEmpty, "\(input.lastPathComponent) as \(file.path)")
      }
    }
  }
}
