extension ModelCard {
  /// A bound that the author declared on one metric, and the claim it bears on.
  package struct Expectation: Hashable, Sendable, Codable {
    /// Its name in addresses, `model:MODEL#ID`.
    package var id: String

    /// The claim it tests, as the author wrote it: an address or a wiki-link; `nil` if it tests none.
    package var claim: String?

    /// The metric's name; for `exists`, the output file's.
    package var metric: String

    /// What is computed of the metric's values over the seeds before it is compared.
    package var statistic: Statistic

    /// How it is compared with `value`.
    package var op: Operator

    /// The bound; the lower one of two for `in`, and 0 for an operator that needs none.
    package var value: Double

    /// The upper bound of `in`; `nil` for the other operators.
    package var upper: Double?

    /// For `==` and `!=`, how far from `value` still counts as equal; for `increasing` and
    /// `decreasing`, how far a step may go the wrong way; declared before any run.
    package var margin: Double

    /// The swept parameter along which `slope`, `increasing` and `decreasing` look.
    package var over: String?

    /// The point of the sweep that is judged, by parameter; empty for every point, the worst deciding.
    package var at: [String: ParamValue]

    /// Where the expected number comes from: analytic, an integration, an earlier run, a post.
    package var basis: String?

    /// The line of the card where it begins, from 1.
    package var line: Int

    /// An expectation of the parts named.
    package init(
      id: String, claim: String? = nil, metric: String, statistic: Statistic = .mean,
      op: Operator, value: Double, upper: Double? = nil, margin: Double = 0, over: String? = nil,
      at: [String: ParamValue] = [:], basis: String? = nil, line: Int = 1
    ) {
      self.id = id
      self.claim = claim
      self.metric = metric
      self.statistic = statistic
      self.op = op
      self.value = value
      self.upper = upper
      self.margin = margin
      self.over = over
      self.at = at
      self.basis = basis
      self.line = line
    }

    /// How a number is compared.
    package enum Operator: String, Sendable, Codable, CaseIterable {
      case equal = "=="
      case notEqual = "!="
      case less = "<"
      case lessOrEqual = "<="
      case greater = ">"
      case greaterOrEqual = ">="
      /// From `value` to `upper`, both included.
      case within = "in"
      /// Never falling from one value of `over` to the next.
      case increasing
      /// Never rising from one value of `over` to the next.
      case decreasing
      /// The output file is there and not empty.
      case exists
    }
  }
}
