import DictumModel

/// The end of a line by which somebody signs what he has written on a page of a wiki.
///
///     [[User:Ada|Ada Okafor]] ([[User talk:Ada|talk]]) 09:12, 12 March 2024 (UTC)
///     —Ada Okafor (talk · contribs) 09:12, 12 March 2024 (UTC)[reply]
///     --Ada (Diskussion) 09:12, 12. Mär. 2024 (CET)
struct TalkSignature {
  /// Where it begins; bytes of the file, 0-based.
  private(set) var start: Int

  /// Who signs; `nil` where no mark tells the name from the words before it.
  private(set) var name: String?

  /// Whether links name him, as the page is written.
  private(set) var isLinked = false

  /// When, as `SourceReading.date`; `nil` where the month is in a language that is not read.
  private(set) var date: String?

  /// The bytes of the longest time and year, and of the longest name with its links.
  private static let reach = (time: 40, name: 400)

  /// Whether the line that ends at `end` may end with one: a zone in brackets, perhaps with a button
  /// behind it.
  static func mayEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    zone(bytes, start, end) != nil
  }

  /// The signature at the end of the line `line`.
  init?(_ bytes: [UInt8], _ line: ByteSpan) {
    let zone = bytes.withUnsafeBufferPointer { TalkSignature.zone($0, line.start, line.end) }
    guard let zone else { return nil }
    var time = zone.lowerBound
    let least = max(line.start, time - TalkSignature.reach.time)
    while time > least, !")]>".utf8.contains(bytes[time - 1]) { time -= 1 }
    guard time > least else { return nil }
    let stamp = String(decoding: bytes[time..<zone.lowerBound], as: UTF8.self)
    let words = stamp.split { $0 == " " || $0 == "," }
    guard let clock = words.firstIndex(where: TalkSignature.isClock),
      words.contains(where: TalkSignature.isYear)
    else { return nil }
    let day = DateText.normalized(
      words.indices.filter { $0 != clock }.map { String(words[$0]) }.joined(separator: " "))
    let isUTC = bytes[zone].elementsEqual("(UTC)".utf8)
    let hour = words[clock].utf8.count == 4 ? "0\(words[clock])" : String(words[clock])
    date = day.map { $0.utf8.count == 10 ? "\($0)T\(hour)" + (isUTC ? "Z" : "") : $0 }
    start = time
    let head = ByteSpan(max(line.start, time - TalkSignature.reach.name), time)
    guard readLinks(bytes, head) || readBrackets(bytes, head, isWhole: head.start == line.start)
    else { return nil }
    while start > line.start, " \t-'~".utf8.contains(bytes[start - 1]) || isDash(bytes, start) {
      start -= isDash(bytes, start) ? 3 : 1
    }
  }

  /// Where `(UTC)` is, the last on a line but for spaces and `[reply]`.
  private static func zone(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Range<Int>? {
    var end = end
    while end > start, bytes[end - 1] <= 0x20 || bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "]") {
      var open = end - 1
      while open > start, end - open < 20, bytes[open] != UInt8(ascii: "[") { open -= 1 }
      end = open
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    }
    guard end - start > 20, bytes[end - 1] == UInt8(ascii: ")") else { return nil }
    var open = end - 2
    while open > start, end - open < 8, isCapital(bytes[open]) { open -= 1 }
    guard bytes[open] == UInt8(ascii: "("), end - open > 3 else { return nil }
    return open..<end
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isClock(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].utf8.count == 2 && (1...2).contains(parts[0].utf8.count)
      && parts.allSatisfy { $0.utf8.allSatisfy(ByteKind.isDigit) }
  }

  private static func isYear(_ word: Substring) -> Bool {
    Int(word).map { (2000...2099).contains($0) } ?? false
  }

  /// Whether a long dash ends before `end`.
  private func isDash(_ bytes: [UInt8], _ end: Int) -> Bool {
    end > 2 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
      && (0x93...0x95).contains(bytes[end - 1])
  }

  /// Reads the links of a signature, the last of which lead to the one who signs.
  private mutating func readLinks(_ bytes: [UInt8], _ head: ByteSpan) -> Bool {
    var links: [(start: Int, name: String)] = []
    var scanner = ByteScanner(bytes, head)
    while scanner.upTo(Array("[[".utf8)) != nil {
      let open = scanner.position - 2
      guard let link = scanner.upTo(Array("]]".utf8)) else { break }
      let target = scanner.text(link).prefix { $0 != "|" && $0 != "#" }
      let parts = target.drop { $0 == ":" }.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      // `Special:Contributions/192.0.2.7` has the name behind the stroke, and what is below somebody's
      // page before it.
      let path = parts[1].split(separator: "/")
      let isSpecial = path.first == "Contributions"
      let name = (isSpecial ? path.last : path.first).map { $0.replacing("_", with: " ") }
      links.append((open, (name ?? "").trimmingSpaces))
    }
    guard let last = links.last, !last.name.isEmpty else { return false }
    // Some sign with their page, its talk and more.
    let first = links.last { $0.name != last.name }?.start ?? -1
    let own = links.first { $0.start > first && $0.name == last.name } ?? last
    name = last.name
    isLinked = true
    start = own.start
    // The markup in which the name is set, which nothing but markup stands before.
    while start > head.start, bytes[start - 1] == UInt8(ascii: ">"),
      let open = bytes[head.start..<start].lastIndex(of: UInt8(ascii: "<"))
    {
      start = open
    }
    return true
  }

  /// Reads `Ada Okafor (talk)`, as it is copied; `isWhole` says that `head` begins the line.
  private mutating func readBrackets(
    _ bytes: [UInt8], _ head: ByteSpan, isWhole: Bool
  ) -> Bool {
    guard let close = bytes[head.range].lastIndex(of: UInt8(ascii: ")")), close >= head.end - 2,
      let open = bytes[head.start..<close].lastIndex(of: UInt8(ascii: "(")),
      (2...60).contains(close - open), open > head.start
    else { return false }
    let before = bytes[head.start..<open]
    let dash = before.indices.last { at in
      isDash(bytes, at + 1) && at > before.startIndex + 1
        || bytes[at] == UInt8(ascii: "-") && at > before.startIndex && bytes[at - 1] == bytes[at]
    }
    if let dash {
      var words = String(decoding: bytes[(dash + 1)..<open], as: UTF8.self).trimmingSpaces
      // `Preceding unsigned comment added by Ada Okafor`
      if let by = words.firstRange(of: " added by ") {
        words = words[by.upperBound...].trimmingSpaces
      }
      if TalkSignature.isName(words) {
        name = words
        start = dash + 1
        return true
      }
    }
    // What stands behind the last sentence, or alone on the line, is the name, if it is one.
    let stop = before.indices.last { at in
      ".?!".utf8.contains(bytes[at]) && at + 1 < open && bytes[at + 1] == 0x20
    }
    let first = stop.map { $0 + 1 } ?? head.start
    let words = String(decoding: bytes[first..<open], as: UTF8.self).trimmingSpaces
    if TalkSignature.isName(words), stop != nil || isWhole {
      name = words
      start = first
    } else {
      start = head.end
    }
    return true
  }

  /// Whether words may be somebody's name, be it a handle.
  private static func isName(_ words: String) -> Bool {
    !words.isEmpty && words.utf8.count <= 60
      && (!words.contains(" ") || LabelName.name(in: words, allowLowercase: false) == words)
  }
}
