import Testing

@testable import DictumJudging

/// Exact distributions beside reference values: SciPy 1.17.1, and by hand where that can be done.
@Suite struct DistributionTests {
  /// `scipy.stats.beta.cdf`.
  @Test(arguments: [
    (0.5, 0.5, 0.5, 0.5), (0.2, 3, 5, 0.148_032), (0.99, 100, 2, 0.732_064_682_546),
    (0.001, 0.5, 20, 0.157_583_813_984), (0.3, 1000, 2000, 4.073_827_916_05e-5),
    (0.6, 5000, 3300, 0.326_434_817_725),
  ])
  func beta(_ x: Double, _ a: Double, _ b: Double, _ expected: Double) {
    #expect(abs(IncompleteBeta.value(x, a, b) / expected - 1) < 1e-9)
    #expect(abs(IncompleteBeta.quantile(expected, a, b) / x - 1) < 1e-6)
  }

  /// `scipy.stats.binom.cdf`; the first is 1/256 and the second 93/256.
  @Test(arguments: [
    (0, 8, 0.5, 0.003_906_25), (3, 8, 0.5, 0.363_281_25), (5, 20, 0.1, 0.988_746_865_835),
    (17, 20, 0.9, 0.323_073_194_811), (40, 100, 0.5, 0.028_443_966_820_5),
    (2, 1000, 0.01, 0.002_679_431_993_79), (9990, 10_000, 0.999, 0.542_132_876_021),
  ])
  func binomial(_ count: Int, _ trials: Int, _ share: Double, _ expected: Double) {
    #expect(abs(Binomial.atMost(count, of: trials, share: share) / expected - 1) < 1e-9)
  }

  @Test func binomialSumsUpToItsTerms() {
    // 1/2^10 times the numbers of Pascal's triangle.
    var sum = 0.0
    for (count, ways) in [1.0, 10, 45, 120, 210, 252, 210, 120, 45, 10].enumerated() {
      sum += ways / 1024
      #expect(abs(Binomial.atMost(count, of: 10, share: 0.5) - sum) < 1e-14)
    }
    #expect(Binomial.atMost(-1, of: 10, share: 0.5) == 0)
    #expect(Binomial.atMost(10, of: 10, share: 0.5) == 1)
  }

  /// `scipy.stats.beta.ppf` and `isf` at the arguments of Clopper and Pearson's limits; 3 of 10 at
  /// 95 % is 0.0667 to 0.6525 in their tables too.
  @Test(arguments: [
    (0, 8, 0.005, 0, 0.484_330_731_139), (8, 8, 0.005, 0.515_669_268_861, 1),
    (3, 10, 0.025, 0.066_739_511_177_7, 0.652_452_850_06),
    (62, 100, 0.005, 0.486_610_016_466, 0.741_643_592_034),
    (1, 32, 0.000_05, 1.562_537_843_04e-6, 0.327_864_706_028),
    (199, 200, 0.000_05, 0.939_233_558_766, 0.999_999_749_994),
    (950, 1000, 0.005, 0.929_495_624_799, 0.966_073_337_29),
    (9999, 10_000, 0.005, 0.999_257_225_888, 0.999_999_498_746),
  ])
  func clopperPearson(
    _ successes: Int, _ trials: Int, _ tail: Double, _ low: Double, _ high: Double
  ) {
    let interval = Binomial.interval(successes, of: trials, tail: tail)
    #expect(abs(interval.low - low) < 1e-9 * max(low, 1e-3))
    #expect(abs(interval.high - high) < 1e-9)
  }

  /// What the interval promises, counted out: whatever the share is, it misses on one side with no
  /// more than the tail.
  @Test(arguments: [5, 8, 20]) func clopperPearsonNeverMissesMore(_ trials: Int) {
    let intervals = (0...trials).map { Binomial.interval($0, of: trials, tail: 0.05) }
    for share in stride(from: 0.01, to: 1, by: 0.01) {
      var (low, high) = (0.0, 0.0)
      for count in 0...trials {
        let chance =
          Binomial.atMost(count, of: trials, share: share)
          - Binomial.atMost(count - 1, of: trials, share: share)
        if intervals[count].low > share { low += chance }
        if intervals[count].high < share { high += chance }
      }
      #expect(low <= 0.05 + 1e-12 && high <= 0.05 + 1e-12, "\(trials) \(share)")
    }
  }

