/// The numbers of a job array's elements as Slurm writes them: `7`, `2-7`, `0-1,3`, `0-15:4`, `4-9%2`
/// and `[2-7]`.
struct ElementSet {
  /// Those numbers; `nil` for text of another shape, such as a list that Slurm cut with `...`.
  static func numbers(_ text: some StringProtocol) -> [Int]? {
    var list = Substring(text)
    if list.hasPrefix("[") && list.hasSuffix("]") { list = list.dropFirst().dropLast() }
    // `%2`: how many may run at once.
    list = list.prefix { $0 != "%" }
    var numbers: [Int] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let steps = part.split(separator: ":", omittingEmptySubsequences: false)
      let ends = steps[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      let step = steps.count == 2 ? Int(steps[1]) ?? 0 : 1
      guard steps.count <= 2, step > 0, let first = ends.first ?? nil, let last = ends.last ?? nil,
        ends.count <= 2, 0 <= first, first <= last, last < 1 << 24
      else { return nil }
      numbers += stride(from: first, through: last, by: step)
    }
    return numbers
  }
}
