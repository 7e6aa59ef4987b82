import DictumModel
import Testing

@testable import DictumReading

@Suite struct ConfidenceTests {
  private func found(
    _ text: String, _ kind: ConfidenceExpression.Kind
  ) throws -> [ConfidenceExpression] {
    try reading(text).confidences.filter { $0.kind == kind }
  }

  @Test(
    arguments: [
      ("I do have <80% that it is true.", "<80%", nil, 0.8, "that"),
      ("I'd put 30% on that.", "30%", 0.3, 0.3, "put"),
      ("The main story for success (>50%) is this.", ">50%", 0.5, nil, "success"),
      ("I am 70-85% confident.", "70-85%", 0.7, 0.85, "confident"),
      ("70–85% confident, for now.", "70–85%", 0.7, 0.85, "confident"),
      ("I think there is a probability of 0.3 that it works.", "0.3", 0.3, 0.3, "probability"),
      ("My p(doom) = 10%.", "10%", 0.1, 0.1, "p(doom)"),
      ("My credence is **60%** now.", "60%", 0.6, 0.6, "credence"),
      ("I think there's a ~40% chance of it.", "~40%", 0.4, 0.4, "chance"),
      ("I’d give 3:1 odds that it works.", "3:1", 0.75, 0.75, "odds"),
    ] as [(String, String, Double?, Double?, String)])
  func credences(
    _ text: String, _ written: String, _ low: Double?, _ high: Double?, _ head: String
  ) throws {
    let all = try found(text, .credence)
    #expect(all.count == 1)
    let one = try #require(all.first)
    #expect(one.text == written && one.low == low && one.high == high && one.head == head)
  }

  @Test(arguments: [
    "I succeed >=50% of the time.", "We got >20% of the way there.", "It is ~2x as slow.",
    "And 14 time afterwards.", "It has to be below 1/10,000.", "I saw a 50% increase.",
    "I think 80% of people agree.", "The 90% CI is wide.", "I have a 95% confidence interval.",
    "Suppose I have a 30% chance of rain.", "The agent is 90% sure that it rains.",
    "I'm not 100% sure that it rains.", "The 80% that survived were mine.",
    "`I'd put 30% on that`", "> I'd put 30% on that.", "“I'd put 30% on that,” she said.",
    "Nora thinks that it is 80% likely, I think.", "We met at 10:30 with evidence.",
    "It is 00:39:36.700 evidence.",
  ])
  func none(_ text: String) throws {
    #expect(try found(text, .credence).isEmpty)
    #expect(try found(text, .likelihoodRatio).isEmpty)
  }

  @Test(arguments: [
    ("For me it's like 1.5:1 or 2:1 evidence.", "1.5:1 or 2:1", 1.5, 2.0),
    ("That is a 20:1 likelihood ratio.", "20:1", 20, 20),
  ])
  func ratios(_ text: String, _ written: String, _ low: Double, _ high: Double) throws {
    let all = try found(text, .likelihoodRatio)
    #expect(all.map(\.text) == [written])
    #expect(all.first?.low == low && all.first?.high == high)
  }

  @Test(
    arguments: [
      ("It will probably rain.", "probably", 0.55),
      ("It is very likely that it rains.", "very likely", 0.8),
      ("It is unlikely to rain.", "unlikely", 0.2),
      ("It will almost certainly rain.", "almost certainly", 0.95),
      ("It's plausible that it rains.", "plausible", nil),
      ("I'm also unsure about rain.", "unsure", nil),
    ] as [(String, String, Double?)])
  func estimates(_ text: String, _ words: String, _ low: Double?) throws {
    let all = try found(text, .estimative)
    #expect(all.map(\.text) == [words] && all.first?.low == low)
  }

  @Test(arguments: [
    "An unlikely candidate won.", "It is more likely than not.", "How likely is rain?",
    "It is not likely to rain.", "Will it probably rain?", "If it is likely to rain, stay.",
    "I don't think it is likely to rain.", "> It will probably rain.", "`probably`",
    "“It will probably rain,” he said.", "The most likely cause is rain.",
  ])
  func noEstimates(_ text: String) throws {
    #expect(try found(text, .estimative).isEmpty)
  }

  @Test func epistemicStatus() throws {
    let text =
      "---\ntitle: A\nepistemic_status: highly likely\n---\n\n*Epistemic status: a guess.*\n"
    let all = try found(text, .epistemicStatus)
    #expect(all.map(\.text) == ["highly likely", "a guess."])
    #expect(all.map(\.line) == [3, 6] && all.map(\.passage) == [nil, 0])
    #expect(all.first?.low == 0.8)
  }

  @Test(
    arguments: [
      ("80%", 0.8, 0.8), ("<80%", nil, 0.8), (">= 50%", 0.5, nil), ("70-85%", 0.7, 0.85),
      ("70% to 85%", 0.7, 0.85), ("0.8", 0.8, 0.8), ("likely", 0.55, 0.8), ("plausible", nil, nil),
    ] as [(String, Double?, Double?)])
  func writtenAlone(_ text: String, _ low: Double?, _ high: Double?) throws {
    let range = try #require(CredenceText.range(of: text))
    #expect(range.low == low && range.high == high)
  }

  @Test(arguments: ["", "strong", "180%", "85-70%", "8", "80% of them"])
  func notCredence(_ text: String) {
    #expect(CredenceText.range(of: text) == nil)
  }

  @Test func aCredenceThatIsNoneIsNamed() throws {
    let text = "> [!claim] It rains\n> - credence:: strong\n\n^c-rain\n"
    #expect(
      try messages(reading(text)) == [
        "note.md:2: warning: credence:: is no probability: strong (write 80%, 70-85%, <80%, or a word such as likely)"
      ])
  }
}
