import Model
import TestSupport
import Testing

@testable import Aggregate

/// Trees in which anybody may be silent, against a definition written unit by unit.
@Suite struct ReconciliationHolesTests {
  /// What a unit stands for: its value, and whether it has answered in full; `nil` where nobody is expected to.
  private static func stand(
    _ unit: Int, _ returns: Returns, _ asked: (Int) -> Bool
  ) -> (value: Int64, isWhole: Bool)? {
    let column = returns.columns[0]
    if asked(unit), let value = column[unit] { return (value, true) }
    if asked(unit), column.states[unit] == .notApplicable { return (0, true) }
    let below = returns.roster.children(of: unit).compactMap { stand($0, returns, asked) }
    guard !below.isEmpty else { return asked(unit) ? (0, false) : nil }
    return (below.reduce(0) { $0 + $1.value }, below.allSatisfy(\.isWhole))
  }

  private static func rows(_ random: inout SplitMix64) -> [String] {
    var rows = ["0 0 - g"]
    func group() -> String { Bool.random(using: &random) ? "g" : "-" }
    for province in 1...Int.random(in: 1...4, using: &random) {
      rows.append("\(province) 1 0 \(group())")
      for county in 1...Int.random(in: 1...4, using: &random) {
        rows.append("\(province)\(county) 2 \(province) \(group())")
        for township in 0..<Int.random(in: 0...3, using: &random) {
          rows.append("\(province)\(county)\(township) 3 \(province)\(county) \(group())")
        }
      }
    }
    return rows
  }

  @Test func verdictsAreThoseOfTheDefinition() throws {
    var random = SplitMix64(seed: 815)
    var seen: [ReconciliationVerdict: Int] = [:]
    for _ in 0..<1500 {
      let levels = (0...3).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
      let item = Fixture.item("n", .count, filledBy: levels, overTree: .statement)
      let group = Bool.random(using: &random) ? 0 : nil
      let campaign = try Fixture.campaign(
        items: [item], indicators: [], formGroup: group, filledBy: levels)
      let roster = try Fixture.roster(Self.rows(&random))
      var returns = Returns(roster: roster, campaign: campaign, submissions: [])
      let silence = Int.random(in: 0...3, using: &random)
      for unit in 0..<roster.count {
        let isSilent = Int.random(in: 0..<10, using: &random) < silence
        let states: [CellState] = [.notReported, .blank, .notApplicable, .unreadable]
        let state = isSilent ? states[Int.random(in: 0..<4, using: &random)] : .value
        returns.columns[0].set(unit, state, Int64.random(in: 0...3, using: &random))
      }
      let asked = { campaign.forms[0].expects($0, in: roster) && levels.contains(roster.units[$0].level) }
      let made = Reconciliation.make(campaign: campaign, returns: returns, items: [0])
      var expected = 0
      for unit in 0..<roster.count where asked(unit) {
        let below = roster.children(of: unit).compactMap { Self.stand($0, returns, asked) }
        guard !below.isEmpty else { continue }
        expected += 1
        let found = try #require(made.first { $0.unit == unit })
        let (sum, isWhole) = (below.reduce(0) { $0 + $1.value }, below.allSatisfy(\.isWhole))
        let own = returns.columns[0][unit]
        let verdict: ReconciliationVerdict =
          own == nil
          ? .notStated : isWhole ? (own == sum ? .agrees : .differs) : sum > own ?? 0 ? .differs : .incomplete
        seen[verdict, default: 0] += 1
        #expect(found.verdict == verdict && found.below == sum && found.own == own)
        #expect(found.expected == below.count && found.received == below.count { $0.isWhole })
      }
      #expect(made.count == expected && made.map(\.unit) == made.map(\.unit).sorted())
    }
    #expect(seen.count == 4 && seen.values.allSatisfy { $0 > 100 }, "\(seen)")
  }

  /// A part of the tree gives the rows of the whole that lie in it.
  @Test func aPartOfTheTree() throws {
    for seed in 0..<20 as Range<UInt64> {
      var plant = try ReconciliationPlant(seed: seed)
      _ = plant.plant(.units2)
      let all = Reconciliation.make(campaign: plant.campaign, returns: plant.returns)
      let part = Reconciliation.make(
        campaign: plant.campaign, returns: plant.returns, within: plant.parent)
      #expect(part == all.filter { plant.returns.roster.isWithin($0.unit, plant.parent) })
    }
  }
}
