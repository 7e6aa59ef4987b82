import DictumModel
import Testing

@testable import DictumReport

@Suite struct StandingTextTests {
  /// A claim is said to stand in a model as it ran, never to be true.
  @Test(arguments: [
    (Standing.holds, "stands in model:steps as run on 2026-03-01"),
    (.contradicted, "contradicted in model:steps as run on 2026-03-01"),
    (.diverged, "in doubt: the run of 2026-03-01 of model:steps did not repeat an earlier one"),
    (.inconclusive, "inconclusive in model:steps as run on 2026-03-01"),
    (.blocked, "not judged: the run of 2026-03-01 of model:steps says nothing of it"),
    (.stale, "stale: model:steps has changed since its run of 2026-03-01"),
    (.neverRun, "never run: model:steps"), (.unchecked, "not checked by model:steps"),
    (.untested, "no model tests it"),
  ])
  func oneModel(_ standing: Standing, _ words: String) {
    let model = ModelStanding(model: "steps", standing: standing, ranAt: "2026-03-01T12:00:00Z")
    #expect(StandingText.text(standing, [model], style: Style()) == words)
  }

  @Test func severalModels() {
    let models = [
      ModelStanding(
        model: "a", standing: .holds, ranAt: "2026-03-01T12:00:00Z", toothless: ["tail", "q"]),
      ModelStanding(model: "b", standing: .neverRun, ranAt: nil),
    ]
    #expect(
      StandingText.text(.neverRun, models, style: Style())
        == "stands in model:a as run on 2026-03-01 (toothless: #tail, #q); never run: model:b")
    #expect(StandingText.text(.untested, [], style: Style()) == "no model tests it")
  }

  @Test func oneBound() {
    var test = Samples.test("x")
    test.run?.startedAt = "2026-03-01T12:00:00Z"
    test.staleReasons = []
    test.standing = .holds
    test.judgement = Judgement(
      expectation: "x", bound: Samples.bound("x"), verdict: .holds, estimate: 0.75,
      interval: [0.7, 0.8], confidence: 1 - 0.01 / 3, count: 8)
    test.rejudged = "the bound was x < 2 when it ran"
    test.toothless = ["half"]
    #expect(
      StandingText.text(test, style: Style())
        == "holds as run on 2026-03-01: 0.75 [0.7, 0.8] at 99.67 % (judged again: the bound was x < 2 "
        + "when it ran) (toothless: control half does not break it)")
    (test.standing, test.rejudged, test.toothless) = (.inconclusive, nil, [])
    test.judgement?.reason = "x lies from 0.7 to 0.8 (99.67 %)"
    #expect(
      StandingText.text(test, style: Style())
        == "inconclusive as run on 2026-03-01: x lies from 0.7 to 0.8 (99.67 %)")
    test = Samples.test("x")
    (test.standing, test.bound, test.judgement, test.run) = (.unchecked, nil, nil, nil)
    (test.staleReasons, test.toothless, test.rejudged) = ([], [], nil)
    #expect(StandingText.text(test, style: Style()) == "no bound of it is named")
  }
}
