import DictumModel
import Testing

@Suite struct ExpectationWordsTests {
  @Test func words() {
    func words(
      _ op: ModelCard.Expectation.Operator, _ statistic: ModelCard.Expectation.Statistic = .mean,
      upper: Double? = nil, margin: Double = 0, over: String? = nil, at: [String: ParamValue] = [:]
    ) -> String {
      ModelCard.Expectation(
        id: "e", metric: "q", statistic: statistic, op: op, value: 3, upper: upper, margin: margin,
        over: over, at: at
      ).words
    }
    #expect(words(.equal, margin: 0.1) == "q == 3 ± 0.1")
    #expect(words(.notEqual) == "q != 3")
    #expect(words(.within, upper: 4) == "q in 3 … 4")
    #expect(words(.less, .median) == "median of q < 3")
    #expect(words(.less, .quantile(0.9)) == "0.9 quantile of q < 3")
    #expect(words(.greaterOrEqual, .each) == "each q >= 3")
    #expect(words(.less, .fraction(0.95)) == "95 % of q < 3")
    #expect(words(.less, .slope, over: "n") == "slope of q over n < 3")
    #expect(words(.less, .logSlope, over: "n") == "log-log slope of q over n < 3")
    #expect(words(.increasing, over: "n") == "q increasing over n")
    #expect(words(.decreasing, .each, margin: 2, over: "n") == "each q decreasing over n ± 2")
    #expect(words(.exists, .each) == "q exists")
    #expect(
      words(.less, at: ["b": .int(1), "a": .double(0.5)]) == "q < 3 at a = 0.5, b = 1")
  }
}
