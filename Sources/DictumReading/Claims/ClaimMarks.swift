import DictumModel

/// Where the bytes of a file may declare something; most files have no such place, and their passages
/// need not be asked.
struct ClaimMarks {
  /// The places of `::`, of `#claim` and of `]{`; bytes of the file, 0-based, in order.
  private let fields: [Int]
  private let tags: [Int]
  private let attributes: [Int]

  init(_ bytes: [UInt8]) {
    fields = bytes.positions(of: "::")
    tags = bytes.positions(of: "#claim")
    attributes = bytes.positions(of: "]{")
  }

  var isEmpty: Bool { fields.isEmpty && tags.isEmpty && attributes.isEmpty }

  func hasField(_ span: ByteSpan) -> Bool { ClaimMarks.holds(span, fields, 2) }

  func hasTag(_ span: ByteSpan) -> Bool { ClaimMarks.holds(span, tags, 6) }

  func hasAttributes(_ span: ByteSpan) -> Bool { ClaimMarks.holds(span, attributes, 2) }

  private static func holds(_ span: ByteSpan, _ places: [Int], _ length: Int) -> Bool {
    let first = places.partition { $0 >= span.start }
    return first < places.count && places[first] + length <= span.end
  }
}
