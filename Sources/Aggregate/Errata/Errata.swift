public import Model

/// Finds the figures that are no longer what was published.
public enum Errata {
  /// The published figures that differ from those of now, in the order of the roster and of the series; then
  /// those of units that the registry has no more. Matched by unit and by ids.
  ///
  /// `then` is what was known of the month when it was published, made by `thenCampaign` where that was
  /// another than `campaign`; with it the causes are told, and add up to the difference.
  public static func make(
    campaign: Campaign, published: [PublishedFigure], then: MonthFigures?, now: MonthFigures,
    registryChanged: Bool, campaignChanged: Bool, thenCampaign: Campaign? = nil
  ) -> [Erratum] {
    let known = now.figures.named(campaign)
    var found = published.compactMap { told in
      difference(told, known[SeriesName(told)], now)
    }
    found += unpublished(campaign, published, known, now)
    guard !found.isEmpty else { return [] }
    let causes = RevisionCauses(
      campaign: campaign, now: now, thenCampaign: thenCampaign ?? campaign, then: then,
      registryChanged: registryChanged, campaignChanged: campaignChanged)
    let order = Dictionary(
      now.figures.columns.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func place(_ erratum: Erratum) -> (Int, UnitCode, Int, String) {
      (erratum.unit ?? .max, erratum.code, order[erratum.key] ?? .max, erratum.name)
    }
    return found.map { erratum in
      var erratum = erratum
      erratum.causes = causes.of(erratum)
      return erratum
    }.sorted { place($0) < place($1) }
  }

  /// A published figure beside the one of now; `nil` where it is as published.
  private static func difference(
    _ told: PublishedFigure, _ key: SeriesKey?, _ now: MonthFigures
  ) -> Erratum? {
    let unit = now.returns.roster.index(of: told.unit)
    let figure = unit.flatMap { unit in key.flatMap { now.figure(unit, $0) } }
    if let figure, told.figure.says(figure) { return nil }
    var erratum = Erratum(
      unit: unit, code: told.unit, key: key ?? SeriesKey(indicator: -1), published: told.figure,
      now: figure, causes: [])
    erratum.name = SeriesName(told).text
    return erratum
  }

  /// Figures of published units that were not published.
  private static func unpublished(
    _ campaign: Campaign, _ published: [PublishedFigure], _ known: [SeriesName: SeriesKey],
    _ now: MonthFigures
  ) -> [Erratum] {
    let told = Dictionary(grouping: published, by: \.unit).mapValues { Set($0.map(SeriesName.init)) }
    let names = known.sorted { $0.key < $1.key }
    return told.flatMap { code, series -> [Erratum] in
      guard let unit = now.returns.roster.index(of: code) else { return [] }
      return names.compactMap { name, key in
        guard !series.contains(name), let figure = now.figure(unit, key) else { return nil }
        var erratum = Erratum(
          unit: unit, code: code, key: key, published: nil, now: figure, causes: [])
        erratum.name = name.text
        return erratum
      }
    }
  }
}

extension MonthFigures {
  /// A unit's figure of a series; `nil` where there is none.
  func figure(_ unit: Int, _ key: SeriesKey) -> Figure? {
    figures.figure(unit: unit, indicator: key.indicator, level: key.level, part: key.part)
  }
}

extension Figure {
  /// Whether it says the same as another, in whatever decimals the sums are kept.
  func says(_ other: Figure) -> Bool {
    guard let same = kept(like: other) else { return false }
    return same.numerator == other.numerator && same.denominator == other.denominator
      && same.received == other.received && same.expected == other.expected
      && same.status == other.status
  }
}
