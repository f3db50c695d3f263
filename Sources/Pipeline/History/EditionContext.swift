import Aggregate
import Model
import Render

/// What an edition of a month is set beside: the month before, and what was published.
struct EditionContext: Sendable {
  /// A publication, with what was known then.
  struct Published: Sendable {
    var publication: Publication
    /// The campaign of that time.
    var campaign: Campaign
    /// The month's returns and figures as known then; `nil` where they cannot be read any more.
    var then: MonthFigures?
    /// Whether the registry, and the campaign or a form, are other than they were.
    var registryChanged = false
    var campaignChanged = false
  }

  /// The month before, as known now; `nil` where nothing is known of it.
  var earlier: MonthFigures?
  /// The two months side by side.
  var comparing: Comparing?
  /// The month's returns with movements of ledgers since a month other than the one before.
  var since: Returns?
  /// Its last publication.
  var earlierPublished: Published?
  /// The publication that the edition is held against: the last one, or the one before where nothing has changed
  /// since the last.
  var published: Published?
  /// The publication that the edition is; `nil` where something has changed since the last, or there is none.
  var edition: Vintage.Published?
  /// What was first published of the month and of those that its trend shows.
  var firstPublished: [Month: [PublishedPlace: Figure]] = [:]
  /// The month's last publication as of the entry, with the version of the program that made it.
  var last: (number: Int, version: String)?
}

extension MonthRun {
  /// What a person should know of the month's publication; `nil` where this version of the program has made it.
  public var versionNote: String? {
    guard let last = context.last, last.version != Version.number else { return nil }
    return campaign.language.pick(
      "\(roster.month)第\(last.number)版由yuebao \(last.version)发布，本程序为\(Version.number)，所示的数和文字可能与当时发布的不同",
      "edition \(last.number) of \(roster.month) was published by yuebao \(last.version), and this is "
        + "\(Version.number): figures and words may differ from what went out")
  }

  /// The month's returns and figures.
  var monthFigures: MonthFigures { MonthFigures(returns: returns, figures: figures) }

  /// The month before beside this one, for a unit and its children.
  func comparison(of unit: Int) -> Comparison? {
    guard let comparing = context.comparing else { return nil }
    let published = context.earlierPublished
    let figure = published.map { PublishedFigures($0, campaign) }
    return comparing.comparison(
      of: unit, publication: published?.publication.number,
      published: { code, key in figure?.figure(code, key) })
  }

  /// What is no longer as published of the month before, for one unit.
  func earlierErrata(of unit: Int) -> [Erratum] {
    guard let earlier = context.earlier, let published = context.earlierPublished else { return [] }
    let code = roster.units[unit].code
    let figures =
      unit == 0
      ? published.publication.figures.filter { $0.unit == code }
      : PublishedFigures(published, campaign).all([code])
    return Errata.make(
      campaign: campaign, published: figures, then: published.then, now: earlier,
      registryChanged: published.registryChanged, campaignChanged: published.campaignChanged,
      thenCampaign: published.campaign
    ).filter { $0.key.indicator >= 0 }.map { erratum in
      var erratum = erratum
      erratum.unit = roster.index(of: erratum.code)
      return erratum
    }
  }

  /// How the figures of a unit and its children stand to what was published.
  func vintage(of unit: Int) -> Vintage {
    let errata = context.published.map { self.errata($0, of: unit) } ?? []
    let dropped = errata.filter { $0.key.indicator < 0 }.map(\.name)
    return Vintage(
      edition: context.edition, before: context.published.map { Vintage.Published($0.publication) },
      errata: errata.filter { $0.key.indicator >= 0 }, dropped: Set(dropped).sorted())
  }

  private func errata(_ published: EditionContext.Published, of unit: Int) -> [Erratum] {
    let figures =
      unit == 0
      ? published.publication.figures
      : PublishedFigures(published, campaign).all(
        ([unit] + roster.children(of: unit)).map { roster.units[$0].code })
    return Errata.make(
      campaign: campaign, published: figures, then: published.then, now: monthFigures,
      registryChanged: published.registryChanged, campaignChanged: published.campaignChanged,
      thenCampaign: published.campaign)
  }
}

/// The figures of a publication: those sealed with it, and of units further down those of what was known then.
struct PublishedFigures {
  private let published: EditionContext.Published
  private let campaign: Campaign
  private let sealed: [PublishedPlace: Figure]
  private let keys: [SeriesName: SeriesKey]

  init(_ published: EditionContext.Published, _ campaign: Campaign) {
    self.published = published
    self.campaign = campaign
    sealed = published.publication.index()
    keys = published.then?.figures.named(published.campaign) ?? [:]
  }

  /// The figure of a unit; the key is one of today's campaign.
  func figure(_ unit: UnitCode, _ key: SeriesKey) -> Figure? {
    let name = SeriesName(key, campaign)
    if let figure = sealed[PublishedPlace(unit: unit, series: name)] { return figure }
    guard let then = published.then, let key = keys[name], let index = then.returns.roster.index(of: unit)
    else { return nil }
    return then.figures.figure(
      unit: index, indicator: key.indicator, level: key.level, part: key.part)
  }

  /// All figures of some units.
  func all(_ units: [UnitCode]) -> [PublishedFigure] {
    units.flatMap { published.then?.published($0, published.campaign) ?? [] }
  }
}

extension Vintage.Published {
  /// A publication of the history.
  init(_ publication: Publication) {
    self.init(number: publication.number, time: publication.entry.recorded)
  }
}
