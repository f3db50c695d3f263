import Aggregate
import Model

extension Campaign {
  /// What a series is about, by names that outlive changes of the campaign.
  struct SeriesName: Hashable {
    var indicator: String
    var level: String
    var part: String
  }

  /// The names of a series; `roster` gives those of levels.
  func name(of key: SeriesKey) -> SeriesName {
    let indicator = indicators[key.indicator]
    var part = ""
    if case .composition(let parts, _) = indicator.kind, let position = key.part {
      part = items[parts[position]].id
    }
    return SeriesName(
      indicator: indicator.id, level: key.level.map { levels[$0].id } ?? "", part: part)
  }
}

extension Publication {
  /// The figure of a unit as it was published, by names.
  func index() -> [PublishedPlace: Figure] {
    Dictionary(
      figures.map { figure in
        let name = Campaign.SeriesName(
          indicator: figure.indicator, level: figure.level, part: figure.part)
        return (PublishedPlace(unit: figure.unit, series: name), figure.figure)
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// Where a published figure is found.
struct PublishedPlace: Hashable {
  var unit: UnitCode
  var series: Campaign.SeriesName
}

extension MonthRun {
  /// The figures of the bulletin's unit and of its children as they are published.
  func publishedFigures() -> [PublishedFigure] {
    ([0] + roster.children(of: 0)).flatMap { unit in
      figures.figures(of: unit).map { figure in
        let key = SeriesKey(indicator: figure.indicator, level: figure.level, part: figure.part)
        let name = campaign.name(of: key)
        return PublishedFigure(
          unit: roster.units[unit].code, indicator: name.indicator, level: name.level,
          part: name.part, figure: figure)
      }
    }
  }
}
