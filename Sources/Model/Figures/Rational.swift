/// An exact fraction in lowest terms, of integers of 128 bits.
public struct Rational: Hashable, Comparable, Sendable {
  /// What is divided.
  public let numerator: Int128
  /// What it is divided by, at least 1.
  public let denominator: Int128

  /// `numerator / denominator`; the denominator is at least 1.
  public init(_ numerator: Int128, _ denominator: Int128 = 1) {
    let common = Rational.divisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int128(common)
    self.denominator = denominator / Int128(common)
  }

  private static func divisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// Compares without ever overflowing: the products are of 256 bits.
  public static func < (a: Rational, b: Rational) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }

  /// The sum; `nil` where it does not fit.
  public func adding(_ other: Rational) -> Rational? {
    let common = Int128(Rational.divisor(denominator.magnitude, other.denominator.magnitude))
    let (bottom, bottomOverflows) = denominator.multipliedReportingOverflow(by: other.denominator / common)
    let (left, leftOverflows) = numerator.multipliedReportingOverflow(by: other.denominator / common)
    let (right, rightOverflows) = other.numerator.multipliedReportingOverflow(by: denominator / common)
    let (top, topOverflows) = left.addingReportingOverflow(right)
    guard !bottomOverflows, !leftOverflows, !rightOverflows, !topOverflows else { return nil }
    return Rational(top, bottom)
  }

  /// The difference; `nil` where it does not fit.
  public func subtracting(_ other: Rational) -> Rational? {
    adding(Rational(-other.numerator, other.denominator))
  }

  /// So many times; `nil` where it does not fit.
  public func times(_ factor: Int) -> Rational? {
    let (top, overflows) = numerator.multipliedReportingOverflow(by: Int128(factor))
    return overflows ? nil : Rational(top, denominator)
  }

  /// Rounded half away from zero, in units of its last decimal; `nil` where that does not fit into 64 bits.
  public func rounded(decimals: Int) -> Int64? {
    guard let power = Quotient.power(of: 10, decimals) else { return nil }
    let (scaled, overflows) = numerator.multipliedReportingOverflow(by: Int128(power))
    guard !overflows else { return nil }
    let (quotient, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    let up: UInt128 = rest >= denominator.magnitude - rest ? 1 : 0
    guard let size = Int64(exactly: quotient + up) else { return nil }
    return scaled < 0 ? -size : size
  }
}

extension Figure {
  /// Its value exactly, of shares in percent; `nil` where there is nothing to say.
  public func exact(isShare: Bool) -> Rational? { exact(numerator, isShare: isShare) }

  /// The highest value that it may have once all have answered: the value itself where all have, the upper bound of
  /// rates and counts; `nil` where nothing bounds it.
  public func exactUpper(isShare: Bool) -> Rational? {
    if let bounds { return exact(bounds.upperBound, isShare: isShare) }
    return received < expected ? nil : exact(isShare: isShare)
  }

  private func exact(_ top: Int64, isShare: Bool) -> Rational? {
    guard status == .normal || status == .provisional, let up = Quotient.power(of: 10, denominatorDecimals),
      let down = Quotient.power(of: 10, numeratorDecimals)
    else { return nil }
    let bottom = denominator ?? 1
    guard bottom > 0 else { return nil }
    return Rational(Int128(top) * Int128(up) * (isShare ? 100 : 1), Int128(bottom) * Int128(down))
  }
}

extension Indicator {
  /// Whether its values are percentages.
  public var isPercentage: Bool {
    switch kind {
    case .rate, .composition: true
    case .total, .count, .averagePerUnit, .ratio, .value: false
    }
  }
}
