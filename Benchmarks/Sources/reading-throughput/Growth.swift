import Foundation

/// How the time grows when the input is twice as long: by two, if the work is linear.
struct Growth {
  let files: MarkdownFiles

  /// Prints a Markdown table, one row an input; the factor is that of the last doubling.
  func report() {
    print("\n| input | work | ms a MB | growth when doubled |\n| --- | --- | --- | --- |")
    if let file = files.contents.max(by: { $0.count < $1.count }) {
      grow("the largest file again and again") { size in
        Array(repeatElement(file, count: max(1, size / file.count)).joined())
      }
    }
    for (name, unit) in Self.units {
      let bytes = Array(unit.utf8)
      grow(name) { size in Array(repeatElement(bytes, count: size / bytes.count).joined()) }
    }
    for (name, count, unit, inner) in Self.deep {
      grow("\(count) deep: \(name)", sizes: [count / 8, count / 4, count / 2, count]) { depth in
        Array((String(repeating: unit, count: depth) + inner).utf8)
      }
    }
    for (name, unit) in Self.lines {
      grow("one line: \(name)", sizes: [25_000_000, 50_000_000]) { size in
        let bytes = Array(unit.utf8)
        return Array(repeatElement(bytes, count: size / bytes.count).joined())
      }
    }
  }

  private static let units = [
    ("a million lines and more of `a`", "a\n"), ("as many paragraphs", "a\n\n"),
    ("quoted lines", "> a\n"), ("items", "- a\n"), ("headings", "# a\n"),
    ("labels", "**Ann:** a\n\n"),
  ]

  private static let deep = [
    ("`>`", 100_000, ">", " a"), ("`- `", 100_000, "- ", "a"), ("`1. `", 100_000, "1. ", "a"),
    ("`[`", 100_000, "[", "a"), ("`![`", 100_000, "![", "a"), ("`*a `", 100_000, "*a ", "a"),
    ("`[[`", 100_000, "[[", "a"), ("backticks", 100_000, "a`", "a"), ("`$`", 100_000, "$a", "a"),
    ("`~~`", 100_000, "~~a ", "a"),
  ]

  private static let lines = [
    ("plain", "some words of text, "), ("emphasis", "some *words* of **text**, "),
    ("brackets", "some [words] of [text](u), "),
  ]

  private func grow(
    _ name: String, sizes: [Int] = [1_000_000, 2_000_000, 4_000_000, 8_000_000],
    _ make: (Int) -> [UInt8]
  ) {
    var times: [Work: [Double]] = [:]
    var speeds: [Work: [String]] = [:]
    for size in sizes {
      let bytes = make(size)
      for work in [Work.cmark, .tree, .reading] {
        let time = min(work.seconds(bytes), work.seconds(bytes))
        times[work, default: []].append(time / Double(bytes.count))
        speeds[work, default: []].append((time * 1e9 / Double(bytes.count)).text(1))
      }
    }
    for work in [Work.cmark, .tree, .reading] {
      let rates = times[work] ?? []
      let factor = rates.count > 1 ? 2 * rates[rates.count - 1] / rates[rates.count - 2] : 2
      print(
        "| \(name) | \(work.rawValue) | \((speeds[work] ?? []).joined(separator: ", ")) |"
          + " \(factor.text(1)) |")
    }
  }
}

extension Double {
  /// The number with so many decimals.
  func text(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
