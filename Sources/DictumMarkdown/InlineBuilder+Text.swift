import DictumModel

extension InlineBuilder {
  /// Adds text, and the footnote references and wiki-links that were masked in it.
  mutating func addText(_ literal: UnsafeBufferPointer<UInt8>) {
    var index = indentation(literal)
    var runIndex = index
    var runStart = cursor.offset
    while maskIndex < source.masks.count, source.masks[maskIndex].span.start < cursor.offset {
      maskIndex += 1
    }
    var nextMask = maskIndex < source.masks.count ? source.masks[maskIndex].span.start : Int.max

    while index < literal.count {
      let offset = cursor.offset
      if offset == nextMask {
        let mask = source.masks[maskIndex]
        addRun(literal, runIndex..<index, from: runStart)
        cursor.offset = mask.span.end
        addMasked(mask)
        index += mask.span.count
        runIndex = index
        runStart = cursor.offset
        maskIndex += 1
        nextMask = maskIndex < source.masks.count ? source.masks[maskIndex].span.start : Int.max
        continue
      }
      // Nearly all bytes stand for themselves.
      let plain = plainLength(literal, from: index, before: min(cursor.end, nextMask))
      if plain > 0 {
        cursor.offset += plain
        index += plain
        continue
      }
      guard offset < cursor.end, let step = step(literal, index) else {
        lose()
        let whole = ByteSpan(cursor.pieces.first?.start ?? 0, cursor.pieces.last?.end ?? 0)
        let rest = UnsafeBufferPointer(rebasing: literal[runIndex...])
        let remaining = source.text(rest, from: whole)
        text.append(contentsOf: remaining.utf8)
        return add(.text(remaining), whole)
      }
      cursor.offset += step.source
      index += step.literal
    }
    addRun(literal, runIndex..<index, from: runStart)
  }

  /// How many of the text's first bytes are a line's indentation, which libcmark leaves there after
  /// a backslash at a line's end and after link definitions.
  private mutating func indentation(_ literal: UnsafeBufferPointer<UInt8>) -> Int {
    guard cursor.isAtPieceStart, literal.first?.isBlank == true else { return 0 }
    // A space that is written as a reference is none.
    if cursor.byte == 0x26, entity()?.1.first?.isBlank == true { return 0 }
    return literal.firstIndex { !$0.isBlank } ?? literal.count
  }

  /// How many bytes of the text stand in the source as they are, before `end`.
  private func plainLength(
    _ literal: UnsafeBufferPointer<UInt8>, from index: Int, before end: Int
  ) -> Int {
    let offset = cursor.offset
    let limit = min(literal.count - index, end - offset)
    var length = 0
    while length + 8 <= limit {
      let bytes = cursor.bytes.eight(at: offset + length)
      guard bytes == literal.eight(at: index + length), !bytes.holds(0x5C), !bytes.holds(0x26)
      else { break }
      length += 8
    }
    while length < limit {
      let byte = cursor.bytes[offset + length]
      guard byte == literal[index + length], byte != 0x5C, byte != 0x26 else { break }
      length += 1
    }
    return length
  }

  /// How far one character of the text reaches in source and literal, or `nil` if they differ.
  private mutating func step(
    _ literal: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (source: Int, literal: Int)? {
    let offset = cursor.offset
    let byte = cursor.bytes[offset]
    switch byte {
    case 0x5C:
      if offset + 1 < cursor.end, cursor.bytes[offset + 1].isPunctuation {
        return cursor.bytes[offset + 1] == literal[index] ? (2, 1) : nil
      }
    case 0x26:
      if let (length, meaning) = entity(), literal.count - index >= meaning.count,
        literal[index..<(index + meaning.count)].elementsEqual(meaning)
      {
        if meaning.contains(0x0A) { hasLineFeedReference = true }
        return (length, meaning.count)
      }
    case 0:
      // libcmark shows NUL as U+FFFD, three bytes.
      return literal[index] == 0xEF ? (1, 3) : nil
    default: break
    }
    return byte == literal[index] ? (1, 1) : nil
  }

  /// The entity or numeric reference at the cursor: its length and what it stands for.
  private mutating func entity() -> (Int, [UInt8])? {
    var end = cursor.offset + 1
    while end < cursor.end, end - cursor.offset < 40,
      cursor.bytes[end].isAlphanumeric || cursor.bytes[end] == 0x23
    {
      end += 1
    }
    guard end < cursor.end, cursor.bytes[end] == 0x3B else { return nil }
    let written = Array(cursor.bytes[cursor.offset...end])
    return entities.decoded(written).map { (written.count, $0) }
  }

  private mutating func addRun(
    _ literal: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from start: Int
  ) {
    guard !range.isEmpty else { return }
    let run = UnsafeBufferPointer(rebasing: literal[range])
    let first = text.count
    text.append(contentsOf: run)
    if hasLineFeedReference {
      // It is no line break of the source.
      for index in first..<text.count where text[index] == 0x0A { text[index] = 0x20 }
    }
    add(.text(String(decoding: run, as: UTF8.self)), from: start)
  }

  private mutating func addMasked(_ mask: SourceMask) {
    if case .wikiLink(let target, let fragment, let alias, _) = mask.kind {
      let own = [target, fragment ?? ""].filter { !$0.isEmpty }.joined(separator: "#")
      text.append(contentsOf: (alias ?? own).utf8)
    }
    add(mask.kind, mask.span)
  }
}

/// What character references stand for, asked of libcmark once each.
final class EntityTable {
  private var known: [[UInt8]: [UInt8]?] = [:]

  /// What `&name;` or `&#…;` stands for, or `nil` if it is only text.
  func decoded(_ written: [UInt8]) -> [UInt8]? {
    if let answer = known[written] { return answer }
    let answer = CMarkTree.decoded(entity: written)
    known[written] = .some(answer)
    return answer
  }
}
