public import Model

extension Progress {
  /// How far units are towards a target in the month of the figures. Units that there is nothing to count of, and those
  /// that the level lies above, are left out.
  public static func make(
    _ target: Target, campaign: Campaign, figures: Figures, month: Month, units: [Int]
  ) -> [Progress] {
    let indicator = campaign.indicators[target.key.indicator]
    let path = target.expected(in: month, decimals: indicator.decimals)
    return units.compactMap { unit in
      guard
        let figure = figures.figure(unit: unit, indicator: target.key.indicator, level: target.key.level),
        figure.status != .cannotExist
      else { return nil }
      return Progress(
        unit: unit, target: target, path: path, figure: figure,
        verdict: verdict(target, figure, indicator, path))
    }
  }

  /// The value is compared exactly with the target, and with the path as it is printed.
  private static func verdict(
    _ target: Target, _ figure: Figure, _ indicator: Indicator, _ path: Int64?
  ) -> Verdict {
    let isShare = indicator.isPercentage
    guard let value = figure.exact(isShare: isShare) else { return path == nil ? .notDue : .noData }
    if value >= target.value.exact { return .reached }
    guard let path, let power = Quotient.power(of: 10, indicator.decimals) else { return .notDue }
    let asked = min(Rational(Int128(path), Int128(power)), target.value.exact)
    if value >= asked { return .onPath }
    return figure.exactUpper(isShare: isShare).map { $0 < asked } ?? false ? .behind : .cannotTell
  }
}
