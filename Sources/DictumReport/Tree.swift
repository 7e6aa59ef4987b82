/// A tree of lines, drawn with the box characters that `tree` uses.
struct Tree {
  /// The lines of the node itself.
  var lines: [String]
  var children: [Tree]

  init(_ lines: [String], _ children: [Tree] = []) {
    self.lines = lines
    self.children = children
  }

  init(_ line: String, _ children: [Tree] = []) { self.init([line], children) }

  /// The whole tree, line by line.
  ///
  /// Its depth is that of the program's own results, a handful.
  var drawn: [String] {
    var drawn = lines
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      for (number, line) in child.drawn.enumerated() {
        let branch = number == 0 ? (isLast ? "└─ " : "├─ ") : (isLast ? "   " : "│  ")
        drawn.append(branch + line)
      }
    }
    return drawn
  }
}
