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
/// A file that begins with such a mark is one; an article on templates begins with words.
struct ChatTemplate {
  private enum Role: Equatable {
    case user, machine, system
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
    guard begins(input.bytes, from: input.start) else { return nil }
    var template = ChatTemplate(bytes: input.bytes)
    template.scan(from: input.start)
    let turns = template.turns
    guard turns.contains(where: { $0.role == .user }),
      turns.contains(where: { $0.role == .machine })
    else { return nil }
    return Record(.dialogue, turns.compactMap(template.message), .none)
  }

  /// Whether the first bytes that are no white space are a mark.
  static func begins(_ bytes: [UInt8], from start: Int) -> Bool {
    guard let first = bytes[start...].firstIndex(where: { $0 > 0x20 }),
      bytes[first] == UInt8(ascii: "<") || bytes[first] == UInt8(ascii: "[")
    else { return false }
    let rest = bytes[first...]
    return [
      "<|im_start|>", "<|begin_of_text|>", "<|start_header_id|>", "<bos>", "<start_of_turn>",
      "<|user|>", "<|system|>", "<s>", "[INST]",
    ].contains { rest.starts(with: $0.utf8) }
  }

  private let bytes: [UInt8]
  private var turns: [Turn] = []

  /// The turn whose words go on: its role, its label, and where it and its words begin.
  private var open: (role: Role, label: String?, start: Int, words: Int)?

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The marks behind which nothing is said before the next, and nothing else of them is told.
  private static let ends = [
    "<|im_end|>", "<|eot_id|>", "<end_of_turn>", "<|end|>", "<|endoftext|>", "</s>", "<eos>",
    "<s>", "<bos>", "<|begin_of_text|>",
  ].map { Array($0.utf8) }

  /// Those that open a turn, each with what ends the role behind it.
  private static let heads: [(open: [UInt8], close: [UInt8])] = [
    ("<|im_start|>", "\n"), ("<|start_header_id|>", "<|end_header_id|>"),
    ("<start_of_turn>", "\n"), ("<|", "|>"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private mutating func scan(from start: Int) {
    var at = start
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") || bytes[at] == UInt8(ascii: "[") else {
        at += 1
        continue
      }
      at = take(at)
    }
    close(at: bytes.count)
  }

  /// Takes the mark at `at`, if one is there; where to go on.
  private mutating func take(_ at: Int) -> Int {
    let rest = bytes[at...]
    for (mark, role) in [("[INST]", Role.user), ("[/INST]", .machine), ("<<SYS>>", .system)]
    where rest.starts(with: mark.utf8) {
      begin(role, label: nil, at: at, words: at + mark.utf8.count)
      return at + mark.utf8.count
    }
    if rest.starts(with: "<</SYS>>".utf8) {
      begin(.user, label: nil, at: at, words: at + 8)
      return at + 8
    }
    for end in ChatTemplate.ends where rest.starts(with: end) {
      close(at: at)
      return at + end.count
    }
    for head in ChatTemplate.heads where rest.starts(with: head.open) {
      var scanner = ByteScanner(bytes, ByteSpan(at + head.open.count, min(bytes.count, at + 80)))
      guard let label = scanner.upTo(head.close) else { continue }
      let words = scanner.text(label).trimmingSpaces
      guard let role = ChatTemplate.role(words) else { continue }
      begin(role, label: words, at: at, words: scanner.position)
      return scanner.position
    }
    return at + 1
  }

  private static func role(_ label: String) -> Role? {
    switch label {
    case "user", "human", "ipython", "tool": .user
    case "assistant", "model": .machine
    case "system": .system
    default: nil
    }
  }

  private mutating func begin(_ role: Role, label: String?, at start: Int, words: Int) {
    close(at: start)
    open = (role, label, start, words)
  }

  private mutating func close(at end: Int) {
    guard let (role, label, start, words) = open else { return }
    open = nil
    turns.append(Turn(role: role, label: label, start: start, words: ByteSpan(words, end)))
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
