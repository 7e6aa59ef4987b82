package import DictumModel

/// How often, and with how many seeds, a model's numbers are looked at.
///
/// The first look is at `replicates` seeds; while a bound is not settled the seeds are doubled, up to
/// `maximum`, and there are at most three looks.
package struct Looks: Hashable, Sendable {
  /// How many seeds each look is at, rising; empty for a model that draws nothing at random.
  package let totals: [Int]

  /// The looks that a card's seeds allow.
  package init(_ seeds: ModelCard.Seeds?) {
    guard let seeds, seeds.replicates > 0 else {
      totals = []
      return
    }
    var totals = [seeds.replicates]
    while totals.count < 3, let last = totals.last, last < seeds.maximum {
      totals.append(min(2 * last, seeds.maximum))
    }
    self.totals = totals
  }

  /// Which look, from 1, is one at this many seeds.
  package func taken(by seeds: Int) -> Int {
    (totals.firstIndex { $0 >= seeds } ?? max(0, totals.count - 1)) + 1
  }

  /// How many seeds there have to be in all before a judged run is looked at again, or `nil` when it
  /// is settled, when no look is left, or when a task did not end well.
  package static func next(after record: RunRecord, card: ModelCard) -> Int? {
    let own = record.tasks.filter { $0.task.control == nil }
    guard !own.isEmpty, record.tasks.allSatisfy({ $0.outcome == .ok }) else { return nil }
    let isOpen =
      record.verdicts.contains { $0.verdict == .inconclusive }
      || record.controls.contains { $0.verdict == .inconclusive }
    guard isOpen else { return nil }
    let seeds = Set(own.compactMap(\.task.seed)).count
    return Looks(card.seeds).totals.first { $0 > seeds }
  }
}
