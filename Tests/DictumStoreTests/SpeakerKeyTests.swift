import DictumModel
import Testing

@testable import DictumStore

/// The keys by which the index tells speakers apart.
@Suite struct SpeakerKeyTests {
  /// SQLite compares bytes; a name has the same ones however its accents are spelt.
  @Test(arguments: [
    ("Zo\u{eb}", "ZOE\u{308}"), ("\u{212b}sa", "A\u{30a}sa"), ("\u{c5}", "a\u{30a}"),
  ])
  func normalForm(_ one: String, _ other: String) {
    #expect(Array(SpeakerKey(one).stored.utf8) == Array(SpeakerKey(other).stored.utf8))
  }

  @Test func apart() {
    #expect(SpeakerKey("Zo\u{eb}").stored != SpeakerKey("Zoe").stored)
  }
}
