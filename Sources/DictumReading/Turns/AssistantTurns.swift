import DictumModel

/// A chat with an assistant as it is copied from its page, or exported as Markdown.
///
///     You said:                  #### You said:          ### Human: What is a moss?
///     What is a moss?            What is a moss?
///                                                        ### Assistant: A small plant.
///     ChatGPT said:              ###### ChatGPT said:
///     A small plant.             A small plant.
///
///     You                        Show thinking           a button of the page
///     What is a moss?
///                                Gemini said
///     Claude
///     A small plant.
///
/// The heads of user and machine must alternate from the first lines on; a name alone, without a verb
/// or a colon, must come again, and so must `Prompt:` and `Response:`, which articles have too.
struct AssistantTurns {
  /// The most bytes of a head that stands alone, and the leaves that may stand above the first.
  private static let most = (bytes: 40, above: 6)

  let bytes: [UInt8]

  /// A line that heads a turn.
  private struct Head {
    var leaf: Int
    var line: Int
    var label: SpeakerLabel
    /// Whether more than the name tells that it is one.
    var isMarked: Bool
  }

  /// Where each turn begins; empty where `leaves` are no such chat.
  ///
  /// Headings that begin with a name and go on with words become paragraphs.
  func starts(_ leaves: inout [Leaf]) -> [TurnStart] {
    lazy var book = LabelBook()
    var heads: [Head] = []
    for leaf in leaves.indices where leaves[leaf].topItem == nil && !leaves[leaf].isQuoted {
      let isHeading = leaves[leaf].isHeading
      guard isHeading || leaves[leaf].kind == .block(.paragraph) else { continue }
      let lines = leaves[leaf].lines
      for line in lines.indices where mayBeHead(lines[line], isHeading) {
        guard let shape = shape(lines[line], isHeading),
          var label = book.label(shape, bytes)
        else { continue }
        label.bearer = isUser(label.name) ? .role : .machine
        heads.append(
          Head(leaf: leaf, line: line, label: label, isMarked: isMarked(shape, lines[line])))
      }
      if heads.isEmpty, leaf > AssistantTurns.most.above { return [] }
    }
    guard !heads.isEmpty, isChat(heads) else { return [] }
    for head in heads where leaves[head.leaf].isHeading {
      if head.label.contentStart < leaves[head.leaf].span.end {
        leaves[head.leaf].kind = .block(.paragraph)
      }
    }
    return heads.map { TurnStart(leaf: $0.leaf, line: $0.line, label: $0.label) }
  }

  /// Whether user and machine take turns.
  private func isChat(_ heads: [Head]) -> Bool {
    let machines = heads.count { $0.label.bearer == .machine }
    guard machines > 0, machines < heads.count else { return false }
    let changes = zip(heads, heads.dropFirst()).count { $0.label.bearer != $1.label.bearer }
    let isMarked = heads.allSatisfy(\.isMarked)
    return changes * 5 >= (heads.count - 1) * 4 && heads.count >= (isMarked ? 2 : 4)
  }

  /// Whether a line is short enough to be a head, or is a heading; nearly all are told by this.
  private func mayBeHead(_ line: ByteSpan, _ isHeading: Bool) -> Bool {
    line.start < line.end
      && (line.count <= AssistantTurns.most.bytes || isHeading
        || bytes[line.start] == UInt8(ascii: "#"))
  }

