import DictumTestSupport
import Testing

@testable import DictumReport

/// Axes of figures.
@Suite struct ScaleTests {
  @Test func ticksAreFewRoundAndWithinTheAxis() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let size = Double.random(in: -12...12, using: &generator)
      let middle = Double.random(in: -1...1, using: &generator) * exp10(size)
      let reach = exp10(Double.random(in: size - 4...size + 1, using: &generator))
      let numbers = [middle - reach, middle, middle + reach]
      let scale = Scale(numbers, from: 0, to: 100)
      let ticks = scale.ticks(6)
      #expect((2...20).contains(ticks.count), "\(numbers): \(ticks)")
      #expect(ticks == ticks.sorted())
      for tick in ticks {
        let place = scale.place(tick)
        #expect(place >= 0 && place <= 100)
      }
      for number in numbers { #expect(scale.place(number) > 0 && scale.place(number) < 100) }
    }
  }

  @Test func decadesGetALogarithm() {
    #expect(Scale([0.001, 1], from: 0, to: 1).isLogarithmic)
    #expect(!Scale([0.01, 1], from: 0, to: 1).isLogarithmic)
    #expect(!Scale([-1, 1000], from: 0, to: 1).isLogarithmic)
    #expect(Scale([1, 1e6], from: 0, to: 1).ticks(7) == [1, 10, 100, 1000, 1e4, 1e5, 1e6])
    #expect(Scale([0.1, 8], from: 0, to: 1, isLogarithmic: true).ticks().contains(0.5))
    #expect(Scale([11, 13], from: 0, to: 1, isLogarithmic: true).ticks().count > 1)
  }

  @Test func whatIsNoNumberOfTheAxisStandsAtItsEnds() {
    let linear = Scale([0, 1], from: 10, to: 20)
    #expect(linear.place(.infinity) == 20)
    #expect(linear.place(-.infinity) == 10)
    #expect(linear.place(.nan) == 10)
    let logarithmic = Scale([1, 1e4], from: 10, to: 20)
    #expect(logarithmic.place(0) == 10)
    #expect(logarithmic.place(-3) == 10)
    for empty in [[], [Double.nan], [.infinity], [0], [5, 5], [1e308, -1e308]] {
      let scale = Scale(empty, from: 0, to: 1)
      #expect(scale.low < scale.high, "\(empty)")
      _ = scale.ticks()
    }
  }

  @Test func barsFitTheirWidth() {
    for count in [0, 1, 2, 59, 60, 61, 1000] {
      let values = (0..<count).map { Double($0) as Double? }
      let bars = Sparkline.bars(values, width: 60, isASCII: false)
      #expect(bars.count == min(count, 60))
      if count > 2 { #expect(bars.first == "▁" && bars.last == "█") }
    }
    #expect(Sparkline.bars([nil, 1, nil], width: 9, isASCII: true) == [" ", "=", " "])
    let far = Sparkline.bars([-1.7e308, 1.7e308, .nan], width: 9, isASCII: false)
    #expect(far == ["▁", "█", " "])
    let near = Sparkline.bars([0, .leastNonzeroMagnitude], width: 9, isASCII: false)
    #expect(near == ["▅", "▅"])
  }

  private func exp10(_ power: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(abs(power).rounded()) { value *= power < 0 ? 0.1 : 10 }
    return value
  }
}
