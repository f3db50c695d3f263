extension Figure {
  /// Numerator by denominator as a scaled integer with that many decimals (of a rate: the share, not the
  /// percentage), rounded half up; the numerator itself where there is no denominator; `nil` where there is
  /// nothing to say.
  public func value(decimals: Int) -> Int64? {
    let scale = FigureScale(numeratorDecimals: numeratorDecimals, denominatorDecimals: denominatorDecimals)
    return FigureNumbers(numerator: numerator, denominator: denominator, status: status)
      .value(scale, decimals: decimals)
  }

  /// The share in percent with that many decimals; `nil` where there is nothing to say.
  public func percent(decimals: Int) -> String? {
    value(decimals: decimals + 2).map { Quotient.text($0, decimals: decimals) }
  }
}

extension FigureNumbers {
  /// As ``Figure/value(decimals:)``.
  public func value(_ scale: FigureScale, decimals: Int) -> Int64? {
    guard status != .cannotExist, status != .missing, status != .overflow else { return nil }
    guard let denominator else { return rescaled(from: scale.numeratorDecimals, to: decimals) }
    guard let up = Quotient.power(of: 10, scale.denominatorDecimals),
      let down = Quotient.power(of: 10, scale.numeratorDecimals)
    else { return nil }
    let (above, aboveOverflows) = numerator.multipliedReportingOverflow(by: up)
    let (below, belowOverflows) = denominator.multipliedReportingOverflow(by: down)
    guard !aboveOverflows, !belowOverflows else { return nil }
    return Quotient.scaled(above, by: below, decimals: decimals)
  }

  private func rescaled(from: Int, to: Int) -> Int64? {
    guard to < from else {
      return Quotient.power(of: 10, to - from).flatMap { power in
        let (scaled, overflows) = numerator.multipliedReportingOverflow(by: power)
        return overflows ? nil : scaled
      }
    }
    return Quotient.power(of: 10, from - to).flatMap { Quotient.scaled(numerator, by: $0, decimals: 0) }
  }
}
