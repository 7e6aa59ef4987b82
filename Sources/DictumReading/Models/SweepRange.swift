import DictumModel
import Foundation

/// Evenly spaced values of a swept parameter.
///
///     {from: 1, to: 9, step: 3}      1, 4, 7
///     {from: 0, to: 1, count: 5}     0, 0.25, 0.5, 0.75, 1
struct SweepRange {
  let values: [ParamValue]

  /// `count` values, at least 2, from one end to the other, both included.
  init(from: Double, to: Double, count: Int) {
    let last = Double(count - 1)
    values = (0..<count).map { index in
      let share = Double(index)
      // This form gives both ends exactly.
      return SweepRange.value((from * (last - share) + to * share) / last)
    }
  }

  /// The values from one end by steps, none beyond the other; `nil` if the steps lead elsewhere, or
  /// are more than a sweep may have.
  init?(from: Double, to: Double, step: Double) {
    // A step that misses the end only by how computers add counts as one that meets it.
    let steps = ((to - from) / step + 1e-9).rounded(.down)
    guard steps >= 0, steps < Double(ModelCardReader.mostPoints) else { return nil }
    values = (0...Int(steps)).map { SweepRange.value(from + Double($0) * step) }
  }

  /// A number as somebody would write it: whole where it is, else of at most 12 digits.
  private static func value(_ number: Double) -> ParamValue {
    let written = Double(String(format: "%.12g", number)) ?? number
    return Int(exactly: written).map(ParamValue.int) ?? .double(written)
  }
}
