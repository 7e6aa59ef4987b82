/// Finds what somebody probably meant to type.
package enum Spelling {
  /// The candidate nearest to `word` in edits, if it is near enough to be meant: at most a third of
  /// the word's letters, and always two.
  ///
  /// Ties go to the first in alphabetical order.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    ranked(word, among: candidates).first
  }

  /// The candidates near enough to `word` to be meant, nearest first.
  package static func ranked(
    _ word: String, among candidates: some Sequence<String>
  ) -> [String] {
    let limit = max(2, word.utf8.count / 3)
    let folded = Array(word.lowercased().utf8)
    return candidates.filter { abs($0.utf8.count - folded.count) <= limit }
      .map { ($0, distance(folded, Array($0.lowercased().utf8))) }
      .filter { $0.1 <= limit }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .map(\.0)
  }

  /// The stems that a misspelt word could have, nearest first.
  ///
  /// A stem is compared with the beginning of the word, of its own length or a byte more or less,
  /// because what a stemmer cuts off is not part of the mistake; one edit in four bytes is allowed.
  package static func stems(_ word: String, among stems: some Sequence<String>) -> [String] {
    let folded = Array(word.lowercased().utf8)
    return stems.compactMap { stem -> (String, Int)? in
      let bytes = Array(stem.utf8)
      // A stem much shorter than the word is that of another word.
      guard bytes.count >= 3, bytes.count * 10 >= folded.count * 6, bytes.count <= folded.count + 1
      else { return nil }
      // In a short word one edit makes too many others.
      let allowed =
        bytes.count < 6 ? (bytes.count * 10 >= folded.count * 8 ? 1 : 0) : bytes.count / 4
      let edits =
        (-1...1).map { distance(Array(folded.prefix(bytes.count + $0)), bytes) }.min() ?? 0
      return edits <= allowed ? (stem, edits * 8 - bytes.count) : nil
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// The least number of bytes to insert, delete, replace or swap with a neighbour that makes one
  /// word of the other (optimal string alignment; Damerau 1964).
  package static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      before = above
      above = row
    }
    return above[b.count]
  }
}
