import Model
import TestSupport
import Testing

@testable import Aggregate

/// Random trees of four levels in which ledger and returns agree, until they are spoilt.
struct LedgerPlant {
  let campaign: Campaign
  var returns: Returns
  private var random: SplitMix64
  /// Who fills in each item: the lowest of 1 to 3, townships, counties and townships; and who keeps the ledger.
  private static let filledBy = [[1, 2, 3], [3], [2, 3]]
  private static let ledgerItem = 3

  static func campaign(items: [Item], keptBy: [Int], type: ItemType = .count) throws -> Campaign {
    var items = items
    for item in items.indices { items[item].ledgerItem = "l.rows" }
    var campaign = try Fixture.campaign(items: items, indicators: [], filledBy: [0, 1, 2, 3])
    campaign.items.append(Fixture.item("l.rows", type, filledBy: keptBy))
    var form = Form(
      id: "l", title: "台账", filledBy: SmallSet(keptBy), group: nil, items: items.count..<items.count + 1)
    form.ledger = 0
    campaign.forms.append(form)
    campaign.ledgers = [
      Ledger(id: "l", title: "台账", form: 1, columns: [], derived: [Derived(.count)])
    ]
    return campaign
  }

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    var rows = ["0 0 -"]
    for province in 10..<12 + Int.random(in: 0...3, using: &random) {
      rows.append("\(province) 1 0")
      for county in 10..<12 + Int.random(in: 0...4, using: &random) {
        rows.append("\(province)\(county) 2 \(province)")
        for town in 10..<11 + Int.random(in: 0...4, using: &random) {
          rows.append("\(province)\(county)\(town) 3 \(province)\(county)")
        }
      }
    }
    campaign = try Self.campaign(
      items: [
        Fixture.item("stated", .count, filledBy: Self.filledBy[0], overTree: .statement),
        Fixture.item("lowest", .count, filledBy: Self.filledBy[1]),
        Fixture.item("all", .count, filledBy: Self.filledBy[2]),
      ], keptBy: [3])
    returns = Returns(roster: try Fixture.roster(rows), campaign: campaign, submissions: [])
    for unit in 0..<returns.roster.count {
      let level = returns.roster.units[unit].level
      let value = Int64.random(in: 0...1000, using: &random)
      // What is stated above the lowest level is not looked at.
      if level > 0 { returns.columns[0].set(unit, .value, value) }
      if level == 3 { for item in [1, 2, 3] { returns.columns[item].set(unit, .value, value) } }
      if level == 2 { returns.columns[2].set(unit, .value, 0) }
    }
  }

  /// Every unit has a row of every item; of the third a county is a place of its own.
  var expectedRows: Int { 3 * returns.roster.count }

  /// Spoils some townships: other values, pairs that cancel out, no returns, no ledgers.
  mutating func spoil() {
    let roster = returns.roster
    let odds = Int.random(in: 5...40, using: &random)
    for unit in 0..<roster.count where roster.units[unit].level == 3 {
      switch Int.random(in: 0..<odds, using: &random) {
      case 0: move(unit, by: Int64.random(in: 1...99, using: &random))
      case 1 where unit + 1 < Int(roster.end[Int(roster.parent[unit])]):
        let step = Int64.random(in: 1...99, using: &random)
        move(unit, by: step)
        move(unit + 1, by: -step)
      case 2 where odds > 15:
        let states: [CellState] = [.notReported, .blank, .unreadable]
        returns.columns[Int.random(in: 0...2, using: &random)].set(
          unit, states.randomElement(using: &random) ?? .blank)
      case 3 where odds > 15: returns.columns[Self.ledgerItem].set(unit, .notReported)
      default: break
      }
    }
  }

  private mutating func move(_ unit: Int, by step: Int64) {
    let column = returns.columns[Self.ledgerItem]
    guard let value = column[unit], value + step >= 0 else { return }
    returns.columns[Self.ledgerItem].set(unit, .value, value + step)
  }

  /// Compares with sums made anew, unit by unit.
  func check(_ found: LedgerReconciled) {
    let roster = returns.roster
    let (mine, theirs) = (returns.columns[found.item], returns.columns[found.ledgerItem])
    let within = found.unit..<Int(roster.end[found.unit])
    let towns = within.filter { roster.units[$0].level == 3 }
    let counties = found.item == 2 ? within.filter { roster.units[$0].level == 2 } : []
    let differing = towns.filter { town in
      mine.states[town].isAnswered && theirs.states[town].isAnswered && mine[town] ?? 0 != theirs[town] ?? 0
    }
    let gap = { (town: Int) in (mine[town] ?? 0) - (theirs[town] ?? 0) }
    let reported = towns.reduce(0) { $0 + (mine[$1] ?? 0) }
    let ledger = towns.reduce(0) { $0 + (theirs[$1] ?? 0) }
    let noReturn = towns.count { !mine.states[$0].isAnswered }
    let noLedger = towns.count { mine.states[$0].isAnswered && !theirs.states[$0].isAnswered }
    let verdict: LedgerVerdict =
      noReturn + noLedger > 0 ? .incomplete : reported == ledger ? .agrees : .differs
    #expect(found.verdict == verdict && found.reported == reported && found.ledger == ledger)
    #expect(found.difference == reported - ledger && found.decimals == 0)
    #expect(found.places.all == towns.count + counties.count && found.places.differing == differing.count)
    #expect(found.places.withoutReturn == noReturn && found.places.withoutLedger == noLedger)
    #expect(found.ofDiffering == differing.reduce(0) { $0 + gap($1) })
    #expect(found.cancels == (!differing.isEmpty && found.ofDiffering == 0))
    let largest = differing.sorted { (-abs(gap($0)), $0) < (-abs(gap($1)), $1) }.prefix(3)
    #expect(
      found.gaps
        == largest.map {
          LedgerReconciled.Gap(unit: $0, reported: mine[$0] ?? 0, ledger: theirs[$0] ?? 0)
        })
  }
}