  /// Whether a byte is white space, or of the dress of a name.
  private static func isDress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: " "): true
    default: false
    }
  }

  /// The shape of the head that `line` is, or begins with where it is a heading.
  private func shape(_ line: ByteSpan, _ isHeading: Bool) -> LabelShape? {
    var start = line.start
    // Exports have pictures before the names, `## 🤖 Assistant`.
    while start < line.end,
      bytes[start] >= 0x80 || bytes[start] == UInt8(ascii: "#")
        || AssistantTurns.isDress(bytes[start])
    {
      start += 1
    }
    guard mayName(ByteSpan(start, line.end)) else { return nil }
    let isHashed = isHeading || (start > line.start && bytes[line.start] == UInt8(ascii: "#"))
    let reach = min(line.end, start + AssistantTurns.most.bytes)
    let colon = bytes[start..<reach].firstIndex(of: UInt8(ascii: ":"))
    var end = colon ?? line.end
    var content = line.end
    if let colon {
      var after = colon + 1
      while after < line.end, AssistantTurns.isDress(bytes[after]) { after += 1 }
      guard after == line.end || isHashed else { return nil }
      content = after
    }
    while end > start, AssistantTurns.isDress(bytes[end - 1]) { end -= 1 }
    guard end - start <= AssistantTurns.most.bytes else { return nil }
    let words = String(decoding: bytes[start..<end], as: UTF8.self)
    let name = AssistantTurns.withoutVerb(words)
    let isMachine =
      MachineLabel.mayBeMachine(name)
      && !MachineLabel.machines(among: [name, "User"]).isEmpty
    guard isMachine || isUser(name) else { return nil }
    return LabelShape(
      form: .alone, words: ByteSpan(start, start + name.utf8.count), time: nil,
      contentStart: content, hasColon: colon != nil, allowLowercase: true)
  }

  /// Whether a colon or a verb stands behind a name that no section of an article has.
  private func isMarked(_ shape: LabelShape, _ line: ByteSpan) -> Bool {
    let name = shape.text(bytes).lowercased()
    let isSaid = bytes[shape.words.end..<line.end].prefix(9).contains { (0x61...0x7A).contains($0) }
    return (shape.hasColon || isSaid)
      && !["prompt", "instruction", "response", "model", "me"].contains(name)
  }

  private static let users: WordList = ["you", "user", "human", "prompt", "instruction", "me"]

  /// Whether the first word leaves it open that words name a user or a machine.
  private func mayName(_ words: ByteSpan) -> Bool {
    let first = bytes.withUnsafeBufferPointer {
      WordKey(firstWordOf: UnsafeBufferPointer(rebasing: $0[words.range]))
    }
    guard let first else { return true }
    return AssistantTurns.users.contains(first) || MachineLabel.beginnings.contains(first)
  }

  /// Whether the first word leaves it open that words name a user.
  private func mayBeUser(_ words: String) -> Bool {
    WordKey(firstWordOf: words).map(AssistantTurns.users.contains) ?? false
  }

  private func isUser(_ name: String) -> Bool {
    mayBeUser(name) && name.utf8.allSatisfy(SentenceCursor.isLetter)
  }

  /// The name in `ChatGPT said` and the like.
  private static func withoutVerb(_ words: String) -> String {
    for verb in [" said", " says", " asked", " responded", " replied", " wrote"]
    where words.hasSuffix(verb) {
      return String(words.dropLast(verb.count))
    }
    return words
  }
}

/// What the page of an assistant puts between turns, and nobody says.
///
///     Copy
///     Retry
///     Show thinking
///     Thought for 5 seconds
enum AssistantButton {
  private static let buttons: Set<String> = [
    "copy", "copy code", "retry", "edit", "share", "export", "regenerate", "regenerate response",
    "read aloud", "listen", "show thinking", "hide thinking", "show drafts", "good response",
    "bad response", "show more", "show less", "rewrite", "view other drafts",
  ]

  /// Whether every line of `text` is one.
  static func isOne(_ text: String) -> Bool {
    text.utf8.count <= 200
      && text.lines.allSatisfy { line in
        let line = line.trimmingSpaces.lowercased()
        return buttons.contains(line)
          || (line.utf8.count <= 40
            && (line.hasPrefix("thought for ") || line.hasPrefix("reasoned for ")))
          || (line.utf8.count <= 90 && line.contains(" can make mistakes"))
      }
  }
}
