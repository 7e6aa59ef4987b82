import DictumModel

/// What each message of a chat probably answers.
///
/// Words for somebody answer the newest message of theirs that was not for a third person; or, when
/// the speaker has just written to the same one, what they wrote. How often that is right falls with
/// the distance: measured on 13 logs whose answers were marked by hand
/// (`scripts/reading-quality-irc.py`), 77 % within 10 messages, 66 % within 20, 50 % within 50; what
/// lies further back is right one time in seven and not proposed. A line quoted whole answers what it
/// quotes.
struct ChatThread {
  private struct Sent {
    /// The message, an index.
    var index: Int
    /// Whom it was for, in small letters.
    var addressee: String?
  }

  /// How surely, up to so many messages back.
  private static let confidences: [(distance: Int, confidence: Double)] = [
    (10, 0.75), (20, 0.65), (50, 0.5),
  ]
  /// How far back somebody's own words to the same one are gone on with.
  private static let ownReach = 4
  /// How far back somebody counts as lately heard.
  private static let hearing = 30
  /// The newest messages of each that are looked at.
  private static let depth = 10
  /// The bytes of a quoted line that are compared, and the fewest that tell one line from another.
  private static let quotedBytes = 12...200

  private let addressees: Addressees
  private var sent: [String: [Sent]] = [:]
  private var lines: [String: Int] = [:]
  private var count = 0

  init(nicks: [String]) { addressees = Addressees(nicks) }

  /// Takes the next message, says whom it is for and what it answers, and whose words it quotes.
  mutating func add(_ message: inout Message, nick: String) {
    markQuotation(&message)
    let speaker = nick.lowercased()
    let own = message.paragraphs.first { $0.voice == .own }
    let addressee = own.flatMap { own in
      addressees.addressee(of: own.text, by: nick) { name in
        (sent[name]?.last).map { count - $0.index <= ChatThread.hearing } ?? false
      }
    }
    message.addressee = addressee
    message.answer =
      quoted(message) ?? addressee.flatMap { answer(to: $0.lowercased(), by: speaker) }
    sent[speaker, default: []].append(Sent(index: count, addressee: addressee?.lowercased()))
    if sent[speaker, default: []].count > ChatThread.depth { sent[speaker]?.removeFirst() }
    if let own, let key = ChatThread.key(own.text) { lines[key] = count }
    count += 1
  }

  /// Counts a message that takes no part in the talk.
  mutating func skip() { count += 1 }

  private func answer(to addressee: String, by speaker: String) -> Message.Answer? {
    guard let theirs = sent[addressee], let newest = theirs.last else { return nil }
    let open = theirs.last { $0.addressee == nil || $0.addressee == speaker } ?? newest
    var index = open.index
    if let mine = sent[speaker]?.last, mine.addressee == addressee, mine.index > index,
      count - mine.index <= ChatThread.ownReach
    {
      index = mine.index
    }
    guard let band = ChatThread.confidences.first(where: { count - index <= $0.distance }) else {
      return nil
    }
    return Message.Answer(to: index, method: .addressee, confidence: band.confidence)
  }

  /// The message whose words a quoted paragraph repeats.
  private func quoted(_ message: Message) -> Message.Answer? {
    for paragraph in message.paragraphs where paragraph.voice == .quoted {
      if let key = ChatThread.key(paragraph.text), let index = lines[key] {
        return Message.Answer(to: index, method: .quotation, confidence: 0.9)
      }
    }
    return nil
  }

  private static func key(_ text: String) -> String? {
    let key = text.utf8.prefix(quotedBytes.upperBound)
    guard key.count >= quotedBytes.lowerBound else { return nil }
    return String(decoding: key, as: UTF8.self).onOneLine(lowercased: true)
  }

  /// Words that begin with `<nick>` of another in the chat are that one's, put in again.
  private func markQuotation(_ message: inout Message) {
    guard var first = message.paragraphs.first, first.voice == .own, first.lines.count == 1,
      first.lines[0].count == first.text.utf8.count, first.text.utf8.first == UInt8(ascii: "<")
    else { return }
    let name = first.text.utf8.dropFirst().prefix(64).prefix { $0 != UInt8(ascii: ">") }
    guard let written = ChatLine.nick(String(Substring(name)).trimmingSpaces),
      let nick = addressees.nick(named: written), nick != message.label
    else { return }
    let words = first.text.utf8[name.endIndex...].dropFirst().drop { $0 == 0x20 }
    guard !words.isEmpty else { return }
    first.text = String(Substring(words))
    first.lines[0].start = first.lines[0].end - words.count
    first.kind = .quote
    first.voice = .quoted
    first.attribution = Attribution(name: nick, method: .record, confidence: 0.9)
    message.paragraphs[0] = first
  }
}
