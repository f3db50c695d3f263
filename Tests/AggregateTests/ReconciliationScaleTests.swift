import Model
import TestSupport
import Testing

@testable import Aggregate

/// Ten items of a tree of the size of the nation: how long it takes, printed and not judged.
@Suite struct ReconciliationScaleTests {
  private static func campaign() throws -> Campaign {
    let all = [0, 1, 2, 3, 4]
    let items = (0..<10).map { Fixture.item("i\($0)", .count, filledBy: all, overTree: .statement) }
    var campaign = try Fixture.campaign(items: items, indicators: [], filledBy: all)
    campaign.levels = Levels.national
    return campaign
  }

  /// Every total right, or as many in a thousand wrong.
  private static func returns(_ roster: Roster, _ campaign: Campaign, wrong: Int) -> Returns {
    var random = SplitMix64(seed: UInt64(wrong))
    var returns = Returns(roster: roster, campaign: campaign, submissions: [])
    for item in campaign.items.indices {
      var sums = [Int64](repeating: 0, count: roster.count)
      for unit in (0..<roster.count).reversed() {
        let isLowest = Int(roster.end[unit]) == unit + 1
        if isLowest { sums[unit] = Int64.random(in: 0...99_999, using: &random) }
        if !isLowest, Int.random(in: 0..<1000, using: &random) < wrong {
          sums[unit] += Int64.random(in: 1...99_999, using: &random)
        }
        returns.columns[item].set(unit, .value, sums[unit])
        if roster.parent[unit] >= 0 { sums[Int(roster.parent[unit])] += sums[unit] }
      }
    }
    return returns
  }

  /// The same items beside a ledger that every township keeps.
  @Test func theNationBesideALedger() throws {
    var campaign = try LedgerPlant.campaign(items: try Self.campaign().items, keptBy: [4])
    campaign.levels = Levels.national
    campaign.forms[0].filledBy = SmallSet([0, 1, 2, 3, 4])
    let registry = try Registry(levels: campaign.levels, groups: ["g"], rows: try ScaleTests.rows())
    let roster = registry.roster(in: try Fixture.month("2016-06"))
    let returns = Self.returns(roster, campaign, wrong: 0)
    let clock = ContinuousClock()
    var found: [LedgerReconciled] = []
    let time = clock.measure { found = LedgerReconciliation.make(campaign: campaign, returns: returns) }
    print("beside a ledger \(found.count), \(found.count { $0.verdict == .differs }) differ: \(time)")
    #expect(found.count >= 10 * roster.units.count { $0.level == 4 })
    #expect(found.allSatisfy { $0.difference != nil && $0.places.withoutReturn == 0 })
  }

  @Test(arguments: [0, 5, 1000])
  func theNation(_ wrong: Int) throws {
    let campaign = try Self.campaign()
    let registry = try Registry(levels: campaign.levels, groups: ["g"], rows: try ScaleTests.rows())
    let roster = registry.roster(in: try Fixture.month("2016-06"))
    let returns = Self.returns(roster, campaign, wrong: wrong)
    let clock = ContinuousClock()
    var found: [Reconciled] = []
    let time = clock.measure { found = Reconciliation.make(campaign: campaign, returns: returns) }
    let differ = found.count { $0.verdict == .differs }
    print(
      "reconciled \(found.count), \(differ) differ, \(found.count { !$0.causes.isEmpty }) explained: \(time)")
    #expect(found.count == 32_010 && (wrong > 0) == (differ > 0))
    #expect(found.allSatisfy { $0.verdict == ($0.difference == 0 ? .agrees : .differs) })
  }
}
