import DictumMarkdown
import DictumModel

/// The line above a contribution on a page that was saved as Markdown: a link to who wrote it, then a
/// link to what was written, whose words say when.
///
///     [Ada Okafor](https://forum.example/users/ada-okafor)[2y](https://forum.example/posts/p1?commentId=c1)12
///     [ada_o](/user?id=ada_o) [2 hours ago](/item?id=12) | [parent](/item?id=11) [-]
///     [ada](https://code.example/ada) commented [Mar 12, 2024](https://code.example/issues/1#c2)
///
///     [Ada Okafor](/users/ada-okafor) 12 Mar 2024       the time may lead nowhere
///     **[Ada Okafor](/users/ada-okafor)**               and a dialogue has none
///
/// The first link leads to a person: its address ends in the name, or says that it does. Only what a
/// page says of a contribution may stand beside the two.
struct LinkedByline {
  /// What a line has beside the name.
  enum Form { case linked, stamped, bare }

  let name: String
  private(set) var date: String?

  /// Where the contribution itself is, as the second link says.
  private(set) var permalink: String?

  private var hasStamp = false

  var form: Form { permalink != nil ? .linked : hasStamp ? .stamped : .bare }

  /// A piece of a leaf: words, and where they lead.
  private struct Piece {
    var words: String
    var destination: String?
  }

  /// What leads to a person, before the link to the contribution is met; `nil` for any other leaf.
  init?(head leaf: Leaf) {
    guard let (name, rest) = LinkedByline.person(in: leaf) else { return nil }
    self.name = name
    guard take(rest) else { return nil }
  }

  /// Takes in a leaf below, as a page has whose every link stands in a paragraph of its own; whether it
  /// could.
  mutating func take(_ leaf: Leaf) -> Bool {
    guard let pieces = LinkedByline.pieces(of: leaf) else { return false }
    return take(pieces[...])
  }

  /// Takes in what stands beside the links; whether a page may put it there.
  private mutating func take(_ pieces: ArraySlice<Piece>) -> Bool {
    for piece in pieces {
      if permalink == nil, let destination = piece.destination,
        let stamp = CopiedStamp(piece.words), stamp.hasDay
      {
        permalink = destination
        date = stamp.date
      } else if !LinkedByline.isFurniture(piece.words) {
        guard !hasStamp, piece.destination == nil, takeStamp(piece.words) else { return false }
      }
    }
    return true
  }

  /// Takes words that say when, with votes behind them perhaps.
  private mutating func takeStamp(_ words: String) -> Bool {
    var rest = words.words.map(String.init)
    while let last = rest.last {
      let stamp = CopiedStamp(words: rest[...])
      date = DateText.ofRecord(rest.joined(separator: " ")) ?? stamp?.date
      hasStamp = stamp?.hasDay == true || date?.utf8.count ?? 0 >= 10
      if hasStamp { return true }
      guard LinkedByline.isFurniture(last) || HeaderLines.Header.units.contains(last) else {
        return false
      }
      rest.removeLast()
    }
    return false
  }

  /// Who alone wrote the page, where a leaf says nothing more: `by [Ada Okafor](/users/ada-okafor)`,
  /// perhaps with a date behind it.
  static func author(_ leaf: Leaf) -> (name: String, date: String?)? {
    guard leaf.text.hasPrefix("by ") || leaf.text.hasPrefix("By "),
      let (name, rest) = person(in: leaf)
    else { return nil }
    var date: String?
    for piece in rest where !isFurniture(piece.words) {
      guard date == nil, let found = DateText.ofRecord(piece.words) else { return nil }
      date = found
    }
    return (name, date)
  }

  /// Whether nothing but a page's buttons and numbers stands in a leaf.
  static func isFurniture(_ leaf: Leaf) -> Bool {
    if leaf.kind == .rule { return true }
    guard !leaf.inlines.isEmpty, leaf.text.utf8.count <= 80, let pieces = pieces(of: leaf) else {
      return false
    }
    return pieces.allSatisfy { isFurniture($0.words) }
  }

  /// The id of the contribution in its address: `…?commentId=c1`, `…#c1`.
  var identifier: String? {
    guard let permalink else { return nil }
    if let id = permalink.split(separator: "commentId=").dropFirst().first {
      return String(id.prefix { $0 != "&" && $0 != "#" })
    }
    return permalink.split(separator: "#").dropFirst().first.map(String.init)
  }

  /// Whether the address says by itself that it is a comment's.
  var isComment: Bool { permalink?.lowercased().contains("comment") ?? false }

  /// The person to whom the first link of a leaf leads, and what stands behind it.
  private static func person(in leaf: Leaf) -> (String, ArraySlice<Piece>)? {
    guard leaf.text.utf8.count <= 160, !leaf.isQuoted, let pieces = pieces(of: leaf),
      let first = pieces.firstIndex(where: { $0.destination != nil }),
      let destination = pieces[first].destination,
      pieces[..<first].allSatisfy({ isFurniture($0.words) }),
      let name = CopiedName(pieces[first].words), name.form != .shown,
      name.words.contains(where: \.isLetter),
      leadsToPerson(destination, named: name.words)
    else { return nil }
    return (name.words, pieces[(first + 1)...])
  }

  /// The pieces of a leaf without its pictures; `nil` where it holds anything but words and links.
  private static func pieces(of leaf: Leaf) -> [Piece]? {
    var pieces: [Piece] = []
    var end = 0
    for inline in leaf.inlines.descendants where inline.span.start >= end {
      switch inline.kind {
      case .emphasis, .strong, .softBreak, .hardBreak: continue
      case .text(let words): pieces.append(Piece(words: words.trimmingSpaces))
      case .link(let destination, _):
        pieces.append(Piece(words: inline.plainText.trimmingSpaces, destination: destination))
      case .image: break
      default: return nil
      }
      end = inline.span.end
    }
    return pieces
  }

  /// What a page puts before, between and behind: folds, votes, buttons, points.
  private static func isFurniture(_ words: String) -> Bool {
    words.isEmpty || marks.contains(words.lowercased()) || CopiedFurniture.isOne(words)
      || words.split(separator: " ").allSatisfy {
        marks.contains($0.lowercased()) || CopiedFurniture.isOne(String($0))
      }
  }

  private static let marks: Set<String> = [
    "[-]", "[+]", "[–]", "[−]", "+", "-", "−", "by", "from", ",", "(", ")", "commented", "replied",
    "wrote", "said", ":", "posted", "on", "next", "prev", "root", "[", "]", "•", "×",
  ]

  /// Whether an address is that of a person's page.
  private static func leadsToPerson(_ address: String, named name: String) -> Bool {
    guard !address.hasPrefix("mailto:") else { return false }
    let parts = address.lowercased().utf8.prefix { $0 != UInt8(ascii: "#") }
      .split { "/?&=".utf8.contains($0) }
    guard let last = parts.last else { return false }
    let isNamed = parts.dropLast().contains { part in
      people.contains { $0.utf8.elementsEqual(part) }
    }
    if isNamed || last.first == UInt8(ascii: "@") { return true }
    let letters = name.lowercased().utf8.filter(isLetterOrDigit)
    return parts.count > 1 && !letters.isEmpty && last.filter(isLetterOrDigit) == letters
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ByteKind.isLetter(byte) || ByteKind.isDigit(byte)
  }

  /// The part of an address before a person's name.
  private static let people = [
    "user", "users", "u", "profile", "profiles", "people", "member", "members", "author", "authors",
  ]
}
