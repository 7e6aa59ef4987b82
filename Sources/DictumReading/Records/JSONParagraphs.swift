import DictumModel

extension JSONText {
  /// The text of a field that is a string, a list of strings and parts, or an object with parts.
  ///
  ///     "content": "words"
  ///     "content": ["words", {"type": "link", "text": "words"}]
  ///     "content": {"content_type": "text", "parts": ["words"]}
  ///     "contents": {"markdown": "words", "html": "<p>words</p>"}
  ///     "sentences": [{"start": 1.5, "text": "words"}]
  ///     "steps": [{"type": "contentBlock", "content": [{"text": "words"}]}]
  ///
  /// `nil` when it holds no string at all.
  init?(field: JSONValue) { self.init(field: field, depth: 0) }

  /// The text of a field with some key: as the others are, but for lists of words, which stand apart
  /// where none of them brings its own space, and of paragraphs.
  ///
  ///     "words": [{"text": "yes", "start_timestamp": 1.5}, {"text": ".", "start_timestamp": 1.9}]
  ///     "text_blocks": [{"text": "Yes.", "start": 1.5}, {"text": "Then mend it.", "start": 9.5}]
  init?(field: JSONValue, of key: String) {
    guard key == "words" || key == "text_blocks" else {
      self.init(field: field)
      return
    }
    let parts = field.elements.compactMap { $0.members.first(of: JSONWords.wordKeys)?.text }
      .filter { !$0.bytes.isEmpty }
    guard !parts.isEmpty else { return nil }
    let isSpaced = key == "words" && parts.contains { $0.bytes.contains(0x20) }
    self.init(at: field.span)
    for part in parts {
      if !bytes.isEmpty, !isSpaced, !JSONWords.isMark(part.string) {
        add(key == "words" ? " " : "\n\n", part)
      }
      append(0..<part.bytes.count, of: part)
    }
  }

  /// How deep parts may lie in parts.
  private static let deepest = 4

  private static let partKeys = ["text", "value", "utf8", "content", "html", "display"]

  private static let fieldKeys = [
    "parts", "text", "body", "markdown", "content", "html", "display",
  ]

  private init?(field: JSONValue, depth: Int) {
    switch field.kind {
    case .string:
      guard let text = field.text else { return nil }
      self = text
    case .array:
      guard depth < JSONText.deepest else { return nil }
      self.init(at: field.span)
      var isAny = false
      for element in field.elements {
        let part =
          element.kind == .object ? element.members.first(of: JSONText.partKeys) : element
        guard let part, part.kind != .object, let text = JSONText(field: part, depth: depth + 1)
        else { continue }
        if isAny { part.kind == .array ? add("\n\n", text) : addSpace(before: text) }
        append(0..<text.bytes.count, of: text)
        isAny = true
      }
      if !isAny { return nil }
    case .object:
      guard let parts = field.members.first(of: JSONText.fieldKeys), parts.kind != .object else {
        return nil
      }
      self.init(field: parts, depth: depth)
    case .number, .literal: return nil
    }
  }

  private mutating func add(_ gap: String, _ next: JSONText) {
    append(gap.utf8, at: next.offset(of: 0))
  }

  /// Parts the words so far from the next when they end a sentence and those begin one.
  private mutating func addSpace(before next: JSONText) {
    guard let last = bytes.last, let first = next.bytes.first else { return }
    if ".!?".utf8.contains(last), (0x41...0x5A).contains(first) { add(" ", next) }
  }

  /// Its paragraphs, parted by blank lines; those whose lines begin with `>` are quoted.
  ///
  /// A line feed in a JSON string is an escape and ends no line of the file, so it becomes a space;
  /// each line of the string is an entry of `lines`.
  func paragraphs(
    _ kind: Passage.Kind = .paragraph, voice: Voice = .own, known: [Reference] = []
  ) -> [Message.Paragraph] {
    var known = known[...]
    var paragraphs: [Message.Paragraph] = []
    var lines: [Range<Int>] = []
    var isQuoted = false
    func close() {
      guard !lines.isEmpty else { return }
      let text = lines.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: " ")
      var paragraph = Message.Paragraph(
        isQuoted ? .quote : kind, lines: lines.map { place(of: $0) }, text: text.onOneLine,
        voice: isQuoted ? .quoted : voice)
      paragraph.references = references(in: lines, known: &known)
      lines = []
      if !paragraph.text.isEmpty { paragraphs.append(paragraph) }
    }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var words = trimmed(line.startIndex..<line.endIndex)
      let isMarked = !words.isEmpty && bytes[words.lowerBound] == UInt8(ascii: ">")
      if words.isEmpty || isMarked != isQuoted { close() }
      isQuoted = isMarked
      if isMarked { words = trimmed((words.lowerBound + 1)..<words.upperBound) }
      if !words.isEmpty { lines.append(words) }
    }
    close()
    return paragraphs
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// What the characters of some lines point at, and those of `known`, which are in order, that lie
  /// there; these are taken from `known`.
  private func references(
    in lines: [Range<Int>], known: inout ArraySlice<Reference>
  ) -> [Reference] {
    let end = offset(of: lines.last?.upperBound ?? 0)
    var all: [Reference] = []
    for reference in found(in: lines) {
      while let next = known.first, next.span.start <= reference.span.start {
        all.append(next)
        known.removeFirst()
      }
      // What the markup says goes before what the words look like.
      let isTaken = all.last.map { $0.span.end > reference.span.start } ?? false
      if !isTaken { all.append(reference) }
    }
    while let next = known.first, next.span.end <= end {
      all.append(next)
      known.removeFirst()
    }
    return all
  }

  /// What chats put after an `@` to call everybody.
  private static let callsToAll: Set<String> = ["here", "channel", "everyone"]

  /// The URLs, mentions, citations and wiki-links that the characters of some lines look like.
  private func found(in lines: [Range<Int>]) -> [Reference] {
    let isPlain = lines.allSatisfy { range in
      let line = bytes[range]
      return !line.holds("http") && !line.contains(UInt8(ascii: "@")) && !line.holds("[[")
    }
    if isPlain { return [] }
    let finder = ReferenceFinder(bytes: bytes, lineTable: LineTable([]))
    return finder.references(in: lines.map { ByteSpan($0.lowerBound, $0.upperBound) })
      .filter { $0.kind != .mention || !JSONText.callsToAll.contains($0.target) }
      .map { reference in
        var reference = reference
        reference.span = place(of: reference.span.range)
        return reference
      }
  }
}
