import DictumModel
import DictumTestSupport
import Testing

/// What is asked of sixteen bytes at once is what is asked of each.
@Suite struct ByteBlockTests {
  @Test(arguments: 0..<50)
  func placesAreThoseOfTheBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    // Of few values, so that some come and some do not.
    let values = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
    let bytes = (0..<40).map { _ in values.randomElement(using: &random) ?? 0 }
    for offset in 0...24 {
      let block = bytes.withUnsafeBufferPointer { $0.block(at: offset) }
      let window = bytes[offset..<(offset + 16)]
      func place(_ isIt: (UInt8) -> Bool) -> Int? {
        window.firstIndex(where: isIt).map { $0 - offset }
      }
      for byte in values {
        #expect(block.places(of: byte).first == place { $0 == byte })
        #expect(block.places(from: byte, count: 20).first == place { $0 &- byte < 20 })
      }
      #expect(block.places(from: 0, count: 0).first == nil)
    }
  }
}
