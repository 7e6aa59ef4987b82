package import DictumModel
import GRDB

extension IngestWriter {
  /// The keys of front matter under which a page says where it is on the web, or what it is called
  /// there.
  private static let addressKeys = [
    "url", "source", "original_url", "canonical", "canonical_url", "canonicalURL", "lw-page-url",
    "permalink", "slug",
  ]

  /// The keys under which a note says which work it is, or is about.
  private static let workKeys = ["doi", "DOI", "arxiv", "arXiv", "eprint"]

  /// The names of every source.
  package func sourceNames() throws -> [SourceName] {
    var aliases: [Int64: [String]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT source_id, alias FROM source_alias ORDER BY 1, 2")
    {
      aliases[row[0], default: []].append(row[1])
    }
    let paths = (IngestWriter.addressKeys + IngestWriter.workKeys).map { #"'$."\#($0)"'"# }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, path, title, identifier, url,
          json_extract(front_matter, \(paths.joined(separator: ", ")))
        FROM source ORDER BY path
        """
    ).map { row in
      var name = SourceName(
        id: row[0], path: row[1], title: row[2], identifier: row[3], aliases: aliases[row[0]] ?? [])
      if let url = row[4] as String? { name.addresses.append(url) }
      let values: [ParamValue] = JSONText.decode(row[5]) ?? []
      for (index, value) in values.enumerated() {
        let text = value == .null ? "" : value.description
        if text.isEmpty { continue }
        if index >= IngestWriter.addressKeys.count {
          name.addresses.append(text)
        } else if text.contains("://") {
          if !name.addresses.contains(text) { name.addresses.append(text) }
        } else if index >= IngestWriter.addressKeys.count - 2 || text.hasPrefix("/") {
          name.permalinks.append(text)
        }
      }
      return name
    }
  }
}
