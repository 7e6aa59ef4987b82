import DictumModel

/// The line by which mail programs say whose words they quote below it.
///
///     On 12 Mar 2025, Greta Simm wrote:
///     On Tue, Mar 11, 2025 at 9:00 AM Greta Simm <greta@example.org> wrote:
enum MailAttribution {
  /// The longest such line, which may be broken once, in bytes.
  private static let longest = 200

  /// The name in the line, or the two, that the bytes of `span` end with.
  static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) -> String? {
    let tail = ByteSpan(max(span.start, span.end - longest), span.end)
    guard bytes[tail.range].holds("wrote:", rarest: 5) else { return nil }
    let lines = String(decoding: bytes[tail.range], as: UTF8.self).lines
    guard let first = lines.suffix(2).firstIndex(where: { $0.hasPrefix("On ") }) else { return nil }
    let line = lines[first...].joined(separator: " ").onOneLine
    guard line.hasSuffix(" wrote:"), line.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    let words = line.dropFirst(3).dropLast(" wrote:".count).prefix { $0 != "<" }
      .split(separator: " ")
    let isOfTime = { (word: Substring) in
      word.contains(where: \.isNumber) || word.last == "," || ["AM", "PM", "at"].contains(word)
    }
    let start = words.lastIndex(where: isOfTime).map { $0 + 1 } ?? 0
    return LabelName.name(in: words[start...].joined(separator: " "), allowLowercase: false)
  }
}
