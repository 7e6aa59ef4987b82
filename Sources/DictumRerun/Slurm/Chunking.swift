/// How tasks are shared out among the elements of job arrays.
///
/// A scheduler takes a second or so to start an element, so an element runs several tasks.
struct Chunking {
  /// How many tasks an element runs when each takes about `seconds`.
  ///
  /// An element is half a minute of work, or an eighth of all the work where that is less, so that
  /// a small sweep still runs side by side, but at least five seconds.
  static func size(tasks: Int, seconds: Double) -> Int {
    let each = max(seconds, 0.001)
    let target = min(30, max(5, each * Double(tasks) / 8))
    return min(max(1, Int(target / each)), max(1, tasks))
  }

  /// How many tasks can run one after another, at `wallSeconds` at most for each, in an element of
  /// at most `minutes`; at least one.
  static func most(wallSeconds: Double, minutes: Int?) -> Int {
    guard let minutes else { return Int.max }
    return max(1, Int(Double((minutes - 1) * 60) / max(wallSeconds, 0.001)))
  }

  /// The minutes that the scheduler is asked for: as long as every task of an element may take, and
  /// one more for the start.
  static func minutes(wallSeconds: Double, tasks: Int) -> Int {
    Int((wallSeconds * Double(tasks) / 60).rounded(.up)) + 1
  }

  /// The indices dealt out like cards to as few hands as hold at most `size` each.
  ///
  /// Neighbours of a sweep often take alike long; so each element gets some of the long ones.
  static func deal(_ indices: [Int], size: Int) -> [[Int]] {
    let hands = (indices.count + max(1, size) - 1) / max(1, size)
    return (0..<hands).map { hand in
      stride(from: hand, to: indices.count, by: hands).map { indices[$0] }
    }
  }
}
