import Testing

@testable import DictumJudging

@Suite struct StudentTTests {
  /// Upper critical values; rows as in the tables of the NIST handbook, section 1.3.6.7.2, and for
  /// one and two degrees the closed forms.
  @Test(arguments: [
    (1, 0.05, 6.3138), (1, 0.025, 12.7062), (1, 0.005, 63.6567), (2, 0.005, 9.9248),
    (3, 0.005, 5.8409), (4, 0.005, 4.6041), (7, 0.005, 3.4995), (10, 0.025, 2.2281),
    (30, 0.005, 2.7500), (100, 0.005, 2.6259), (100, 0.05, 1.6602), (5, 0.001, 5.8934),
    (4, 0.000_05, 15.5441),
  ])
  func table(_ degrees: Int, _ tail: Double, _ expected: Double) {
    #expect(abs(StudentT.quantile(tail: tail, degrees: degrees) - expected) < 6e-5)
  }

  /// `scipy.stats.t.isf` of SciPy 1.17.1, at the levels that looks and points lead to.
  static let smallTails: [(Int, Double, Double)] = [
    (7, 5e-5, 7.884_584_262_42), (7, 0.005 / 3, 4.355_275_017_52),
    (15, 5e-5 / 3, 5.826_756_756_79), (31, 5e-5 / 3, 4.846_497_081_36),
    (7, 5e-5 / 3000, 25.829_332_175_8), (199, 5e-5, 3.970_905_695_79), (1, 5e-5, 6366.197_671_32),
  ]

  @Test(arguments: smallTails)
  func smallTail(_ degrees: Int, _ tail: Double, _ expected: Double) {
    #expect(abs(StudentT.quantile(tail: tail, degrees: degrees) / expected - 1) < 1e-10)
  }

  @Test(arguments: [0.4, 0.1, 0.005, 0.000_05, 1e-9]) func closedForms(_ tail: Double) {
    // One degree: the cotangent of pi * tail. Two: (1 - 2 tail) / sqrt(2 tail (1 - tail)).
    let one = 1 / tangent(.pi * tail)
    #expect(abs(StudentT.quantile(tail: tail, degrees: 1) / one - 1) < 1e-9)
    let two = (1 - 2 * tail) / (2 * tail * (1 - tail)).squareRoot()
    #expect(abs(StudentT.quantile(tail: tail, degrees: 2) / two - 1) < 1e-9)
  }

  @Test(arguments: [1, 2, 3, 8, 50, 999, 100_000]) func inverts(_ degrees: Int) {
    for tail in [0.49, 0.2, 0.01, 0.000_05] {
      let t = StudentT.quantile(tail: tail, degrees: degrees)
      #expect(abs(StudentT.upperTail(t, degrees: degrees) / tail - 1) < 1e-8)
    }
  }

  @Test func manyDegreesAreNormal() {
    #expect(abs(StudentT.quantile(tail: 0.005, degrees: 1_000_000) - 2.575_83) < 1e-4)
  }

  /// The tangent by its continued fraction, so that the test does not lean on what it checks.
  private func tangent(_ x: Double) -> Double {
    var value = 0.0
    for step in stride(from: 39.0, through: 1, by: -2) { value = x * x / (step - value) }
    return value / x
  }
}
