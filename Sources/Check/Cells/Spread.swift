/// How far numbers lie apart: their median, and the median of their distances from it (MAD).
struct Spread {
  /// How many numbers there are.
  let count: Int
  /// The middle number.
  let median: Double
  /// The median distance from it.
  let deviation: Double

  /// What makes the MAD of a normal distribution its standard deviation.
  private static let factor = 0.6745

  /// The spread of numbers; `nil` where there are none.
  init?(_ numbers: some Sequence<Double>) {
    var sorted = Array(numbers)
    guard !sorted.isEmpty else { return nil }
    sorted.sort()
    let median = Spread.middle(sorted)
    for place in sorted.indices { sorted[place] = abs(sorted[place] - median) }
    sorted.sort()
    count = sorted.count
    self.median = median
    deviation = Spread.middle(sorted)
  }

  /// The middle of sorted numbers.
  private static func middle(_ sorted: [Double]) -> Double {
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }

  /// The modified Z score of a number; `nil` where at least half of the numbers are equal.
  func score(_ number: Double) -> Double? {
    deviation > 0 ? Spread.factor * abs(number - median) / deviation : nil
  }

  /// A logarithm to the base 2 by straight lines between the powers: it rises as the true one does, differs from
  /// it by less than 0.09, and is the same on every machine.
  static func logarithm(_ number: Int64) -> Double {
    let shifted = Double(number) + 1
    return Double(shifted.exponent) + shifted.significand - 1
  }
}
