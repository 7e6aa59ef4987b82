/// Numbers for people.
package enum NumberFormat {
  /// At most five significant digits, without zeros at the end: `0.75`, `4.1182`, `1.0536e-05`;
  /// `inf` and `nan` as such.
  ///
  /// Whole numbers below a million are written in full. Swift's standard library has no formatting
  /// with a number of digits, so the value is rounded to that many and then written.
  package static func short(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    if value == value.rounded(), abs(value) < 1e6 { return String(Int(value)) }
    var scale = 0
    var digits = abs(value)
    while digits >= 10 {
      digits /= 10
      scale += 1
    }
    while digits < 1 {
      digits *= 10
      scale -= 1
    }
    var mantissa = (digits * 1e4).rounded()
    if mantissa >= 1e5 {
      mantissa = 1e4
      scale += 1
    }
    return (value < 0 ? "-" : "") + written(Int(mantissa), scale)
  }

  /// Five digits, the first of which stands for `10^scale`.
  private static func written(_ mantissa: Int, _ scale: Int) -> String {
    let digits = String(mantissa)
    guard (-4...4).contains(scale) else {
      let exponent = scale < 0 ? "-" : "+"
      let size = abs(scale)
      return trimmed(digits.prefix(1) + "." + digits.dropFirst()) + "e\(exponent)"
        + (size < 10 ? "0" : "") + String(size)
    }
    if scale < 0 {
      return trimmed("0." + String(repeating: "0", count: -scale - 1) + digits)
    }
    return trimmed(digits.prefix(scale + 1) + "." + digits.dropFirst(scale + 1))
  }

  /// Without zeros, and then a point, at the end.
  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
