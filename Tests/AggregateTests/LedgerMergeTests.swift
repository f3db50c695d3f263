import Model
import TestSupport
import Testing

@testable import Aggregate

/// Ledgers of units that go into others, and of months that are set beside each other.
struct LedgerMergeTests {
  /// In June 112 has gone into 111.
  static func registry() throws -> Registry {
    var rows = try ["0 0", "1 1 0", "11 2 1", "111 3 11", "112 3 11 - 2016-01 2016-05", "113 3 11"]
      .enumerated()
      .map { try Fixture.row($0.element, line: $0.offset + 2) }
    rows[4].successor = try Fixture.code("111")
    return try Registry(levels: try Fixture.levels(), groups: ["g"], rows: rows)
  }

  /// A file of some units; each row has the key given.
  static func file(
    _ number: Int, _ month: String, _ rows: [(unit: String, key: Int64)], sender: String? = nil,
    to later: Roster,
    _ registry: Registry
  ) throws -> LedgerFixture.Received {
    let tree = registry.roster(in: try Fixture.month(month))
    let succession = Succession(registry: registry, earlier: tree, later: later)
    var read = LedgerRows(ledger: 0, table: 0)
    for (place, row) in rows.enumerated() {
      read.units.append(Int32(tree.index(of: try Fixture.code(row.unit)) ?? -1))
      read.rows.append(Int32(place + 2))
      read.values += [row.key, 0, 1, 10, 0, 0, 0]
      read.states += [.value, .value, .value, .value, .blank, .blank, .blank]
    }
    let file = LedgerFile(
      submission: number, received: LocalTime(minutes: 0),
      sender: try sender.flatMap { tree.index(of: try Fixture.code($0)) }, succession: succession)
    return LedgerFixture.Received(file: file, rows: read)
  }

  @Test func aUnitThatWentIntoAnotherKeepsItsRowsUntilThatOneSpeaks() throws {
    var random = SplitMix64(seed: 3)
    let registry = try Self.registry()
    let roster = registry.roster(in: try Fixture.month("2016-06"))
    let campaign = try LedgerFixture.campaign(.snapshot)
    let unit = try #require(roster.index(of: try Fixture.code("111")))
    var files = [
      try Self.file(0, "2016-04", [("111", 1), ("111", 2)], to: roster, registry),
      try Self.file(1, "2016-05", [("112", 3)], to: roster, registry),
      try Self.file(2, "2016-05", [("111", 1)], sender: "111", to: roster, registry),
    ]
    var filled = try LedgerTests.filled(campaign, files, roster, roster.month, &random)
    #expect(filled.returns.columns[0][unit] == 2)
    files.append(try Self.file(3, "2016-06", [("111", 1), ("111", 3), ("111", 4)], to: roster, registry))
    filled = try LedgerTests.filled(campaign, files, roster, roster.month, &random)
    #expect(filled.returns.columns[0][unit] == 3)
  }

