import Foundation

/// A figure in SVG 1.1, drawn from the back to the front; its colours are the page's style sheet's.
struct Drawing {
  let width: Double
  let height: Double
  private var nodes: [XMLNode] = []

  init(width: Double, height: Double) {
    (self.width, self.height) = (width, height)
  }

  /// The figure, with what it shows in words for who cannot see it.
  func node(id: String, title: String, description: String) -> XMLNode {
    .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "viewBox": "0 0 \(Drawing.number(width)) \(Drawing.number(height))",
        "aria-labelledby": "\(id)-title \(id)-desc",
      ],
      [
        .element("title", ["id": "\(id)-title"], .text(title)),
        .element("desc", ["id": "\(id)-desc"], .text(description)),
      ] + nodes)
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    nodes.append(
      .element(
        "line",
        [
          "class": style, "x1": Drawing.number(x1), "y1": Drawing.number(y1),
          "x2": Drawing.number(x2), "y2": Drawing.number(y2),
        ]))
  }

  mutating func rectangle(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ style: String
  ) {
    nodes.append(
      .element(
        "rect",
        [
          "class": style, "x": Drawing.number(x.lowerBound), "y": Drawing.number(y.lowerBound),
          "width": Drawing.number(x.upperBound - x.lowerBound),
          "height": Drawing.number(y.upperBound - y.lowerBound),
        ]))
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) {
    nodes.append(
      .element(
        "circle",
        [
          "class": style, "cx": Drawing.number(x), "cy": Drawing.number(y),
          "r": Drawing.number(radius),
        ]))
  }

  /// A cross, for what must be seen without colour.
  mutating func cross(_ x: Double, _ y: Double, _ reach: Double, _ style: String) {
    let (left, right) = (Drawing.number(x - reach), Drawing.number(x + reach))
    let (top, bottom) = (Drawing.number(y - reach), Drawing.number(y + reach))
    nodes.append(
      .element(
        "path",
        [
          "class": style,
          "d": "M\(left) \(top)L\(right) \(bottom)M\(left) \(bottom)L\(right) \(top)",
        ]
      ))
  }

  /// A line through points; `isClosed` makes it the edge of an area.
  mutating func path(_ points: [(x: Double, y: Double)], _ style: String, isClosed: Bool = false) {
    guard points.count > 1 else { return }
    var steps = ""
    for (index, point) in points.enumerated() {
      steps += "\(index == 0 ? "M" : "L")\(Drawing.number(point.x)) \(Drawing.number(point.y))"
    }
    nodes.append(.element("path", ["class": style, "d": steps + (isClosed ? "Z" : "")]))
  }

  /// Writes words, of which those too long for `room` are cut.
  ///
  /// `anchor` is `start`, `middle` or `end`.
  mutating func text(
    _ words: String, _ x: Double, _ y: Double, anchor: String = "start", style: String = "label",
    room: Double? = nil
  ) {
    // Eight units suit the widest common letters at the style sheet's size.
    let line = Style(isTerminal: true).line(words)
    let shown = room.map { TextWidth.cut(line, to: max(1, Int($0 / 8))) } ?? line
    nodes.append(
      .element(
        "text",
        [
          "class": style, "x": Drawing.number(x), "y": Drawing.number(y), "text-anchor": anchor,
        ], .text(shown)))
  }

  /// A coordinate, to a hundredth.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
