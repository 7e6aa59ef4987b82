import DictumModel
import Testing

@testable import DictumReport

/// Who says a passage, in a few words.
@Suite struct SpeakerTextTests {
  @Test(
    arguments: [
      ("Ada", nil, Voice.own, "Ada"), ("Ada", "Bo", .quoted, "Ada, quoted by Bo"),
      (nil, "Bo", .pasted, "pasted by Bo"), ("GPT-4", "Bo", .machine, "GPT-4, shown by Bo"),
      ("ChatGPT", "ChatGPT", .machine, "ChatGPT, a machine"),
      (nil, nil, .own, "unknown speaker"),
    ] as [(String?, String?, Voice, String)])
  func short(_ name: String?, _ quotedBy: String?, _ voice: Voice, _ text: String) {
    var view = SpeakerView(name: name, method: name == nil ? .none : .label, confidence: 1)
    (view.quotedBy, view.voice) = (quotedBy, voice)
    #expect(view.shortText == text)
  }
}
