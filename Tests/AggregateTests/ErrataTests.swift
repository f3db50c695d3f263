import Model
import Testing
import TestSupport

@testable import Aggregate

@Suite struct ErrataTests {
  static func submission(_ path: String, day: Int) throws -> Submission {
    guard let day = Day(year: 2016, month: 7, day: day),
      let time = LocalTime(day: day, hour: 9, minute: 0)
    else { throw FixtureFault() }
    return Submission(path: path, size: 1, sha256: path, sender: nil, received: time)
  }

  static func campaign() throws -> Campaign {
    numbered(try Fixture.campaign(items: ChangeOracle.items, indicators: ChangeOracle.indicators))
  }

  /// With an id of its own for each indicator.
  static func numbered(_ campaign: Campaign) -> Campaign {
    var campaign = campaign
    for place in campaign.indicators.indices { campaign.indicators[place].id = "i\(place)" }
    return campaign
  }

  static func published(_ month: MonthFigures, _ campaign: Campaign) -> [PublishedFigure] {
    month.returns.roster.units.indices.flatMap { published(month, campaign, $0) }
  }

  static func published(_ month: MonthFigures, _ campaign: Campaign, _ unit: Int) -> [PublishedFigure] {
    month.figures.columns.compactMap { key in
      month.figure(unit, key).map { figure in
        let name = SeriesName(key, campaign)
        return PublishedFigure(
          unit: month.returns.roster.units[unit].code, indicator: name.indicator, level: name.level,
          part: name.part, figure: figure)
      }
    }
  }

  /// Then, and now: some returns late, corrected or lost; the tree is another where it changed.
  static func months(
    _ registry: Registry, _ campaign: Campaign, _ tree: String, _ random: inout SplitMix64
  ) throws -> (then: MonthFigures, now: MonthFigures) {
    var then = History.returns(
      registry.roster(in: try Fixture.month(History.first)), campaign, &random)
    then.submissions = try (0..<4).map { try submission("f\($0)", day: 1 + $0) }
    for unit in 0..<then.roster.count where then.statuses[0][unit] == .accepted {
      then.sources[0][unit] = ReturnSource(
        submission: Int32(Int.random(in: 0..<4, using: &random)), row: Int32(unit))
    }
    var now = History.returns(registry.roster(in: try Fixture.month(tree)), campaign, &random)
    now.submissions = then.submissions + (try (4..<7).map { try submission("f\($0)", day: 1 + $0) })
    for unit in 0..<now.roster.count {
      if let old = then.roster.index(of: now.roster.units[unit].code),
        Int.random(in: 0..<3, using: &random) > 0
      {
        now.sources[0][unit] = then.sources[0][old]
        now.statuses[0][unit] = now.statuses[0][unit] == .notExpected ? .notExpected : then.statuses[0][old]
        for item in campaign.items.indices {
          now.columns[item].set(unit, then.columns[item].states[old], then.columns[item].values[old])
        }
      } else if now.statuses[0][unit] == .accepted {
        now.sources[0][unit] = ReturnSource(
          submission: Int32(Int.random(in: 0..<7, using: &random)), row: Int32(1000 + unit))
      }
    }
    return (
      MonthFigures(returns: then, figures: try Figures(campaign: campaign, returns: then)),
      MonthFigures(returns: now, figures: try Figures(campaign: campaign, returns: now))
    )
  }

  @Test func theCausesAddUp() throws {
    var random = SplitMix64(seed: 99)
    let campaign = try Self.campaign()
    var kinds: [RevisionCause.Kind: Int] = [:]
    for round in 0..<80 {
      let tree = round % 2 == 0 ? History.first : History.last
      let registry = try History(&random).registry(&random)
      let (then, now) = try Self.months(registry, campaign, tree, &random)
      let told = Self.published(then, campaign).filter { _ in Int.random(in: 0..<9, using: &random) > 0 }
      let errata = Errata.make(
        campaign: campaign, published: told, then: then, now: now,
        registryChanged: tree == History.last, campaignChanged: round % 5 == 0)
      for erratum in errata {
        for cause in erratum.causes { kinds[cause.kind, default: 0] += 1 }
        let tops = erratum.causes.reduce(0) { $0 + $1.numerator }
        let bottoms = erratum.causes.reduce(0) { $0 + $1.denominator }
        #expect(tops == (erratum.now?.numerator ?? 0) - (erratum.published?.numerator ?? 0))
        #expect(bottoms == (erratum.now?.denominator ?? 0) - (erratum.published?.denominator ?? 0))
        if erratum.published != nil { Self.checkReturns(erratum, then, now) }
      }
      Self.checkComplete(errata, told, now, campaign)
    }
    #expect(kinds.count == RevisionCause.Kind.allCases.count && kinds.values.allSatisfy { $0 > 50 })
  }

