import Formula
import Model
import Testing

@testable import Aggregate

/// Totals and averages of the units that meet a condition, and conditions on the units around one.
@Suite struct ConditionTests {
  private static let items = [Fixture.item("kickoff", .flag), Fixture.item("fund", .count)]
  private static let rows = [
    "0 0 -", "1 1 0", "2 1 0", "1.1 3 1", "1.2 3 1", "1.3 3 1", "2.1 3 2", "2.2 3 2",
  ]
  private static let cells: [String: [Int64?]] = [
    "1.1": [1, 5], "1.2": [0, 7], "1.3": [nil, 9], "2.1": [1, nil],
  ]

  private func figures(_ indicator: Indicator) throws -> (Figures, Roster) {
    let campaign = try Fixture.campaign(items: Self.items, indicators: [indicator])
    let roster = try Fixture.roster(Self.rows)
    return (
      try Figures(campaign: campaign, returns: try Fixture.returns(roster, campaign, Self.cells)), roster
    )
  }

  @Test func onlyUnitsThatMeetItAdd() throws {
    var total = Fixture.indicator(.total(item: 1), levels: [3])
    total.condition = "kickoff"
    let (figures, roster) = try figures(total)
    let top = try #require(figures.figure(unit: 0, indicator: 0, level: nil))
    // 1.1 adds; 1.2 and 1.3 (to whom it does not apply) add nothing, nor does 2.1, whose fund does not apply;
    // 2.2 did not report.
    #expect(top.numerator == 5 && top.received == 4 && top.expected == 5 && top.status == .provisional)
    let code = try #require(UnitCode("1"))
    let first = try #require(roster.index(of: code))
    let county = try #require(figures.figure(unit: first, indicator: 0, level: nil))
    #expect(county.numerator == 5 && county.received == 3 && county.expected == 3)
  }

  @Test func nobodyWhoMeetsItIsZeroAndNotMissing() throws {
    var total = Fixture.indicator(.total(item: 1), levels: [3])
    total.condition = "fund > 100"
    let (figures, _) = try figures(total)
    let top = try #require(figures.figure(unit: 0, indicator: 0, level: nil))
    #expect(top.numerator == 0 && top.received == 4 && top.status == .provisional)
  }

  @Test func aConditionMayLookAtTheUnitsBelow() throws {
    let (figures, _) = try figures(Fixture.indicator(.rate(formula: "children(kickoff) >= 1"), levels: [1]))
    let top = try #require(figures.figure(unit: 0, indicator: 0, level: 1))
    #expect(top.numerator == 2 && top.denominator == 2)
  }
}
