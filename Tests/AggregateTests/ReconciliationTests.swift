import Model
import Testing

@testable import Aggregate

@Suite struct ReconciliationTests {
  /// A nation of two provinces, of two counties and one.
  private static let rows = ["0 0 -", "1 1 0", "11 2 1", "12 2 1", "2 1 0", "21 2 2"]

  private func make(
    _ cells: [String: [Int64?]], filledBy: [Int] = [0, 1, 2], rows: [String] = rows
  ) throws -> [Int: Reconciled] {
    let item = Fixture.item("n", .count, filledBy: filledBy, overTree: .statement)
    let campaign = try Fixture.campaign(items: [item], indicators: [], filledBy: filledBy)
    let roster = try Fixture.roster(rows)
    let found = Reconciliation.make(
      campaign: campaign, returns: try Fixture.returns(roster, campaign, cells))
    return Dictionary(uniqueKeysWithValues: found.map { ($0.unit, $0) })
  }

  @Test func aUnitIsComparedWithTheUnitsDirectlyBelow() throws {
    // The province's statement counts for the nation, not that of its counties.
    let found = try make(["0": [30], "1": [20], "11": [5], "12": [6], "2": [10], "21": [10]])
    #expect(found[0]?.verdict == .agrees && found[0]?.expected == 2)
    #expect(found[1]?.verdict == .differs && found[1]?.difference == 9 && found[1]?.below == 11)
    #expect(found[4]?.verdict == .agrees)
    #expect(found.count == 3)
  }

  @Test func unitsBelowStandInForAUnitWithoutAStatement() throws {
    let found = try make(["0": [21], "11": [5], "12": [6], "2": [10], "21": [10]])
    #expect(found[0]?.verdict == .agrees && found[0]?.received == 2)
    #expect(found[1]?.verdict == .notStated && found[1]?.below == 11 && found[1]?.difference == nil)
    // Provinces that are not asked.
    let other = try make(["0": [21], "11": [5], "12": [6], "21": [10]], filledBy: [0, 2])
    #expect(other[0]?.verdict == .agrees && other[0]?.expected == 2 && other.count == 1)
  }

  @Test func aMissingUnitIsNeverWrong() throws {
    let found = try make(["0": [30], "1": [20], "11": [5], "2": [10], "21": [10]])
    #expect(found[1]?.verdict == .incomplete && found[1]?.difference == 15)
    #expect(found[1]?.received == 1 && found[1]?.expected == 2 && found[1]?.causes == [])
    // Unless the others exceed it already.
    let more = try make(["0": [30], "1": [20], "11": [25], "2": [10], "21": [10]])
    #expect(more[1]?.verdict == .differs && more[1]?.difference == -5)
    // Not applicable is an answer.
    let none = try make(["0": [30], "1": [5], "11": [5], "12": [nil], "2": [25], "21": [25]])
    #expect(none[1]?.verdict == .agrees && none[1]?.received == 2)
  }

  @Test func aSumThatDoesNotFitIsAVerdictOfItsOwn() throws {
    let found = try make(["0": [1], "1": [7], "11": [.max], "12": [1], "2": [.max], "21": [.max]])
    #expect(found[1]?.verdict == .overflow && found[1]?.below == nil && found[1]?.difference == nil)
    #expect(found[0]?.verdict == .overflow)
    #expect(found[4]?.verdict == .agrees)
    let low = try make(["0": [-2], "1": [.max], "2": [0], "21": [0]])
    #expect(low[0]?.verdict == .overflow && low[0]?.below == .max)
  }

  @Test func onlyStatementsOfSeveralLevelsAreCompared() throws {
    let items = [
      Fixture.item("a", .count, filledBy: [1, 2]),
      Fixture.item("b", .count, filledBy: [2], overTree: .statement),
      Fixture.item("c", .flag, filledBy: [1, 2], overTree: .statement),
      Fixture.item("d", .amount(decimals: 2), filledBy: [1, 2], overTree: .statement),
    ]
    let campaign = try Fixture.campaign(items: items, indicators: [])
    #expect(Reconciliation.items(of: campaign) == [3])
  }

