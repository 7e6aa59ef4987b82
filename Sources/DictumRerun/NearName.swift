/// The names most like one that was not found, best first, at most three.
///
/// Likeness is the number of edits of bytes (Levenshtein), at most a third of the longer name, and
/// at least two are allowed; letter case does not count.
func nearNames(to name: String, in names: some Sequence<String>) -> [String] {
  let wanted = Array(name.lowercased().utf8.prefix(200))
  return names.compactMap { candidate -> (distance: Int, name: String)? in
    let other = Array(candidate.lowercased().utf8.prefix(200))
    let distance = editDistance(wanted, other)
    let allowed = max(2, max(wanted.count, other.count) / 3)
    return distance <= allowed ? (distance, candidate) : nil
  }
  .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
  .prefix(3).map(\.name)
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, byte) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let substituted = diagonal + (byte == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
