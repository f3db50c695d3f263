import Formula
import Model
import TestSupport
import Testing

@testable import Aggregate

/// Items derived from the rows of ledgers, beside a naive reading of every row.
struct LedgerTests {
  /// A month filled from files, taken in a random order.
  static func filled(
    _ campaign: Campaign, _ files: [LedgerFixture.Received], _ roster: Roster, _ month: Month,
    before: LedgerKeys? = nil, _ random: inout SplitMix64
  ) throws -> (returns: Returns, findings: [Finding], keys: LedgerKeys) {
    let plan = try LedgerPlan(campaign: campaign)
    var assembly = LedgerAssembly(plan, roster: roster, month: month)
    for received in files.filter({ $0.file.month <= month }).shuffled(using: &random) {
      assembly.take(LedgerFixture.part(plan, received, month, &random))
    }
    var returns = Returns(roster: roster, campaign: campaign, submissions: [])
    let (findings, keys) = assembly.fill(&returns, before: before)
    return (returns, findings, keys)
  }

  static func months() throws -> [Month] { try ["2016-04", "2016-05", "2016-06"].map(Fixture.month) }

  @Test(arguments: 0..<60)
  func `every cell is what its rows say`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let mode = Ledger.Mode.allCases[Int(seed) % Ledger.Mode.allCases.count]
    let campaign = try LedgerFixture.campaign(mode)
    let roster = try LedgerFixture.roster(&random)
    let files = LedgerFixture.files(
      roster, try Self.months(), count: Int(seed % 12), keys: 60, &random)
    let (returns, findings, _) = try Self.filled(campaign, files, roster, roster.month, &random)
    let oracle = LedgerOracle(mode, files, roster, roster.month)
    #expect(findings.isEmpty)
    for unit in 0..<roster.count {
      let isKept = oracle.newest[unit] != nil
      #expect(
        returns.statuses[0][unit]
          == (isKept ? .accepted : roster.units[unit].level == 3 ? .missing : .notExpected))
      #expect(returns.sources[0][unit].submission == Int32(oracle.newest[unit]?.submission ?? -1))
      for (item, about) in campaign.items.enumerated() {
        guard let (state, value) = oracle.cell(about.id, unit) else { continue }
        let column = returns.columns[item]
        #expect(column.states[unit] == state && column.values[unit] == value, "\(mode) \(about.id) \(unit)")
      }
      let broken = oracle.rows.filter { $0.unit == unit && ($0.values[3] ?? 0) >= 90 }
      let fact = returns.facts.first { $0.unit == unit && $0.kind == .broken(rule: 0) }
      #expect((fact?.count ?? 0) == broken.count)
      if let fact, mode != .changes { #expect(fact.rows == broken.prefix(10).map(\.number)) }
      if mode != .changes {
        let rows = oracle.rows.filter { $0.unit == unit }.prefix(10).map(\.number)
        #expect((returns.ledgerRows[0]?[unit] ?? []) == rows)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `rows before and movements make the rows now`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let mode = Ledger.Mode.allCases[Int(seed) % Ledger.Mode.allCases.count]
    let campaign = try LedgerFixture.campaign(mode)
    let roster = try LedgerFixture.roster(&random)
    let files = LedgerFixture.files(roster, try Self.months(), count: 10, keys: 30, &random)
    let may = try Fixture.month("2016-05")
    let plan = try LedgerPlan(campaign: campaign)
    var earlier = LedgerAssembly(plan, roster: roster, month: may)
    for received in files where received.file.month <= may {
      earlier.take(LedgerFixture.part(plan, received, may, keysOnly: true, &random))
    }
    let (before, _, _) = try Self.filled(campaign, files, roster, may, &random)
    let (now, _, _) = try Self.filled(
      campaign, files, roster, roster.month, before: earlier.keys(), &random)
    let old = LedgerOracle(mode, files, roster, may)
    let new = LedgerOracle(mode, files, roster, roster.month)
    for unit in 0..<roster.count where roster.units[unit].level == 3 {
      let moved = (4..<9).map { now.columns[$0][unit] }
      guard old.newest[unit] != nil, new.newest[unit] != nil else {
        #expect(moved == [nil, nil, nil, nil, nil])
        continue
      }
      let counts = moved.map { $0 ?? -1 }
      #expect(
        (before.columns[0][unit] ?? 0) + counts[0] + counts[2] - counts[1] - counts[3] == now.columns[0][unit]
          ?? 0)
      let (keysBefore, keysNow) = (Self.keys(old, unit), Self.keys(new, unit))
      let stayed = keysNow.reduce(into: (0, keysBefore)) { found, key in
        if let place = found.1.firstIndex(of: key) {
          found.0 += 1
          found.1.remove(at: place)
        }
      }.0
      #expect(counts[4] == Int64(stayed))
    }
  }

