import Foundation

/// Values kept in the index as JSON: written with sorted keys, so that equal values are equal text.
enum JSONText {
  /// The JSON of a value.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The value of a JSON text, or `nil` when it is not one of this type.
  static func decode<T: Decodable>(_ text: String) -> T? {
    try? JSONDecoder().decode(T.self, from: Data(text.utf8))
  }
}
