import DictumModel

/// The lines of a document that look like link reference definitions, `[label]: destination`.
///
/// A footnote is parsed by itself, yet may name links defined elsewhere; those lines are lent to it.
/// A definition that goes on over several lines is not found.
final class LinkDefinitions {
  private let source: ParseSource
  private let lines: [ByteSpan]
  private lazy var lineOfLabel = collect()

  init(_ source: ParseSource, lines: [ByteSpan]) {
    self.source = source
    self.lines = lines
  }

  /// The definitions of all labels that stand in brackets in these lines, each once.
  func named(in body: [ByteSpan]) -> [ByteSpan] {
    var found: [ByteSpan] = []
    var seen: Set<String> = []
    for line in body {
      for position in line.range where source.masked[position] == 0x5B {
        guard let (label, _) = label(at: position, before: line.end),
          let definition = lineOfLabel[label], seen.insert(label).inserted
        else { continue }
        found.append(definition)
      }
    }
    return found
  }

  private func collect() -> [String: ByteSpan] {
    var found: [String: ByteSpan] = [:]
    for line in lines {
      var start = line.start
      while start < line.end, source.masked[start].isBlank || source.masked[start] == 0x3E {
        start += 1
      }
      guard start < line.end, source.masked[start] == 0x5B,
        let (label, end) = label(at: start, before: line.end),
        end < line.end, source.masked[end] == 0x3A, found[label] == nil
      else { continue }
      let span = ByteSpan(start, line.end)
      let isDefinition = withUnsafePointer(to: span) { span in
        var cursor = ContentCursor(
          source.masked, pieces: UnsafeBufferPointer(start: span, count: 1))
        return cursor.takeDefinition()
      }
      if isDefinition { found[label] = span }
    }
    return found
  }

  /// The label in brackets at `start`, as CommonMark compares labels, and where it ends.
  private func label(at start: Int, before end: Int) -> (label: String, end: Int)? {
    var position = start + 1
    while position < end, position - start < 1000, source.masked[position] != 0x5D {
      if source.masked[position] == 0x5B { return nil }
      position += source.masked[position] == 0x5C ? 2 : 1
    }
    guard position < end, source.masked[position] == 0x5D, position > start + 1 else { return nil }
    let words = source.masked[(start + 1)..<position].split { $0.isBlank }
    let label = words.map { String(decoding: $0, as: UTF8.self).lowercased() }
    return (label.joined(separator: " "), position + 1)
  }
}
