import DictumModel

extension SourceAssembly {
  /// Reads whose words the passages hold, and what the words say beside their matter.
  ///
  /// - Parameters:
  ///   - leaves: The leaves of the source; empty for a record.
  ///   - leafOf: For each passage, the leaf it comes from.
  static func readWords(
    of reading: inout SourceReading, path: String, bytes: [UInt8], lineTable: LineTable,
    isPlain: Bool, leaves: [Leaf] = [], leafOf: [Int] = []
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      var marker = VoiceMarker(taking: &reading, bytes, leaves, leafOf)
      var words = WordsReader(bytes, lineTable)
      var damage = DamageFinder(bytes, lineTable, isPlain: isPlain)
      damage.add(reading.references)
      while let marked = marker.next() {
        for index in marked { words.look(at: marker.passages, index, damage: &damage) }
      }
      marker.giveBack(to: &reading)
      words.read(reading.passages)
      for index in leaves.indices where leaves[index].isHeading {
        let (span, text) = (leaves[index].span, leaves[index].text)
        guard RetractedHead.begins(text) else { continue }
        let below = reading.passages.partition { $0.span.start >= span.end }
        guard below < reading.passages.count else { continue }
        words.addRetraction(heading: span, text: text.onOneLine, below)
      }
      reading.reports = words.reports
      // Most sources have none of these.
      if !words.revisions.isEmpty { reading.revisions += words.revisions }
      if !words.confidences.isEmpty { reading.confidences += words.confidences }
      if damage.isAny { reading.diagnostics += damage.diagnostics(path: path) }
    }
  }
}

/// A heading that takes back what stands under it: `[Retracted] On steps`, `RETRACTED: …`.
enum RetractedHead {
  private static let heads = ["[retracted]", "(retracted)", "retracted:", "[retraction]"]

  static func begins(_ text: String) -> Bool {
    let mayBegin = text.utf8.withBytes { bytes in
      let start = bytes.first == UInt8(ascii: "[") || bytes.first == UInt8(ascii: "(") ? 1 : 0
      return bytes.count > start + 4 && WordKey(bytes, start, start + 4) == "retr"
    }
    guard mayBegin else { return false }
    let head = text.prefix(12).lowercased()
    return heads.contains(where: head.hasPrefix)
  }
}
