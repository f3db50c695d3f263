public import Model

/// What a series is about, by names that outlive a change of the campaign.
public struct SeriesName: Hashable, Comparable, Sendable {
  /// The indicator's id.
  public let indicator: String
  /// The counted level's id; empty for none.
  public let level: String
  /// The id of a composition's part; empty for none.
  public let part: String

  /// The name of a published figure.
  public init(_ figure: PublishedFigure) {
    (indicator, level, part) = (figure.indicator, figure.level, figure.part)
  }

  /// The name of a series of a campaign.
  public init(_ key: SeriesKey, _ campaign: Campaign) {
    let found = campaign.indicators[key.indicator]
    indicator = found.id
    level = key.level.map { campaign.levels[$0].id } ?? ""
    if case .composition(let parts, _) = found.kind, let position = key.part {
      part = campaign.items[parts[position]].id
    } else {
      part = ""
    }
  }

  /// The ids that are there, with `/` between.
  var text: String { [indicator, level, part].filter { !$0.isEmpty }.joined(separator: "/") }

  /// By indicator, level and part.
  public static func < (a: SeriesName, b: SeriesName) -> Bool {
    (a.indicator, a.level, a.part) < (b.indicator, b.level, b.part)
  }
}

extension Figures {
  /// The series by their names in the campaign that they were made by.
  public func named(_ campaign: Campaign) -> [SeriesName: SeriesKey] {
    Dictionary(
      columns.map { (SeriesName($0, campaign), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
