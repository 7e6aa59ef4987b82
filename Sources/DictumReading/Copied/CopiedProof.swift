/// What makes a conversation of heads and the words below them.
///
/// A page's own mark at three heads, or at two when there is nothing else, is proof enough. Handles
/// beside a time alone must come again, speak to somebody, and write at odd minutes too: the lines of a
/// programme, a time table or a log of work do none of it.
struct CopiedProof {
  private let heads: [CopiedHead]
  private let bodies: [CopiedBody]

  init(_ heads: [CopiedHead], _ bodies: [CopiedBody]) {
    self.heads = heads
    self.bodies = bodies
  }

  /// Whether it is one.
  var holds: Bool {
    guard heads.count >= 2, bodies.count(where: \.paragraphs.isEmpty) * 5 <= heads.count else {
      return false
    }
    let sure = heads.count(where: \.isSure)
    if sure * 10 >= heads.count * 8 { return isDated && talks(orFirst: true, in: 1, of: 5) }
    var counts: [String: Int] = [:]
    for head in heads { counts[head.name?.words.lowercased() ?? "", default: 0] += 1 }
    let again = counts.values.filter { $0 > 1 }.reduce(0, +)
    return heads.count >= 3 && counts.count >= 2 && again * 10 >= heads.count * 6
      && heads.contains(where: \.isOwn)
      && heads.contains { $0.stamp?.minute.map { $0 % 5 != 0 } ?? ($0.stamp?.time == nil) }
      && talks(orFirst: true, in: 1, of: 3) && talks(orFirst: false, in: 1, of: 8)
  }

  /// Whether a stamp stands above or below most of the words; a list of accounts has none.
  private var isDated: Bool {
    let dated = zip(heads, bodies).count { head, body in
      head.stamp != nil || head.time != nil || body.stamp != nil
    }
    return dated * 2 >= heads.count
  }

  /// Whether so many of the messages speak to somebody, or of the one who speaks.
  private func talks(orFirst: Bool, in part: Int, of whole: Int) -> Bool {
    let talking = bodies.count { body in
      body.paragraphs.contains { paragraph in
        let text = Array(paragraph.text.utf8)[...]
        return TalkWords.hold(in: text, orFirst: orFirst) || !TalkWords.canJudge(text)
      }
    }
    return talking >= 1 && talking * whole >= heads.count * part
  }
}
