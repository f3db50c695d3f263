public import Model

/// Renders a chart as an SVG document that stands by itself: no script, no style sheet, nothing fetched. What is
/// drawn carries presentation attributes as defaults and classes by which a page may restyle it.
public enum SVGRenderer {
  /// The chart; lines end in a line feed. With `note`, the note stands below the picture, for where the picture goes
  /// alone.
  public static func render(_ chart: Chart, language: Language, note: Bool = false) -> String {
    var canvas = SVGCanvas(id: chart.name)
    canvas.heading(chart.title)
    draw(chart.kind, language, on: &canvas)
    if note { canvas.footing(chart.note) }
    return canvas.document(title: chart.title, description: chart.note, language: language)
  }

  private static func draw(_ kind: Chart.Kind, _ language: Language, on canvas: inout SVGCanvas) {
    switch kind {
    case .bars(let chart): chart.draw(on: &canvas, language)
    case .strip(let chart): chart.draw(on: &canvas, language)
    case .trend(let chart): chart.draw(on: &canvas, language)
    case .composition(let chart): chart.draw(on: &canvas, language)
    case .waterfall(let chart): chart.draw(on: &canvas, language)
    case .tiles(let chart): chart.draw(on: &canvas, language)
    case .pyramid(let chart): chart.draw(on: &canvas, language)
    }
  }
}
