import Model

extension StripChart {
  /// Draws a strip a unit: its parts by number, and how many of those expected have reported.
  func draw(on canvas: inout SVGCanvas, _ language: Language) {
    let states: [(Punctuality, ChartFill)] = [
      (.onTime, .blue), (.late, .yellow), (.missing, .white), (.rejected, .vermillion),
    ]
    canvas.strips(
      strips.map { strip in
        let tally = strip.tally
        let parts = [tally.onTime, tally.late, tally.missing, tally.rejected]
        return StackedStrip(
          label: strip.label, parts: parts.map(Int64.init), texts: parts.map { String($0) },
          total: "\(tally.received)/\(tally.expected)", isWhole: strip.isWhole)
      }, parts: states.map { ($0.0.label(language), $0.1) })
  }
}
