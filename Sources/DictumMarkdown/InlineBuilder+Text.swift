import DictumModel

extension InlineBuilder {
  /// Adds text, and the footnote references and wiki-links that were masked in it.
  mutating func addText(_ literal: UnsafeBufferPointer<UInt8>) {
    var index = indentation(literal)
    var runStart = cursor.offset
    var firstByte = buffers.text.count
    while maskIndex < source.masks.count, source.masks[maskIndex].span.start < cursor.offset {
      maskIndex += 1
    }
    while gapIndex < source.omitted.count, source.omitted[gapIndex].start < cursor.offset {
      gapIndex += 1
    }
    var nextMask = maskIndex < source.masks.count ? source.masks[maskIndex].span.start : Int.max
    var nextGap = gapIndex < source.omitted.count ? source.omitted[gapIndex].start : Int.max

    while index < literal.count {
      let offset = cursor.offset
      if offset == nextMask {
        let mask = source.masks[maskIndex]
        endRun(from: runStart, showing: firstByte)
        cursor.offset = mask.span.end
        addMasked(mask)
        index += mask.span.count
        runStart = cursor.offset
        firstByte = buffers.text.count
        maskIndex += 1
        nextMask = maskIndex < source.masks.count ? source.masks[maskIndex].span.start : Int.max
        continue
      }
      if offset == nextGap {
        let gap = source.omitted[gapIndex]
        buffers.text.append(contentsOf: UnsafeBufferPointer(rebasing: source.bytes[gap.range]))
        cursor.offset = gap.end
        index += 1
        gapIndex += 1
        nextGap = gapIndex < source.omitted.count ? source.omitted[gapIndex].start : Int.max
        continue
      }
      // Nearly all bytes stand for themselves.
      let plain = cursor.plainLength(
        literal, from: index, before: min(cursor.end, nextMask, nextGap))
      if plain > 0 {
        buffers.text.append(
          contentsOf: UnsafeBufferPointer(rebasing: literal[index..<(index + plain)]))
        cursor.offset += plain
        index += plain
        continue
      }
      guard offset < cursor.end, let step = step(literal, index) else {
        lose()
        let whole = ByteSpan(cursor.pieces.first?.start ?? 0, cursor.pieces.last?.end ?? 0)
        let rest = UnsafeBufferPointer(rebasing: literal[index...])
        _ = buffers.text.append(rest, from: whole, of: source)
        return add(.text, whole, text: firstByte..<buffers.text.count)
      }
      for byte in literal[index..<(index + step.literal)] {
        // A line feed that a character reference stands for is no line break of the source.
        buffers.text.append(byte == 0x0A ? 0x20 : byte)
      }
      cursor.offset += step.source
      index += step.literal
    }
    endRun(from: runStart, showing: firstByte)
  }

  /// How many of the text's first bytes are a line's indentation, which libcmark leaves there after
  /// a backslash at a line's end and after link definitions.
  private mutating func indentation(_ literal: UnsafeBufferPointer<UInt8>) -> Int {
    guard cursor.isAtPieceStart, literal.first?.isBlank == true else { return 0 }
    // A space that is written as a reference is none.
    if cursor.byte == 0x26, entity()?.1.first?.isBlank == true { return 0 }
    return literal.firstIndex { !$0.isBlank } ?? literal.count
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

  /// Adds the text from `firstByte` on, if there is any.
  private mutating func endRun(from start: Int, showing firstByte: Int) {
    if firstByte < buffers.text.count { add(.text, from: start, showing: firstByte) }
  }

  private mutating func addMasked(_ mask: SourceMask) {
    let firstByte = buffers.text.count
    if mask.form == .math {
      show(mask.span.range)
      if mask.isContinuation, joinMath(mask) { return }
    } else if mask.form == .wikiLink {
      let parts = WikiLinkParts(source.bytes, span: mask.span)
      if let alias = parts.alias {
        show(alias)
      } else {
        show(parts.target)
        if let fragment = parts.fragment, !fragment.isEmpty {
          if !parts.target.isEmpty { buffers.text.append(0x23) }
          show(fragment)
        }
      }
    }
    add(mask.form, mask.span, text: firstByte..<buffers.text.count)
  }

  /// Adds a later line of maths, now in the text, to the maths before the last line end.
  private mutating func joinMath(_ mask: SourceMask) -> Bool {
    let count = buffers.inlines.count
    guard count >= 2, !isMisaligned, buffers.inlines[count - 2].form == .math,
      [.softBreak, .hardBreak].contains(buffers.inlines[count - 1].form)
    else { return false }
    let end = buffers.text.count
    buffers.inlines.truncate(to: count - 1)
    buffers.inlines.update(count - 2) {
      $0.span = ByteSpan($0.span.start, mask.span.end)
      $0.text = $0.text.lowerBound..<end
    }
    return true
  }

  private mutating func show(_ range: Range<Int>) {
    buffers.text.append(withoutNUL: UnsafeBufferPointer(rebasing: source.bytes[range]))
  }
}

extension ContentCursor {
  /// How many bytes of the text stand in the source as they are, before `end`.
  fileprivate func plainLength(
    _ literal: UnsafeBufferPointer<UInt8>, from index: Int, before end: Int
  ) -> Int {
    let limit = min(literal.count - index, end - offset)
    var length = 0
    while length + 16 <= limit {
      let block = bytes.block(at: offset + length)
      let other =
        (block .!= literal.block(at: index + length)) .| block.places(of: 0x5C)
        .| block.places(of: 0x26)
      if let first = other.first { return length + first }
      length += 16
    }
    while length < limit {
      let byte = bytes[offset + length]
      guard byte == literal[index + length], byte != 0x5C, byte != 0x26 else { break }
      length += 1
    }
    return length
  }
}

/// What character references stand for, asked of libcmark once each.
struct EntityTable {
  private var known: [[UInt8]: [UInt8]?] = [:]

  /// What `&name;` or `&#…;` stands for, or `nil` if it is only text.
  mutating func decoded(_ written: [UInt8]) -> [UInt8]? {
    if let answer = known[written] { return answer }
    let answer = CMarkTree.decoded(entity: written)
    known[written] = .some(answer)
    return answer
  }
}
