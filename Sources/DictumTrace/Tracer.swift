package import DictumModel
package import DictumStore

/// Follows a claim to what it rests on: the verb of this room.
///
///     try Tracer(store: store).trace("posts/a.md#^c-linear")
package struct Tracer: Sendable {
  private let store: Store

  /// A tracer of one index.
  package init(store: Store) { self.store = store }

  /// What the claim at `address` rests on; `nil` when no claim is declared there.
  package func trace(_ address: String) throws(StoreError) -> ClaimTrace? {
    let resolved = try store.resolve(Address(address))
    guard case .claim(let claim)? = resolved,
      case .passage(let source, let anchor) = Address(claim.address)
    else { return nil }
    return try store.trace(source: source, anchor: anchor)
  }

  /// The declared claims that a full-text expression finds, best first.
  package func claims(matching match: String, limit: Int) throws(StoreError) -> [ClaimView] {
    try store.claims(matching: match, limit: limit)
  }
}
