import DictumModel

extension LabelPlaces {
  /// The places in `leaves` of the labels that need proof beside their shape, or are rare: looked for
  /// only where those at `places` make no dialogue.
  ///
  /// Most paragraphs are told by their first byte or their first few words. Lines after a paragraph's
  /// first are looked at when the first has a label.
  init(rareBeside places: LabelPlaces, _ bytes: [UInt8], _ leaves: [Leaf]) {
    self.init(lineCount: places.lineCount)
    var item: Int?
    for leaf in leaves.indices where !leaves[leaf].isQuoted {
      guard case .block(let kind) = leaves[leaf].kind else { continue }
      guard let first = leaves[leaf].lines.first, first.start < first.end else { continue }
      if let top = leaves[leaf].topItem {
        guard kind == .item else { continue }
        guard top != item, leaves[leaf].itemDepth == 1 else {
          addNested(leaf, bytes, leaves[leaf].lines)
          continue
        }
        item = top
        if let shape = ItemLabel.shape(bytes, first) {
          add(Place(leaf: leaf, line: 0, shape: shape))
        } else if leaves[leaf].lines.count == 1, leaf + 1 < leaves.count,
          leaves[leaf + 1].topItem == top, let shape = ItemLabel.alone(bytes, first)
        {
          add(Place(leaf: leaf, line: 0, shape: shape))
        }
        continue
      }
      guard kind == .paragraph,
        var shape = LabelPlaces.rareShape(bytes, first, isFirst: true)
      else { continue }
      let lines = leaves[leaf].lines
      let isTimed =
        shape.form == .alone && lines.count > 1
        && AloneLabel.takeTime(&shape, bytes, on: lines[1])
      add(Place(leaf: leaf, line: 0, labelLines: isTimed ? 1 : 0, shape: shape))
      guard shape.form != .alone else { continue }
      for line in lines.indices.dropFirst() where lines[line].start < lines[line].end {
        let found =
          shape.form == .dotted
          ? LabelPlaces.dottedShape(bytes, lines[line], below: lines[line - 1])
          : LabelPlaces.rareShape(bytes, lines[line], isFirst: false)
        if let found { add(Place(leaf: leaf, line: line, shape: found)) }
      }
    }
  }

  /// Adds the places of labels in an item of an item, or below an item's first paragraph; lines after
  /// the first are looked at when the first has one.
  private mutating func addNested(_ leaf: Int, _ bytes: [UInt8], _ lines: LeafLines) {
    for line in lines.indices where lines[line].start < lines[line].end {
      guard let shape = ItemLabel.shape(bytes, lines[line]) else {
        if line == 0 { return }
        continue
      }
      nested.append(Place(leaf: leaf, line: line, shape: shape))
    }
  }

  /// The shape of a name and a full stop at the head of a line inside a paragraph, where the line
  /// above ends a sentence: so hearings are printed without blank lines between turns.
  private static func dottedShape(
    _ bytes: [UInt8], _ line: ByteSpan, below above: ByteSpan
  ) -> LabelShape? {
    guard (0x41...0x5A).contains(bytes[line.start]), above.start < above.end,
      ".?!)]\"-".utf8.contains(bytes[above.end - 1]) || bytes[above.end - 1] >= 0x80
    else { return nil }
    return bytes.withUnsafeBufferPointer { DottedLabel.shape($0, line) }
  }

  /// The shape at the head of a line.
  private static func rareShape(
    _ bytes: [UInt8], _ line: ByteSpan, isFirst: Bool
  ) -> LabelShape? {
    let byte = bytes[line.start]
    if DressedLabel.canBegin(byte) { return DressedLabel.shape(bytes, line) }
    if (0x30...0x39).contains(byte) { return DashedLabel.timed(bytes, line) }
    let isSmall = (0x61...0x7A).contains(byte)
    guard (0x41...0x5A).contains(byte) || byte >= 0x80 || isSmall else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      if isFirst, let shape = AloneLabel.shape(buffer, line) {
        return shape
      }
      return isSmall || buffer.beginsAsProse(line)
        ? nil
        : ExaminedLabel.shape(buffer, line) ?? DashedLabel.stopped(bytes, line)
          ?? DottedLabel.shape(buffer, line) ?? DashedLabel.shape(bytes, line)
    }
  }
}
