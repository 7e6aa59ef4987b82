import Crypto

/// The name of a revision: the SHA-256 of its bytes.
enum ContentHash {
  /// The SHA-256 of `bytes` in hexadecimal, 64 small letters and digits.
  static func sha256(_ bytes: [UInt8]) -> String { text(SHA256.hash(data: bytes)) }

  /// A digest as text.
  static func text(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
