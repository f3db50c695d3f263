public import Model

/// The returns of a month, or of a period, and the figures made of them.
public struct MonthFigures: Sendable {
  /// The returns.
  public let returns: Returns
  /// Their figures.
  public let figures: Figures

  /// Returns and figures that were made of them.
  public init(returns: Returns, figures: Figures) {
    self.returns = returns
    self.figures = figures
  }

  /// Makes the figures, and keeps what a comparison or errata need beside them: of figures made elsewhere
  /// that is made when it is needed.
  public init(campaign: Campaign, returns: Returns) throws(IndicatorError) {
    self.returns = returns
    figures = try Figures(campaign: campaign, returns: returns, keepsContributions: true)
  }

  /// What each unit itself adds, series by series; `campaign` is the one that the figures were made by.
  func contributions(_ campaign: Campaign) -> [SeriesKey: Contributions] {
    var made = figures
    let isKept = figures.series.allSatisfy { series in
      let indicator = series.key.indicator
      return series.contributions != nil
        || (campaign.indicators.indices.contains(indicator) && campaign.indicators[indicator].isOfAllRows)
    }
    if !isKept,
      let kept = try? Figures(campaign: campaign, returns: returns, keepsContributions: true)
    {
      made = kept
    }
    return Dictionary(
      made.series.compactMap { series in series.contributions.map { (series.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
