import DictumModel

/// Names that stand alone on the first line below a time, as meetings are copied.
///
///     0:0:0.120 --> 0:0:4.20          0:12
///     Ada Okafor                      Ada Okafor
///     Welcome, everybody.             Welcome, everybody.
enum CueNames {
  /// The name on the first line of each of some blocks; `nil` unless nearly all have one and words
  /// below it, at least two of the names come again, and most do.
  static func names(_ bytes: [UInt8], _ blocks: [[ByteSpan]]) -> [String?]? {
    guard blocks.count >= 4 else { return nil }
    let names = blocks.map { lines in
      lines.count > 1 && lines[0].count <= 60 ? name(bytes, lines[0]) : nil
    }
    var counts: [String: Int] = [:]
    for name in names { counts[name ?? "", default: 0] += 1 }
    let none = counts.removeValue(forKey: "") ?? 0
    let again = counts.values.filter { $0 > 1 }
    return none * 10 <= blocks.count && again.count >= 2
      && again.reduce(0, +) * 10 >= blocks.count * 7 ? names : nil
  }

  private static func name(_ bytes: [UInt8], _ line: ByteSpan) -> String? {
    let words = String(decoding: bytes[line.range], as: UTF8.self).onOneLine
    return RecordedVoice.isLabel(words) ? words : LabelName.name(in: words, allowLowercase: false)
  }
}
