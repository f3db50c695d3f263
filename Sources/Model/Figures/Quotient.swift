/// Exact division for print: rounding half up (四舍五入) from the integers, never through floating point.
public enum Quotient {
  /// `numerator · 10^decimals / denominator`, rounded half away from zero; `nil` where the denominator is
  /// not positive or the result does not fit.
  public static func scaled(_ numerator: Int64, by denominator: Int64, decimals: Int) -> Int64? {
    guard denominator > 0, let power = power(of: 10, decimals) else { return nil }
    let product = numerator.magnitude.multipliedFullWidth(by: UInt64(power))
    // The quotient fits in 64 bits only where the high word is below the divisor.
    guard product.high < UInt64(denominator) else { return nil }
    var (quotient, rest) = UInt64(denominator).dividingFullWidth((product.high, product.low))
    if rest >= UInt64(denominator) - rest { quotient += 1 }
    guard quotient <= UInt64(Int64.max) else { return nil }
    return numerator < 0 ? -Int64(quotient) : Int64(quotient)
  }

  /// The share `numerator / denominator` in percent with that many decimals, such as `65.6`; `nil` where
  /// there is no share.
  public static func percent(_ numerator: Int64, of denominator: Int64, decimals: Int) -> String? {
    scaled(numerator, by: denominator, decimals: decimals + 2).map { text($0, decimals: decimals) }
  }

  /// A scaled integer as text: `text(1225, decimals: 2)` is `12.25`.
  public static func text(_ scaled: Int64, decimals: Int) -> String {
    guard decimals > 0 else { return String(scaled) }
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// `base^exponent`; `nil` where it does not fit or the exponent is negative.
  public static func power(of base: Int64, _ exponent: Int) -> Int64? {
    guard exponent >= 0 else { return nil }
    var result: Int64 = 1
    for _ in 0..<exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: base)
      guard !overflow else { return nil }
      result = next
    }
    return result
  }
}
