import DictumTestSupport
import Testing

@testable import DictumReading

@Suite struct TriggerTests {
  /// The bytes at which a search that begins there stops at once.
  private func places(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { Trigger.next(in: bytes, from: $0, to: bytes.count) == $0 }
  }

  @Test(arguments: [
    ("see www.a.org", [4]), ("wwww", [0, 1]), ("wwW.", [0]), ("now we wait", []), ("a://b", [1]),
    ("note: this", []), ("doi: 10.1/2", [3, 9]), ("a/b", []), ("doi.org/10", [7]),
    ("{{x}} {%x%} {x}", [0, 6]), ("$[@", [0, 1, 2]), ("", []),
  ])
  func bytesOfPointers(text: String, expected: [Int]) {
    #expect(places(Array(text.utf8)) == expected)
  }

  @Test func aSearchFindsTheFirstWhereverItBegins() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Array("wwwwW.  abi:/$@[{%1g".utf8).randomElement(using: &random) ?? 0x20
      }
      let places = places(bytes)
      for start in 0...bytes.count {
        let found = Trigger.next(in: bytes, from: start, to: bytes.count)
        #expect(found == places.first { $0 >= start })
      }
    }
  }
}
