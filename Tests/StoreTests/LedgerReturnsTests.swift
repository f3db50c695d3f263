import Model
import TestSupport
import Testing

@testable import Store

/// Items derived from ledgers come back: those of units that keep none as well, and from files of earlier months.
struct LedgerReturnsTests {
  static func campaign() throws -> Campaign {
    var campaign = try Fixture.campaign([
      (id: "monthly", items: [Fixture.item("a", .count)]),
      (
        id: "l",
        items: [
          Fixture.item("l.rows", .count, filledBy: [2]),
          Fixture.item("middle", .amount(decimals: 1), filledBy: [0, 1, 2]),
          Fixture.item("latest", .date, filledBy: [0, 1, 2]),
        ]
      ),
    ])
    campaign.forms[1].filledBy = SmallSet([2])
    campaign.forms[1].ledger = 0
    return campaign
  }

  /// A ledger of which some townships have a file, of this month or of the one before.
  private func fill(
    _ returns: inout Returns, _ campaign: Campaign, _ random: inout RandomReturns
  ) {
    for unit in 0..<returns.roster.count {
      let isKept = returns.roster.units[unit].level == 2 && random.isOneIn(2)
      returns.statuses[1][unit] =
        isKept ? .accepted : returns.roster.units[unit].level == 2 ? .missing : .notExpected
      returns.sources[1][unit] = .none
      if isKept {
        let submission = random.int(0..<returns.submissions.count)
        returns.sources[1][unit] = ReturnSource(
          submission: Int32(submission), table: Int32(2 + random.int(0..<2)), row: Int32(random.int(0..<9)))
      }
      for item in campaign.forms[1].items {
        let isWhole = item != campaign.forms[1].items.lowerBound
        let isAsked = isWhole || returns.roster.units[unit].level == 2
        let states: [CellState] = [.value, .value, .notApplicable, .unreadable]
        if isKept || (isWhole && random.isOneIn(2)) {
          let state = isAsked ? states[random.int(0..<4)] : .notAsked
          returns.columns[item].set(unit, state, Int64(random.int(-99..<9999)))
        } else {
          returns.columns[item].set(unit, isAsked ? .notReported : .notAsked)
        }
      }
    }
  }

  @Test(arguments: 0..<12)
  func `what ledgers give comes back`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder.history, .writing)
    var random = RandomReturns(seed: seed)
    let (may, june) = (try Fixture.month("2016-05"), try Fixture.month("2016-06"))
    let campaign = try Self.campaign()
    var kept: [(entry: Int, description: Description)] = []
    var all: [Arrival] = []
    let roster = try Fixture.roster(counties: 3, townships: 4, month: june)
    for round in 0..<4 {
      var addition = Fixture.addition(round)
      for month in [may, june] {
        let id = try store.nextArrival() + addition.arrivals.count
        addition.arrivals.append(Fixture.arrival(id, month, path: "县/\(id).csv"))
      }
      all += addition.arrivals.map(\.arrival)
      let seen = all.map { arrival in
        var arrival = arrival
        if arrival.month != june { arrival.path = "../\(arrival.month)/\(arrival.path)" }
        return arrival
      }
      var returns = Returns(
        roster: roster, campaign: campaign, submissions: random.submissions(seen, campaign))
      fill(&returns, campaign, &random)
      addition.months.append(
        MonthRecord(month: june, key: "\(round)", campaign: campaign, returns: returns, findings: []))
      kept.append((try store.add(addition).id, Description(returns, campaign)))
    }
    let reading = try Store.open(folder.history, .reading)
    for one in kept {
      let loaded = try #require(try reading.returns(campaign: campaign, roster: roster, asOf: one.entry))
      #expect(Description(loaded, campaign) == one.description)
      // Of other months there are those files that something comes from.
      let used = Set(loaded.sources.joined().map(\.submission))
      let foreign = loaded.submissions.indices.filter { loaded.submissions[$0].path.hasPrefix("../") }
      #expect(foreign.allSatisfy { used.contains(Int32($0)) })
    }
  }
}