  /// The keys of a unit's rows; all rows without one have the same.
  static func keys(_ oracle: LedgerOracle, _ unit: Int) -> [Int64] {
    oracle.rows.filter { $0.unit == unit }.map { $0.values[0] ?? -1 }
  }

  @Test(arguments: 0..<30)
  func `what is settled needs no older files`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let campaign = try LedgerFixture.campaign(.snapshot)
    let roster = try LedgerFixture.roster(&random)
    let files = LedgerFixture.files(roster, try Self.months(), count: 8, keys: 60, &random)
      .sorted { $0.file.month > $1.file.month }
    let plan = try LedgerPlan(campaign: campaign)
    var assembly = LedgerAssembly(plan, roster: roster, month: roster.month)
    for (place, received) in files.enumerated() {
      assembly.take(LedgerFixture.part(plan, received, roster.month, &random))
      guard place + 1 < files.count, files[place + 1].file.month < received.file.month else { continue }
      let taken = LedgerOracle(.snapshot, Array(files[...place]), roster, roster.month)
      let isSettled = roster.units.indices.allSatisfy {
        roster.units[$0].level < 3 || taken.newest[$0] != nil
      }
      #expect(assembly.isSettled(0, before: received.file.month) == isSettled)
    }
    #expect(!assembly.isSettled(0, before: try Fixture.month("2016-07")))
  }

  @Test func aSumBeyond64BitsIsUnreadableAndTold() throws {
    var random = SplitMix64(seed: 1)
    let campaign = try LedgerFixture.campaign(.snapshot)
    let roster = try Fixture.roster(["0 0", "1 1 0", "11 2 1", "111 3 11", "112 3 11"])
    let file = LedgerFile(
      submission: 0, month: roster.month, received: LocalTime(minutes: 0), roster: roster, sender: 0,
      units: roster.units.indices.map { Int32($0) })
    var rows = LedgerRows(ledger: 0, table: 0)
    for (row, members) in [Int64.max, 1, 5].enumerated() {
      rows.units.append(row < 2 ? 3 : 4)
      rows.rows.append(Int32(row + 2))
      rows.values += [Int64(row), 0, 0, members, members, 0, 0]
      rows.states += [.value, .value, .value, .value, .value, .blank, .blank]
    }
    let files = [LedgerFixture.Received(file: file, rows: rows)]
    let (returns, findings, _) = try Self.filled(campaign, files, roster, roster.month, &random)
    let sum = try #require(campaign.items.firstIndex { $0.id == "sum" })
    #expect(returns.columns[sum].states[3...] == [.unreadable, .value])
    let middle = try #require(campaign.items.firstIndex { $0.id == "middle" })
    #expect(returns.columns[middle].states == [.value, .value, .value, .unreadable, .value])
    #expect(Set(findings.map(\.code)) == ["sum-overflow", "ledger-overflow"])
  }

  @Test func aWrongFormulaNamesTheItem() throws {
    var campaign = try LedgerFixture.campaign(.snapshot)
    campaign.ledgers[0].derived[9] = Derived(.count, where: "kin = 'b'")
    let error = #expect(throws: LedgerError.self) { try LedgerPlan(campaign: campaign) }
    #expect(error?.message(.en).hasPrefix("ledger l, bs, formula character 1: ") == true)
  }
}
