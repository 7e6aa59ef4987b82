import DictumModel
import Testing

@testable import DictumReading

@Suite struct ReportTests {
  @Test(arguments: [
    ("Nora thinks that it is too hard.", "Nora", "thinks"),
    ("But Nora thinks it is too hard.", "Nora", "thinks"),
    ("We met, and Nora Lind told us it was fine.", "Nora Lind", "told"),
    ("According to Bram, it is fine.", "Bram", "According to"),
    ("It is hard, as Bram argues, to begin.", "Bram", "argues"),
    ("Bram said: “It is fine.”", "Bram", "said"),
    ("[Nora Lind](https://a.org/x) claims alignment is hard.", "Nora Lind", "claims"),
    ("Nora also believes the plan will fail.", "Nora", "believes"),
    ("J. P. Lind argued that it failed.", "J. P. Lind", "argued"),
  ])
  func found(_ text: String, _ speaker: String, _ verb: String) throws {
    let report = try #require(try reading(text + " And more.").reports.first)
    #expect(report.speaker == speaker && report.verb == verb)
    #expect(report.line == 1 && report.passage == 0)
  }

  @Test(arguments: [
    "He thinks that it is hard.", "People think that it is hard.", "Everyone says it is hard.",
    "The paper says that it is hard.", "The Bible says that it is hard.",
    "Nora thinks about it.", "Nora thinks in another way.", "Nora said so.",
    "If Nora said it was fine, fine.", "Nora said the same thing.", "MIRI thinks that it is hard.",
    "Orthogonality says that it can be.", "In May said the sun.", "Nora's claims are that it is.",
    "> Nora thinks that it is hard.", "“Nora thinks that it is hard,” said he.",
    "`Nora thinks that it is hard`", "It is moving according to Plan A.",
    "Kantian thought is that it is.", "Nora Lind believes in it.",
  ])
  func none(_ text: String) throws {
    #expect(try reading(text).reports.isEmpty)
  }

  @Test func theSpanGoesFromTheNameToTheEndOfTheSentence() throws {
    let text = "Well. I heard Nora thinks that it is hard (e.g. in May). More."
    let found = try reading(text)
    let span = try #require(found.reports.first?.span)
    #expect(
      String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
        == "Nora thinks that it is hard (e.g. in May).")
  }
}
