import Model

extension PyramidChart {
  private static let row = 24

  /// Draws the rows downwards, the names in the middle.
  func draw(on canvas: inout SVGCanvas, _ language: Language) {
    canvas.legend([.fill(.blue, left), .fill(.orange, right)])
    let names = min(130, rows.map { SVGCanvas.width(of: $0.label) }.max() ?? 0)
    let numbers = rows.flatMap { [$0.left, $0.right] }
    let room = numbers.map { SVGCanvas.width(of: String($0), size: 13) }.max() ?? 0
    let centre = SVGCanvas.width / 2
    let half = names / 2 + 6
    let length = centre - half - SVGCanvas.margin - room - 6
    let scale = ChartScale(decimals: 0, measure: "")
    // One scale for both sides, so that lengths compare.
    let leftward = ChartAxis(numbers, scale, origin: centre - half, length: -length)
    let rightward = ChartAxis(numbers, scale, origin: centre + half, length: length)
    for row in rows {
      let baseline = canvas.top + 17
      let (from, to) = (leftward.position(row.left), rightward.position(row.right))
      canvas.text(SVGCanvas.cut(row.label, to: names), x: centre, y: baseline, .middle)
      canvas.rectangle(from, canvas.top + 3, centre - half - from, 18, .blue)
      canvas.rectangle(centre + half, canvas.top + 3, to - centre - half, 18, .orange)
      canvas.text(String(row.left), x: from - 5, y: baseline, .end, size: 13)
      canvas.text(String(row.right), x: to + 5, y: baseline, size: 13)
      canvas.top += Self.row
    }
    canvas.top += 2
  }
}
