import DictumModel

/// Finds the source that is out at an address on the web, or that is the text of a published work.
///
/// Scheme, `www.`, a slash at the end and what stands after `#` do not count, nor does a query, unless
/// the source's own address has one.
struct AddressIndex {
  private var byKey: [String: Int64] = [:]

  /// Adds the addresses of a source; one that is taken stays with the source that has it.
  mutating func add(_ source: SourceName) {
    for written in source.addresses {
      for work in [Work(doi: written), Work(arXiv: written), Work(url: written)] {
        if let work { set(work.target, source.id) }
      }
      guard let address = WebAddress(written) else {
        set(written.lowercased(), source.id)
        continue
      }
      // A front page is given as the address of many a page.
      if address.path.isEmpty, address.query == nil { continue }
      set(AddressIndex.key(address), source.id)
      addOtherNames(source, address)
    }
  }

  /// A site that finds a page by its alias, as its address shows, finds it by its id too.
  private mutating func addOtherNames(_ source: SourceName, _ address: WebAddress) {
    let names = source.aliases + [source.identifier].compactMap(\.self)
    guard let slash = address.path.lastIndex(of: "/"), address.query == nil,
      names.contains(String(address.path[address.path.index(after: slash)...]))
    else { return }
    for name in names {
      var other = address
      other.path = address.path[...slash] + name
      set(other.key, source.id)
    }
  }

  /// The source at an address, or of a work; `nil` when none is.
  func source(_ target: String) -> Int64? {
    if byKey.isEmpty { return nil }
    if let id = byKey[target.lowercased()] { return id }
    if let work = Work(url: target), let id = byKey[work.target] { return id }
    guard let address = WebAddress(target) else { return nil }
    return (address.query == nil ? nil : byKey[AddressIndex.key(address)]) ?? byKey[address.key]
  }

  private static func key(_ address: WebAddress) -> String {
    address.key + (address.query.map { "?" + $0 } ?? "")
  }

  private mutating func set(_ key: String, _ id: Int64) {
    if byKey[key] == nil { byKey[key] = id }
  }
}
