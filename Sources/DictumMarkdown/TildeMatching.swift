/// Which runs of tildes belong together: the nearest of one length within the same emphasis, link or
/// image.
struct TildeMatching {
  /// The runs that have another end.
  private(set) var found: [TildeRun] = []

  /// Runs that may begin something, by their lengths, one list for each open container.
  private var openers: [[Int: [TildeRun]]] = [[:]]
  private var ends: [Int] = []

  /// Goes on to the record of a number.
  mutating func enter(_ index: Int, _ record: InlineRecord) {
    while let end = ends.last, end <= index {
      ends.removeLast()
      openers.removeLast()
    }
    if record.end > index + 1 {
      ends.append(record.end)
      openers.append([:])
    }
  }

  /// Matches the runs of one text with those before them.
  mutating func add(_ runs: [TildeRun]) {
    let level = openers.count - 1
    for var run in runs {
      if run.canClose, var opener = openers[level][run.count]?.popLast() {
        // What begins between the two has no end.
        for count in 1...2 {
          while let last = openers[level][count]?.last, last.position > opener.position {
            openers[level][count]?.removeLast()
          }
        }
        opener.isOpening = true
        run.isOpening = false
        found += [opener, run]
      } else if run.canOpen {
        openers[level][run.count, default: []].append(run)
      }
    }
  }
}
