import DictumModel
import DictumReading
import Foundation
import Testing

/// UTF-8 or a refusal that names the byte.
@Suite struct EncodingTests {
  /// Table 3-7 of the Unicode Standard: the sequences that are well formed at its edges.
  @Test(
    arguments: [
      [0x41], [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xE0, 0xBF, 0xBF],
      [0xE1, 0x80, 0x80], [0xEC, 0xBF, 0xBF], [0xED, 0x80, 0x80], [0xED, 0x9F, 0xBF],
      [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF1, 0x80, 0x80, 0x80],
      [0xF3, 0xBF, 0xBF, 0xBF], [0xF4, 0x80, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ] as [[UInt8]])
  func wellFormed(_ sequence: [UInt8]) {
    #expect(refusal(Array("a ".utf8) + sequence + Array(" b".utf8)) == nil)
    #expect(refusal(sequence) == nil)
  }

  /// Every class of ill-formed sequence, alone, cut off by the end, and followed by text.
  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xDF, 0xC0],
      [0xE0, 0x9F, 0x80], [0xE0, 0xA0], [0xE1, 0x80], [0xE1, 0x80, 0x41], [0xED, 0xA0, 0x80],
      [0xEF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80], [0xF1, 0x80, 0x80, 0x41],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFB], [0xFD], [0xFE], [0xFF],
    ] as [[UInt8]])
  func illFormed(_ sequence: [UInt8]) {
    let name = "0x" + String(sequence[0], radix: 16, uppercase: true)
    for (before, line, column) in [("", 1, 1), ("ab", 1, 3), ("a\r\nb\r\u{e9}\n  ", 4, 3)] {
      for after in ["", "z\n"] {
        let bytes = Array(before.utf8) + sequence + Array(after.utf8)
        let found = refusal(bytes)
        #expect(
          found?.description
            == "f.md:\(line):\(column): error: not UTF-8: byte \(name) at byte \(before.utf8.count) "
            + "(convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8)")
      }
    }
  }

  @Test func nul() {
    #expect(
      refusal(Array("ab\nc\0d".utf8))?.description
        == "f.md:2:2: error: a NUL byte at byte 4: not a text file "
        + "(name the file in .dictum/ignore if it is not a note)")
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0x41, 0x00], [0xFE, 0xFF, 0x00, 0x41], [0xFF, 0xFE]] as [[UInt8]])
  func utf16(_ bytes: [UInt8]) {
    #expect(
      refusal(bytes)?.description
        == "f.md:1:1: error: not UTF-8 but UTF-16, by its byte order mark at byte 0 "
        + "(convert it with: iconv -f UTF-16 -t UTF-8)")
  }

  /// Two lines of talk in each encoding, in base 64; of another none is named.
  @Test(
    arguments: [
      (
        "GB18030",
        "0KHB1qO6xOO1vcHLwvCjvwqwosP3o7q7ucO709CjrM7S1NrCt8nPoaMK0KHB1qO6usO1xKOsztK1yMTj"
          + "oaMK"
      ),
      (
        "BIG5",
        "pHCqTKFHp0Go7KRGttyhSAqq/Kn6oUfB2ahTprOhQafapmK49KRXoUMKpHCqTKFHpm6quqFBp9q1padB"
          + "oUMK"
      ),
      (
        "SHIFT_JIS",
        "j6yX0YFGguCCpJKFgquC3IK1gr2CqYFCCpa+gUaC3IK+gsWCt4FCjaGCu4K/gueCyYz8gqmCwYLEgqKC"
          + "3IK3gUIK"
      ),
      (
        "EUC-JP",
        "vq7O06GnpOKkpsPlpK2k3qS3pL+kq6GjCszAoaek3qTApMekuaGjuqOkvaTBpOmky7j+pKukw6TGpKSk"
          + "3qS5oaMK"
      ),
      (
        "EUC-KR",
        "uc689jogufq94SC1tcL4x9++7r/kPwrB9r+1OiC+xsH3wMy/ob/kLiDB9rHdILChtMIgwd/AzL+hv+Qu"
          + "Cg=="
      ),
      (
        "WINDOWS-1252",
        "QWRhOiBP+SBlc3QgbGEgamF1Z2UgPyBFbGxlIGEg6XTpIGTpcGxhY+llIOAgY/R06SBkZSBsYSBib3Xp"
          + "ZSwgaidlc3DocmUuCkJyYW06IMl2aWRlbW1lbnQsIHRy6HMgcHLocy4K"
      ),
      (
        nil,
        "wOTgOiDP8Ojh7vAg8+blIPHs5fHy6Ovx/z8KwfDg7DogxPPs4P4sIPfy7iDk4Cwg7eXs7e7j7i4K"
      ),
    ] as [(String?, String)])
  func anEncodingIsNamedOnlyWhenItIsLikely(_ name: String?, _ text: String) throws {
    let bytes = [UInt8](try #require(Data(base64Encoded: text)))
    let advice =
      name.map { "convert it, for example with: iconv -f \($0) -t UTF-8" }
      ?? "convert it with iconv from the encoding that it was written in"
    #expect(refusal(bytes)?.remedy == advice)
  }

  /// A byte order mark is no part of the text, but of the bytes that spans count.
  @Test func byteOrderMark() throws {
    for path in ["note.md", "note.txt"] {
      let reading = try reading("\u{FEFF}Some words here.\n", path: path)
      let passage = try #require(reading.passages.first)
      #expect(passage.text == "Some words here.")
      #expect(passage.span == ByteSpan(3, 19))
      #expect(passage.line == 1)
    }
  }

  @Test(arguments: ["", "\u{FEFF}", "\n", "\r\n\r\n"])
  func nothingIsADocument(_ text: String) throws {
    for path in ["a.md", "a.txt"] {
      let reading = try reading(text, path: path)
      #expect(reading.passages.isEmpty && reading.diagnostics.isEmpty && reading.title == "a")
    }
  }

  private func refusal(_ bytes: [UInt8]) -> Diagnostic? {
    if case .refused(let diagnostic) = SourceReader.read(path: "f.md", bytes: bytes) {
      diagnostic
    } else {
      nil
    }
  }
}
