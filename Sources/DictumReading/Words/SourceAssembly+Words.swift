import DictumModel

extension SourceAssembly {
  /// Reads whose words the passages hold, and what the words say beside their matter.
  ///
  /// - Parameters:
  ///   - quotes: For each passage the block quote it is part of; empty where nothing says.
  ///   - retractions: The headings that take back what stands under them.
  static func readWords(
    of reading: inout SourceReading, path: String, bytes: [UInt8], lineTable: LineTable,
    isPlain: Bool, quotes: [Int?] = [], retractions: [(span: ByteSpan, text: String)] = []
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      let passages = VoiceMarker(taking: &reading, bytes, quotes: quotes).passages
      reading.passages = passages
      var words = WordsReader(bytes, lineTable)
      var cueFinder = CueFinder(bytes)
      var damage = DamageFinder(bytes, lineTable, isPlain: isPlain)
      damage.add(reading.references)
      for index in passages.indices {
        // A passage is copied only where it says something.
        let (kind, span) = (passages[index].kind, passages[index].span)
        if EpistemicStatus.mayBegin(passages[index].text),
          let status = EpistemicStatus.inPassage(passages[index], index)
        {
          words.add(status)
        }
        let cues: Cue
        switch kind {
        // Code and tables say nothing of the kind.
        case .code, .table: cues = []
        default: cues = cueFinder.cues(in: span)
        }
        if !cues.isEmpty { words.add(passages[index], index, cues, to: cueFinder.last) }
        damage.add(kind, span, hasCue: cues.contains(.loss))
      }
      for heading in retractions {
        let below = passages.partition { $0.span.start >= heading.span.end }
        guard below < passages.count else { continue }
        words.addRetraction(heading: heading.span, text: heading.text.onOneLine, below)
      }
      reading.reports = words.reports
      reading.revisions += words.revisions
      reading.confidences += words.confidences
      reading.diagnostics += damage.diagnostics(path: path)
    }
  }
}

/// A heading that takes back what stands under it: `[Retracted] On steps`, `RETRACTED: …`.
enum RetractedHead {
  private static let heads = ["[retracted]", "(retracted)", "retracted:", "[retraction]"]

  static func begins(_ text: String) -> Bool {
    guard let first = text.utf8.first, "[(rR".utf8.contains(first) else { return false }
    let head = text.prefix(12).lowercased()
    return heads.contains(where: head.hasPrefix)
  }
}