  /// What late, corrected and lost returns did, unit by unit.
  static func checkReturns(_ erratum: Erratum, _ then: MonthFigures, _ now: MonthFigures) {
    var expected: [RevisionCause.Kind: Int64] = [:]
    let (old, new) = (then.returns, now.returns)
    guard let unit = erratum.unit, let former = old.roster.index(of: erratum.code) else { return }
    for below in unit..<Int(new.roster.end[unit]) {
      guard let before = old.roster.index(of: new.roster.units[below].code),
        old.roster.isWithin(before, former)
      else { continue }
      let one = ChangeOracle.own(before, erratum.key, old)
      let two = ChangeOracle.own(below, erratum.key, new)
      guard one.isMember, two.isMember else { continue }
      let delta = (two.top ?? 0) - (one.top ?? 0)
      switch (old.statuses[0][before] == .accepted, new.statuses[0][below] == .accepted) {
      case (false, true): expected[.late, default: 0] += delta
      case (true, false): expected[.lost, default: 0] += delta
      case (true, true) where old.sources[0][before] != new.sources[0][below]:
        expected[.corrected, default: 0] += delta
      default: break
      }
    }
    for kind in [RevisionCause.Kind.late, .corrected, .lost] {
      let told = erratum.causes.filter { $0.kind == kind }.reduce(0) { $0 + $1.numerator }
      #expect(told == expected[kind] ?? 0)
    }
  }

  /// Nothing is left out, nothing that is as published is in it, and the order is that of the roster.
  static func checkComplete(
    _ errata: [Erratum], _ told: [PublishedFigure], _ now: MonthFigures, _ campaign: Campaign
  ) {
    let names = now.figures.named(campaign)
    let differing = told.count { published in
      let unit = now.returns.roster.index(of: published.unit)
      let figure = unit.flatMap { unit in names[SeriesName(published)].flatMap { now.figure(unit, $0) } }
      guard let figure else { return true }
      return (published.figure.numerator, published.figure.denominator) != (
        figure.numerator, figure.denominator
      )
        || (published.figure.received, published.figure.expected) != (figure.received, figure.expected)
        || published.figure.status != figure.status
    }
    #expect(errata.count { $0.published != nil } == differing)
    // What is there now of the published units, and was not published.
    let series = Dictionary(grouping: told, by: \.unit).mapValues { Set($0.map(SeriesName.init)) }
    let new = series.reduce(0) { sum, found in
      guard let unit = now.returns.roster.index(of: found.key) else { return sum }
      return sum
        + now.figures.columns.count {
          now.figure(unit, $0) != nil && !found.value.contains(SeriesName($0, campaign))
        }
    }
    #expect(errata.count { $0.published == nil } == new)
    let units = errata.map { $0.unit ?? .max }
    #expect(units == units.sorted())
  }

  @Test func aLateReturnIsNamedWithItsFile() throws {
    let campaign = try Self.campaign()
    let roster = try Fixture.roster(["0 0 -", "1 1 0", "11 2 1", "12 2 1"])
    var then = try Fixture.returns(roster, campaign, ["11": [1, 5, 10]])
    then.submissions = [try Self.submission("a.csv", day: 1)]
    then.sources[0][2] = ReturnSource(submission: 0, row: 2)
    var now = try Fixture.returns(roster, campaign, ["11": [1, 5, 10], "12": [1, 7, 10]])
    now.submissions = then.submissions + [try Self.submission("b.csv", day: 9)]
    now.sources = then.sources
    now.sources[0][3] = ReturnSource(submission: 1, row: 2)
    let (old, new) = (
      try MonthFigures(campaign: campaign, returns: then), try MonthFigures(campaign: campaign, returns: now)
    )
    var told = Self.published(old, campaign)
    told.append(
      PublishedFigure(
        unit: try Fixture.code("0"), indicator: "old", level: "", part: "",
        figure: Figure(unit: 0, indicator: 9, numerator: 3, received: 1, expected: 1, status: .normal)))
    let errata = Errata.make(
      campaign: campaign, published: told, then: old, now: new, registryChanged: false,
      campaignChanged: false)
    let erratum = try #require(errata.first { $0.unit == 0 && $0.key == SeriesKey(indicator: 2) })
    #expect(erratum.published?.numerator == 5 && erratum.now?.numerator == 12)
    #expect(erratum.name == "i2")
    let received = now.submissions[1].received
    let late = RevisionCause(
      .late, path: "b.csv", received: received, units: [roster.units[3].code], unitCount: 1, numerator: 7)
    #expect(erratum.causes == [late])
    let gone = try #require(errata.first { $0.key.indicator == -1 })
    #expect(gone.now == nil && gone.name == "old" && gone.unit == 0)
    #expect(gone.causes == [RevisionCause(.campaign, numerator: -3)])
    let same = Errata.make(
      campaign: campaign, published: Self.published(old, campaign), then: old, now: old,
      registryChanged: true, campaignChanged: true)
    #expect(same.isEmpty)
  }

  @Test func aCampaignThatChangedIsMatchedByIds() throws {
    var random = SplitMix64(seed: 41)
    let former = try Self.campaign()
    var campaign = former
    campaign.indicators.reverse()
    let registry = try History(&random).registry(&random)
    let (then, _) = try Self.months(registry, former, History.first, &random)
    func errata(_ campaign: Campaign) throws -> [Erratum] {
      Errata.make(
        campaign: campaign, published: Self.published(then, former), then: then,
        now: try MonthFigures(campaign: campaign, returns: then.returns), registryChanged: false,
        campaignChanged: true, thenCampaign: former)
    }
    #expect(try errata(campaign).isEmpty)
    // The count of those who did becomes that of those who did not.
    campaign.indicators[5].kind = .count(formula: "not kickoff")
    let found = try errata(campaign)
    #expect(!found.isEmpty)
    for erratum in found {
      #expect(erratum.name.hasPrefix("i1/"))
      let delta = (erratum.now?.numerator ?? 0) - (erratum.published?.numerator ?? 0)
      #expect(erratum.causes == [RevisionCause(.campaign, numerator: delta)])
    }
  }
}
