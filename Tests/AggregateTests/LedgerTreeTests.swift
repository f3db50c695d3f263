import Model
import TestSupport
import Testing

@testable import Aggregate

/// A line for every unit of the tree, against sums made anew.
@Suite struct LedgerTreeTests {
  @Test func linesAreSumsOfAllBelow() throws {
    for seed in 0..<40 as Range<UInt64> {
      let (campaign, returns) = try Self.tree(seed)
      for unit in [0, 1] {
        let line = LedgerOverview.Line(
          unit: unit, expected: 0, kept: 0, rows: 0, updated: nil, cells: 0, filled: 0, movements: nil)
        let found = LedgerOverview(ledger: 0, lines: [line], tables: []).withTree(campaign, returns)
        let naive = (unit..<Int(returns.roster.end[unit])).map { Self.naive($0, returns) }
        #expect(found.tree == naive.filter { $0.expected > 0 })
        #expect(
          found.unkept
            == (unit..<Int(returns.roster.end[unit])).filter { returns.statuses[1][$0] == .missing })
        #expect(found.lines == [line])
      }
    }
  }

  private static func tree(_ seed: UInt64) throws -> (Campaign, Returns) {
    var random = SplitMix64(seed: seed)
    var rows = ["0 0 -"]
    for province in 10..<14 {
      rows.append("\(province) 1 0")
      for county in 10..<10 + Int.random(in: 0...4, using: &random) {
        rows.append("\(province)\(county) 2 \(province)")
      }
    }
    var campaign = try LedgerPlant.campaign(items: [Fixture.item("x", .count)], keptBy: [2])
    campaign.ledgers[0].derived = Derived.standard.map(\.derived)
    for (name, _) in Derived.standard.dropFirst() {
      campaign.items.append(Fixture.item("l.\(name)", .count, filledBy: [2]))
    }
    campaign.forms[1].items = 1..<campaign.items.count
    var returns = Returns(roster: try Fixture.roster(rows), campaign: campaign, submissions: [])
    for unit in 0..<returns.roster.count
    where returns.statuses[1][unit] == .missing && Int.random(in: 0..<8, using: &random) > 0 {
      returns.statuses[1][unit] = .accepted
      for item in campaign.forms[1].items {
        // 2015-01 to 2016-06 is what a file may be of.
        let month = Int64.random(in: 24_168...24_185, using: &random)
        returns.columns[item].set(unit, .value, item == 4 ? month : Int64.random(in: 0...99, using: &random))
      }
      if Int.random(in: 0..<10, using: &random) == 0 { returns.columns[6].set(unit, .notReported) }
    }
    return (campaign, returns)
  }

  private static func naive(_ unit: Int, _ returns: Returns) -> LedgerOverview.Line {
    let within = unit..<Int(returns.roster.end[unit])
    let kept = within.filter { returns.statuses[1][$0] == .accepted }
    let sum = { (item: Int) in kept.reduce(0) { $0 + (returns.columns[item][$1] ?? 0) } }
    let months = kept.compactMap { returns.columns[4][$0] }.sorted().compactMap {
      Month(year: Int($0) / 12 + 1, number: Int($0) % 12 + 1)
    }
    let isKnown = !kept.isEmpty && kept.allSatisfy { returns.columns[6][$0] != nil }
    return LedgerOverview.Line(
      unit: unit, expected: within.count { returns.statuses[1][$0] != .notExpected }, kept: kept.count,
      rows: sum(1), updated: months.first.flatMap { first in months.last.map { first...$0 } }, cells: sum(2),
      filled: sum(3), movements: isKnown ? (5...9).map(sum) : nil)
  }
}
