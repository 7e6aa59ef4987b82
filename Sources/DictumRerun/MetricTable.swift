/// The metrics of a run's seeds, gathered one seed after another.
struct MetricTable {
  private var rows: [[String: Double]] = []
  private var seedNotes: [String] = []
  private var seeds: [UInt64?] = []

  /// Takes in what one seed gave.
  mutating func add(_ reading: MetricReader.Reading, seed: UInt64?) {
    rows.append(reading.values)
    seeds.append(seed)
    let prefix = seed.map { "seed \($0): " } ?? ""
    seedNotes += reading.notes.map { prefix + $0 }
  }

  /// For each metric that every seed gave, its values in the order of the seeds.
  var columns: [String: [Double]] {
    guard let first = rows.first else { return [:] }
    var result: [String: [Double]] = [:]
    for name in first.keys {
      let values = rows.compactMap { $0[name] }
      if values.count == rows.count { result[name] = values }
    }
    return result
  }

  /// What the seeds' readers noted, at most a hundred notes, and each metric that only some gave.
  var notes: [String] {
    let complete = Set(columns.keys)
    let partial = Set(rows.flatMap(\.keys)).subtracting(complete).sorted().map { name in
      let count = rows.count { $0[name] != nil }
      return "metric \(shown(name)) is left out: \(count) of \(rows.count) seeds gave it"
    }
    return Array((seedNotes + partial).prefix(100))
  }
}
