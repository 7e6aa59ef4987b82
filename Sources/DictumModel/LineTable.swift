import Glibc

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
      var start = min(max(offset, 0), buffer.count)
      var spans: [ByteSpan] = []
      spans.reserveCapacity((buffer.count - start) / 24 + 1)
      var lineFeed = buffer.place(of: 0x0A, from: start)
      var carriageReturn = buffer.place(of: 0x0D, from: start)
      while true {
        let end = min(lineFeed, carriageReturn)
        spans.append(ByteSpan(start, end))
        if end == buffer.count { return spans }
        start = end + 1
        if end == carriageReturn {
          if lineFeed == start { start += 1 }
          carriageReturn = buffer.place(of: 0x0D, from: start)
        }
        if lineFeed < start { lineFeed = buffer.place(of: 0x0A, from: start) }
      }
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
  /// The first place from `start` on at which `byte` stands, or the end of the bytes.
  fileprivate func place(of byte: UInt8, from start: Int) -> Int {
    guard let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start)
    else { return count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
