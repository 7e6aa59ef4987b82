import DictumModel

/// An estimate along a swept parameter, one line for each combination of the others, with intervals,
/// verdicts and the region that the bound allows.
struct SweepPlot {
  /// An estimate at one point of the sweep.
  struct Point {
    var point: [String: ParamValue]
    var estimate: Double?

    /// Its interval, or the range of the values, two numbers.
    var interval: [Double]?

    /// `nil` where the point is not judged by itself.
    var verdict: Judgement.Verdict?
  }

  /// The lines of one figure that can be told apart; more are drawn alike.
  static let lines = 6
  /// From so many points a line is drawn as a line and its intervals as a band.
  private static let dense = 60
  private static let frame = (x: 72.0...664.0, y: 20.0...270.0)

  let judgement: Judgement
  let points: [Point]
  private let axis: SweepAxis
  private let x: Scale
  private let y: Scale
  private let area: BoundArea

  /// `nil` when there is nothing to see.
  init?(_ judgement: Judgement, points: [Point], axes: [ModelCard.Axis], area: BoundArea) {
    guard let axis = SweepAxis(judgement.bound.over, axes: axes),
      points.contains(where: { $0.estimate?.isFinite == true })
    else { return nil }
    self.judgement = judgement
    self.points = points
    self.axis = axis
    self.area = area
    let isPower = judgement.bound.statistic == .logSlope
    x = Scale(
      axis.numbers, from: Self.frame.x.lowerBound, to: Self.frame.x.upperBound,
      isLogarithmic: axis.isCategorical ? false : isPower || axis.isGeometric)
    let shown = points.flatMap { [$0.estimate].compactMap(\.self) + ($0.interval ?? []) }
    y = Scale(
      shown + area.numbers, from: Self.frame.y.upperBound, to: Self.frame.y.lowerBound,
      isLogarithmic: isPower ? true : nil)
  }

  /// The values of the other axes, a line each, in the order of the sweep.
  private var series: [(name: String, points: [Point])] {
    var places: [String: Int] = [:]
    var found: [(name: String, points: [Point])] = []
    for point in points {
      let others = point.point.filter { $0.key != axis.param }
      let name = RunWords.point(others, axes: axis.others)
      if let place = places[name] {
        found[place].points.append(point)
      } else {
        places[name] = found.count
        found.append((name, [point]))
      }
    }
    return found
  }

  func node(id: String) -> XMLNode {
    let series = series
    let legend = series.count > 1 ? 22.0 * Double((min(series.count, Self.lines) + 1) / 2) : 0
    var drawing = Drawing(width: 680, height: 322 + legend + (legend > 0 ? 8 : 0))
    drawFrame(&drawing)
    for (index, line) in series.enumerated() {
      let style = series.count > Self.lines ? "s-many" : "s\(index)"
      draw(line.points, style, &drawing)
      if series.count > 1, series.count <= Self.lines {
        let (left, top) = (72 + Double(index % 2) * 300, 332 + 22 * Double(index / 2))
        drawing.line(left, top, left + 28, top, "line \(style)")
        drawing.text(line.name, left + 36, top + 4, room: 250)
      }
    }
    if series.count > Self.lines {
      drawing.text("\(series.count) lines, one for each of the other parameters", 72, 336)
    }
    return drawing.node(
      id: id, title: "\(judgement.expectation): \(judgement.bound.metric) along \(axis.param)",
      description: FigureWords.sweep(judgement, points: points))
  }

  private func drawFrame(_ drawing: inout Drawing) {
    let (left, right) = (Self.frame.x.lowerBound, Self.frame.x.upperBound)
    for place in area.places(on: y) { drawing.rectangle(left...right, place, "allowed") }
    for tick in y.ticks(6) {
      let place = y.place(tick)
      drawing.line(left, place, right, place, "grid")
      drawing.text(NumberFormat.short(tick), left - 8, place + 4, anchor: "end", style: "tick")
    }
    for edge in area.edges { drawing.line(left, y.place(edge), right, y.place(edge), "margin") }
    if let value = area.value {
      let place = y.place(value)
      drawing.line(left, place, right, place, "bound")
      let isLow = place < Self.frame.y.lowerBound + 20
      drawing.text(
        judgement.bound.requirement, right - 4, place + (isLow ? 15 : -6), anchor: "end",
        style: "bound-label")
    }
    drawing.text(judgement.bound.metric, left, 13, room: 560)
    let bottom = Self.frame.y.upperBound
    if axis.isCategorical {
      drawing.line(left, bottom, right, bottom, "axis")
      let every = max(1, (axis.names.count + 7) / 8)
      for (index, name) in axis.names.enumerated() where index % every == 0 {
        drawing.text(
          name, x.place(Double(index)), bottom + 19, anchor: "middle", style: "tick", room: 80)
      }
      drawing.text(axis.param, 368, bottom + 38, anchor: "middle", room: 560)
    } else {
      drawing.axis(horizontal: x, at: bottom, label: axis.param, width: 736)
    }
  }

  private func draw(_ points: [Point], _ style: String, _ drawing: inout Drawing) {
    let placed = points.compactMap { point -> (x: Double, point: Point)? in
      axis.place(point.point).map { (x.place($0), point) }
    }.sorted { $0.x < $1.x }
    let isDense = placed.count > Self.dense
    let ranges = placed.compactMap { place -> (x: Double, low: Double, high: Double)? in
      guard let interval = place.point.interval, interval.count == 2 else { return nil }
      return (place.x, y.place(interval[0]), y.place(interval[1]))
    }
    if isDense {
      drawing.path(
        ranges.map { ($0.x, $0.high) } + ranges.reversed().map { ($0.x, $0.low) },
        "band \(style)", isClosed: true)
    } else {
      for range in ranges {
        drawing.line(range.x, range.low, range.x, range.high, "whisker \(style)")
      }
    }
    let line = placed.compactMap { place in
      place.point.estimate.flatMap { $0.isFinite ? (x: place.x, y: y.place($0)) : nil }
    }
    // Between values that are no numbers there is nothing.
    if !axis.isCategorical { drawing.path(line, "line \(style)") }
    for place in placed {
      guard let estimate = place.point.estimate, estimate.isFinite else { continue }
      let height = y.place(estimate)
      switch place.point.verdict {
      case .contradicted: drawing.cross(place.x, height, 5, "contradicted")
      case .inconclusive, .notEvaluated: drawing.circle(place.x, height, 4, "inconclusive")
      case .holds, nil: if !isDense { drawing.circle(place.x, height, 3, "dot \(style)") }
      }
    }
  }
}
