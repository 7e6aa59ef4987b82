import DictumModel
import Foundation

/// A row of numbers as a row of bars, one column each or, where there are too many, their mean.
///
///     ▁▂▃▄▅▆▇█    where the terminal shows Unicode
///     _.-:=+*#    where it does not
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")
  private static let plain = Array("_.-:=+*#")

  /// The bars, at most `width` of them; a space for a column without a number.
  ///
  /// Positive numbers that span three decades and more are shown by their logarithms.
  static func bars(_ values: [Double?], width: Int, isASCII: Bool) -> [Character] {
    let isLogarithmic = Scale.spansDecades(values.compactMap(\.self))
    let heights = columns(values.count, width: width).map { column -> Double? in
      let found = values[column].compactMap { value in
        value.flatMap { $0.isFinite ? (isLogarithmic ? log10($0) : $0) : nil }
      }
      return found.isEmpty ? nil : found.reduce(0) { $0 + $1 / Double(found.count) }
    }
    let known = heights.compactMap(\.self)
    guard let low = known.min(), let high = known.max() else {
      return heights.map { _ in " " }
    }
    let levels = isASCII ? plain : blocks
    return heights.map { height in
      guard let height else { return " " }
      // Halved, so that no difference is infinite; that of the smallest numbers is 0 then.
      let span = high / 2 - low / 2
      guard span > 0 else { return levels[levels.count / 2] }
      let share = (height / 2 - low / 2) / span
      return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
    }
  }

  /// The indices that fall into each of at most `width` columns, in order, none of them empty.
  static func columns(_ count: Int, width: Int) -> [Range<Int>] {
    let columns = min(count, max(1, width))
    return (0..<columns).map { ($0 * count / columns)..<(($0 + 1) * count / columns) }
  }
}
