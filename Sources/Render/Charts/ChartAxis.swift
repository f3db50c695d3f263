import Model

/// An axis from zero, or from below where a value is negative, along so many user units.
struct ChartAxis {
  /// The values at its ends and between them, at equal distances.
  let ticks: [Int64]
  private let low: Int64
  private let high: Int64
  private let origin: Int
  private let length: Int

  /// An axis that holds the values; it starts at `origin`, and runs `length` units (upwards or leftwards if negative).
  init(_ values: [Int64], _ scale: ChartScale, origin: Int, length: Int) {
    self.origin = origin
    self.length = length
    // Steps beyond these bounds would not fit into 64 bits; nobody can read such an axis.
    let bound = Int64.max / 8
    let least = max(-bound, min(0, values.min() ?? 0))
    let most = min(bound, max(1, scale.least, values.max() ?? 0))
    let step = Self.step((most - least + 4) / 5)
    let first = -((-least + step - 1) / step)
    let last = (most + step - 1) / step
    ticks = (first...last).map { $0 * step }
    low = first * step
    high = last * step
  }

  /// An axis from zero to a sum at its very end.
  init(sum: Int64, origin: Int, length: Int) {
    self.origin = origin
    self.length = length
    ticks = [0, sum]
    low = 0
    high = sum
  }

  /// 1, 2 or 5 times a power of ten, not less than what is asked for.
  private static func step(_ least: Int64) -> Int64 {
    var power: Int64 = 1
    while true {
      for factor: Int64 in [1, 2, 5] {
        let (step, overflows) = power.multipliedReportingOverflow(by: factor)
        if overflows || step >= least { return overflows ? least : step }
      }
      let (next, overflows) = power.multipliedReportingOverflow(by: 10)
      if overflows { return least }
      power = next
    }
  }

  /// Where a value is.
  func position(_ value: Int64) -> Int {
    let inside = UInt64(max(low, min(high, value)) - low)
    let product = inside.multipliedFullWidth(by: UInt64(length.magnitude))
    // The value lies within the range, so that the quotient is at most the length.
    let offset = Int(UInt64(high - low).dividingFullWidth(product).quotient)
    return length < 0 ? origin - offset : origin + offset
  }

  /// Where the axis ends.
  var end: Int { position(high) }
  /// Where zero is.
  var zero: Int { position(0) }

  /// A tick in print; no decimals where no tick needs them.
  func text(_ tick: Int64, _ scale: ChartScale) -> String {
    let text = Quotient.text(tick, decimals: scale.decimals)
    guard scale.decimals > 0, let power = Quotient.power(of: 10, scale.decimals),
      ticks.allSatisfy({ $0 % power == 0 })
    else { return text }
    return String(tick / power)
  }
}

extension SVGCanvas {
  /// Lines and numbers of an axis to the right, from ``top`` down to `bottom`; the numbers stand above.
  mutating func ruler(_ axis: ChartAxis, _ scale: ChartScale, to bottom: Int) {
    for tick in axis.ticks {
      let x = axis.position(tick)
      text(axis.text(tick, scale), x: x, y: top + 11, .middle, size: 12, .muted)
      line(x, top + 16, x, bottom, tick == 0 ? .axis : .grid)
    }
    top += 18
  }
}

extension ChartScale {
  /// A value in print with its measure.
  func text(_ value: Int64) -> String { Quotient.text(value, decimals: decimals) + measure }
  /// A change in print, with its sign and without its measure.
  func change(_ value: Int64) -> String { (value > 0 ? "+" : "") + Quotient.text(value, decimals: decimals) }
}
