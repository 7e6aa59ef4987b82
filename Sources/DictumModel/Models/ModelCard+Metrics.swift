extension ModelCard {
  /// Where a run's numbers are found.
  package struct Metrics: Hashable, Sendable, Codable {
    /// A JSON or CSV file the run writes in its output folder.
    ///
    /// Read when it is there, beside what `stdout` gives. The nested keys of JSON are joined by a dot;
    /// a CSV file's numbers are those of its last row, by the names in its first.
    package var file: String

    /// For each metric's name, where in `file` its number stands, when it is not under its own name.
    package var pick: [String: FilePlace]

    /// For each metric's name, the text that comes before its number on a line of standard output.
    ///
    /// Lines of the form `name = number` or `name: number` need no entry.
    package var stdout: [String: StdoutPlace]

    /// Metrics from the places named.
    package init(
      file: String = "metrics.json", pick: [String: FilePlace] = [:],
      stdout: [String: StdoutPlace] = [:]
    ) {
      self.file = file
      self.pick = pick
      self.stdout = stdout
    }
  }

  /// Where in a JSON or CSV file a number stands.
  package struct FilePlace: Hashable, Sendable, Codable {
    /// A JSON Pointer (RFC 6901), which begins with `/`, or a column's name in CSV.
    package var path: String

    /// Which of several numbers, of a list or a column, counts.
    package var take: Taking

    /// A place of the parts named.
    package init(path: String, take: Taking = .last) {
      self.path = path
      self.take = take
    }
  }

  /// Where on standard output a number stands.
  package struct StdoutPlace: Hashable, Sendable, Codable {
    /// The text just before the number, spaces apart.
    package var after: String

    /// Which of several such numbers counts.
    package var take: Taking

    /// A place of the parts named.
    package init(after: String, take: Taking = .last) {
      self.after = after
      self.take = take
    }
  }

  /// Which of several numbers counts.
  package enum Taking: String, Sendable, Codable, CaseIterable {
    case first, last, minimum = "min", maximum = "max", mean, count
  }
}
