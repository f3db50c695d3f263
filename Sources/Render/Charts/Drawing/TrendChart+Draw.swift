import Model

extension TrendChart {
  private static let height = 220

  /// Draws the months from left to right: a line for what is known now, a diamond where another value was published.
  func draw(on canvas: inout SVGCanvas, _ language: Language) {
    canvas.legend(keys(language))
    canvas.top += 8
    let bottom = canvas.top + Self.height
    let values =
      points.flatMap { [$0.known, $0.published] }.compactMap { $0 } + [target?.value].compactMap { $0 }
    let axis = ChartAxis(values, scale, origin: bottom, length: -Self.height)
    let ticks = axis.ticks.map { axis.text($0, scale) }
    let left = SVGCanvas.margin + (ticks.map { SVGCanvas.width(of: $0, size: 12) }.max() ?? 0) + 6
    let right = SVGCanvas.width - SVGCanvas.margin
    for (tick, text) in zip(axis.ticks, ticks) {
      let y = axis.position(tick)
      canvas.text(text, x: left - 6, y: y + 4, .end, size: 12, .muted)
      canvas.line(left, y, right, y, tick == 0 ? .axis : .grid)
    }
    if let target {
      canvas.line(left, axis.position(target.value), right, axis.position(target.value), .mark)
    }
    draw(axis, on: &canvas, language, left: left, right: right, bottom: bottom)
    canvas.top = bottom + 24
  }

  private func keys(_ language: Language) -> [SVGCanvas.Key] {
    var keys: [SVGCanvas.Key] = [.dot(language.pick("现有数据", "as known now"))]
    if points.contains(where: isRevised) {
      keys.append(.diamond(language.pick("首次发布时（后有修订）", "as first published, revised since")))
    }
    return keys + [target.map { .mark($0.label) }].compactMap { $0 }
  }

  private func isRevised(_ point: Point) -> Bool { point.published.map { $0 != point.known } ?? false }

  private func draw(
    _ axis: ChartAxis, on canvas: inout SVGCanvas, _ language: Language, left: Int, right: Int, bottom: Int
  ) {
    let step = (right - left) / max(1, points.count)
    let places = points.indices.map { left + step / 2 + $0 * step }
    // A month without a value is a gap in the line, not a slope across it.
    let runs = points.indices.split { points[$0].known == nil }
    for run in runs {
      canvas.path(run.map { (places[$0], axis.position(points[$0].known ?? 0)) }, .series)
    }
    let every = (points.count * 60 + right - left - 1) / max(1, right - left)
    for (index, point) in points.enumerated() {
      if isRevised(point), let published = point.published {
        canvas.diamond(places[index], axis.position(published))
      }
      let isTold = index % max(1, every) == (points.count - 1) % max(1, every)
      if let known = point.known {
        canvas.dot(places[index], axis.position(known))
        if isTold {
          canvas.text(
            scale.text(known), x: places[index], y: axis.position(known) - 10, .middle, size: 13, halo: true)
        }
      } else {
        canvas.text(
          language.pick("无数据", "no data"), x: places[index], y: bottom - 6, .middle, .muted)
      }
      if isTold { canvas.text(point.label, x: places[index], y: bottom + 17, .middle, size: 13) }
    }
  }
}
