import DictumModel

/// The values of a metric over the seeds: a strip of dots, below it the estimate with its interval,
/// behind both the region that the bound allows.
struct SeedPlot {
  private static let width = 680.0
  private static let edge = 24.0
  private static let strip = 30.0...94.0
  private static let estimateAt = 116.0
  private static let axisAt = 136.0

  let judgement: Judgement
  let values: [Double]

  /// `nil` when there is nothing to see.
  init?(_ judgement: Judgement, values: [Double]) {
    let values = values.filter(\.isFinite)
    guard !values.isEmpty else { return nil }
    self.judgement = judgement
    self.values = values
  }

  func node(id: String) -> XMLNode {
    let area = BoundArea(judgement.bound)
    let interval = judgement.interval.flatMap { $0.count == 2 ? $0 : nil } ?? []
    let estimate = judgement.estimate.map { [$0] } ?? []
    let scale = Scale(
      values + interval + estimate + area.numbers, from: Self.edge, to: Self.width - Self.edge)
    var drawing = Drawing(width: Self.width, height: 180)
    drawBound(area, scale, &drawing)
    drawing.axis(
      horizontal: scale, at: Self.axisAt, label: judgement.bound.metric, width: Self.width)
    drawValues(scale, &drawing)
    if interval.count == 2 {
      let ends = interval.map(scale.place)
      drawing.line(ends[0], Self.estimateAt, ends[1], Self.estimateAt, "interval")
      for end in ends {
        drawing.line(end, Self.estimateAt - 5, end, Self.estimateAt + 5, "interval")
      }
    }
    if let place = estimate.first.map(scale.place) {
      drawing.circle(place, Self.estimateAt, 5, "estimate")
    }
    return drawing.node(
      id: id, title: "\(judgement.expectation): \(judgement.bound.metric) over the seeds",
      description: FigureWords.seeds(judgement, values: values))
  }

  private func drawBound(_ area: BoundArea, _ scale: Scale, _ drawing: inout Drawing) {
    let height = 22.0...Self.axisAt
    for place in area.places(on: scale) { drawing.rectangle(place, height, "allowed") }
    for edge in area.edges {
      let place = scale.place(edge)
      drawing.line(place, height.lowerBound, place, height.upperBound, "margin")
    }
    guard let value = area.value else { return }
    let place = scale.place(value)
    drawing.line(place, height.lowerBound, place, height.upperBound, "bound")
    let isRight = place > Self.width / 2
    drawing.text(
      judgement.bound.requirement, place, 15, anchor: isRight ? "end" : "start",
      style: "bound-label")
  }

  /// Dots that would cover one another are stacked, closer where there are many.
  private func drawValues(_ scale: Scale, _ drawing: inout Drawing) {
    let places = values.map(scale.place)
    let columns = places.map { Int(($0 / 9).rounded()) }
    let tallest = Dictionary(columns.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 1
    let room = Self.strip.upperBound - Self.strip.lowerBound
    let step = min(9, room / Double(max(1, tallest)))
    var heights: [Int: Int] = [:]
    for (place, column) in zip(places, columns) {
      let height = heights[column, default: 0]
      heights[column] = height + 1
      drawing.circle(place, Self.strip.upperBound - Double(height) * step, 4, "value")
    }
  }
}

extension Drawing {
  /// An axis below what it measures, with ticks, numbers and what they are of.
  mutating func axis(horizontal scale: Scale, at y: Double, label: String, width: Double) {
    let low = scale.place(-.infinity), high = scale.place(.infinity)
    line(min(low, high), y, max(low, high), y, "axis")
    for tick in scale.ticks(7) {
      let x = scale.place(tick)
      line(x, y, x, y + 5, "axis")
      text(NumberFormat.short(tick), x, y + 19, anchor: "middle", style: "tick")
    }
    text(label, width / 2, y + 38, anchor: "middle", room: width)
  }
}