  @Test func keysAreFollowedToTheUnitsOfToday() throws {
    var random = SplitMix64(seed: 4)
    let registry = try Self.registry()
    let (may, june) = (
      registry.roster(in: try Fixture.month("2016-05")), registry.roster(in: try Fixture.month("2016-06"))
    )
    let campaign = try LedgerFixture.campaign(.snapshot)
    let old = [
      try Self.file(
        0, "2016-05", [("111", 1), ("112", 2), ("112", 3), ("113", 9), ("113", 8)], sender: "0", to: may,
        registry)
    ]
    let before = try LedgerTests.filled(campaign, old, may, may.month, &random)
    let new = [
      try Self.file(
        0, "2016-06", [("111", 1), ("111", 2), ("111", 9), ("113", 5)], sender: "0", to: june, registry)
    ]
    let succession = Succession(registry: registry, earlier: may, later: june)
    let now = try LedgerTests.filled(
      campaign, new, june, june.month, before: before.keys.mapped(succession), &random)
    func moved(_ code: String) throws -> [Int64?] {
      let unit = try #require(june.index(of: try Fixture.code(code)))
      return (4..<9).map { now.returns.columns[$0][unit] }
    }
    // Opened, closed, moved in, moved out, stayed.
    #expect(try moved("111") == [0, 1, 1, 0, 2])
    #expect(try moved("113") == [1, 1, 0, 1, 0])
    let gone = now.returns.facts.filter { $0.kind == .gone }
    #expect(gone.map(\.count) == [1, 1])

    let overview = try #require(
      LedgerOverview.make(
        campaign: campaign, returns: now.returns, earlier: (before.returns, succession), unit: 0
      ).first)
    #expect(overview.lines.map(\.rows) == [4, 4])
    #expect(overview.lines[0].expected == 2 && overview.lines[0].kept == 2)
    #expect(overview.lines[0].updated == june.month...june.month)
    #expect(overview.lines[0].movements == [1, 2, 1, 1, 2])
  }

  @Test func aUnitNewToTheLedgerHasNoMovements() throws {
    var random = SplitMix64(seed: 5)
    let registry = try Self.registry()
    let roster = registry.roster(in: try Fixture.month("2016-06"))
    let campaign = try LedgerFixture.campaign(.snapshot)
    let files = [
      try Self.file(0, "2016-05", [("111", 1)], to: roster, registry),
      try Self.file(1, "2016-06", [("113", 2), ("113", 1)], to: roster, registry),
    ]
    let before = try LedgerTests.filled(campaign, files, roster, try Fixture.month("2016-05"), &random)
    let now = try LedgerTests.filled(campaign, files, roster, roster.month, before: before.keys, &random)
    let unit = try #require(roster.index(of: try Fixture.code("113")))
    #expect((4..<9).allSatisfy { now.returns.columns[$0].states[unit] == .notReported })
    // 1 stands in two units: each is told of the other.
    let other = try #require(roster.index(of: try Fixture.code("111")))
    #expect(now.returns.facts.map(\.kind) == [.repeated(unit: unit), .repeated(unit: other)])
    #expect(now.returns.facts.map(\.rows) == [[2], [3]])
  }

  @Test func aLedgerIsNeitherDueNorAddedUpOverMonths() throws {
    var random = SplitMix64(seed: 6)
    let registry = try Self.registry()
    let campaign = try LedgerFixture.campaign(.snapshot)
    let months = try ["2016-04", "2016-05"].map(Fixture.month)
    let filled = try months.map { month in
      let roster = registry.roster(in: month)
      let file = try Self.file(0, "2016-04", [("111", 1), ("112", 2)], sender: "111", to: roster, registry)
      return try LedgerTests.filled(campaign, [file], roster, month, &random).returns
    }
    let arrears = try #require(Arrears(campaign: campaign, registry: registry, months: filled))
    #expect(arrears.units(form: 0, within: 0, atLeast: 1).isEmpty)
    let period = try #require(Period("2016Q2"))
    let roster = registry.roster(in: try Fixture.month("2016-06"))
    let last = try LedgerTests.filled(
      campaign, [try Self.file(0, "2016-06", [("111", 1)], to: roster, registry)], roster, roster.month,
      &random)
    let combined = PeriodReturns.combine(
      campaign: campaign, registry: registry, period: period, months: filled + [last.returns], roster: roster)
    #expect(combined.returns.columns[0].values == last.returns.columns[0].values)
    let middle = try #require(campaign.items.firstIndex { $0.id == "middle" })
    #expect(combined.returns.columns[middle].states == last.returns.columns[middle].states)
    #expect(combined.coverage(of: 0).isEmpty)
  }

  @Test func mediansOfSeveralUnitsAreNoMedianOfThemAll() throws {
    var random = SplitMix64(seed: 7)
    let registry = try Self.registry()
    var campaign = try LedgerFixture.campaign(.snapshot)
    let middle = try #require(campaign.items.firstIndex { $0.id == "middle" })
    campaign.indicators = [Fixture.indicator(.value(item: middle))]
    let (may, june) = (
      registry.roster(in: try Fixture.month("2016-05")), registry.roster(in: try Fixture.month("2016-06"))
    )
    let rows: [(unit: String, key: Int64)] = [("111", 1), ("113", 2)]
    let old = try LedgerTests.filled(
      campaign, [try Self.file(0, "2016-05", rows + [("112", 3)], to: may, registry)], may, may.month, &random
    )
    let new = try LedgerTests.filled(
      campaign, [try Self.file(0, "2016-06", rows, to: june, registry)], june, june.month, &random)
    let comparison = Comparison.make(
      campaign: campaign, registry: registry,
      earlier: try MonthFigures(campaign: campaign, returns: old.returns),
      later: try MonthFigures(campaign: campaign, returns: new.returns), published: { _, _ in nil },
      publication: nil,
      unit: june.count - 3)
    #expect(comparison.changes.map { $0.previous?.numerator } == [100, 100, 100])
    #expect(comparison.changes.map { $0.current?.numerator } == [100, 100, 100])
  }
}
