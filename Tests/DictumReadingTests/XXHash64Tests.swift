import DictumTestSupport
import Testing

@testable import DictumReading

/// The hash of anchors, against values that the reference implementation gives.
@Suite struct XXHash64Tests {
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("as", 0x1C33_0FB2_D66B_E179),
      ("asd", 0x631C_37CE_72A9_7393), ("asdf", 0x4158_72F5_99CE_A71E),
      ("abc", 0x44BC_2CF5_AD77_0999),
      (
        "Call me Ishmael. Some years ago--never mind how long precisely-", 0x02A2_E854_70D6_FD96
      ),
      ("The quick brown fox jumps over the lazy dog", 0x0B24_2D36_1FDA_71BC),
    ] as [(String, UInt64)])
  func reference(_ text: String, _ hash: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { XXHash64.hash($0) } == hash)
  }

  /// Every length has its own way through the last bytes, and every byte and seed counts.
  @Test func allBytesCount() {
    var generator = SeededGenerator(seed: 8)
    for count in 1...100 {
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let hash = bytes.withUnsafeBytes { XXHash64.hash($0) }
      #expect(bytes.withUnsafeBytes { XXHash64.hash($0, seed: 1) } != hash)
      for at in bytes.indices {
        bytes[at] ^= 1
        #expect(bytes.withUnsafeBytes { XXHash64.hash($0) } != hash)
        bytes[at] ^= 1
      }
    }
  }
}
