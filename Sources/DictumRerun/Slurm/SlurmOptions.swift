/// What a user asks of the cluster.
package struct SlurmOptions: Hashable, Sendable {
  /// The partition; `nil` for the cluster's default.
  package var partition: String?

  /// The account that is charged; `nil` for the user's default.
  package var account: String?

  /// Further options of sbatch, `--qos=long`, which come last and so win over Dictum's own.
  package var further: [String]

  /// How many tasks one element of a job array runs; `nil` to choose by how long a task takes.
  package var chunk: Int?

  /// Options of the parts named.
  package init(
    partition: String? = nil, account: String? = nil, further: [String] = [], chunk: Int? = nil
  ) {
    self.partition = partition
    self.account = account
    self.further = further
    self.chunk = chunk
  }
}

/// How often a cluster is asked, in seconds.
package struct SlurmPace: Hashable, Sendable {
  /// The first pause, and the shortest, between looks at the results.
  package var shortest: Double

  /// The longest pause between looks at the folder of results.
  package var longestLook: Double

  /// The longest pause between questions to the scheduler, which serves others too.
  package var longestQuestion: Double

  /// How long after a job's end its result may still appear, since a network file system shows new
  /// files late.
  package var grace: Double

  /// How long the scheduler may be silent before the run is left to it.
  package var silence: Double

  /// A pace of the parts named; the defaults suit a cluster that many use.
  package init(
    shortest: Double = 0.2, longestLook: Double = 5, longestQuestion: Double = 30,
    grace: Double = 10, silence: Double = 600
  ) {
    self.shortest = shortest
    self.longestLook = longestLook
    self.longestQuestion = longestQuestion
    self.grace = grace
    self.silence = silence
  }
}
