import DictumHTML
import DictumModel

/// Turns of a transcript on a page whose segments are all built alike: in each a name, perhaps a time,
/// and words, told apart by their classes, whatever these are called.
///
///     <div class="seg"><span class="spk">Ada Okafor</span><span class="ts">0:05</span><p>…</p></div>
///     <p><span class="time">0:05</span> <span class="speaker">Ada Okafor</span> <span class="text">…
///
/// A list of anything may be built so: the names must come again, the words be talk, and the times be
/// no programme's; and beside name and time no segment has a day, a title or anything else before its
/// words, as a list of articles has. A segment without a name is of nobody known.
struct PageSegments {
  /// The turns in the order of the page.
  private(set) var entries: [PageThread.Entry] = []

  /// The elements of names and times, which are no words.
  private(set) var headers: Set<Int> = []

  /// The fewest segments that are a conversation.
  private static let fewest = 4

  /// The bytes of the longest name or time.
  private static let longest = 60

  /// How many pieces are looked at, which are more than a name, a time and words.
  private static let mostPieces = 4

  private let page: HTMLDocument

  /// A short piece of a segment: an element with a class that holds text alone.
  private struct Piece {
    var node: Int
    var role: String
    var text: String
    /// Whether nothing of the segment comes after it, so that it may be all that is said.
    var isLast: Bool
  }

  /// How many groups of elements are looked at, the largest first.
  private static let mostGroups = 8

  init(_ page: HTMLDocument) {
    self.page = page
    for segments in groups() where entries.isEmpty { read(segments) }
  }

  /// The largest groups of elements of one name and class in one parent.
  private func groups() -> some Sequence<[Int]> {
    var groups: [Int: [String: [Int]]] = [:]
    for (index, node) in page.nodes.enumerated() where PageSegments.mayBeSegment(node.name) {
      groups[node.parent ?? -1, default: [:]][PageSegments.role(node), default: []].append(index)
    }
    return groups.values.flatMap(\.values)
      .filter { $0.count >= PageSegments.fewest }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
      .prefix(PageSegments.mostGroups)
  }

  /// Reads the segments of one group, if they are a conversation.
  private mutating func read(_ segments: [Int]) {
    let pieces = segments.map(pieces)
    guard let role = nameRole(pieces) else { return }
    let names = pieces.map { $0.first { $0.role == role && PageSegments.isName($0.text) } }
    let times = pieces.map { $0.first { PageSegments.isTime($0.text) } }
    let plain = segments.indices.count { index in
      let header = [names[index]?.node, times[index]?.node]
      return pieces[index].allSatisfy { $0.isLast || header.contains($0.node) }
        && !page.range(of: segments[index]).contains {
          page.nodes[$0].level > 0 && $0 != names[index]?.node
        }
    }
    guard plain * 10 >= segments.count * 8,
      isTalk(segments, names.compactMap { $0?.text }, times.map { $0?.text })
    else { return }
    for (index, segment) in segments.enumerated() {
      headers.formUnion([names[index], times[index]].compactMap { $0?.node })
      var record = TurnRecord(names[index]?.text, method: .label, confidence: 0.95)
      if names[index].map({ PageSegments.isNobody($0.text) }) ?? false {
        record.attribution = .unknown
      }
      record.time = times[index]?.text
      entries.append(PageThread.Entry(node: segment, body: segment, record: record))
    }
  }

  /// Whether names come again, the words are talk, and the times are a recording's.
  private func isTalk(_ segments: [Int], _ names: [String], _ times: [String?]) -> Bool {
    var counts: [String: Int] = [:]
    for name in names { counts[SpeakerKey(name).text, default: 0] += 1 }
    let again = counts.values.reduce(0) { $0 + ($1 > 1 ? $1 : 0) }
    guard counts.count > 1, again * 10 >= segments.count * 6, !Programme.holds(times) else {
      return false
    }
    let talk = segments.count { segment in
      TalkWords.hold(in: Array(page.text(of: segment).utf8)[...], orFirst: true)
    }
    return talk * 3 >= segments.count
  }

  /// The short pieces of a segment that stand before its words.
  private func pieces(_ segment: Int) -> [Piece] {
    var pieces: [Piece] = []
    var next = segment + 1
    while next < page.nodes[segment].end, !hasWords(next), pieces.count < PageSegments.mostPieces {
      let node = page.nodes[next]
      guard node.text == nil,
        page.children(of: next).allSatisfy({ page.nodes[$0].text != nil })
      else {
        next += 1
        continue
      }
      let text = page.text(of: next).onOneLine
      if text.utf8.count > PageSegments.longest { break }
      // A name that words follow on its line is a label or a part of a sentence.
      if node.attributes["class"] != nil, !text.isEmpty,
        node.end == page.nodes[segment].end || !hasWords(node.end)
      {
        let isLast = !(node.end..<page.nodes[segment].end).contains(where: hasWords)
        pieces.append(
          Piece(node: next, role: PageSegments.role(node), text: text, isLast: isLast))
      }
      next = node.end
    }
    return pieces
  }

  /// Whether a node is text with words.
  private func hasWords(_ node: Int) -> Bool {
    guard let text = page.nodes[node].text else { return false }
    return text.utf8.contains { !PageWriter.isSpace($0) }
  }

  /// The role of the pieces that are names in nearly all segments, if one is.
  private func nameRole(_ pieces: [[Piece]]) -> String? {
    var counts: [String: Int] = [:]
    for piece in pieces {
      guard let name = piece.first(where: { PageSegments.isName($0.text) }) else { continue }
      counts[name.role, default: 0] += 1
    }
    return counts.first { $0.value * 10 >= pieces.count * 8 }?.key
  }

  private static func role(_ node: HTMLNode) -> String {
    node.name + "." + (node.classes.first ?? "")
  }

  private static func mayBeSegment(_ name: String) -> Bool {
    ["div", "p", "li", "section", "article"].contains(name)
  }

  private static func isName(_ text: String) -> Bool {
    RecordedVoice.isLabel(text) || LabelName.name(in: text, allowLowercase: false) == text
  }

  private static func isNobody(_ text: String) -> Bool {
    RecordedVoice.isLabel(text) || LabelBearer(words: text).map { $0 != .person } ?? false
  }

  /// Whether a text is a time of a recording or of the day, be it in brackets.
  private static func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var scanner = ByteScanner(bytes, ByteSpan(0, bytes.count))
    let isBracketed = scanner.skip("(") || scanner.skip("[")
    guard scanner.bareTime() != nil else { return false }
    if isBracketed, !scanner.skip(")"), !scanner.skip("]") { return false }
    scanner.skipSpaces()
    let half = scanner.text(ByteSpan(scanner.position, bytes.count)).lowercased()
    return ["", "am", "pm"].contains(half)
  }
}
