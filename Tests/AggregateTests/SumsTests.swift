import Model
import Testing

@testable import Aggregate

/// Totals, averages, ratios, compositions and statements.
@Suite struct SumsTests {
  static let rows = ["0 0 -", "1 1 0 g", "11 2 1 g", "111 3 11 g", "112 3 11", "12 3 1 g", "2 1 0 g"]

  static func figures(
    _ items: [Item], _ kind: Indicator.Kind, _ cells: [String: [Int64?]], group: Int? = nil,
    levels: [Int] = [], formGroup: Int? = nil
  ) throws -> Figures {
    let campaign = try Fixture.campaign(
      items: items, indicators: [Fixture.indicator(kind, group: group, levels: levels)],
      formGroup: formGroup)
    let roster = try Fixture.roster(rows)
    return try Figures(campaign: campaign, returns: try Fixture.returns(roster, campaign, cells))
  }

  @Test func aTotalAddsWhatIsThereWithItsCoverage() throws {
    let items = [Fixture.item("fund", .amount(decimals: 2), filledBy: [3])]
    let cells: [String: [Int64?]] = ["111": [250], "12": [nil], "1": [999]]
    let all = try Self.figures(items, .total(item: 0), cells)
    let top = try #require(all.figure(unit: 0, indicator: 0, level: nil))
    #expect(top.numerator == 250 && top.numeratorDecimals == 2 && top.denominator == nil)
    #expect(top.received == 2 && top.expected == 3 && top.status == .provisional)
    #expect(top.bounds == nil)
    let ofForm = try Self.figures(items, .total(item: 0), cells, formGroup: 0)
    #expect(ofForm.figure(unit: 0, indicator: 0, level: nil)?.status == .normal)
    let ofGroup = try Self.figures(items, .total(item: 0), cells, group: 0)
    #expect(ofGroup.figure(unit: 0, indicator: 0, level: nil)?.expected == 2)
    let ofLevel = try Self.figures(items, .total(item: 0), cells, levels: [2])
    #expect(ofLevel.figure(unit: 0, indicator: 0, level: nil)?.status == .cannotExist)
  }

  @Test func aTotalThatDoesNotFitIsMarked() throws {
    let items = [Fixture.item("orgs", .count)]
    let figures = try Self.figures(items, .total(item: 0), ["111": [.max], "12": [1], "2": [3]])
    #expect(figures.figure(unit: 0, indicator: 0, level: nil)?.status == .overflow)
    #expect(figures.figure(unit: 0, indicator: 0, level: nil)?.numerator == 0)
    #expect(figures.figure(unit: 1, indicator: 0, level: nil)?.status == .overflow)
    #expect(figures.figure(unit: 6, indicator: 0, level: nil)?.status == .normal)
  }

  @Test func statementsAreNotAdded() throws {
    let items = [Fixture.item("orgs", .count, overTree: .statement)]
    let cells: [String: [Int64?]] = ["1": [100], "11": [31], "111": [10], "112": [20], "12": [5], "2": [7]]
    let figures = try Self.figures(items, .total(item: 0), cells)
    let top = try #require(figures.figure(unit: 0, indicator: 0, level: nil))
    #expect(top.numerator == 42 && top.expected == 4 && top.status == .normal)

    let campaign = try Fixture.campaign(items: items, indicators: [])
    let returns = try Fixture.returns(try Fixture.roster(Self.rows), campaign, cells)
    let statements = Statements(item: 0, campaign: campaign, returns: returns)
    let province = statements[1]
    #expect(province.own == 100 && province.below == 35 && province.state == .value)
    #expect(province.received == 3 && province.expected == 3)
    #expect(statements[2].own == 31 && statements[2].below == 30)
    #expect(statements[3].own == 10 && statements[3].below == 0 && statements[3].expected == 0)
    #expect(statements[0].own == nil && statements[0].below == 42)
  }

  @Test func anAverageDividesByTheUnitsOfTheRegistry() throws {
    let items = [Fixture.item("posts", .count)]
    let cells: [String: [Int64?]] = ["1": [5], "11": [2], "111": [3]]
    let figures = try Self.figures(items, .averagePerUnit(item: 0, level: 1), cells)
    let top = try #require(figures.figure(unit: 0, indicator: 0, level: 1))
    #expect(top.numerator == 10 && top.denominator == 2 && top.status == .provisional)
    #expect(figures.figure(unit: 2, indicator: 0, level: 1) == nil)
    let grouped = try Self.figures(items, .averagePerUnit(item: 0, level: 3), cells, group: 0)
    #expect(grouped.figure(unit: 0, indicator: 0, level: 3)?.denominator == 2)
    #expect(grouped.figure(unit: 6, indicator: 0, level: 3)?.status == .cannotExist)
  }

  @Test func aRatioUsesUnitsThatAnsweredBoth() throws {
    let items = [
      Fixture.item("people", .count, filledBy: [3]),
      Fixture.item("chats", .amount(decimals: 1), filledBy: [3]),
    ]
    let figures = try Self.figures(
      items, .ratio(item: 0, per: 1), ["111": [30, 10], "112": [500], "12": [9, nil]])
    let top = try #require(figures.figure(unit: 0, indicator: 0, level: nil))
    #expect(top.numerator == 30 && top.denominator == 10 && top.denominatorDecimals == 1)
    #expect(top.received == 2 && top.expected == 3)
  }

  @Test func aCompositionIsOfUnitsThatHaveTheWhole() throws {
    let items = ["members", "officials", "others"].map { Fixture.item($0, .count, filledBy: [3]) }
    let figures = try Self.figures(
      items, .composition(parts: [1, 2], whole: 0),
      ["111": [10, 6, 4], "112": [20, 5], "12": [nil, 7, 7]])
    let parts = figures.figures(of: 0)
    #expect(parts.map(\.part) == [0, 1])
    #expect(parts.map(\.numerator) == [11, 4])
    #expect(parts.map(\.denominator) == [30, 30])
    #expect(parts.allSatisfy { $0.received == 3 && $0.expected == 3 && $0.level == nil })
  }
}
