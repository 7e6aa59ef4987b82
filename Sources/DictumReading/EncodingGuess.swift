import DictumModel

/// In which encoding of East Asia a file that is not UTF-8 may be, by how its bytes pair.
///
/// A letter of such an encoding is two bytes, the first of them beyond ASCII. In a text of Europe bytes
/// beyond ASCII stand alone among others, so a few pairs side by side tell. Nothing is decoded.
enum EncodingGuess {
  /// How many bytes are looked at, and how many beyond ASCII there must be to tell anything.
  private static let reach = 4096
  private static let fewest = 12

  /// What to do about a file whose byte at `fault` is not UTF-8.
  static func remedy(_ bytes: [UInt8], from fault: Int) -> String {
    let sample = bytes[fault..<min(bytes.count, fault + reach)]
    if let name = name(sample) { return "convert it, for example with: iconv -f \(name) -t UTF-8" }
    return "convert it with iconv from the encoding that it was written in"
  }

  /// The name of an encoding for `iconv`; `nil` for one that is not of Western Europe and not told.
  private static func name(_ sample: ArraySlice<UInt8>) -> String? {
    let high = sample.count { $0 >= 0x80 }
    guard high >= fewest else { return "WINDOWS-1252" }
    let joined = zip(sample, sample.dropFirst()).count { $0 >= 0x80 && $1 >= 0x80 }
    let pairs = pairs(sample)
    func share(_ leads: ClosedRange<UInt8>, _ trails: ClosedRange<UInt8> = 0x40...0xFE) -> Double {
      let count = pairs.count { leads.contains($0.lead) && trails.contains($0.trail) }
      return Double(count) / Double(max(pairs.count, 1))
    }
    // Japanese writes its syllables between all else: in the rows 82 and 83, or A4 and A5.
    if share(0x82...0x83) > 0.3, share(0x81...0x9F) + share(0xE0...0xFC) > 0.9 {
      return "SHIFT_JIS"
    }
    if joined * 10 < high * 4 { return share(0xA4...0xC6) > 0.9 ? "BIG5" : "WINDOWS-1252" }
    if share(0xA1...0xFE, 0xA1...0xFE) > 0.95 {
      if share(0xA4...0xA5) > 0.3 { return "EUC-JP" }
      return share(0xC9...0xF7) > 0.05 || share(0xB0...0xC8) < 0.5 ? "GB18030" : "EUC-KR"
    }
    if share(0xA1...0xC6) > 0.9, share(0xA1...0xF9) > 0.95 { return "BIG5" }
    return nil
  }

  /// The bytes beyond ASCII, each with the one behind it, read from the first on.
  private static func pairs(_ sample: ArraySlice<UInt8>) -> [(lead: UInt8, trail: UInt8)] {
    var pairs: [(lead: UInt8, trail: UInt8)] = []
    var at = sample.startIndex
    while at + 1 < sample.endIndex {
      if sample[at] >= 0x80 {
        pairs.append((sample[at], sample[at + 1]))
        at += 1
      }
      at += 1
    }
    return pairs
  }
}
