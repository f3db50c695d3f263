import Aggregate
import Model
import Render

/// What an earlier month says of the series that ranks units: all that a trend needs of it.
struct TrendFigures: Sendable {
  /// The tree of that month.
  let roster: Roster
  /// The figures of the indicator alone that ranks units.
  let figures: Figures

  /// `nil` where nothing ranks units.
  init?(_ campaign: Campaign, _ returns: Returns) throws(Failure) {
    guard let indicator = campaign.bulletin.rankIndicator else { return nil }
    roster = returns.roster
    figures = try Figures.of(campaign, returns, only: indicator..<indicator + 1)
  }

  /// The month.
  var month: Month { roster.month }

  /// A unit's figure; `nil` where the month did not have the unit.
  func figure(_ unit: UnitCode, _ key: SeriesKey) -> Figure? {
    roster.index(of: unit).flatMap {
      figures.figure(unit: $0, indicator: key.indicator, level: key.level, part: key.part)
    }
  }
}

extension MonthRun {
  /// The months that the run has read, as known now and as they were first published, for one unit.
  func trend(of unit: Int, _ key: SeriesKey?) -> [TrendMonth] {
    guard let key else { return [] }
    let own = TrendMonth(
      month: roster.month,
      known: figures.figure(unit: unit, indicator: key.indicator, level: key.level, part: key.part))
    let code = roster.units[unit].code
    let place = PublishedPlace(unit: code, series: SeriesName(key, campaign))
    return (earlier.map { TrendMonth(month: $0.month, known: $0.figure(code, key)) } + [own]).map { month in
      TrendMonth(
        month: month.month, known: month.known, published: context.firstPublished[month.month]?[place])
    }
  }
}

extension MonthBook {
  /// What was first published of months, for the top unit and those directly below it.
  func firstPublished(_ months: [Month]) throws(Failure) -> [Month: [PublishedPlace: Figure]] {
    var found: [Month: [PublishedPlace: Figure]] = [:]
    for month in months { found[month] = try publications(month).first?.index() }
    return found
  }
}
