import Model
import TestSupport
import Testing

@testable import Aggregate

/// Sums alone against the whole work on ledgers.
@Suite struct LedgerTotalsTests {
  @Test(arguments: [true, false])
  func addsUpAsTheAssemblyDoes(_ isPlain: Bool) throws {
    var random = SplitMix64(seed: 31)
    for _ in 0..<60 {
      let roster = try LedgerFixture.roster(&random)
      var campaign = try LedgerFixture.campaign(.listed)
      if isPlain {
        let kept = ["l.rows", "l.cells", "l.filled", "sum", "given"]
        let places = campaign.items.indices.filter { kept.contains(campaign.items[$0].id) }
        campaign.ledgers[0].derived = places.map { campaign.ledgers[0].derived[$0] }
        campaign.items = places.map { campaign.items[$0] }
        campaign.forms[0].items = campaign.items.indices
        (campaign.ledgers[0].opened, campaign.ledgers[0].closed) = (nil, nil)
      }
      // What no indicator needs is not kept.
      let needed = campaign.items.indices.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
      campaign.indicators = LedgerTotalsTests.indicators(needed)
      let plan = try LedgerPlan(campaign: campaign)
      let file = try #require(
        LedgerFixture.files(roster, [roster.month], count: 1, keys: 1000, &random).first)
      var assembly = LedgerAssembly(plan, roster: roster, month: roster.month)
      assembly.take(LedgerFixture.part(plan, file, roster.month, &random))
      var wanted = Returns(roster: roster, campaign: campaign, submissions: [])
      _ = assembly.fill(&wanted, before: nil)
      // Half of the rows by another task.
      var tasks = [
        LedgerTotals(plan, ledger: 0, units: roster.count),
        LedgerTotals(plan, ledger: 0, units: roster.count),
      ]
      let width = LedgerFixture.columns.count
      for row in file.rows.units.indices {
        var one = LedgerRows(ledger: 0, table: 0)
        (one.units, one.rows) = ([file.rows.units[row]], [file.rows.rows[row]])
        one.values = Array(file.rows.values[row * width..<(row + 1) * width])
        one.states = Array(file.rows.states[row * width..<(row + 1) * width])
        if Bool.random(using: &random) { one.month = roster.month }
        tasks[row % 2].add(one, month: roster.month)
      }
      tasks[0].merge(tasks[1])
      var found = Returns(roster: roster, campaign: campaign, submissions: [])
      #expect(tasks[0].fill(&found, form: campaign.forms[0], position: 0) == 0)
      #expect(found.statuses == wanted.statuses)
      for item in needed {
        switch campaign.ledgers[0].derived[item].kind {
        case .whole, .moved, .updated: continue
        case .count, .sum, .given, .cells, .filled:
          #expect(found.columns[item].values == wanted.columns[item].values, "\(campaign.items[item].id)")
          #expect(found.columns[item].states == wanted.columns[item].states)
        }
      }
    }
  }

  /// The sums of items.
  private static func indicators(_ items: some Sequence<Int>) -> [Indicator] {
    items.map {
      Indicator(id: "i\($0)", label: "", kind: .total(item: $0), levels: SmallSet(), decimals: 0)
    }
  }

  @Test func aSumBeyond64BitsIsNoSum() throws {
    var random = SplitMix64(seed: 1)
    let roster = try LedgerFixture.roster(&random)
    var campaign = try LedgerFixture.campaign(.listed)
    campaign.indicators = LedgerTotalsTests.indicators(campaign.items.indices)
    let plan = try LedgerPlan(campaign: campaign)
    let unit = try #require(roster.units.lastIndex { $0.level == 3 })
    var totals = LedgerTotals(plan, ledger: 0, units: roster.count)
    var rows = LedgerRows(ledger: 0, table: 0)
    for row in 0..<3 {
      rows.units.append(Int32(unit))
      rows.rows.append(Int32(row))
      rows.values += [0, 0, 0, .max / 2, 0, 0, 0]
      rows.states += [.blank, .blank, .blank, .value, .blank, .blank, .blank]
    }
    totals.add(rows, month: roster.month)
    var returns = Returns(roster: roster, campaign: campaign, submissions: [])
    #expect(totals.fill(&returns, form: campaign.forms[0], position: 0) == 1)
    let sum = try #require(campaign.items.firstIndex { $0.id == "sum" })
    #expect(returns.columns[sum].states[unit] == .unreadable)
    #expect(returns.columns[0][unit] == 3)
  }
}
