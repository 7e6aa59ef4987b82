import Foundation

/// An encoder that writes equal values as equal bytes: sorted keys, no spaces, slashes as they are.
func canonicalEncoder() -> JSONEncoder {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return encoder
}
