import Formula
import Model
import TestSupport
import Testing

@testable import Aggregate

/// Derived groups and the conditions of targets against what is read off each row by hand.
@Suite struct DerivedGroupTests {
  /// 甲 and 乙 are tags; 丙 stands before 丁, which follows from it.
  private static func campaign() throws -> Campaign {
    var campaign = try Fixture.campaign(
      items: [Fixture.item("kickoff", .flag, filledBy: [1, 2, 3])],
      indicators: (0...3).map { (group: Int) in
        Indicator(
          id: "r\(group)", label: "率", kind: .rate(formula: "kickoff"), group: group,
          levels: SmallSet([1, 2, 3]),
          decimals: 0)
      }, filledBy: [1, 2, 3])
    campaign.groups = ["丙", "甲", "丁", "乙"]
    campaign.derivedGroups = [
      DerivedGroup(0, formula: "甲 and not 乙"),
      DerivedGroup(2, formula: "丙 and level in ('county', '乡镇') or 乙 and level = 'province'"),
    ]
    campaign.unitConditions = ["丁", "level <> 'county'"]
    return campaign
  }

  @Test func denominatorsAgreeWithANaiveCount() throws {
    let campaign = try Self.campaign()
    var random = SplitMix64(seed: 20_161)
    var members = 0
    for _ in 0..<40 {
      let rows = try RollupTests.rows(&random).map { row in
        var row = row
        row.groups = SmallSet([1, 3].filter { _ in Bool.random(using: &random) })
        return row
      }
      let registry = try Registry(levels: campaign.levels, groups: campaign.groups, rows: rows)
      let derived = try registry.deriving(for: campaign)
      for month in ["2016-02", "2016-06"] {
        let tags = registry.roster(in: try Fixture.month(month)).units
        let roster = derived.roster(in: try Fixture.month(month))
        let returns = Returns(roster: roster, campaign: campaign, submissions: [])
        let figures = try Figures(campaign: campaign, returns: returns)
        for unit in 0..<roster.count {
          for figure in figures.figures(of: unit) {
            let counted = (0..<roster.count).count {
              roster.isWithin($0, unit) && tags[$0].level == figure.level
                && Self.isMember(tags[$0], of: figure.indicator)
            }
            #expect(figure.denominator == Int64(counted))
            members += figure.indicator == 2 ? counted : 0
          }
          #expect(roster.units[unit].conditions.contains(0) == Self.isMember(tags[unit], of: 2))
          #expect(roster.units[unit].conditions.contains(1) == (tags[unit].level != 2))
        }
      }
    }
    #expect(members > 500)
  }

  private static func isMember(_ unit: ReportingUnit, of group: Int) -> Bool {
    let (a, b) = (unit.groups.contains(1), unit.groups.contains(3))
    switch group {
    case 0: return a && !b
    case 1: return a
    case 2: return a && !b && unit.level >= 2 || b && unit.level == 1
    default: return b
    }
  }

  @Test func aUnitsDatedRowsAreEachTheirOwn() throws {
    let campaign = try Self.campaign()
    var rows = try ["0 0 - - 2016-01", "1 1 0 - 2016-01 2016-05", "1 1 0 - 2016-06"].enumerated().map {
      try Fixture.row($0.element, line: $0.offset + 2)
    }
    rows[1].groups = SmallSet([3])
    rows[2].groups = SmallSet([1])
    let registry = try Registry(levels: campaign.levels, groups: campaign.groups, rows: rows)
      .deriving(for: campaign)
    #expect(registry.rows.map(\.groups.members) == [[], [2, 3], [0, 1]])
    #expect(registry.rows.map(\.conditions.members) == [[1], [0, 1], [1]])
  }

  @Test func withoutAnyTheRegistryStaysAsItIs() throws {
    let registry = try Fixture.registry(["0 0 -", "1 1 0 g"])
    let campaign = try Fixture.campaign(items: [], indicators: [])
    let derived = try registry.deriving(for: campaign)
    #expect(derived.rows.map(\.groups) == registry.rows.map(\.groups))
  }
}
