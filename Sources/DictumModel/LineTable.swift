/// Where the lines of a file begin and end, to turn byte offsets into lines and columns.
///
/// A line ends with `\n`, `\r\n` or a lone `\r` (CommonMark 0.30, section 2.1). What follows the
/// last line end is a line too, even if empty, as an editor counts: `""` has one line, `"a\n"` two.
package struct LineTable: Sendable {
  /// The lines in order, each without its line end; never empty.
  package let spans: [ByteSpan]

  /// The lines of a whole file.
  package init(_ bytes: [UInt8]) {
    self.init(bytes, from: 0)
  }

  /// The lines from the byte at `offset` on, which becomes the beginning of line 1; spans still
  /// count from the beginning of `bytes`.
  package init(_ bytes: [UInt8], from offset: Int) {
    spans = bytes.withUnsafeBufferPointer { buffer in
      var spans: [ByteSpan] = []
      spans.reserveCapacity((buffer.count - min(offset, buffer.count)) / 40 + 1)
      var start = min(max(offset, 0), buffer.count)
      var position = start
      while position < buffer.count {
        if position + 32 <= buffer.count, !buffer.mayEndLine(within: position) {
          position += 32
          continue
        }
        if position + 16 <= buffer.count {
          let next = buffer.block(at: position)
          let ends = next.places(of: 0x0A) .| next.places(of: 0x0D)
          guard let first = ends.first else {
            position += 16
            continue
          }
          position += first
        }
        let byte = buffer[position]
        position += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        spans.append(ByteSpan(start, position - 1))
        if byte == 0x0D, position < buffer.count, buffer[position] == 0x0A { position += 1 }
        start = position
      }
      spans.append(ByteSpan(start, buffer.count))
      return spans
    }
  }

  /// The lines from the byte at `offset` on, of which the first begins there; the last line of the
  /// file when it lies behind that.
  package func spans(from offset: Int) -> [ByteSpan] {
    var rest = Array(spans[(line(at: offset) - 1)...])
    rest[0] = ByteSpan(offset, rest[0].end)
    return rest
  }

  /// The number of lines, at least 1.
  package var count: Int { spans.count }

  /// The line that holds the byte at `offset`, from 1; a line end belongs to the line it ends, and
  /// an offset outside the file to the first or last line.
  package func line(at offset: Int) -> Int { line(at: offset, low: 0, high: spans.count) }

  /// The same as `line(at:)`, sooner found if the byte is on the line `earlier` or not far behind it.
  package func line(at offset: Int, from earlier: Int) -> Int {
    var low = min(max(earlier, 1), spans.count) - 1
    guard spans[low].start <= offset else { return line(at: offset) }
    var step = 1
    while low + step < spans.count, spans[low + step].start <= offset {
      low += step
      step *= 2
    }
    return line(at: offset, low: low, high: min(low + step, spans.count))
  }

  private func line(at offset: Int, low: Int, high: Int) -> Int {
    var (low, high) = (low, high)
    while high - low > 1 {
      let middle = (low + high) / 2
      if spans[middle].start <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column of the byte at `offset` in its line, in bytes from 1.
  package func column(at offset: Int) -> Int {
    max(0, offset - spans[line(at: offset) - 1].start) + 1
  }

  /// The bytes of a line, counted from 1, without its line end; for a line that is not there, an
  /// empty span at the nearer end of the file.
  package func span(ofLine line: Int) -> ByteSpan {
    if line < 1 { return ByteSpan(spans[0].start, spans[0].start) }
    if line > spans.count {
      let end = spans[spans.count - 1].end
      return ByteSpan(end, end)
    }
    return spans[line - 1]
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether one of the 32 bytes from `offset` on may end a line: line feed, carriage return, and the
  /// two that stand between them in ASCII.
  fileprivate func mayEndLine(within offset: Int) -> Bool {
    let first = block(at: offset).places(from: 0x0A, count: 4)
    return (first .| block(at: offset + 16).places(from: 0x0A, count: 4)).first != nil
  }
}
