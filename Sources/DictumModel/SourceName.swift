/// The names by which links find a source.
package struct SourceName: Hashable, Sendable {
  /// The source's row in the index; of no meaning outside it.
  package var id: Int64
  package var path: String
  package var title: String
  package var identifier: String?
  package var aliases: [String]

  /// Where it is out on the web, and the works it is the text of or notes on: web addresses, and
  /// `doi:` or `arxiv:` with an identifier.
  package var addresses: [String]

  /// What its site calls it: a permalink without a host, or a slug.
  package var permalinks: [String]

  /// Names of the parts given.
  package init(
    id: Int64, path: String, title: String, identifier: String?, aliases: [String],
    addresses: [String] = [], permalinks: [String] = []
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.identifier = identifier
    self.aliases = aliases
    self.addresses = addresses
    self.permalinks = permalinks
  }
}
