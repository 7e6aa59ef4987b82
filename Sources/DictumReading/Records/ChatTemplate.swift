import DictumModel

/// What a language model is given and gives, in the marks by which its template parts the turns.
///
///     <|im_start|>user                                   ChatML
///     What is a moss?<|im_end|>
///     <|start_header_id|>user<|end_header_id|>           Llama 3
///     What is a moss?<|eot_id|>
///     <start_of_turn>user                                Gemma
///     What is a moss?<end_of_turn>
///     <|user|>                                           Zephyr, Phi
///     What is a moss?<|end|>
///     <s>[INST] What is a moss? [/INST] A small plant.</s>    Llama 2, Mistral
///
/// A file that begins with such a mark is one; an article on templates begins with words. Only the marks
/// of the template it begins with are marks: in an answer of ChatML, `<s>` strikes words out.
struct ChatTemplate {
  private enum Role: Equatable {
    case user, machine, system
  }

  /// How one template parts its turns.
  private struct Family {
    /// What opens a turn, and what ends the role behind it.
    var head: (open: [UInt8], close: [UInt8])?
    /// The marks that are themselves the role of what follows.
    var roles: [(mark: [UInt8], role: Role)] = []
    /// Those behind which no turn goes on.
    var ends: [[UInt8]]

    init(head open: String, _ close: String, ends: [String]) {
      head = (Array(open.utf8), Array(close.utf8))
      self.ends = ends.map { Array($0.utf8) }
    }

    init(roles: [(String, Role)], ends: [String]) {
      self.roles = roles.map { (Array($0.utf8), $1) }
      self.ends = ends.map { Array($0.utf8) }
    }
  }

  /// The words of one turn: who speaks, the label as written, and the bytes.
  private struct Turn {
    var role: Role
    var label: String?
    var start: Int
    var words: ByteSpan
  }

  /// The record in a file, or `nil` when it is none.
  static func record(_ input: RecordInput) -> Record? {
    guard let (family, start) = family(of: input.bytes, from: input.start) else { return nil }
    var template = ChatTemplate(bytes: input.bytes, family: family, start: start)
    template.scan()
    let turns = template.turns
    guard turns.contains(where: { $0.role == .user }),
      turns.contains(where: { $0.role == .machine })
    else { return nil }
    return Record(.dialogue, turns.compactMap(template.message), .none)
  }

  /// Whether the first bytes that are no white space are a mark.
  static func begins(_ bytes: [UInt8], from start: Int) -> Bool {
    family(of: bytes, from: start) != nil
  }

  private let bytes: [UInt8]
  private let family: Family
  private var turns: [Turn] = []

  /// The turn whose words go on: its role, its label, and where it and its words begin.
  private var open: (role: Role, label: String?, start: Int, words: Int)

  private init(bytes: [UInt8], family: Family, start: Int) {
    self.bytes = bytes
    self.family = family
    open = (.system, nil, start, start)
  }

  /// The marks that may stand at the head of the file, before the first that tells the template.
  private static let beginnings = ["<s>", "<bos>", "<|begin_of_text|>"]

  /// The templates, each with the marks that tell it at the head of a file.
  private static let families: [(firsts: [String], family: Family)] = [
    (
      ["<|im_start|>"],
      Family(head: "<|im_start|>", "\n", ends: ["<|im_end|>", "<|endoftext|>"])
    ),
    (
      ["<|start_header_id|>"],
      Family(
        head: "<|start_header_id|>", "<|end_header_id|>",
        ends: ["<|eot_id|>", "<|eom_id|>", "<|end_of_text|>", "<|begin_of_text|>"])
    ),
    (
      ["<start_of_turn>"],
      Family(head: "<start_of_turn>", "\n", ends: ["<end_of_turn>", "<eos>", "<bos>"])
    ),
    (
      ["<|user|>", "<|system|>"],
      Family(head: "<|", "|>", ends: ["<|end|>", "<|endoftext|>", "</s>"])
    ),
    (
      ["[INST]"],
      Family(
        roles: [
          ("[INST]", .user), ("[/INST]", .machine), ("<<SYS>>", .system), ("<</SYS>>", .user),
        ], ends: ["</s>", "<s>"])
    ),
  ]

  /// The template of a file, and where its first turn begins.
  private static func family(of bytes: [UInt8], from start: Int) -> (Family, Int)? {
    var at = start
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count, mayBegin(bytes[at]) else { return nil }
    var rest = bytes[at...]
    while let mark = beginnings.first(where: { rest.starts(with: $0.utf8) }) {
      rest = rest.dropFirst(mark.utf8.count).drop { $0 <= 0x20 }
    }
    guard let first = rest.first, mayBegin(first) else { return nil }
    return families.first { $0.firsts.contains { rest.starts(with: $0.utf8) } }
      .map { ($0.family, rest.startIndex) }
  }

  /// Whether a mark may begin with a byte.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "[")
  }

  private mutating func scan() {
    var at = open.start
    while at < bytes.count {
      at = ChatTemplate.mayBegin(bytes[at]) ? take(at) : at + 1
    }
    close(at: bytes.count)
  }

  /// Takes the mark at `at`, if one is there; where to go on.
  private mutating func take(_ at: Int) -> Int {
    let rest = bytes[at...]
    for (mark, role) in family.roles where rest.starts(with: mark) {
      return begin(role, label: nil, at: at, words: at + mark.count)
    }
    // What stands between an end and the next turn is nobody's, and kept.
    for end in family.ends where rest.starts(with: end) {
      return begin(.system, label: nil, at: at, words: at + end.count)
    }
    guard let head = family.head, rest.starts(with: head.open) else { return at + 1 }
    var scanner = ByteScanner(bytes, ByteSpan(at + head.open.count, min(bytes.count, at + 80)))
    guard let label = scanner.upTo(head.close) else { return at + 1 }
    let words = scanner.text(label).trimmingSpaces
    guard let role = ChatTemplate.role(words) else { return at + 1 }
    return begin(role, label: words, at: at, words: scanner.position)
  }

  private static func role(_ label: String) -> Role? {
    switch label {
    case "user", "human", "ipython", "tool": .user
    case "assistant", "model": .machine
    case "system": .system
    default: nil
    }
  }

  /// Ends the open turn and opens the next; where its words begin.
  private mutating func begin(_ role: Role, label: String?, at start: Int, words: Int) -> Int {
    close(at: start)
    open = (role, label, start, words)
    return words
  }

  private mutating func close(at end: Int) {
    turns.append(
      Turn(
        role: open.role, label: open.label, start: open.start, words: ByteSpan(open.words, end)))
  }

  /// The message of a turn; `nil` where it has no words.
  private func message(_ turn: Turn) -> Message? {
    var lines: [ByteSpan] = []
    var cursor = LineCursor(bytes, from: turn.words.start)
    while let line = cursor.next(), line.start < turn.words.end {
      lines.append(ByteSpan(line.start, min(line.end, turn.words.end)))
      if line.end >= turn.words.end { break }
    }
    var paragraphs = LineParagraphs.paragraphs(bytes, lines)
    guard let last = paragraphs.last?.lines.last else { return nil }
    if turn.role == .machine {
      for index in paragraphs.indices { paragraphs[index].voice = .machine }
    }
    var message = Message(
      .unknown, label: turn.label, span: ByteSpan(turn.start, last.end), paragraphs: paragraphs)
    message.isAside = turn.role == .system
    return message
  }
}
