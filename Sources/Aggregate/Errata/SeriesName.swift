import Model

/// What a series is about, by names that outlive a change of the campaign.
struct SeriesName: Hashable, Comparable {
  var indicator: String
  var level: String
  var part: String

  /// The name of a published figure.
  init(_ figure: PublishedFigure) {
    (indicator, level, part) = (figure.indicator, figure.level, figure.part)
  }

  /// The name of a series of a campaign.
  init(_ key: SeriesKey, _ campaign: Campaign) {
    let found = campaign.indicators[key.indicator]
    indicator = found.id
    level = key.level.map { campaign.levels[$0].id } ?? ""
    part = ""
    if case .composition(let parts, _) = found.kind, let position = key.part {
      part = campaign.items[parts[position]].id
    }
  }

  /// The ids that are there, with `/` between.
  var text: String { [indicator, level, part].filter { !$0.isEmpty }.joined(separator: "/") }

  static func < (a: SeriesName, b: SeriesName) -> Bool {
    (a.indicator, a.level, a.part) < (b.indicator, b.level, b.part)
  }
}

extension Figures {
  /// The series by their names in the campaign that they were made by.
  func named(_ campaign: Campaign) -> [SeriesName: SeriesKey] {
    Dictionary(
      columns.map { (SeriesName($0, campaign), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
