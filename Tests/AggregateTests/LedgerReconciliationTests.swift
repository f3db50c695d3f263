import Model
import TestSupport
import Testing

@testable import Aggregate

/// What is reported beside a ledger: exactly the planted disagreements are found, on every level.
@Suite struct LedgerReconciliationTests {
  static let trees: UInt64 = 60

  @Test func plantedDisagreementsAreFound() throws {
    var seen: Set<LedgerVerdict> = []
    var (cancelled, differing) = (0, 0)
    for seed in 0..<Self.trees {
      var plant = try LedgerPlant(seed: seed)
      plant.spoil()
      let all = LedgerReconciliation.make(campaign: plant.campaign, returns: plant.returns)
      #expect(all.count == plant.expectedRows)
      for found in all {
        plant.check(found)
        seen.insert(found.verdict)
        if found.cancels { cancelled += 1 }
        differing += found.places.differing
      }
      #expect(
        all.map { [$0.unit, $0.item] }
          == all.map { [$0.unit, $0.item] }.sorted { $0.lexicographicallyPrecedes($1) })
    }
    #expect(seen == [.agrees, .differs, .incomplete] && cancelled > 50 && differing > 500)
    print("ledgers: \(Self.trees) trees, \(differing) differing places told, \(cancelled) sums that cancel")
  }

  @Test func withoutAMistakeAllAgree() throws {
    for seed in 0..<Self.trees {
      let plant = try LedgerPlant(seed: seed)
      let all = LedgerReconciliation.make(campaign: plant.campaign, returns: plant.returns)
      #expect(all.count == plant.expectedRows)
      #expect(
        all.allSatisfy { $0.verdict == .agrees && $0.difference == 0 && $0.gaps.isEmpty && !$0.cancels })
    }
  }

  /// 0 over 1, 2; 11 and 12 below 1.
  private func small(
    filledBy: [Int], keptBy: [Int], overTree: OverTree = .sum, types: (ItemType, ItemType) = (.count, .count)
  ) throws -> (Campaign, Returns) {
    let roster = try Fixture.roster(["0 0 -", "1 1 0", "11 2 1", "12 2 1", "2 1 0"])
    let campaign = try LedgerPlant.campaign(
      items: [Fixture.item("reported", types.0, filledBy: filledBy, overTree: overTree)], keptBy: keptBy,
      type: types.1)
    return (campaign, Returns(roster: roster, campaign: campaign, submissions: []))
  }

  @Test func aLedgerKeptAboveThoseWhoReport() throws {
    var (campaign, returns) = try small(filledBy: [2], keptBy: [1])
    for (unit, value) in [(2, 3), (3, 4)] as [(Int, Int64)] { returns.columns[0].set(unit, .value, value) }
    for (unit, value) in [(1, 7), (4, 5)] as [(Int, Int64)] { returns.columns[1].set(unit, .value, value) }
    let all = LedgerReconciliation.make(campaign: campaign, returns: returns)
    // 2 reports nothing, as nobody below it is asked: its ledger stands alone.
    #expect(all.map(\.unit) == [0, 1, 4] && all.map(\.verdict) == [.differs, .agrees, .differs])
    #expect(all[0].reported == 7 && all[0].ledger == 12 && all[0].places.all == 2)
    #expect(all[0].gaps == [LedgerReconciled.Gap(unit: 4, reported: 0, ledger: 5)])
    returns.columns[0].set(3, .blank)
    let open = LedgerReconciliation.make(campaign: campaign, returns: returns)
    #expect(open[1].verdict == .incomplete && open[1].places.withoutReturn == 1 && open[1].ofDiffering == 0)
    #expect(open[1].difference == -4)
  }

  @Test func aLedgerKeptBelowThoseWhoReport() throws {
    var (campaign, returns) = try small(filledBy: [1], keptBy: [2])
    returns.columns[0].set(1, .value, 7)
    returns.columns[0].set(4, .value, 0)
    returns.columns[1].set(2, .value, 7)
    let all = LedgerReconciliation.make(campaign: campaign, returns: returns)
    #expect(all.map(\.unit) == [0, 1, 4] && all.map(\.verdict) == [.incomplete, .incomplete, .agrees])
    #expect(all[0].places.withoutLedger == 1 && all[0].places.agreeing == 1)
    returns.columns[1].set(3, .notApplicable)
    #expect(
      LedgerReconciliation.make(campaign: campaign, returns: returns).allSatisfy { $0.verdict == .agrees })
  }

  @Test func decimalsAreMadeEqual() throws {
    var (campaign, returns) = try small(filledBy: [2], keptBy: [2], types: (.count, .amount(decimals: 2)))
    for (unit, value) in [(2, 3), (3, 4)] as [(Int, Int64)] { returns.columns[0].set(unit, .value, value) }
    for (unit, value) in [(2, 3_00), (3, 3_75)] as [(Int, Int64)] {
      returns.columns[1].set(unit, .value, value)
    }
    let top = try #require(LedgerReconciliation.make(campaign: campaign, returns: returns).first)
    #expect(top.decimals == 2 && top.reported == 7_00 && top.ledger == 6_75 && top.difference == 25)
  }

  @Test func sumsThatDoNotFit() throws {
    var (campaign, returns) = try small(filledBy: [2], keptBy: [2])
    for unit in 2...3 {
      returns.columns[0].set(unit, .value, .max)
      returns.columns[1].set(unit, .value, .max)
    }
    let all = LedgerReconciliation.make(campaign: campaign, returns: returns)
    #expect(all.map(\.verdict) == [.overflow, .overflow, .agrees, .agrees])
    #expect(all[0].reported == nil && all[0].difference == nil && all[0].ofDiffering == 0)
  }

  @Test func onlyNumbersThatAreAddedAreCompared() throws {
    var (campaign, _) = try small(filledBy: [2], keptBy: [2])
    #expect(LedgerReconciliation.items(of: campaign).map(\.ledgerItem) == [1])
    campaign.items[1].overTree = .whole
    #expect(LedgerReconciliation.items(of: campaign).isEmpty)
    (campaign.items[1].overTree, campaign.items[0].ledgerItem) = (.sum, "nothing")
    #expect(LedgerReconciliation.items(of: campaign).isEmpty)
    (campaign.items[0].ledgerItem, campaign.items[0].type) = ("l.rows", .flag)
    #expect(LedgerReconciliation.items(of: campaign).isEmpty)
  }
}
