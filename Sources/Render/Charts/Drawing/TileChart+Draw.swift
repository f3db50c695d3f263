import Model

extension TileChart {
  private static let height = 50

  /// Draws the tiles, darker for more; each says its value.
  func draw(on canvas: inout SVGCanvas, _ language: Language) {
    let classes = TileClasses(tiles.compactMap(\.value), scale)
    var keys = classes.used.map {
      SVGCanvas.Key.fill(ChartFill.shades[$0], classes.label($0, scale, language))
    }
    if tiles.contains(where: { $0.value == nil }) {
      keys.append(.fill(.orange, language.pick("无数据", "no data")))
    }
    canvas.legend(keys)
    let columns = (tiles.map(\.column).max() ?? 0) + 1
    let first = tiles.map(\.row).min() ?? 0
    let width = (SVGCanvas.width - 2 * SVGCanvas.margin) / columns
    for tile in tiles {
      let (x, y) = (SVGCanvas.margin + tile.column * width, canvas.top + (tile.row - first) * Self.height)
      let fill = tile.value.map { ChartFill.shades[classes.of($0)] } ?? .orange
      canvas.rectangle(x + 1, y + 1, width - 2, Self.height - 2, fill)
      canvas.text(
        SVGCanvas.cut(tile.label, to: width - 4), x: x + width / 2, y: y + 21, .middle, halo: true)
      canvas.text(
        SVGCanvas.cut(tile.text, to: width - 4, size: 13), x: x + width / 2, y: y + 40, .middle, size: 13,
        halo: true)
    }
    canvas.top += ((tiles.map(\.row).max() ?? 0) - first + 1) * Self.height + 2
  }
}

/// Values put into at most five classes of equal width from the axis's zero.
struct TileClasses {
  /// The upper ends of the classes.
  private let bounds: [Int64]
  /// The classes that hold a value.
  let used: [Int]

  init(_ values: [Int64], _ scale: ChartScale) {
    let ticks = ChartAxis(values, scale, origin: 0, length: 1).ticks
    // Five shades: of more steps the first ones share one.
    bounds = Array(ticks.dropFirst().suffix(5))
    let bounds = bounds
    used = Set(values.map { Self.place($0, bounds) }).sorted()
    lowest = ticks.first ?? 0
  }

  private let lowest: Int64

  private static func place(_ value: Int64, _ bounds: [Int64]) -> Int {
    bounds.firstIndex { value < $0 } ?? max(0, bounds.count - 1)
  }

  /// The class of a value, 0 for the lowest.
  func of(_ value: Int64) -> Int { Self.place(value, bounds) }

  /// 60%至不足80%; the last class holds its upper end.
  func label(_ index: Int, _ scale: ChartScale, _ language: Language) -> String {
    let (low, high) = (index == 0 ? lowest : bounds[index - 1], scale.text(bounds[index]))
    let isLast = index == bounds.count - 1
    return scale.text(low)
      + language.pick(isLast ? "至\(high)" : "至不足\(high)", isLast ? "–\(high)" : "–<\(high)")
  }
}
