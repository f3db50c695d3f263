internal import Model

/// Fractions: compared exactly, or rounded where a value is needed.
extension Evaluator {
  /// a / b against c / d by a · d against c · b, in 128 bits.
  func crossed(_ sign: Comparison, _ left: Program.Fraction, _ right: Program.Fraction) -> [Truth] {
    let (a, b) = (numbers(left.numerator), left.denominator.map(numbers))
    let (c, d) = (numbers(right.numerator), right.denominator.map(numbers))
    // Only the side with fewer decimals is multiplied.
    let lift = left.decimals - right.decimals
    return (0..<count).map { unit in
      guard let x = a[unit], let y = c[unit], let m = b.map({ $0[unit] }) ?? 1,
        let n = d.map({ $0[unit] }) ?? 1
      else { return .unknown }
      // Multiplying an inequality by a negative number turns it round.
      let turned = (m < 0) != (n < 0)
      let p = Evaluator.lifted(Int128(x) * Int128(n), -lift)
      let q = Evaluator.lifted(Int128(y) * Int128(m), lift)
      return sign.holds(turned ? q : p, turned ? p : q) ? .yes : .no
    }
  }

  /// A product of two 64-bit numbers times a power of ten (none where it is negative). What does not fit is
  /// the greatest number of its sign: it is then beyond any such product without a power, and so compares as
  /// the exact one would.
  private static func lifted(_ product: Int128, _ exponent: Int) -> Int128 {
    guard exponent > 0 else { return product }
    let (result, overflow) = product.multipliedReportingOverflow(by: power(of: exponent))
    guard overflow else { return result }
    return product < 0 ? .min : .max
  }

  /// Ten to a power of at most 38.
  private static func power(of exponent: Int) -> Int128 {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }

  /// The nearest number with that many decimals; a half goes away from zero.
  mutating func rounded(_ fraction: Program.Fraction, _ decimals: Int) -> [Int64?] {
    let (a, b) = (numbers(fraction.numerator), fraction.denominator.map(numbers))
    let lift = decimals - fraction.decimals
    let (up, down) = (Evaluator.power(of: lift), Evaluator.power(of: -lift))
    return (0..<count).map { unit in
      guard let x = a[unit], let y = b.map({ $0[unit] }) ?? 1 else { return nil }
      let (top, overflow) = Int128(x).multipliedReportingOverflow(by: up)
      guard !overflow else { return checked((0, true)) }
      return nearest(top, Int128(y) * down)
    }
  }

  private mutating func nearest(_ top: Int128, _ bottom: Int128) -> Int64? {
    var (quotient, rest) = top.magnitude.quotientAndRemainder(dividingBy: bottom.magnitude)
    if rest >= bottom.magnitude - rest { quotient += 1 }
    guard quotient <= UInt128(Int64.max) else { return checked((0, true)) }
    return (top < 0) == (bottom < 0) ? Int64(quotient) : -Int64(quotient)
  }
}
