import Model
import Testing

@testable import Aggregate

/// What a reader would say of single cases.
@Suite struct ChangeCaseTests {
  static let items = [Fixture.item("kickoff", .flag), Fixture.item("orgs", .count)]
  static let indicators = [
    Fixture.indicator(.rate(formula: "kickoff"), levels: [3]),
    Fixture.indicator(.total(item: 1), levels: [3]),
  ]

  /// The comparison of the top: rows as of ``Fixture/row(_:line:)`` with `code>successor` for the code.
  static func compare(
    _ rows: [String], _ before: [String: [Int64?]], _ after: [String: [Int64?]],
    published: [String: Int64] = [:]
  ) throws -> Comparison {
    let read = try rows.enumerated().map { line, text in
      let parts = text.split(separator: " ")[0].split(separator: ">").map(String.init)
      let rest = text.split(separator: " ").dropFirst().joined(separator: " ")
      var row = try Fixture.row("\(parts[0]) \(rest)", line: line + 2)
      if parts.count > 1 { row.successor = UnitCode(parts[1]) }
      return row
    }
    let registry = try Registry(levels: try Fixture.levels(), groups: ["g"], rows: read)
    let campaign = try Fixture.campaign(items: items, indicators: indicators)
    let months = try [("2016-05", before), ("2016-06", after)].map { month, cells in
      let roster = registry.roster(in: try Fixture.month(month))
      return try MonthFigures(
        campaign: campaign, returns: try Fixture.returns(roster, campaign, cells))
    }
    return Comparison.make(
      campaign: campaign, registry: registry, earlier: months[0], later: months[1],
      published: { unit, key in
        guard let numerator = published[unit.description], key.indicator == 1 else { return nil }
        return Figure(unit: 0, indicator: 1, numerator: numerator, received: 1, expected: 1, status: .normal)
      }, publication: 1, unit: 0)
  }

  static let rate = SeriesKey(indicator: 0, level: 3)
  static let total = SeriesKey(indicator: 1)

