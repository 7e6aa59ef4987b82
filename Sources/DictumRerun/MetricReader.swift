import DictumModel

/// Collects a run's metrics from its file and from what it printed.
struct MetricReader {
  /// Where the card says the numbers are.
  let metrics: ModelCard.Metrics

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
    var winning: [String: MetricEntry] = [:]
    var reading = Reading()
    let printed = StandardOutputMetrics(declared: metrics.stdout.mapValues(\.after))
    for part in standardOutput.parts {
      for entry in printed.read(part) { winning[entry.name] = entry }
    }
    if standardOutput.omitted > 0 {
      reading.notes.append(
        "\(standardOutput.omitted) bytes in the middle of the standard output were not read")
    }
    if let file {
      do {
        for entry in try MetricsFile.read(file) { winning[entry.name] = entry }
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
}