  /// Count, share, tail, and the ranks of the two values, from the sums of `scipy.stats.binom.cdf`; 0
  /// for none.
  static let rankTable: [(Int, Double, Double, Int, Int)] = [
    (8, 0.5, 0.005, 1, 8), (7, 0.5, 0.005, 0, 0), (8, 0.5, 5e-5, 0, 0), (15, 0.5, 5e-5, 1, 15),
    (16, 0.5, 1.67e-5, 1, 16), (32, 0.5, 1.66e-3, 8, 25), (32, 0.5, 1.66e-5, 5, 28),
    (100, 0.5, 0.005, 37, 64), (200, 0.9, 0.005, 168, 191), (200, 0.9, 5e-5, 162, 195),
    (30, 0.9, 0.005, 22, 0), (1000, 0.25, 0.005, 215, 287),
  ]

  @Test(arguments: rankTable)
  func ranks(_ count: Int, _ share: Double, _ tail: Double, _ low: Int, _ high: Int) {
    let order = OrderStatistics((1...count).map(Double.init).shuffled())
    let interval = order.interval(share, tail: tail)
    #expect(interval.low == (low > 0 ? Double(low) : -.infinity))
    #expect(interval.high == (high > 0 ? Double(high) : .infinity))
  }

  @Test func fewestDraws() {
    #expect(OrderStatistics.fewest(0.5, tail: 0.005) == 8)
    #expect(OrderStatistics.fewest(0.5, tail: 0.000_05) == 15)
    #expect(OrderStatistics.fewest(0.9, tail: 0.005) == 51)
    #expect(OrderStatistics.fewest(0.1, tail: 0.005) == 51)
    #expect(OrderStatistics.fewest(1e-20, tail: 0.005) == 1_000_000_000)
    #expect(OrderStatistics.fewest(1 - 1e-16, tail: 0.005) == 1_000_000_000)
  }

  /// `numpy.quantile`, whose default is definition 7.
  @Test(arguments: [(0.1, 1.8), (0.25, 2.65), (0.5, 4.4), (0.9, 9.16), (1, 9.7), (0, 1.2)])
  func sampleQuantile(_ share: Double, _ expected: Double) {
    let order = OrderStatistics([3.1, 1.2, 5.5, 2.2, 9.7, 4.4, 8.8])
    #expect(abs(order.quantile(share) - expected) < 1e-12)
  }

  /// Grubbs' critical share from `scipy.stats.t.isf`, at level 0.001; for 8 values at 5 % his table
  /// has 2.126, which is the root of 7 times the share.
  @Test(arguments: [(5, 0.795_161), (8, 0.811_133), (16, 0.650_008), (32, 0.430_258)])
  func grubbs(_ count: Int, _ critical: Double) {
    #expect(Estimate.isHeavy(largest: critical + 1e-5, count: count, level: 0.001))
    #expect(!Estimate.isHeavy(largest: critical - 1e-5, count: count, level: 0.001))
    #expect(Estimate.isHeavy(largest: 2.127 * 2.127 / 7, count: 8, level: 0.05))
    #expect(!Estimate.isHeavy(largest: 2.126 * 2.126 / 7, count: 8, level: 0.05))
    // With many values a third of the variance is asked for, with few none are called so.
    #expect(!Estimate.isHeavy(largest: 0.33, count: 1000, level: 0.001))
    #expect(Estimate.isHeavy(largest: 0.34, count: 1000, level: 0.001))
    #expect(!Estimate.isHeavy(largest: 1, count: 4, level: 0.001))
  }

  /// `scipy.stats.linregress`.
  @Test func slopes() throws {
    let line = Line(x: [1, 2, 4, 8], y: [1.1, 1.9, 4.3, 7.6])
    #expect(abs(try #require(line.slope) - 0.94) < 1e-12)
    #expect(abs(try #require(line.logarithmic?.slope) - 0.954_382_492_568) < 1e-11)
    #expect(Line(x: [2], y: [1]).slope == nil)
    #expect(Line(x: [1, 2], y: [0, 1]).logarithmic == nil)
    #expect(Line(x: [0, 1], y: [1, 2]).logarithmic == nil)
    #expect(Line(x: [-1, 1], y: [1, 2]).logarithmic == nil)
    #expect(Line(x: [1, 2, 3], y: [1, 1 + 1e-12, 3]).steps == [0, 3 - (1 + 1e-12)])
    // Computers differ by a share of the number's size.
    #expect(Line(x: [1, 2, 3], y: [1e-12, 2e-12, 1e-12]).steps == [1e-12, -1e-12])
    #expect(Line(x: [1, 2, 3], y: [1e12, 1e12 + 1, -1e12]).steps == [0, -2e12 - 1])
  }
}
