import DictumModel

extension LabelPlaces {
  /// The places in `leaves` of the labels that need proof beside their shape, or are rare: looked for
  /// only where no other label makes a dialogue.
  ///
  /// Most paragraphs are told by their first byte or their first few words. Lines after a paragraph's
  /// first are looked at when the first has a label.
  init(rare bytes: [UInt8], _ leaves: [Leaf]) {
    var item: Int?
    for leaf in leaves.indices where !leaves[leaf].isQuoted {
      guard case .block(let kind) = leaves[leaf].kind else { continue }
      let lines = leaves[leaf].lines
      guard let first = lines.first, first.start < first.end else { continue }
      if let top = leaves[leaf].topItem {
        guard top != item, leaves[leaf].itemDepth == 1, kind == .item else { continue }
        item = top
        if let shape = ItemLabel.shape(bytes, first) {
          add(Place(leaf: leaf, line: 0, shape: shape))
        }
        continue
      }
      guard kind == .paragraph,
        var shape = LabelPlaces.rareShape(bytes, first, isFirst: true)
      else { continue }
      let isTimed =
        shape.form == .alone && lines.count > 1
        && AloneLabel.takeTime(&shape, bytes, on: lines[1])
      add(Place(leaf: leaf, line: 0, labelLines: isTimed ? 1 : 0, shape: shape))
      guard shape.form != .alone, shape.form != .dotted else { continue }
      for line in lines.indices.dropFirst() where lines[line].start < lines[line].end {
        if let shape = LabelPlaces.rareShape(bytes, lines[line], isFirst: false) {
          add(Place(leaf: leaf, line: line, shape: shape))
        }
      }
    }
  }

  /// The shape at the head of a line.
  private static func rareShape(
    _ bytes: [UInt8], _ line: ByteSpan, isFirst: Bool
  ) -> LabelShape? {
    let byte = bytes[line.start]
    if DressedLabel.canBegin(byte) { return DressedLabel.shape(bytes, line) }
    let isSmall = (0x61...0x7A).contains(byte)
    guard (0x41...0x5A).contains(byte) || byte >= 0x80 || isSmall else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      if isFirst, line.count <= AloneLabel.longest, let shape = AloneLabel.shape(buffer, line) {
        return shape
      }
      return isSmall
        ? nil
        : ExaminedLabel.shape(buffer, line) ?? DottedLabel.shape(buffer, line)
          ?? DashedLabel.shape(bytes, line)
    }
  }
}
