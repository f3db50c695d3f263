import Model

extension Figure {
  /// The figures of several units as one: sums are added, and it is complete only if all are. `nil` of none.
  static func together(_ figures: [Figure]) -> Figure? {
    guard var whole = figures.first, figures.count > 1 else { return figures.first }
    let exact = figures.allSatisfy {
      $0.numeratorDecimals == whole.numeratorDecimals
        && $0.denominatorDecimals == whole.denominatorDecimals
    }
    let top = Int64(exactly: figures.reduce(Int128(0)) { $0 + Int128($1.numerator) })
    let bottom = Int64(exactly: figures.reduce(Int128(0)) { $0 + Int128($1.denominator ?? 0) })
    whole.received = figures.reduce(0) { $0 + $1.received }
    whole.expected = figures.reduce(0) { $0 + $1.expected }
    whole.status = status(figures.map(\.status))
    whole.bounds = nil
    guard let top, let bottom, exact, whole.status != .overflow else {
      (whole.numerator, whole.status) = (0, .overflow)
      return whole
    }
    whole.numerator = top
    if whole.denominator != nil { whole.denominator = bottom }
    if figures.contains(where: { $0.bounds != nil }), whole.received < whole.expected {
      let (high, overflow) = top.addingReportingOverflow(Int64(whole.expected - whole.received))
      whole.bounds = overflow ? nil : top...high
    }
    return whole
  }

  private static func status(_ all: [FigureStatus]) -> FigureStatus {
    if all.contains(.overflow) { return .overflow }
    let some = all.filter { $0 != .cannotExist }
    guard let first = some.first else { return .cannotExist }
    return some.allSatisfy { $0 == first } ? first : .provisional
  }

  /// The figure with its sums in other decimals; `nil` where they cannot be kept exactly.
  func kept(like other: Figure) -> Figure? {
    var figure = self
    guard let top = Figure.scaled(numerator, numeratorDecimals, other.numeratorDecimals),
      let bottom = Figure.scaled(denominator ?? 0, denominatorDecimals, other.denominatorDecimals)
    else { return nil }
    figure.numerator = top
    figure.numeratorDecimals = other.numeratorDecimals
    if denominator != nil { figure.denominator = bottom }
    figure.denominatorDecimals = other.denominatorDecimals
    return figure
  }

  private static func scaled(_ value: Int64, _ from: Int, _ to: Int) -> Int64? {
    guard from != to else { return value }
    guard let power = Quotient.power(of: 10, abs(to - from)) else { return nil }
    guard to > from else { return value % power == 0 ? value / power : nil }
    let (scaled, overflow) = value.multipliedReportingOverflow(by: power)
    return overflow ? nil : scaled
  }
}
