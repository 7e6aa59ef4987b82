import DictumModel

/// Collects a run's metrics from its file and from what it printed.
struct MetricReader {
  /// Where the card says the numbers are.
  let metrics: ModelCard.Metrics

  /// More names than any card's expectations have; the ledger keeps them all.
  private static let maxMetrics = 10_000

  /// What was found: finite numbers by name, and a note for everything that was not usable.
  struct Reading: Equatable {
    var values: [String: Double] = [:]
    var notes: [String] = []
  }

  /// Merges both places.
  ///
  /// The last line of a name wins over earlier ones, and the file over all lines;
  /// a name whose winning value is `nan` or infinite has no value and gets a note.
  func read(standardOutput: CappedOutput, file: [UInt8]?) -> Reading {
    var reading = Reading()
    var printed = StandardOutputMetrics(declared: metrics.stdout)
    for part in standardOutput.parts { printed.read(part) }
    let hasGap = standardOutput.omitted > 0
    if hasGap {
      reading.notes.append(
        "\(standardOutput.omitted) bytes in the middle of the standard output were not read")
    }
    var winning: [String: MetricEntry] = [:]
    for entry in printed.entries(hasGap: hasGap).prefix(Self.maxMetrics) {
      winning[entry.name] = entry
    }
    if let file {
      do {
        for entry in try entries(file) { winning[entry.name] = entry }
      } catch {
        reading.notes.append("\(shown(metrics.file)) could not be read: \(error)")
      }
    }
    for entry in winning.values.sorted(by: { $0.name < $1.name }) {
      if let value = entry.value {
        reading.values[entry.name] = value
      } else {
        reading.notes.append("metric \(shown(entry.name)) is \(shown(entry.text)), not a number")
      }
    }
    return reading
  }

  /// The numbers of the file: of a table, if its name ends so or it begins like no JSON.
  private func entries(_ file: [UInt8]) throws -> [MetricEntry] {
    let name = metrics.file.lowercased()
    if name.hasSuffix(".tsv") {
      return try CSVFile.read(file, separator: 0x09, pick: metrics.pick)
    }
    let first = file.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let isJSON = name.hasSuffix(".json") || first == 0x7B || first == 0x5B
    if name.hasSuffix(".csv") || !isJSON {
      return try CSVFile.read(file, pick: metrics.pick)
    }
    return try MetricsFile.read(file, pick: metrics.pick)
  }
}
