import Model

/// A bar of 100 %, split into parts.
struct StackedStrip {
  /// The name before it.
  var label: String
  /// The sizes of the parts.
  var parts: [Int64]
  /// What stands on each part, where there is room.
  var texts: [String]
  /// What stands behind it.
  var total: String
  /// Whether it is the whole.
  var isWhole: Bool
}

extension SVGCanvas {
  /// Strips below each other, with the names and fills of their parts above.
  mutating func strips(_ strips: [StackedStrip], parts: [(name: String, fill: ChartFill)]) {
    legend(parts.map { .fill($0.fill, $0.name) })
    let names = min(150, strips.map { Self.width(of: $0.label) }.max() ?? 0)
    let numbers = min(120, strips.map { Self.width(of: $0.total, size: 13) }.max() ?? 0)
    let origin = Self.margin + names + 8
    let length = Self.width - Self.margin - numbers - 8 - origin
    for strip in strips {
      let baseline = top + 16
      text(
        Self.cut(strip.label, to: names), x: Self.margin + names, y: baseline, .end,
        strip.isWhole ? .bold : .plain)
      segments(strip, parts.map(\.fill), origin: origin, length: length)
      text(
        Self.cut(strip.total, to: 120, size: 13), x: Self.width - Self.margin, y: baseline, .end, size: 13,
        strip.isWhole ? .bold : .plain)
      top += strip.isWhole ? 28 : 23
    }
    top += 2
  }

  private mutating func segments(
    _ strip: StackedStrip, _ fills: [ChartFill], origin: Int, length: Int
  ) {
    let all = strip.parts.reduce(Int128(0)) { $0 + Int128(max(0, $1)) }
    guard let whole = Int64(exactly: all), whole > 0 else { return }
    let axis = ChartAxis(sum: whole, origin: origin, length: length)
    var (sum, x): (Int64, Int) = (0, origin)
    for (index, part) in strip.parts.enumerated() where part > 0 && index < fills.count {
      sum += part
      let end = axis.position(sum)
      rectangle(x, top + 2, end - x, 18, fills[index])
      if index < strip.texts.count, Self.width(of: strip.texts[index], size: 12) + 6 <= end - x {
        text(strip.texts[index], x: (x + end) / 2, y: top + 15, .middle, size: 12, halo: true)
      }
      x = end
    }
  }
}
