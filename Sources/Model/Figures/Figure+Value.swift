extension Figure {
  /// Numerator by denominator as a scaled integer with that many decimals (of a rate: the share, not the
  /// percentage), rounded half up; the numerator itself where there is no denominator; `nil` where there is
  /// nothing to say.
  public func value(decimals: Int) -> Int64? {
    guard status != .cannotExist, status != .missing, status != .overflow else { return nil }
    guard let denominator else {
      return Figure.rescaled(numerator, from: numeratorDecimals, to: decimals)
    }
    guard let up = Quotient.power(of: 10, denominatorDecimals),
      let down = Quotient.power(of: 10, numeratorDecimals)
    else { return nil }
    let (above, aboveOverflows) = numerator.multipliedReportingOverflow(by: up)
    let (below, belowOverflows) = denominator.multipliedReportingOverflow(by: down)
    guard !aboveOverflows, !belowOverflows else { return nil }
    return Quotient.scaled(above, by: below, decimals: decimals)
  }

  /// The share in percent with that many decimals; `nil` where there is nothing to say.
  public func percent(decimals: Int) -> String? {
    value(decimals: decimals + 2).map { Quotient.text($0, decimals: decimals) }
  }

  private static func rescaled(_ value: Int64, from: Int, to: Int) -> Int64? {
    guard to < from else {
      return Quotient.power(of: 10, to - from).flatMap { power in
        let (scaled, overflows) = value.multipliedReportingOverflow(by: power)
        return overflows ? nil : scaled
      }
    }
    return Quotient.power(of: 10, from - to).flatMap { Quotient.scaled(value, by: $0, decimals: 0) }
  }
}
