import Model
import Testing
import TestSupport

@testable import Aggregate

/// What becomes of the figures when months are made one.
@Suite struct PeriodFigureTests {
  static let rows = ["0 0 -", "1 1 0", "11 3 1", "12 3 1", "2 1 0", "21 3 2"]

  static func months(
    _ campaign: Campaign, _ cells: [String: [String: [Int64?]]]
  ) throws -> [Returns] {
    try cells.sorted { $0.key < $1.key }.map { month, cells in
      try Fixture.returns(try Fixture.roster(rows, month), campaign, cells)
    }
  }

  static func combine(_ period: Period, _ campaign: Campaign, _ months: [Returns]) throws -> PeriodReturns {
    let registry = try Fixture.registry(rows)
    let last = try #require(period.months.last)
    return PeriodReturns.combine(
      campaign: campaign, registry: registry, period: period, months: months,
      roster: registry.roster(in: last))
  }

  @Test func sumsOfAPeriodAreThoseOfItsMonths() throws {
    var random = SplitMix64(seed: 8)
    let campaign = try PeriodTests.campaign()
    let registry = try Registry(levels: try Fixture.levels(), groups: ["g"], rows: History(&random).steady())
    let months = try PeriodTests.months(registry, campaign, [1, 2, 3, 4, 5, 6], &random)
    let figures = try months.map { try Figures(campaign: campaign, returns: $0) }
    let periods: [(Period, Range<Int>)] = [
      (.quarter(year: 2016, 1), 0..<3), (.quarter(year: 2016, 2), 3..<6), (.half(year: 2016, 1), 0..<6),
      (.yearToDate(try Fixture.month("2016-05")), 0..<5), (.month(try Fixture.month("2016-02")), 1..<2),
    ]
    for (period, range) in periods {
      let combined = PeriodReturns.combine(
        campaign: campaign, registry: registry, period: period, months: months,
        roster: months[range.upperBound - 1].roster)
      let whole = try Figures(campaign: campaign, returns: combined.returns)
      for unit in 0..<combined.returns.roster.count {
        let figure = try #require(whole.figure(unit: unit, indicator: 0, level: nil))
        let parts = range.compactMap { figures[$0].figure(unit: unit, indicator: 0, level: nil) }
        #expect(figure.numerator == parts.reduce(0) { $0 + $1.numerator })
        #expect(figure.received <= parts.map(\.received).min() ?? 0)
        let isComplete = parts.allSatisfy { $0.received == $0.expected }
        #expect((figure.received == figure.expected) == isComplete)
        #expect(figure.status != .normal || isComplete)
        if range.count == 1 { #expect(figure == parts[0]) }
        let none = whole.figure(unit: unit, indicator: 4, level: nil)
        #expect(none?.status == .missing || none?.status == .cannotExist)
      }
    }
  }

  @Test func aQuarterThatLacksAMonthIsProvisional() throws {
    let campaign = try PeriodTests.campaign()
    let cells: [String: [Int64?]] = [
      "11": [300, 10, 0, 1], "12": [400, 20, 0, 0], "21": [5, 30, 0, 1],
      "1": [nil, 1], "2": [0, 1],
    ]
    let months = try Self.months(campaign, ["2016-04": cells, "2016-05": cells])
    let period = try Self.combine(.quarter(year: 2016, 2), campaign, months)
    let figures = try Figures(campaign: campaign, returns: period.returns)
    let flow = figures.figure(unit: 0, indicator: 0, level: nil)
    #expect(flow?.numerator == 1410 && flow?.received == 0 && flow?.expected == 5)
    #expect(flow?.status == .provisional)
    // A stock is that of the last month.
    let stock = figures.figure(unit: 0, indicator: 1, level: nil)
    #expect(stock?.numerator == 62 && stock?.status == .normal)
    let rate = figures.figure(unit: 0, indicator: 2, level: 3)
    #expect(rate?.numerator == 2 && rate?.denominator == 3 && rate?.status == .normal)
    let ratio = figures.figure(unit: 0, indicator: 3, level: nil)
    #expect(ratio?.numerator == 1410 && ratio?.denominator == 61 && ratio?.status == .provisional)
    // Whether a sum is above 500 is not known while a month is lacking.
    let count = figures.figure(unit: 0, indicator: 5, level: 3)
    #expect(count?.numerator == 0 && count?.received == 0 && count?.bounds == 0...3)
    let table = period.coverage(of: 1)
    #expect(table.map(\.isPresent) == [true, true, false])
    #expect(table.map(\.expected) == [3, 3, 3] && table.map(\.received) == [3, 3, 0])
  }

  @Test func aSumThatDoesNotFitIsUnreadable() throws {
    let campaign = try PeriodTests.campaign()
    let months = try Self.months(
      campaign, ["2016-04": ["11": [.max]], "2016-05": ["11": [1]], "2016-06": ["11": [0]]])
    let period = try Self.combine(.quarter(year: 2016, 2), campaign, months)
    #expect(period.overflows == 1)
    #expect(period.returns.columns[0].states[2] == .unreadable)
  }

  @Test func arrearsCountMonthsInARow() throws {
    let campaign = try PeriodTests.campaign()
    var rows = try [
      "0 0 -", "1 1 0", "2 1 0 - 2016-01 2016-04", "3 1 0 - 2016-05", "4 1 0 - 2016-05", "5 1 0", "6 1 0",
    ].enumerated().map { try Fixture.row($0.element, line: $0.offset + 2) }
    rows[2].successor = UnitCode("3")
    let registry = try Registry(levels: try Fixture.levels(), groups: ["g"], rows: rows)
    let months = try ["2016-03", "2016-04", "2016-05", "2016-06"].map { text in
      let roster = registry.roster(in: try Fixture.month(text))
      let codes = text == "2016-03" ? ["1", "2", "6"] : text == "2016-06" ? ["6"] : ["1"]
      return try Fixture.returns(
        roster, campaign, Dictionary(uniqueKeysWithValues: codes.map { ($0, [1]) }))
    }
    let arrears = try #require(Arrears(campaign: campaign, registry: registry, months: months))
    // 0 owes nothing; 1 lacks June; 3 was 2 and lacks three; 4 is new; 5 never reported; 6 did in June.
    #expect((0..<6).map { arrears.streak(form: 0, unit: $0) } == [0, 1, 3, 2, 4, 0])
    #expect(
      (0..<6).map { arrears.hasReported(form: 0, unit: $0) } == [false, true, true, false, false, true])
    #expect(arrears.units(form: 0, within: 0, atLeast: 2) == [4, 2, 3])
    #expect(Arrears(campaign: campaign, registry: registry, months: []) == nil)
  }
}

extension History {
  /// The units of the first month, for ever.
  func steady() throws -> [RegistryRow] {
    try before.sorted { $0.key < $1.key }.enumerated().map { line, found in
      var row = try Fixture.row(
        "\(found.key) \(found.value.level) \(found.value.parent ?? "-")", line: line + 2)
      row.groups = SmallSet(found.value.group ? [0] : [])
      return row
    }
  }
}
