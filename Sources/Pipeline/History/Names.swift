import Aggregate
import Model

/// Where a published figure is found.
struct PublishedPlace: Hashable {
  var unit: UnitCode
  var series: SeriesName
}

extension Publication {
  /// The figure of a unit as it was published, by names.
  func index() -> [PublishedPlace: Figure] {
    Dictionary(
      figures.map { (PublishedPlace(unit: $0.unit, series: SeriesName($0)), $0.figure) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension MonthFigures {
  /// The figures of a unit as they are published; none where the month does not have it.
  func published(_ unit: UnitCode, _ campaign: Campaign) -> [PublishedFigure] {
    guard let index = returns.roster.index(of: unit) else { return [] }
    return figures.figures(of: index).map { figure in
      let key = SeriesKey(indicator: figure.indicator, level: figure.level, part: figure.part)
      let name = SeriesName(key, campaign)
      return PublishedFigure(
        unit: unit, indicator: name.indicator, level: name.level, part: name.part, figure: figure)
    }
  }
}

extension MonthRun {
  /// The figures of the bulletin's unit and of its children as they are published.
  func publishedFigures() -> [PublishedFigure] {
    ([0] + roster.children(of: 0)).flatMap { monthFigures.published(roster.units[$0].code, campaign) }
  }
}
