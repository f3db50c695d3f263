import Model
import Testing
import TestSupport

@testable import Aggregate

/// The figures of random months against a scan of every unit's subtree.
@Suite struct RandomFiguresTests {
  static let items = [
    Fixture.item("kickoff", .flag), Fixture.item("orgs", .count, filledBy: [2, 3]),
    Fixture.item("stated", .count, overTree: .statement),
  ]
  static let indicators = [
    Fixture.indicator(.rate(formula: "not kickoff"), group: 0, levels: [1, 2, 3]),
    Fixture.indicator(.total(item: 1)),
    Fixture.indicator(.total(item: 2), group: 0),
  ]

  static func returns(
    _ roster: Roster, _ campaign: Campaign, _ random: inout SplitMix64
  ) -> Returns {
    var returns = Returns(roster: roster, campaign: campaign, submissions: [])
    for (position, item) in items.enumerated() {
      for unit in 0..<roster.count where item.filledBy.contains(roster.units[unit].level) {
        let state = CellState.allCases[Int.random(in: 0..<6, using: &random)]
        let value = Int64.random(in: 0...(item.type == .flag ? 1 : 1000), using: &random)
        returns.columns[position].set(unit, Bool.random(using: &random) ? .value : state, value)
      }
    }
    return returns
  }

  @Test func agreeWithAScanOfEachSubtree() throws {
    var random = SplitMix64(seed: 77)
    let campaign = try Fixture.campaign(items: Self.items, indicators: Self.indicators)
    for _ in 0..<60 {
      let registry = try Registry(
        levels: try Fixture.levels(), groups: ["g"], rows: try RollupTests.rows(&random))
      let roster = registry.roster(in: try Fixture.month("2016-05"))
      let returns = Self.returns(roster, campaign, &random)
      let figures = try Figures(campaign: campaign, returns: returns)
      for indicator in campaign.indicators.indices {
        let only = try Figures(campaign: campaign, returns: returns, only: indicator..<indicator + 1)
        #expect(only.columns == figures.columns.filter { $0.indicator == indicator })
        #expect(
          (0..<roster.count).allSatisfy { unit in
            only.figures(of: unit) == figures.figures(of: unit).filter { $0.indicator == indicator }
          })
        #expect(only.overflows.count == figures.overflows.count)
      }
      for unit in 0..<roster.count {
        let below = (0..<roster.count).filter { roster.isWithin($0, unit) }
        for figure in figures.figures(of: unit) {
          let counted = below.filter { Self.counts($0, figure, roster) }
          let column = returns.columns[figure.indicator]
          let values = counted.compactMap { column[$0] }
          let sum = figure.indicator == 0 ? Int64(values.count { $0 == 0 }) : values.reduce(0, +)
          #expect(figure.numerator == sum)
          #expect(figure.expected == counted.count)
          #expect(figure.received == counted.count { column.states[$0].isAnswered })
          let missing = Int64(figure.expected - figure.received)
          #expect(figure.bounds == (figure.indicator == 0 && missing > 0 ? sum...(sum + missing) : nil))
        }
      }
    }
  }

  /// Whether a unit belongs to the figure's population.
  static func counts(_ unit: Int, _ figure: Figure, _ roster: Roster) -> Bool {
    switch figure.indicator {
    case 0: roster.matches(unit, level: figure.level ?? -1, group: 0)
    case 1: roster.units[unit].level >= 2
    default:
      owes(unit, roster)
        && !(0..<roster.count).contains { $0 != unit && roster.isWithin($0, unit) && owes($0, roster) }
    }
  }

  static func owes(_ unit: Int, _ roster: Roster) -> Bool {
    roster.units[unit].level >= 1 && roster.units[unit].groups.contains(0)
  }
}
