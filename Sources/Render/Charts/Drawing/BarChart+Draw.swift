import Model

extension BarChart {
  private static let row = 22

  /// Draws the bars: rank, name, bar with marks, value.
  func draw(on canvas: inout SVGCanvas, _ language: Language) {
    canvas.legend(keys)
    let ranked = bars.contains { $0.rank != nil }
    let left = SVGCanvas.margin + (ranked ? 34 : 0)
    let names = min(150, bars.map { SVGCanvas.width(of: $0.label) }.max() ?? 0)
    let numbers = min(110, bars.map { SVGCanvas.width(of: $0.text) }.max() ?? 0)
    let origin = left + names + 8
    let axis = ChartAxis(
      values, scale, origin: origin, length: SVGCanvas.width - SVGCanvas.margin - numbers - 12 - origin)
    let bottom = canvas.top + 20 + bars.count * Self.row
    canvas.ruler(axis, scale, to: bottom)
    let start = canvas.top
    for bar in bars {
      draw(bar, axis, on: &canvas, left: left, names: names)
      canvas.top += Self.row
    }
    if let average { cross(average, axis, .dashed, from: start, to: bottom, on: &canvas) }
    if let target { cross(target, axis, .mark, from: start, to: bottom, on: &canvas) }
    // Above the lines, so that no mark is hidden where they meet.
    for (index, bar) in bars.enumerated() {
      guard let earlier = bar.earlier else { continue }
      canvas.diamond(axis.position(earlier), start + index * Self.row + Self.row / 2)
    }
    canvas.top = bottom + 2
  }

  private var values: [Int64] {
    bars.flatMap { [$0.value, $0.earlier] }.compactMap { $0 } + [average, target].compactMap { $0?.value }
  }

  private var keys: [SVGCanvas.Key] {
    [
      .fill(.blue, label), earlierLabel.map { .diamond($0) }, average.map { .dashed($0.label) },
      target.map { .mark($0.label) },
    ].compactMap { $0 }
  }

  private func cross(
    _ mark: ChartMark, _ axis: ChartAxis, _ stroke: SVGCanvas.Stroke, from start: Int, to bottom: Int,
    on canvas: inout SVGCanvas
  ) {
    let x = axis.position(mark.value)
    canvas.line(x, start, x, bottom, stroke)
  }

  private func draw(_ bar: Bar, _ axis: ChartAxis, on canvas: inout SVGCanvas, left: Int, names: Int) {
    let baseline = canvas.top + 16
    if let rank = bar.rank { canvas.text(String(rank), x: left - 8, y: baseline, .end, .muted) }
    canvas.text(SVGCanvas.cut(bar.label, to: names), x: left + names, y: baseline, .end)
    if let value = bar.value {
      let (zero, end) = (axis.zero, axis.position(value))
      canvas.rectangle(min(zero, end), canvas.top + 4, abs(end - zero), 14, .blue)
    } else {
      // A bar that nobody knows, not one of no length.
      canvas.line(axis.zero, canvas.top + 11, axis.end, canvas.top + 11, .absent)
    }
    canvas.text(
      SVGCanvas.cut(bar.text, to: 110), x: SVGCanvas.width - SVGCanvas.margin, y: baseline, .end,
      bar.value == nil ? .muted : .plain)
  }
}