  @Test(arguments: [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)])
  func aMergedTownshipHasDoneWhatAnyHad(first: Int64, second: Int64, merged: Int64) throws {
    let comparison = try Self.compare(
      ["0 0 -", "a>c 3 0 - 2016-01 2016-05", "b>c 3 0 - 2016-01 2016-05", "c 3 0 - 2016-06"],
      ["a": [first, 3], "b": [second, 4]], ["c": [merged, 9]])
    let rate = comparison.change(0, Self.rate)
    #expect(rate?.numerator == ChangeParts(registry: merged - first - second))
    #expect(rate?.denominator == ChangeParts(registry: -1))
    #expect(comparison.change(0, Self.total)?.numerator == ChangeParts(real: 2))
    let unit = comparison.change(1, Self.total)
    #expect(unit?.previous?.numerator == 7 && unit?.previous?.expected == 2)
    #expect(unit?.previousRank == nil && unit?.rank == 1)
    #expect(comparison.units.map(\.kind) == [.merged, .merged])
  }

  @Test func aSplitCountyMovesItsTownships() throws {
    let comparison = try Self.compare(
      [
        "0 0 -", "1 2 0", "1a 3 1", "1b 3 1 - 2016-01 2016-05", "1b 3 2 - 2016-06", "2 2 0 - 2016-06",
        "2a 3 2 - 2016-06",
      ], ["1a": [1, 5], "1b": [1, 7]], ["1a": [1, 6], "1b": [1, 10], "2a": [0, 20]])
    #expect(comparison.change(0, Self.total)?.numerator == ChangeParts(registry: 20, real: 4))
    let (one, two) = (comparison.change(1, Self.total), comparison.change(3, Self.total))
    #expect(one?.numerator == ChangeParts(registry: -7, real: 1))
    #expect(two?.numerator == ChangeParts(registry: 27, real: 3))
    #expect(two?.previous == nil && two?.value == nil)
    let rate = comparison.change(0, Self.rate)
    #expect(rate?.numerator == ChangeParts() && rate?.denominator == ChangeParts(registry: 1))
    // 100.0 % of two, 66.7 % of three.
    #expect(rate?.value == ChangeParts(registry: -333))
    #expect(comparison.units.map(\.kind) == [.moved, .new, .new])
  }

  @Test func aRenamedTownshipChangesNothing() throws {
    let comparison = try Self.compare(
      ["0 0 -", "1>9 3 0 - 2016-01 2016-05", "9 3 0 - 2016-06"], ["1": [1, 5]], ["9": [1, 5]])
    #expect(comparison.change(0, Self.total)?.numerator == ChangeParts())
    #expect(comparison.change(1, Self.rate)?.value == ChangeParts())
    #expect(comparison.change(1, Self.rate)?.previousRank == 1)
    #expect(comparison.units.map(\.kind) == [.recoded])
  }

  @Test func whoStartsAndStopsIsToldFromWhoChanges() throws {
    let comparison = try Self.compare(
      ["0 0 -", "1 3 0", "2 3 0", "3 3 0", "4 3 0"], ["1": [1, 5], "2": [1, 7]], ["2": [0, 9], "3": [1, 4]])
    let parts = comparison.change(0, Self.total)
    #expect(parts?.numerator == ChangeParts(started: 4, stopped: -5, real: 2))
    #expect(comparison.change(0, Self.rate)?.numerator == ChangeParts(started: 1, stopped: -1, real: -1))
    // 50.0 %, and 75.0, 50.0 and 25.0 on the way.
    #expect(comparison.change(0, Self.rate)?.value == ChangeParts(started: 250, stopped: -250, real: -250))
    #expect(comparison.changes.filter { $0.key == Self.total }.map(\.rank) == [nil, nil, 1, 2, nil])
    #expect(comparison.changes.filter { $0.key == Self.total }.map(\.previousRank) == [nil, 2, 1, nil, nil])
  }

  @Test func aRestatedMonthIsToldApart() throws {
    let comparison = try Self.compare(
      ["0 0 -", "1 3 0", "2 3 0"], ["1": [1, 5], "2": [1, 7]], ["1": [0, 5], "2": [1, 8]],
      published: ["0": 5, "2": 0])
    let top = comparison.change(0, Self.total)
    #expect(top?.published?.numerator == 5 && top?.previous?.numerator == 12)
    #expect(top?.numerator == ChangeParts(restated: 7, real: 1))
    // The ranks of before are those of print: 2 was published with 0.
    #expect(comparison.changes.filter { $0.key == Self.total }.map(\.previousRank) == [nil, 1, 2])
  }

  @Test func whatDoesNotFitIsNotTakenApart() throws {
    let comparison = try Self.compare(
      ["0 0 -", "1 3 0", "2 3 0"], ["1": [1, .max], "2": [1, 7]], ["1": [0, 5], "2": [1, 8]])
    #expect(comparison.change(0, Self.total)?.numerator == nil)
    #expect(comparison.change(1, Self.total)?.numerator?.real == 5 - .max)
  }

  @Test func onlySomeIndicatorsMustNotFall() throws {
    var items = [
      Fixture.item("a", .flag), Fixture.item("b", .flag), Fixture.item("n", .count),
      Fixture.item("m", .count),
    ]
    items[2].overTime = .max
    let formulas = ["a and b", "a or not b", "not a", "n > 1", "a = b", "a or n >= 20", "n < 5", "m > 1"]
    let indicators =
      formulas.map { Fixture.indicator(.rate(formula: $0), levels: [3]) }
      + [Fixture.indicator(.total(item: 2))]
    let campaign = try Fixture.campaign(items: items, indicators: indicators)
    #expect(
      indicators.indices.map { campaign.onlyRises($0) }
        == [true, false, false, true, false, true, false, false, true])
  }
}
