import Model
import Testing
import TestSupport

@testable import Aggregate

/// The numbers of a column, many units at a time, are those of each figure: of months and of a period that lacks
/// answers, with sums that fit and sums that do not.
@Suite struct WideNumbersTests {
  @Test func areThoseOfEachFigure() throws {
    var random = SplitMix64(seed: 25)
    let campaign = try ErrataTests.campaign()
    var told: [FigureStatus: Int] = [:]
    for round in 0..<40 {
      let registry = try History(&random).registry(&random)
      let (one, other) = try ErrataTests.months(registry, campaign, History.last, &random)
      var months = [one.returns, other.returns]
      if round % 2 == 1 { months = months.map { HugeValuesTests.inflate($0, &random) } }
      let period = PeriodReturns.combine(
        campaign: campaign, registry: registry, period: .half(year: 2016, 1), months: months,
        roster: registry.roster(in: try Fixture.month("2016-06")))
      for returns in months + [period.returns] {
        let figures = try Figures(campaign: campaign, returns: returns)
        let units = returns.roster.count / 3..<returns.roster.count
        for column in figures.columns.indices {
          // Before and behind them nothing is touched.
          let mark = FigureNumbers(numerator: -7, denominator: 7, status: .overflow)
          var numbers = [FigureNumbers](repeating: mark, count: units.count + 5)
          figures.write(column, of: units, to: &numbers, at: 3)
          let beside = numbers[..<3] + numbers[(3 + units.count)...]
          #expect(beside.allSatisfy { $0.numerator == -7 && $0.denominator == 7 })
          for (unit, found) in zip(units, numbers.dropFirst(3)) {
            let figure = figures.figure(unit: unit, column: column)
            let given = figure.map {
              FigureNumbers(numerator: $0.numerator, denominator: $0.denominator, status: $0.status)
            }
            let wanted = given ?? .none
            #expect(found.numerator == wanted.numerator && found.denominator == wanted.denominator)
            #expect(found.status == wanted.status)
            told[found.status, default: 0] += 1
          }
        }
      }
    }
    #expect(Set(told.keys) == [.normal, .provisional, .missing, .cannotExist, .overflow])
  }
}
