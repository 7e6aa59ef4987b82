/// A metric as one place gave it; `value` is `nil` for what is not a finite number.
struct MetricEntry: Equatable {
  let name: String
  let value: Double?
  /// What stood there instead of a number; empty when `value` is there.
  let text: String

  init(name: String, value: Double?, text: String = "") {
    self.name = name
    self.value = value
    self.text = text
  }

  init(_ name: String, _ found: NumberScanner.Found) {
    switch found {
    case .number(let value, _): self.init(name: name, value: value)
    case .notFinite(let text, _): self.init(name: name, value: nil, text: text)
    }
  }
}

extension NumberScanner.Found {
  var end: Int {
    switch self {
    case .number(_, let end), .notFinite(_, let end): end
    }
  }
}
