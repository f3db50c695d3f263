import Model

extension CompositionChart {
  /// The fill of a part; with many parts the fills begin anew.
  private func fill(_ part: Int) -> ChartFill { ChartFill.parts[part % ChartFill.parts.count] }

  /// Draws the wholes as bars of 100 %, their parts in the order of the form.
  func draw(on canvas: inout SVGCanvas, _ language: Language) {
    canvas.strips(
      wholes.map {
        StackedStrip(
          label: $0.label, parts: $0.parts, texts: $0.texts, total: $0.total, isWhole: $0.isWhole)
      }, parts: parts.enumerated().map { ($1, fill($0)) })
  }
}
