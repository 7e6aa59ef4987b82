import DictumModel
import Testing

@testable import DictumJudging

@Suite struct RegionTests {
  typealias Case = (
    op: ModelCard.Expectation.Operator, value: Double, upper: Double?, margin: Double,
    interval: (Double, Double), position: Region.Position
  )

  private static let cases: [Case] = [
    (.less, 1, nil, 0, (0, 0.9), .inside), (.less, 1, nil, 0, (0, 1), .across),
    (.less, 1, nil, 0, (1, 2), .outside), (.lessOrEqual, 1, nil, 0, (0, 1), .inside),
    (.lessOrEqual, 1, nil, 0, (1, 2), .across), (.lessOrEqual, 1, nil, 0, (1.1, 2), .outside),
    (.greater, 1, nil, 0, (1, 2), .across), (.greater, 1, nil, 0, (0, 1), .outside),
    (.greater, 1, nil, 0, (1.1, 2), .inside), (.greaterOrEqual, 1, nil, 0, (1, 2), .inside),
    (.within, 1, 2, 0, (1, 2), .inside), (.within, 1, 2, 0, (0, 3), .across),
    (.within, 1, 2, 0, (0, 1.5), .across), (.within, 1, 2, 0, (1.5, 3), .across),
    (.within, 1, 2, 0, (2.1, 3), .outside), (.within, 1, 2, 0, (-3, 0.9), .outside),
    (.equal, 4, nil, 0.1, (3.9, 4.1), .inside), (.equal, 4, nil, 0.1, (3, 5), .across),
    (.equal, 4, nil, 0.1, (4.05, 4.2), .across), (.equal, 4, nil, 0.1, (4.2, 5), .outside),
    (.notEqual, 4, nil, 0.1, (3.9, 4.1), .outside), (.notEqual, 4, nil, 0.1, (3, 5), .across),
    (.notEqual, 4, nil, 0.1, (4.2, 5), .inside),
    (.notEqual, 4, nil, 0.1, (-.infinity, 3), .inside),
    (.less, 1, nil, 0, (-.infinity, 0), .inside), (.less, 1, nil, 0, (0, .infinity), .across),
    (.greater, 1, nil, 0, (2, .infinity), .inside),
    (.equal, 1, nil, 9, (-.infinity, .infinity), .across),
    // What computers take for equal is equal, where equality is allowed.
    (.equal, 0.3, nil, 0, (0.1 + 0.2, 0.1 + 0.2), .inside),
    (.lessOrEqual, 0.3, nil, 0, (0.1 + 0.2, 0.1 + 0.2), .inside),
    (.equal, 0, nil, 0, (1e-30, 1e-30), .outside),
  ]

  @Test(arguments: cases.indices) func position(_ index: Int) throws {
    let row = Self.cases[index]
    let bound = Made.bound(.mean, row.op, row.value, upper: row.upper, margin: row.margin)
    let region = try #require(Region(bound))
    let interval = Interval(low: row.interval.0, high: row.interval.1)
    #expect(region.position(of: interval) == row.position, "\(row)")
  }

  /// An interval within another is inside where that is, and outside where that is.
  @Test func smallerIntervalsSayNoLess() throws {
    var draws = Draws(seed: 3)
    for op in ModelCard.Expectation.Operator.allCases {
      for _ in 0..<500 {
        let ends = draws.take(4) { ($0.normal() * 4).rounded() / 2 }.sorted()
        let value = (draws.normal() * 4).rounded() / 2
        let bound = Made.bound(.mean, op, value, upper: value + 1, margin: 0.5)
        guard let region = Region(bound) else { continue }
        let wide = region.position(of: Interval(low: ends[0], high: ends[3]))
        let narrow = region.position(of: Interval(low: ends[1], high: ends[2]))
        #expect(wide == .across || narrow == wide)
        #expect(region.position(of: Interval(ends[1])) != .across)
        #expect(region.slack(ends[1]) <= 0 || region.allows(ends[1]))
        #expect(region.slack(ends[1]) >= 0 || !region.allows(ends[1]))
      }
    }
  }
}
