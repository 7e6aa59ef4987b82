/// A word of a model's command, taken apart at its placeholders.
///
///     --rate={alpha}     text "--rate=", placeholder "alpha"
///     {print $1}         text, since what is in the braces is no name
///     {{print}}          text "{print}": doubled braces stand for themselves
package enum CommandWord {
  /// A piece of a word.
  package enum Part: Hashable, Sendable {
    /// Stands for itself.
    case text(String)
    /// Stands for the value of this name.
    case placeholder(String)
  }

  /// The pieces of a word in order; a name is a letter or `_`, then letters, digits, `_` and `-`.
  package static func parts(of word: String) -> [Part] {
    let bytes = Array(word.utf8)
    var parts: [Part] = []
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let depth = bytes[index...].prefix(2).prefix { $0 == UInt8(ascii: "{") }.count
      let end = nameEnd(in: bytes, from: index + depth)
      let closing = bytes[end...].prefix(depth)
      guard depth > 0, end > index + depth, closing.count == depth,
        closing.allSatisfy({ $0 == UInt8(ascii: "}") })
      else {
        text.append(bytes[index])
        index += 1
        continue
      }
      if depth == 2 {
        text += bytes[(index + 1)..<(end + 1)]
      } else {
        if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
        text = []
        parts.append(.placeholder(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
      }
      index = end + depth
    }
    if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
    return parts
  }

  /// The names of a word's placeholders, in order.
  package static func placeholders(in word: String) -> [String] {
    parts(of: word).compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The end of the name that begins at `start`; `start` itself if none does.
  private static func nameEnd(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      let opens = (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
      let goesOn = (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      guard opens || (end > start && goesOn) else { break }
      end += 1
    }
    return end
  }
}
