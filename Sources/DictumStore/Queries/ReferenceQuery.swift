import DictumModel
import GRDB

/// Reads references with where they lead.
enum ReferenceQuery {
  /// Ends before WHERE; `r` is the reference.
  static let sql = """
    SELECT r.kind, r.target, r.fragment, r.text, here.path, r.line, r.column, r.is_internal,
      there.path, q.anchor, q.has_block_id, r.to_turn, r.to_file
    FROM reference r JOIN source here ON here.id = r.source_id
    LEFT JOIN source there ON there.id = r.to_source_id
    LEFT JOIN passage q ON q.id = r.to_passage_id
    """

  /// The view in a row of `sql`.
  static func view(_ row: Row) -> ReferenceView {
    let path: String? = row[8]
    var address = path
    if let path, let turn = row[11] as Int? { address = "\(path)#t\(turn)" }
    if let path, let anchor = row[9] as String? {
      address = Address.passage(path, anchor: anchor, hasBlockID: row[10])
    }
    let isInternal: Bool = row[7]
    let isToFile: Bool = row[12]
    return ReferenceView(
      kind: Reference.Kind(rawValue: row[0]) ?? .link,
      target: (row[1] as String) + ((row[2] as String?).map { "#\($0)" } ?? ""), text: row[3],
      place: Place(row[4], line: row[5], column: row[6]), address: address,
      isDangling: isInternal && path == nil && !isToFile)
  }
}
