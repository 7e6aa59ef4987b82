import DictumModel

/// Where the bytes of a file may declare something; most files have no such place, and their passages
/// need not be asked.
struct ClaimMarks {
  /// The places of `::`, of `#claim` and of `]{`; bytes of the file, 0-based, in order.
  private var fields: [Int] = []
  private var tags: [Int] = []
  private var attributes: [Int] = []

  /// How many bytes are looked at for one of the three after the other.
  private static let pieceLength = 8_192

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: bytes.count, by: ClaimMarks.pieceLength) {
        let end = start + ClaimMarks.pieceLength
        bytes.addPositions(of: "::", from: start, before: end, to: &fields)
        bytes.addPositions(of: "#claim", from: start, before: end, to: &tags)
        bytes.addPositions(of: "]{", from: start, before: end, rarest: 1, to: &attributes)
      }
    }
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
