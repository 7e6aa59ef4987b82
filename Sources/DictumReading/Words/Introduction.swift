import DictumModel

/// Words that introduce another's, at the end of a paragraph: "Nate gave us this comment:".
struct Introduction {
  /// Whose words come.
  var name: String

  /// Whether a contribution is announced, so that what follows is that one even when nothing marks
  /// it as quoted.
  var isContribution: Bool

  /// The introduction that the passage at `span` ends with, if it does.
  ///
  ///     Nate gave us this comment:                a contribution
  ///     … from Nate Soares. His comment follows:  a contribution of the last one named
  ///     Ada wrote:   As Bram puts it:             a quotation
  ///     Following up on Peter's comment:          a quotation
  ///     Ada Okafor wrote on 2024-03-12 at 9:10:   a quotation
  ///     On 12 Mar 2025, Greta Simm wrote:         a quotation, as mail programs write it
  ///     @_**Ada Okafor|101** [said](https://…):   a quotation, as Zulip writes it
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) {
    if let name = MailAttribution.name(bytes, span) ?? QuoteFence.name(bytes, span) {
      self.init(name: name, isContribution: false)
      return
    }
    var cursor = SentenceCursor(bytes, span)
    var named: String?
    var tokens: [Token] = []
    while cursor.next() {
      if !tokens.isEmpty { named = Introduction.lastName(tokens, bytes) ?? named }
      tokens = cursor.tokens
    }
    guard let colon = tokens.lastIndex(where: { $0.isSymbol(":") }), colon >= tokens.count - 2
    else { return nil }
    tokens.removeSubrange(colon...)
    Introduction.dropDate(&tokens)
    if let name = Introduction.giver(tokens, bytes) {
      self.init(name: name, isContribution: true)
    } else if let named = Introduction.lastName(tokens, bytes) ?? named,
      Introduction.announcesTheirs(tokens)
    {
      self.init(name: named, isContribution: true)
    } else if let name = Introduction.quoted(tokens, bytes) {
      self.init(name: name, isContribution: false)
    } else {
      return nil
    }
  }

  private init(name: String, isContribution: Bool) {
    self.name = name
    self.isContribution = isContribution
  }

  private static let contributions: WordList = [
    "comment", "comments", "reply", "response", "statement", "note", "message", "answer",
    "feedback",
    "remarks",
  ]

  private static let giving: WordList = [
    "gave", "sent", "left", "wrote", "posted", "shared", "offered", "added", "made", "provided",
  ]

  private static let saying: WordList = [
    "wrote", "writes", "says", "said", "replied", "replies", "responded", "responds", "commented",
    "comments", "asked", "asks", "explains", "explained", "argues", "argued", "notes", "noted",
    "observes", "observed", "adds", "added", "concludes", "continues", "tweeted", "posted",
  ]

  /// Takes off the end when something was said: `on March 12, 2024 at 9:10 AM`.
  private static func dropDate(_ tokens: inout [Token]) {
    guard let said = tokens.lastIndex(where: { saying.contains($0.key) }),
      said + 2 < tokens.count, tokens[said + 1].key == "on" || tokens[said + 1].key == "at"
    else { return }
    let date = tokens[(said + 1)...]
    let isDate = date.allSatisfy { token in
      token.kind == .number || token.kind == .symbol || dateWords.contains(token.key)
    }
    if isDate, date.contains(where: { $0.kind == .number }) {
      tokens.removeSubrange(said + 1..<tokens.count)
    }
  }

  private static let dateWords: WordList = [
    "on", "at", "am", "pm", "utc", "gmt", "st", "nd", "rd", "th", "jan", "feb", "mar", "apr",
    "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let theirs: WordList = ["his", "her", "their"]

  private static let putting: WordList = ["puts", "put"]

  /// The one in "NAME gave us this comment".
  private static func giver(
    _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    for index in tokens.indices where giving.contains(tokens[index].key) {
      guard let name = PersonName.before(index, in: tokens, bytes) else { continue }
      let rest = tokens[(index + 1)...].prefix(10)
      if rest.contains(where: { contributions.contains($0.key) }) {
        return text(name, tokens, bytes)
      }
    }
    return nil
  }

  /// Whether the words are of the shape "his comment adds context" or "their reply is below".
  private static func announcesTheirs(_ tokens: [Token]) -> Bool {
    for index in tokens.indices.dropLast(2) {
      guard theirs.contains(tokens[index].key),
        contributions.contains(tokens[index + 1].key)
      else { continue }
      return ["adds", "follows", "is", "was", "gives", "provides", "reads", "says", "below"]
        .contains(tokens[index + 2].key)
    }
    return false
  }

  /// The one in "NAME wrote", "as NAME puts it", or "NAME's comment" at the end.
  private static func quoted(
    _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    for index in tokens.indices.suffix(6).reversed() {
      if saying.contains(tokens[index].key) || putting.contains(tokens[index].key),
        let name = PersonName.before(index, in: tokens, bytes)
      {
        return text(name, tokens, bytes)
      }
    }
    guard let last = tokens.indices.last, last > 0, contributions.contains(tokens[last].key) else {
      return nil
    }
    return possessor(last - 1, tokens, bytes)
  }

  /// The name of `Ada's` or `Ada Okafor's`, whose last token is at `index`.
  private static func possessor(
    _ index: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    let token = tokens[index]
    guard token.kind == .word, token.isCapitalised else { return nil }
    var word = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
    guard word.hasSuffix("'s") || word.hasSuffix("’s") else { return nil }
    word.removeLast(2)
    guard LabelName.name(in: word, allowLowercase: false) != nil,
      !["it", "he", "she", "that", "there", "what", "who", "let", "here"].contains(
        word.lowercased())
    else { return nil }
    guard let first = PersonName.before(index, in: tokens, bytes) else { return word }
    return text(first, tokens, bytes) + " " + word
  }

  /// The last name of two words or more in a sentence, else the last of one.
  private static func lastName(
    _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    var end = tokens.count
    while end > 0 {
      if tokens[end - 1].isNameLike, let name = PersonName.before(end, in: tokens, bytes) {
        return text(name, tokens, bytes)
      }
      end -= 1
    }
    return nil
  }

  private static func text(
    _ name: Range<Int>, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String {
    name.filter { tokens[$0].kind == .word }
      .map { String(decoding: bytes[tokens[$0].start..<tokens[$0].end], as: UTF8.self) }
      .joined(separator: " ")
  }
}
