import DictumModel
import Testing

@testable import DictumReading

/// What is a speaker's label, and what only has a colon.
@Suite struct SpeakerLabelTests {
  struct Expected: Sendable {
    var line: String
    var form: SpeakerLabel.Form
    var name: String
    var time: String?
    var words: String

    init(
      _ line: String, _ form: SpeakerLabel.Form, _ name: String, _ words: String,
      time: String? = nil
    ) {
      (self.line, self.form, self.name, self.words, self.time) = (line, form, name, words, time)
    }
  }

  @Test(arguments: [
    Expected("**Ada Okafor:** yes", .bold, "Ada Okafor", "yes"),
    Expected("**Ada Okafor**: yes", .bold, "Ada Okafor", "yes"),
    Expected("__Ada__: yes", .bold, "Ada", "yes"),
    Expected("**Ada :** yes", .bold, "Ada", "yes"),
    Expected("**Ada**(00:12): yes", .bold, "Ada", "yes", time: "00:12"),
    Expected("**Ada Okafor** (00:01:02):", .bold, "Ada Okafor", "", time: "00:01:02"),
    Expected("**Ada Okafor** [1:02:03.5]: yes", .bold, "Ada Okafor", "yes", time: "1:02:03.5"),
    Expected("**Ada (after the fact):** yes", .bold, "Ada", "yes"),
    Expected("**ada:** yes", .bold, "ada", "yes"),
    Expected("**?:** yes", .bold, "?", "yes"),
    Expected("**S3:** yes", .bold, "S3", "yes"),
    Expected("**林全：** 好", .bold, "林全", "好"),
    Expected("**林全**：好", .bold, "林全", "好"),
    Expected("Ada: yes", .plain, "Ada", "yes"),
    Expected("Ada:", .plain, "Ada", ""),
    Expected("ADA: yes", .plain, "ADA", "yes"),
    Expected("Ada Okafor : yes", .plain, "Ada Okafor", "yes"),
    Expected("Ada (00:12): yes", .plain, "Ada", "yes", time: "00:12"),
    Expected("Ada [00:12]: yes", .plain, "Ada", "yes", time: "00:12"),
    Expected("Ada (MIRI): yes", .plain, "Ada", "yes"),
    Expected("Lucy D'Agostino McGowan: yes", .plain, "Lucy D'Agostino McGowan", "yes"),
    Expected("Ludwig van Beethoven: yes", .plain, "Ludwig van Beethoven", "yes"),
    Expected("Dr. J. M. Keynes: yes", .plain, "Dr. J. M. Keynes", "yes"),
    Expected("DH/YK: yes", .plain, "DH/YK", "yes"),
    Expected("DH & YK: yes", .plain, "DH & YK", "yes"),
    Expected("Speaker 1: yes", .plain, "Speaker 1", "yes"),
    Expected("Jefcoate O’Donnell: yes", .plain, "Jefcoate O’Donnell", "yes"),
    Expected("唐鳳：大家好", .plain, "唐鳳", "大家好"),
    Expected("唐鳳:大家好", .plain, "唐鳳", "大家好"),
    Expected("Zoe\u{308}: yes", .plain, "Zoe\u{308}", "yes"),
  ])
  func labels(_ expected: Expected) throws {
    let bytes = Array(("before\n" + expected.line).utf8)
    let label = try #require(SpeakerLabel(bytes, line: ByteSpan(7, bytes.count)))
    #expect(label.form == expected.form)
    #expect(label.name == expected.name)
    #expect(label.time == expected.time)
    #expect(String(decoding: bytes[label.contentStart...], as: UTF8.self) == expected.words)
  }

  @Test(arguments: [
    "", ":", "Ada", "**Ada** yes", "**Ada yes", "**:** yes", "****: yes", "__Ada: yes",
    "no: it begins small", "On the integration question you raised: we disagree",
    "This is what he said to me: no", "12:30 is late", "https://example.org", "Ada:yes",
    "Time 12:30", "Note: it is", "Edit: retracted", "Edit 9/26: I still endorse it", "TL;DR: no",
    "tl;dr: no", "Topic: lunch", "ACTION: buy", "TODO: mend", "Update: new", "Warning: hot",
    "`code`: yes", "[link](x): yes", "- Ada: yes", "> Ada: yes", "\"Quoted\": yes",
    "What is it?: yes", "std::vector: yes", "First, second: yes", "I think that: yes",
    "A name that is much too long to be the name of anybody at all: yes",
    "One Two Three Four Five Six: yes", "( 00:12): yes", "(00:12): yes",
  ])
  func noLabels(_ line: String) {
    let bytes = Array(line.utf8)
    #expect(SpeakerLabel(bytes, line: ByteSpan(0, bytes.count)) == nil)
  }

  @Test(arguments: [
    ("Ada Okafor:", "Ada Okafor", true), ("Ada Okafor", "Ada Okafor", false),
    ("林全：", "林全", true), ("Ada: ", "Ada", true), ("Ada (MIRI):", "Ada", true),
  ])
  func headings(_ text: String, _ name: String, _ hasColon: Bool) throws {
    let label = try #require(HeadingLabel.label(text, contentStart: 0))
    #expect(label.name == name && label.hasColon == hasColon && label.form == .heading)
  }

  @Test(arguments: [
    "", ":", "What is this about", "The first of several things", "Summary", "1. Ada",
  ])
  func headingsOfNobody(_ text: String) {
    #expect(HeadingLabel.label(text, contentStart: 0) == nil)
  }

  /// The words after a label in rendered text, where the markup is gone already.
  @Test(arguments: [
    ("Ada: yes", "yes"), ("Ada (00:12): yes: no", "yes: no"), ("Ada: [00:12] yes", "yes"),
    ("Ada (00:12) yes", "yes"), ("林全：好", "好"), ("no label here", "no label here"), ("Ada:", ""),
  ])
  func wordsAfter(_ line: String, _ words: String) {
    #expect(SpeakerLabel.words(after: line[...]) == words)
  }
}
