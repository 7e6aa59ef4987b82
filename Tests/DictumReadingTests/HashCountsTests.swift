import DictumTestSupport
import Testing

@testable import DictumReading

@Suite struct HashCountsTests {
  /// It holds what a dictionary holds, whatever room it began with.
  @Test(arguments: [0, 1, 500])
  func isADictionary(_ room: Int) {
    var generator = SeededGenerator(seed: 7)
    var counts = HashCounts(count: room)
    var expected: [UInt64: Int] = [:]
    for step in 0..<2_000 {
      // Some near one another, some with nothing but high bits, and some again.
      let hash = UInt64.random(in: 0..<600, using: &generator) << (step % 3 == 0 ? 0 : 30)
      #expect(counts[hash] == expected[hash])
      #expect(counts.update(hash, to: step) == expected.updateValue(step, forKey: hash))
    }
    for (hash, count) in expected { #expect(counts[hash] == count) }
  }
}
