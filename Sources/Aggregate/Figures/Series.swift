public import Model

/// The figures of one indicator, level and part for all units: their inclusive sums by column.
public struct Series: Sendable {
  /// What a numerator is divided by.
  enum Divisor: Sendable {
    case none
    /// The expected units.
    case expected
    /// Units of a level.
    case units([Int32])
    /// The sum of an item.
    case sum(Rollup.Sums)
  }

  /// What it is about.
  public let key: SeriesKey
  /// Who was expected to answer and who has; series of one population share the memory.
  public let coverage: Coverage
  let numerator: Rollup.Sums
  let divisor: Divisor
  let numeratorDecimals: Int
  let divisorDecimals: Int
  /// Whether missing units may still say yes or no.
  let isBounded: Bool
  /// How many units have a value, where answers may all be "not applicable"; `nil` for counts.
  var valued: [Int32]?
  /// How many units have a value, where some of them lack a month of the period; else `nil`.
  var partlyValued: [Int32]?
  /// What each unit itself adds; `nil` where it was not kept.
  let contributions: Contributions?

  /// The sum or count of a unit and all below it; `nil` where it does not fit into 64 bits.
  public func numerator(_ unit: Int) -> Int64? { numerator[unit] }

  /// What it is divided by; `nil` where it is not divided, or the sum does not fit into 64 bits.
  public func denominator(_ unit: Int) -> Int64? {
    switch divisor {
    case .none: nil
    case .expected: Int64(coverage.expected[unit])
    case .units(let units): Int64(units[unit])
    case .sum(let sums): sums[unit]
    }
  }

  /// Whether the sums of a unit fit into 64 bits.
  func fits(_ unit: Int) -> Bool {
    if case .sum(let sums) = divisor, sums[unit] == nil { return false }
    return numerator[unit] != nil
  }

  /// Whether those of every unit do.
  var fitsEverywhere: Bool {
    if case .sum(let sums) = divisor, !sums.overflowed.isEmpty { return false }
    return numerator.overflowed.isEmpty
  }

  /// What its figures have in common.
  var scale: FigureScale {
    FigureScale(numeratorDecimals: numeratorDecimals, denominatorDecimals: divisorDecimals)
  }

  /// Writes the numbers of units from a place on; none of those that do not have such a figure.
  @inline(__always)
  func write(_ units: Range<Int>, to numbers: inout [FigureNumbers], at place: Int, where has: (Int) -> Bool)
  {
    guard fitsEverywhere, partlyValued == nil else {
      return writeEach(units, to: &numbers, at: place, where: has)
    }
    switch divisor {
    case .none: write(units, nil, to: &numbers, at: place, where: has)
    case .expected: write(units, coverage.expected, to: &numbers, at: place, where: has)
    case .units(let below): write(units, below, to: &numbers, at: place, where: has)
    case .sum: writeEach(units, to: &numbers, at: place, where: has)
    }
  }

  @inline(__always)
  private func writeEach(
    _ units: Range<Int>, to numbers: inout [FigureNumbers], at place: Int, where has: (Int) -> Bool
  ) {
    for unit in units {
      numbers[place + unit - units.lowerBound] = has(unit) ? self.numbers(unit) : .none
    }
  }

  /// The same where all sums fit, and are divided by so many units, if at all: nearly all series, over spans.
  @inline(__always)
  private func write(
    _ units: Range<Int>, _ divisors: [Int32]?, to numbers: inout [FigureNumbers], at place: Int,
    where has: (Int) -> Bool
  ) {
    let isDivided = divisors != nil
    let below = divisors ?? coverage.expected
    let given = valued ?? coverage.received
    let tops = numerator.values.span.extracting(units)
    let (bottoms, valued) = (below.span.extracting(units), given.span.extracting(units))
    let received = coverage.received.span.extracting(units)
    let expected = coverage.expected.span.extracting(units)
    var written = numbers.mutableSpan
    for index in tops.indices {
      guard has(units.lowerBound + index) else {
        written[place + index] = .none
        continue
      }
      let status = Series.status(
        received[index], of: expected[index], valued: valued[index], isDivisible: bottoms[index] != 0)
      written[place + index] = FigureNumbers(
        numerator: tops[index], denominator: isDivided ? Int64(bottoms[index]) : nil, status: status)
    }
  }

  /// The numbers of a unit's figure, whether or not the level lies below it.
  @inline(__always)
  private func numbers(_ unit: Int) -> FigureNumbers {
    let (top, bottom) = (numerator[unit], denominator(unit))
    var overflow = top == nil
    if case .sum = divisor, bottom == nil { overflow = true }
    return FigureNumbers(
      numerator: top ?? 0, denominator: bottom, status: overflow ? .overflow : status(unit))
  }

  /// The figure of a unit, whether or not the level lies below it.
  func figure(_ unit: Int) -> Figure {
    let numbers = self.numbers(unit)
    let (received, expected) = (Int(coverage.received[unit]), Int(coverage.expected[unit]))
    var bounds: ClosedRange<Int64>?
    if isBounded, received < expected, let top = numerator[unit] {
      bounds = top...(top + Int64(expected - received))
    }
    return Figure(
      unit: unit, indicator: key.indicator, part: key.part, level: key.level, numerator: numbers.numerator,
      numeratorDecimals: numeratorDecimals, denominator: numbers.denominator,
      denominatorDecimals: divisorDecimals, received: received, expected: expected, bounds: bounds,
      status: numbers.status)
  }

  private func status(_ unit: Int) -> FigureStatus {
    let received = coverage.received[unit]
    // Where nobody has answered in full there is a sum all the same: of a period of which months are lacking.
    let valued = valued?[unit] ?? (received == 0 ? partlyValued?[unit] ?? 0 : received)
    var isDivisible = true
    if case .units(let units) = divisor { isDivisible = units[unit] != 0 }
    return Series.status(received, of: coverage.expected[unit], valued: valued, isDivisible: isDivisible)
  }

  /// What there is to say of so many answers, where so many units have a value.
  @inline(__always)
  private static func status(
    _ received: Int32, of expected: Int32, valued: Int32, isDivisible: Bool
  ) -> FigureStatus {
    if expected == 0 || !isDivisible { return .cannotExist }
    if received == 0 { return valued > 0 ? .provisional : .missing }
    // Nothing but "not applicable" is no zero.
    if valued == 0 { return received < expected ? .missing : .cannotExist }
    return received < expected ? .provisional : .normal
  }
}
