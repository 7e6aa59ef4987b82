import Foundation

/// A result as JSON, with the name and version of its form; docs/json-output.md defines each.
package enum JSONDocument {
  /// The JSON of one result: its own keys, and `schema`, which is `dictum/NAME/VERSION`.
  ///
  /// Keys are sorted and slashes are not escaped, so that equal results are equal text.
  package static func text(
    _ value: some Encodable, schema: String, isPretty: Bool = true
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let data = try encoder.encode(Versioned(schema: "dictum/" + schema, value: value))
    return String(decoding: data, as: UTF8.self)
  }

  /// One line of JSON for each of `values`.
  package static func lines(_ values: [some Encodable], schema: String) throws -> [String] {
    try values.map { try text($0, schema: schema, isPretty: false) }
  }

  /// A list as one document: its elements under `items`.
  package struct List<Element: Encodable>: Encodable {
    private let items: [Element]

    /// The document of these elements.
    package init(_ items: [Element]) { self.items = items }
  }

  /// A value's own keys, and `schema` among them.
  private struct Versioned<Value: Encodable>: Encodable {
    var schema: String
    var value: Value

    private enum Key: String, CodingKey { case schema }

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(schema, forKey: .schema)
    }
  }
}
