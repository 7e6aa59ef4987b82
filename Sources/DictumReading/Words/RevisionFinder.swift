import DictumModel

/// Finds marks of an edit or an update in one sentence's tokens.
///
///     Edit: …   EDIT 2: …   Edit 9/26: …   Edited to add: …      at the head of a sentence
///     Update (May 2023): …   ETA: …
///     [edit: …]   (Edit, 2023-05-01: …)   [EDIT 3 Mar 2024]      in brackets, anywhere
///     [Retracted] …   Retracted: …                               at the head of a passage
///
/// `Edit the file:` and `Update your priors:` are orders, and no marks.
enum RevisionFinder {
  struct Mark {
    var kind: RevisionEvent.Kind
    var date: String?
    /// Where the trace begins, bracket included; bytes of the file, 0-based.
    var start: Int
    /// Where its words begin.
    var wordsStart: Int
    /// The bracket it stands in; 0 for none.
    var bracket: UInt8
    /// Where it ends, for one that says all it says before a bracket closes.
    var end: Int?
  }

  /// The marks in a sentence, in order.
  static func marks(
    in tokens: [Token], isFirst: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Mark] {
    var found: [Mark] = []
    let head = tokens.firstIndex { $0.kind != .symbol }
    for index in tokens.indices where words.contains(tokens[index].key) {
      guard let word = Word(tokens[index].key) else { continue }
      let open = index > 0 ? tokens[index - 1] : nil
      let bracket =
        open.map { $0.isSymbol("[") || $0.isSymbol("(") } == true ? open?.symbol ?? 0 : 0
      guard bracket != 0 || index == head else { continue }
      if word == .retracted {
        if isFirst, index == head, let mark = retraction(index, tokens, bracket) {
          found.append(mark)
        }
        continue
      }
      if word == .eta, !isUppercase(tokens[index], bytes) { continue }
      if word == .update, bracket == 0, !tokens[index].isCapitalised { continue }
      if let mark = mark(index, word, tokens, bracket, bytes) { found.append(mark) }
    }
    return found
  }

  /// The words that are a mark, each of a `Word`; to look whether a token is any costs least.
  static let words: WordList = [
    "edit", "edit1", "edit2", "edit3", "edit4", "edit5", "edited", "update", "update2", "update3",
    "updated", "eta", "retracted",
  ]

  private enum Word {
    case edit, edited, update, eta, retracted

    init?(_ key: WordKey) {
      switch key {
      case "edit", "edit1", "edit2", "edit3", "edit4", "edit5": self = .edit
      case "edited": self = .edited
      case "update", "update2", "update3": self = .update
      case "updated": self = .update
      case "eta": self = .eta
      case "retracted": self = .retracted
      default: return nil
      }
    }
  }

  /// How many tokens may stand between the mark and its colon.
  private static let reach = 10

  private static func mark(
    _ index: Int, _ word: Word, _ tokens: [Token], _ bracket: UInt8,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Mark? {
    let close = bracket == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
    var stop: Int?
    var depth = 0
    for at in (index + 1)..<max(index + 1, min(tokens.count, index + 1 + reach)) {
      guard tokens[at].kind == .symbol else { continue }
      if tokens[at].isSymbol("(") { depth += 1 }
      if bracket != 0, depth == 0, tokens[at].symbol == close {
        stop = at
        break
      }
      if tokens[at].isSymbol(")") { depth -= 1 }
      let isTime =
        at + 1 < tokens.count && tokens[at + 1].start == tokens[at].end
        && tokens[at + 1].kind == .number && tokens[at - 1].kind == .number
      if tokens[at].isSymbol(":"), !isTime {
        stop = at
        break
      }
    }
    guard let stop else { return nil }
    let isClosed = bracket != 0 && tokens[stop].symbol == close
    let between = tokens[(index + 1)..<stop]
    let date = date(between, bytes)
    guard date != nil || isPlain(between, word, isClosed: isClosed) else { return nil }
    return Mark(
      kind: .edited, date: date,
      start: bracket == 0 ? tokens[index].start : tokens[index - 1].start,
      wordsStart: isClosed ? tokens[index].start : tokens[stop].end, bracket: bracket,
      end: isClosed ? tokens[stop].end : nil)
  }

  private static let around: WordList = ["on", "at", "as", "of", "from", "added"]

  /// The date between a mark and its colon, brackets, commas and small words around it left out.
  private static func date(
    _ between: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    var between = between
    while let first = between.first,
      first.kind == .symbol || (first.kind == .word && around.contains(first.key))
    {
      between.removeFirst()
    }
    while let last = between.last, last.kind == .symbol { between.removeLast() }
    guard let first = between.first, let last = between.last, last.end - first.start <= 30 else {
      return nil
    }
    if between.count == 1, first.kind == .number, first.value < 1900 { return nil }
    return RevisionDate.normalized(
      String(decoding: bytes[first.start..<last.end], as: UTF8.self))
  }

  /// Whether what stands between a mark and its colon is no order: nothing, a number, words in
  /// brackets, or "to add", "after the comments".
  private static func isPlain(
    _ between: ArraySlice<Token>, _ word: Word, isClosed: Bool
  ) -> Bool {
    guard let first = between.first, let last = between.last else {
      return !isClosed || word == .edited
    }
    if between.count == 1, first.kind == .number || first.isSymbol("#") { return !isClosed }
    if between.count == 2, first.isSymbol("#"), last.kind == .number { return true }
    if first.isSymbol("("), last.isSymbol(")") { return true }
    guard word == .edit || word == .edited, between.count <= 7, first.kind == .word else {
      return false
    }
    return ["to", "after", "from", "for", "by", "based", "per", "thanks", "note", "since", "later"]
      .contains(first.key)
  }

  private static func retraction(_ index: Int, _ tokens: [Token], _ bracket: UInt8) -> Mark? {
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    guard
      bracket != 0 || next == nil || next?.isSymbol(":") == true || next?.isSymbol(".") == true
        || next?.isSymbol(";") == true,
      let last = tokens.last
    else { return nil }
    return Mark(
      kind: .retracted, start: bracket == 0 ? tokens[index].start : tokens[index - 1].start,
      wordsStart: bracket == 0 ? tokens[index].start : tokens[index - 1].start, bracket: 0,
      end: last.end)
  }

  private static func isUppercase(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[token.start..<token.end].allSatisfy { (0x41...0x5A).contains($0) }
  }
}