  @Test func earlierValuesAreMatchedByCode() throws {
    let item = Fixture.item("n", .count, filledBy: [0, 1], overTree: .statement)
    let campaign = try Fixture.campaign(items: [item], indicators: [], filledBy: [0, 1])
    let before = try Fixture.returns(
      try Fixture.roster(["0 0 -", "05 1 0", "2 1 0"]), campaign, ["0": [9], "05": [1], "2": [40]])
    let registry = try Fixture.registry(Self.rows)
    let roster = registry.roster(in: try Fixture.month("2016-06"))
    let earlier = EarlierReturns(before, on: roster, registry).columns
    let now = try Fixture.returns(roster, campaign, ["0": [50], "1": [10]])
    let found = Reconciliation.make(campaign: campaign, returns: now, earlier: earlier)
    #expect(found.first?.verdict == .incomplete)
    #expect(
      found.first?.causes == [ReconciliationCause(.missingEarlier, units: [4], recorded: 0, meant: 40)])
  }

  /// County 1 is 3 now; 2 and 4 have become 5, so that neither's numbers are its own; 6 is new.
  @Test func earlierValuesFollowTheRegistry() throws {
    let item = Fixture.item("n", .count, filledBy: [0, 1], overTree: .statement)
    let campaign = try Fixture.campaign(items: [item], indicators: [], filledBy: [0, 1])
    var rows = try [
      "0 0 -", "1 1 0 - 2016-01 2016-05", "2 1 0 - 2016-01 2016-05", "4 1 0 - 2016-01 2016-05",
      "3 1 0 - 2016-06", "5 1 0 - 2016-06", "6 1 0 - 2016-06",
    ].enumerated().map { try Fixture.row($0.element, line: $0.offset + 2) }
    for (row, heir) in [(1, "3"), (2, "5"), (3, "5")] { rows[row].successor = UnitCode(heir) }
    let registry = try Registry(levels: try Fixture.levels(), groups: ["g"], rows: rows)
    let before = try Fixture.returns(
      registry.roster(in: try Fixture.month("2016-05")), campaign, ["0": [9], "1": [7], "2": [4], "4": [5]])
    let earlier = EarlierReturns(before, on: registry.roster(in: try Fixture.month("2016-06")), registry)
    #expect((0..<4).map { earlier.columns[0][$0] } == [9, 7, nil, nil])
    #expect(earlier.statuses[0] == [.accepted, .accepted, .notExpected, .notExpected])
  }

  @Test(
    arguments: [
      (1_286, 1_826, "transposed"), (120, 1_200, "shifted"), (35, 350_000, "shifted"),
      (1_286, 286, "digit-added"),
      (1_286, 12_286, "digit-dropped"), (1_286, 1_287, ""), (50_432, 500_432, "digit-dropped"), (5, 0, ""),
      (1_286, 6_821, ""), (.max, .max / 10, "digit-added"), (98, 89, "transposed"),
    ] as [(Int64, Int64, String)])
  func slips(_ recorded: Int64, _ meant: Int64, _ kind: String) {
    #expect(DigitSlip.kind(recorded: recorded, meant: meant)?.rawValue ?? "" == kind)
  }

  @Test func setsAreToldOnlyWhereTheyAreTheOnlyOnes() {
    let values: [Int64] = [91_210, 0, 10_377, 4_481, 73_052, 25_018, 60_999]
    #expect(UnitSet(values, target: 4_481 + 60_999).found() == [3, 6])
    #expect(UnitSet(values, target: 4_481 + 60_999 + 25_018).found() == [3, 5, 6])
    #expect(UnitSet(values, target: 4_481 + 60_999 + 25_018 + 73_052).found() == [3, 4, 5, 6])
    // A single unit is told by another test; equal values make two sets; small numbers fit by chance.
    #expect(UnitSet(values, target: 4_481).found() == nil)
    #expect(UnitSet(values + [4_481], target: 4_481 + 60_999).found() == nil)
    #expect(UnitSet([1, 2, 3, 4, 5, 7], target: 12).found() == nil)
    #expect(UnitSet([], target: 12).found() == nil && UnitSet([.max, 1], target: .max - 1).found() == nil)
  }
}
