import Model

extension WaterfallChart {
  private static let row = 30

  /// A bar of the waterfall: between two values.
  private struct Bar {
    var label: String
    var from: Int64
    var to: Int64
    var text: String
    var fill: ChartFill
  }

  /// Draws the steps downwards, each beginning where the one before ended.
  func draw(on canvas: inout SVGCanvas, _ language: Language) {
    var keys: [SVGCanvas.Key] = []
    if steps.contains(where: { $0.amount > 0 }) { keys.append(.fill(.green, language.pick("增加", "up"))) }
    if steps.contains(where: { $0.amount < 0 }) {
      keys.append(.fill(.vermillion, language.pick("减少", "down")))
    }
    canvas.legend(keys)
    let bars = bars
    let names = min(170, bars.map { SVGCanvas.width(of: $0.label) }.max() ?? 0)
    let numbers = min(110, bars.map { SVGCanvas.width(of: $0.text) }.max() ?? 0)
    let origin = SVGCanvas.margin + names + 8
    let axis = ChartAxis(
      bars.flatMap { [$0.from, $0.to] }, scale, origin: origin,
      length: SVGCanvas.width - SVGCanvas.margin - numbers - 12 - origin)
    canvas.ruler(axis, scale, to: canvas.top + 20 + bars.count * Self.row)
    for (index, bar) in bars.enumerated() {
      let (x, end) = (axis.position(bar.from), axis.position(bar.to))
      let baseline = canvas.top + 20
      canvas.text(SVGCanvas.cut(bar.label, to: names), x: SVGCanvas.margin + names, y: baseline, .end)
      canvas.rectangle(min(x, end), canvas.top + 6, abs(end - x), 18, bar.fill)
      // The next step begins at this value.
      if index + 1 < bars.count { canvas.line(end, canvas.top + 4, end, canvas.top + Self.row + 24, .axis) }
      canvas.text(
        SVGCanvas.cut(bar.text, to: 110), x: SVGCanvas.width - SVGCanvas.margin, y: baseline, .end)
      canvas.top += Self.row
    }
    canvas.top += 4
  }

  private var bars: [Bar] {
    var bars = [Bar(label: startLabel, from: 0, to: start, text: scale.text(start), fill: .sky)]
    var value = start
    for step in steps {
      bars.append(
        Bar(
          label: step.label, from: value, to: value + step.amount, text: scale.change(step.amount),
          fill: step.amount < 0 ? .vermillion : .green))
      value += step.amount
    }
    return bars + [Bar(label: endLabel, from: 0, to: value, text: scale.text(value), fill: .blue)]
  }
}
