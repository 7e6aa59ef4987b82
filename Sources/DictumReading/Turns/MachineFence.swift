import DictumModel

/// The fences of a forum around what a machine wrote.
///
///     %%% llm-output model="Claude Opus 4.6"
///
///     Yes. Genuinely, yes.
///
///     %%% /llm-output
enum MachineFence {
  private static let opening = "%%% llm-output"
  private static let closing = "%%% /llm-output"

  /// Takes the fences out of `leaves` and marks what stands between two as the machine's; a fence
  /// that nothing ends marks nothing.
  static func mark(in leaves: inout [Leaf]) {
    // One byte tells nearly every leaf apart.
    let hasFence = leaves.indices.contains {
      leaves[$0].text.utf8.first == UInt8(ascii: "%") && leaves[$0].text.hasPrefix("%%% ")
    }
    guard hasFence else { return }
    var kept: [Leaf] = []
    var machine: Attribution?
    var first = 0
    for var leaf in leaves {
      if leaf.kind == .block(.code) || leaf.kind == .block(.html) {
        leaf.machine = machine
        kept.append(leaf)
        continue
      }
      if leaf.text.hasPrefix(opening) {
        clear(&kept, from: first, machine)
        machine = attribution(leaf.text.lines.first ?? "")
        first = kept.count
        leaf.drop(lines: 0..<1)
      }
      let isClosing = machine != nil || leaf.text.onOneLine == closing
      let end = isClosing ? leaf.text.lines.lastIndex { $0.hasPrefix(closing) } : nil
      if let end { leaf.drop(lines: end..<leaf.lines.count) }
      if !leaf.lines.isEmpty || leaf.kind == .rule {
        leaf.machine = machine
        kept.append(leaf)
      }
      if end != nil { machine = nil }
    }
    clear(&kept, from: first, machine)
    leaves = kept
  }

  /// Whose the words are by the fence's `model`, nobody's known when it says "unknown model".
  private static func attribution(_ fence: Substring) -> Attribution {
    let parts = fence.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].hasSuffix("model=") else { return .unknown }
    let name = parts[1].onOneLine
    return name.isEmpty || name == "unknown model"
      ? .unknown : Attribution(name: name, method: .record, confidence: 1)
  }

  /// Unmarks what an unended fence has marked.
  private static func clear(_ leaves: inout [Leaf], from first: Int, _ open: Attribution?) {
    guard open != nil else { return }
    for index in leaves.indices.dropFirst(first) { leaves[index].machine = nil }
  }
}

extension Leaf {
  /// Takes out lines, from 0, with their words; a leaf whose lines and words do not agree is left.
  fileprivate mutating func drop(lines range: Range<Int>) {
    var words = text.lines
    guard words.count == lines.count, range.upperBound <= lines.count else { return }
    words.removeSubrange(range)
    lines = LeafLines(lines.indices.filter { !range.contains($0) }.map { lines[$0] })
    text = words.joined(separator: "\n")
    if let first = lines.first, let last = lines.last { span = ByteSpan(first.start, last.end) }
  }
}
