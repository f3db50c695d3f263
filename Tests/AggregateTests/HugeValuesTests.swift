import Model
import Testing
import TestSupport

@testable import Aggregate

/// Values near the ends of 64 bits never stop the program; what does not fit is not told.
@Suite struct HugeValuesTests {
  static func inflate(_ returns: Returns, _ random: inout SplitMix64) -> Returns {
    var returns = returns
    for item in 1..<4 {
      for unit in 0..<returns.roster.count where returns.columns[item].states[unit] == .value {
        let huge: Int64? = [.max, .max - 1, .min, .min + 1, nil, nil].randomElement(using: &random) ?? nil
        if let huge { returns.columns[item].values[unit] = huge }
      }
    }
    return returns
  }

  @Test func areComparedAndExplained() throws {
    var random = SplitMix64(seed: 64)
    let campaign = try ErrataTests.campaign()
    var (fits, overflows) = (0, 0)
    for _ in 0..<60 {
      let registry = try History(&random).registry(&random)
      let (one, other) = try ErrataTests.months(registry, campaign, History.last, &random)
      let months = try [one, other].map {
        try MonthFigures(campaign: campaign, returns: Self.inflate($0.returns, &random))
      }
      let comparing = Comparing(campaign: campaign, registry: registry, earlier: months[0], later: months[1])
      for unit in 0..<months[1].returns.roster.count {
        for change in comparing.comparison(of: unit, publication: nil, published: { _, _ in nil }).changes {
          guard let parts = change.numerator else {
            overflows += 1
            continue
          }
          fits += 1
          let whole = Int128(change.current?.numerator ?? 0) - Int128(change.published?.numerator ?? 0)
          #expect(Int128(parts.total) == whole)
        }
      }
      let told = ErrataTests.published(months[0], campaign)
      let errata = Errata.make(
        campaign: campaign, published: told, then: months[0], now: months[1], registryChanged: true,
        campaignChanged: false)
      #expect(errata.allSatisfy { !$0.causes.isEmpty })
      let period = PeriodReturns.combine(
        campaign: campaign, registry: registry, period: .half(year: 2016, 1),
        months: months.map(\.returns), roster: registry.roster(in: try Fixture.month("2016-06")))
      _ = try Figures(campaign: campaign, returns: period.returns)
    }
    #expect(fits > 1000 && overflows > 100)
  }
}
