import Model
import Testing
import TestSupport

@testable import Aggregate

/// Comparisons of random months against the oracle, for every unit and series.
@Suite struct ComparisonTests {
  static func campaign() throws -> Campaign {
    try Fixture.campaign(items: ChangeOracle.items, indicators: ChangeOracle.indicators)
  }

  @Test func agreeWithTheirMeaning() throws {
    var random = SplitMix64(seed: 2016)
    let campaign = try Self.campaign()
    var seen = ChangeParts()
    for _ in 0..<60 {
      let history = History(&random)
      let registry = try history.registry(&random)
      let (earlier, later) = try Self.months(registry, campaign, &random)
      let oracle = ChangeOracle(history: history, earlier: earlier.returns, later: later.returns)
      let comparing = Comparing(
        campaign: campaign, registry: registry, earlier: earlier, later: later)
      let published = Self.published(earlier, &random)
      for unit in 0..<later.returns.roster.count {
        let comparison = comparing.comparison(of: unit, publication: 1) { published[Key(unit: $0, key: $1)] }
        for change in comparison.changes where change.unit == unit {
          guard let parts = change.numerator else {
            // One of the months cannot have the figure, by the level of the unit.
            let level = change.key.level ?? 9
            let lacks =
              change.current == nil
              || oracle.roots(unit).contains { earlier.returns.roster.units[$0].level > level }
            #expect(lacks && change.denominator == nil && change.value == nil)
            continue
          }
          Self.check(change, oracle)
          Self.checkValue(change, campaign)
          for (place, part) in parts.all.enumerated() where part != 0 { Self.note(place, &seen) }
        }
      }
    }
    #expect(seen.all.allSatisfy { $0 > 100 }, "every part occurs")
  }

  struct Key: Hashable {
    var unit: UnitCode
    var key: SeriesKey
  }

  static func months(
    _ registry: Registry, _ campaign: Campaign, _ random: inout SplitMix64
  ) throws -> (MonthFigures, MonthFigures) {
    let all = try [History.first, History.last].map { text in
      let roster = registry.roster(in: try Fixture.month(text))
      let returns = History.returns(roster, campaign, &random)
      return MonthFigures(
        returns: returns, figures: try Figures(campaign: campaign, returns: returns))
    }
    return (all[0], all[1])
  }

  /// Figures as they might have been published: some as known now, some others.
  static func published(_ month: MonthFigures, _ random: inout SplitMix64) -> [Key: Figure] {
    var published: [Key: Figure] = [:]
    for (unit, found) in month.returns.roster.units.enumerated() {
      for column in month.figures.columns.indices where Int.random(in: 0..<3, using: &random) == 0 {
        guard var figure = month.figures.figure(unit: unit, column: column) else { continue }
        figure.numerator += Int64.random(in: -9...9, using: &random)
        figure.denominator = figure.denominator.map { max(0, $0 + Int64.random(in: -3...3, using: &random)) }
        published[Key(unit: found.code, key: month.figures.columns[column])] = figure
      }
    }
    return published
  }

  static func note(_ place: Int, _ seen: inout ChangeParts) {
    switch place {
    case 0: seen.restated += 1
    case 1: seen.registry += 1
    case 2: seen.started += 1
    case 3: seen.stopped += 1
    default: seen.real += 1
    }
  }

  static func check(_ change: FigureChange, _ oracle: ChangeOracle) {
    var expected = oracle.parts(change.unit, change.key, \.top)
    expected.restated = (change.previous?.numerator ?? 0) - (change.published?.numerator ?? 0)
    #expect(change.numerator == expected)
    #expect(change.numerator?.total == (change.current?.numerator ?? 0) - (change.published?.numerator ?? 0))
    let bottoms = (change.published?.denominator, change.previous?.denominator, change.current?.denominator)
    guard bottoms.1 != nil || bottoms.2 != nil else { return #expect(change.denominator == nil) }
    if change.key.indicator >= 5 {
      var expected = oracle.parts(change.unit, change.key, \.bottom)
      expected.restated = (bottoms.1 ?? 0) - (bottoms.0 ?? 0)
      #expect(change.denominator == expected)
    } else {
      #expect(change.denominator?.registry == (bottoms.2 ?? 0) - (bottoms.1 ?? 0))
    }
    #expect(change.denominator?.total == (bottoms.2 ?? 0) - (bottoms.0 ?? 0))
  }

  static func checkValue(_ change: FigureChange, _ campaign: Campaign) {
    let decimals = campaign.indicators[change.key.indicator].valueDecimals
    let ends = (
      change.published.flatMap { $0.value(decimals: decimals) },
      change.current.flatMap { $0.value(decimals: decimals) }
    )
    guard let first = ends.0, let last = ends.1 else { return #expect(change.value == nil) }
    #expect(change.value?.total == last - first)
  }

  @Test func aMonthWithItselfGivesZeros() throws {
    var random = SplitMix64(seed: 5)
    let campaign = try Self.campaign()
    for _ in 0..<20 {
      let history = History(&random)
      let registry = try history.registry(&random)
      let (earlier, _) = try Self.months(registry, campaign, &random)
      for unit in 0..<earlier.returns.roster.count {
        let comparison = Comparison.make(
          campaign: campaign, registry: registry, earlier: earlier, later: earlier,
          published: { _, _ in nil }, publication: nil, unit: unit)
        #expect(comparison.units.isEmpty)
        for change in comparison.changes {
          #expect(change.numerator == ChangeParts())
          #expect(change.denominator == nil || change.denominator == ChangeParts())
          #expect(change.value == nil || change.value == ChangeParts())
          #expect(change.rank == change.previousRank)
          let ranking = Ranking(
            of: unit, by: change.key, figures: earlier.figures, roster: earlier.returns.roster)
          #expect(change.unit == unit || change.rank == ranking.entry(of: change.unit)?.rank)
        }
      }
    }
  }
}
