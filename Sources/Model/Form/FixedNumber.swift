/// A number that a campaign gives, such as 100 or 66.5: not negative, at most nine digits before the point and four
/// after it, kept exactly.
public struct FixedNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number in ten-thousandths.
  public let tenThousandths: Int64

  /// The most decimals.
  public static let decimals = 4
  /// Zero.
  public static let zero = FixedNumber(tenThousandths: 0)

  private init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// A whole number, 0 to 999 999 999; others are taken for the nearest of these.
  public init(_ whole: Int) {
    tenThousandths = Int64(min(max(whole, 0), 999_999_999)) * 10_000
  }

  /// Reads `100`, `66.5` and nothing else: `nil` for signs, exponents and more digits than are kept.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, first.count <= 9, let whole = Digits.value(first)
    else { return nil }
    var scaled = Int64(whole) * 10_000
    if parts.count == 2 {
      guard parts[1].count <= FixedNumber.decimals, let rest = Digits.value(parts[1]),
        let power = Quotient.power(of: 10, FixedNumber.decimals - parts[1].count)
      else { return nil }
      scaled += Int64(rest) * power
    }
    tenThousandths = scaled
  }

  /// The number as a fraction.
  public var exact: Rational { Rational(Int128(tenThousandths), 10_000) }

  /// The decimals that it needs: none for 100, one for 66.5.
  public var neededDecimals: Int {
    var (rest, decimals) = (tenThousandths, FixedNumber.decimals)
    while decimals > 0, rest % 10 == 0 { (rest, decimals) = (rest / 10, decimals - 1) }
    return decimals
  }

  /// The number with the decimals that it needs, and at least so many.
  public func text(atLeast decimals: Int) -> String {
    let shown = min(max(decimals, neededDecimals), FixedNumber.decimals)
    let power = Quotient.power(of: 10, FixedNumber.decimals - shown) ?? 1
    return Quotient.text(tenThousandths / power, decimals: shown)
  }

  /// `100`, `66.5`.
  public var description: String { text(atLeast: 0) }

  /// Orders by size.
  public static func < (a: FixedNumber, b: FixedNumber) -> Bool { a.tenThousandths < b.tenThousandths }
}
