import Model
import Testing
import TestSupport

@testable import Aggregate

/// A tree of the size of the nation: how long it takes, printed and not judged.
@Suite struct ScaleTests {
  /// 32 provinces, 352 cities, 2,816 counties, 33,792 townships.
  static func rows() throws -> [RegistryRow] {
    var rows: [RegistryRow] = []
    func add(_ code: String, _ level: Int, _ parent: String?) throws {
      rows.append(
        RegistryRow(
          code: try Fixture.code(code), name: "单位" + code, short: "", level: level,
          parent: try parent.map(Fixture.code), groups: SmallSet(rows.count % 3 > 0 ? [0] : []),
          from: try Fixture.month("2016-01"), to: nil, successor: nil, line: rows.count + 2))
    }
    try add("0", 0, nil)
    for province in 10..<42 {
      try add("\(province)", 1, "0")
      for city in 10..<21 {
        try add("\(province)\(city)", 2, "\(province)")
        for county in 10..<18 {
          try add("\(province)\(city)\(county)", 3, "\(province)\(city)")
          for township in 10..<22 {
            try add("\(province)\(city)\(county)\(township)", 4, "\(province)\(city)\(county)")
          }
        }
      }
    }
    return rows
  }

  /// Six rates and counts of four levels, and sums of each kind.
  static func campaign() throws -> Campaign {
    let all = [1, 2, 3, 4]
    let items =
      ["a", "b", "c"].map { Fixture.item($0, .flag, filledBy: all) }
      + ["n", "m", "p", "q"].map { Fixture.item($0, .count, filledBy: all) }
    var indicators = ["a", "b", "c", "a and b", "n > 10", "not c"].enumerated().map { place, formula in
      Fixture.indicator(
        place < 4 ? .rate(formula: formula) : .count(formula: formula), group: place % 2 == 0 ? 0 : nil,
        levels: all)
    }
    indicators += [
      Fixture.indicator(.total(item: 3)), Fixture.indicator(.total(item: 4), group: 0),
      Fixture.indicator(.averagePerUnit(item: 5, level: 3)), Fixture.indicator(.ratio(item: 3, per: 4)),
      Fixture.indicator(.composition(parts: [4, 5], whole: 3)),
    ]
    var campaign = try Fixture.campaign(items: items, indicators: indicators, filledBy: all)
    campaign.levels = Levels.national
    return campaign
  }

  static func returns(
    _ roster: Roster, _ campaign: Campaign, _ random: inout SplitMix64
  ) -> Returns {
    var returns = Returns(roster: roster, campaign: campaign, submissions: [])
    for unit in 1..<roster.count where Int.random(in: 0..<20, using: &random) > 0 {
      returns.statuses[0][unit] = .accepted
      for (item, column) in campaign.items.enumerated() {
        let value = Int64.random(in: 0...(column.type == .flag ? 1 : 1000), using: &random)
        returns.columns[item].set(unit, .value, value)
      }
    }
    return returns
  }

  @Test func figuresOfTheNation() throws {
    var random = SplitMix64(seed: 3)
    let campaign = try Self.campaign()
    let registry = try Registry(levels: .national, groups: ["g"], rows: try Self.rows())
    let roster = registry.roster(in: try Fixture.month("2016-05"))
    let returns = Self.returns(roster, campaign, &random)
    var times: [Duration] = []
    #if DEBUG
      let rounds = 1
    #else
      let rounds = 15
    #endif
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      let figures = try Figures(campaign: campaign, returns: returns)
      times.append(ContinuousClock.now - start)
      #expect(figures.series.count == 30)
    }
    print("figures of \(roster.count) units, 30 series: \(times.min() ?? .zero)")
  }

  @Test func comparisonOfTheNation() throws {
    var random = SplitMix64(seed: 4)
    let campaign = try Self.campaign()
    var rows = try Self.rows()
    let (old, new) = (try Fixture.month("2016-05"), try Fixture.month("2016-06"))
    // Every hundredth township goes into the one before it.
    for row in rows.indices where rows[row].level == 4 && row % 100 == 0 && rows[row - 1].level == 4 {
      rows[row].to = old
      rows[row].successor = rows[row - 1].code
    }
    let registry = try Registry(levels: .national, groups: ["g"], rows: rows)
    let months = try [old, new].map { month in
      let returns = Self.returns(registry.roster(in: month), campaign, &random)
      return MonthFigures(returns: returns, figures: try Figures(campaign: campaign, returns: returns))
    }
    let (from, to) = (months[0].returns.roster, months[1].returns.roster)
    let first = ContinuousClock.now
    let succession = Succession(registry: registry, earlier: from, later: to)
    #expect(succession.successors.count == from.count)
    print("succession: \(ContinuousClock.now - first)")
    let start = ContinuousClock.now
    let comparing = Comparing(
      campaign: campaign, registry: registry, earlier: months[0], later: months[1])
    let made = ContinuousClock.now
    let comparison = comparing.comparison(of: 0, publication: nil) { _, _ in nil }
    let end = ContinuousClock.now
    #expect(comparison.changes.count == 33 * 30)
    print("changes of \(comparison.changes.count) figures: \(made - start) and \(end - made)")
  }

  @Test func quarterAndErrataOfTheNation() throws {
    var random = SplitMix64(seed: 5)
    let campaign = ErrataTests.numbered(try Self.campaign())
    let registry = try Registry(levels: .national, groups: ["g"], rows: try Self.rows())
    let months = try ["2016-04", "2016-05", "2016-06"].map {
      Self.returns(registry.roster(in: try Fixture.month($0)), campaign, &random)
    }
    let start = ContinuousClock.now
    let period = PeriodReturns.combine(
      campaign: campaign, registry: registry, period: .quarter(year: 2016, 2), months: months,
      roster: months[2].roster)
    print("a quarter of three months and \(campaign.items.count) items: \(ContinuousClock.now - start)")
    #expect(period.coverage(of: 0).count == 3)
    let (then, now) = try (
      MonthFigures(campaign: campaign, returns: months[0]),
      MonthFigures(campaign: campaign, returns: months[1])
    )
    let roster = now.returns.roster
    let told = ([0] + roster.children(of: 0)).flatMap { ErrataTests.published(then, campaign, $0) }
    let first = ContinuousClock.now
    let errata = Errata.make(
      campaign: campaign, published: told, then: then, now: now, registryChanged: false,
      campaignChanged: false)
    print("\(errata.count) errata: \(ContinuousClock.now - first)")
    #expect(errata.count > 500)
  }
}
