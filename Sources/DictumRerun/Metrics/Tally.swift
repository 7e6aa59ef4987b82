import DictumModel

/// The numbers of one list, column or text, of which one counts; they pass by and are not kept.
///
///     [3, 1, 2]   first 3   last 2   min 1   max 3   mean 2   count 3
struct Tally {
  /// How many elements there were, numbers or not.
  private(set) var count = 0

  private var first: MetricEntry?
  private var last: MetricEntry?
  private var least = Double.infinity
  private var greatest = -Double.infinity
  private var sum = 0.0
  private var numbers = 0
  /// The first that is no finite number; a mean over the others would be another mean.
  private var misfit: MetricEntry?

  /// Counts an element; what is in it, if it is a number, is added beside.
  mutating func countOne() { count += 1 }

  /// Takes a number, or what stands in its place, into account.
  mutating func add(_ entry: MetricEntry) {
    first = first ?? entry
    last = entry
    guard let value = entry.value else {
      misfit = misfit ?? entry
      return
    }
    least = min(least, value)
    greatest = max(greatest, value)
    sum += value
    numbers += 1
  }

  /// The number that counts, under a metric's name; `nil` if there is none.
  func entry(_ name: String, taking: ModelCard.Taking) -> MetricEntry? {
    if taking == .count { return MetricEntry(name: name, value: Double(count)) }
    guard let first, let last else { return nil }
    let chosen: MetricEntry
    switch taking {
    case .first: chosen = first
    case .last, .count: chosen = last
    case .minimum: chosen = misfit ?? number(least)
    case .maximum: chosen = misfit ?? number(greatest)
    case .mean: chosen = misfit ?? number(sum / Double(numbers))
    }
    return MetricEntry(name: name, value: chosen.value, text: chosen.text)
  }

  /// A number made of others, which may have grown too large.
  private func number(_ value: Double) -> MetricEntry {
    value.isFinite
      ? MetricEntry(name: "", value: value)
      : MetricEntry(name: "", value: nil, text: String(value))
  }
}
