import Formula
import Model
import Testing

@testable import Aggregate

@Suite struct FiguresTests {
  static let flag = [Fixture.item("kickoff", .flag)]
  static func rate(_ formula: String = "kickoff", group: Int? = nil, levels: [Int]) -> Indicator {
    Fixture.indicator(.rate(formula: formula), group: group, levels: levels)
  }

  /// 90 of 100 and 1 of 10 average to 50 %, and pool to 82.7 %.
  @Test func foldsThenDivides() throws {
    var rows = ["0 0 -", "1 1 0", "2 1 0"]
    var cells: [String: [Int64?]] = [:]
    for (province, size, yes) in [(1, 100, 90), (2, 10, 1)] {
      for number in 0..<size {
        rows.append("\(province).\(number) 3 \(province)")
        cells["\(province).\(number)"] = [number < yes ? 1 : 0]
      }
    }
    let campaign = try Fixture.campaign(items: Self.flag, indicators: [Self.rate(levels: [3])])
    let roster = try Fixture.roster(rows)
    let figures = try Figures(
      campaign: campaign, returns: try Fixture.returns(roster, campaign, cells))
    let top = try #require(figures.figure(unit: 0, indicator: 0, level: 3))
    #expect(top.numerator == 91 && top.denominator == 110)
    #expect(Quotient.percent(91, of: 110, decimals: 1) == "82.7")
    #expect(top.status == .normal && top.bounds == nil && top.received == 110)
  }

  @Test func missingUnitsGiveBoundsAndNotApplicableIsAnAnswer() throws {
    let roster = try Fixture.roster(["0 0 -", "1 1 0", "2 1 0", "3 1 0", "4 1 0"])
    let campaign = try Fixture.campaign(
      items: Self.flag,
      indicators: [Self.rate(levels: [1]), Self.rate("not kickoff", levels: [1])])
    var returns = try Fixture.returns(roster, campaign, ["1": [1], "2": [nil], "3": [0]])
    let figures = try Figures(campaign: campaign, returns: returns)
    let rate = try #require(figures.figure(unit: 0, indicator: 0, level: 1))
    #expect(rate.numerator == 1 && rate.denominator == 4 && rate.received == 3)
    #expect(rate.bounds == 1...2 && rate.status == .provisional)
    #expect(figures.figure(unit: 0, indicator: 1, level: 1)?.bounds == 1...2)
    #expect(figures.figure(unit: 4, indicator: 0, level: 1)?.status == .missing)
    #expect(figures.figure(unit: 4, indicator: 0, level: 1)?.bounds == 0...1)
    for state in [CellState.blank, .unreadable, .notReported, .notAsked] {
      returns.columns[0].set(3, state)
      let figure = try Figures(campaign: campaign, returns: returns)
        .figure(unit: 0, indicator: 0, level: 1)
      #expect(figure?.received == 2 && figure?.bounds == 1...3)
    }
  }

  @Test func whatIsNotReportedMeetsNoConditionOnNothing() throws {
    let roster = try Fixture.roster(["0 0 -", "1 1 0", "2 1 0", "3 1 0"])
    let campaign = try Fixture.campaign(
      items: Self.flag, indicators: [Self.rate("kickoff is null", levels: [1])])
    var returns = try Fixture.returns(roster, campaign, ["1": [1], "2": [1]])
    returns.columns[0].set(2, .blank)
    let figure = try Figures(campaign: campaign, returns: returns)
      .figure(unit: 0, indicator: 0, level: 1)
    #expect(figure?.numerator == 1 && figure?.received == 2 && figure?.bounds == 1...2)
  }

  @Test func anOverflowIsAFindingWhereItHappens() throws {
    let roster = try Fixture.roster(["0 0 -", "1 1 0", "1.1 3 1", "1.2 3 1", "2 1 0"])
    let campaign = try Fixture.campaign(
      items: [Fixture.item("n", .count)],
      indicators: [
        Fixture.indicator(.total(item: 0), group: nil, levels: [3]),
        Fixture.indicator(.count(formula: "n * 2 > 1"), group: nil, levels: [3]),
      ])
    let returns = try Fixture.returns(
      roster, campaign, ["1.1": [Int64.max], "1.2": [Int64.max - 1]])
    let figures = try Figures(campaign: campaign, returns: returns)
    let findings = figures.overflowFindings(campaign, roster)
    #expect(findings.map(\.code) == ["formula-overflow", "sum-overflow"])
    #expect(findings.last?.unit == UnitCode("1"))
    #expect(figures.figure(unit: 0, indicator: 0, level: nil)?.status == .overflow)
  }

  @Test func nothingButNotApplicableIsNoZero() throws {
    let roster = try Fixture.roster(["0 0 -", "1 1 0", "2 1 0"])
    let items = [Fixture.item("n", .count)]
    let campaign = try Fixture.campaign(
      items: items, indicators: [Fixture.indicator(.total(item: 0), group: nil, levels: [1])])
    var returns = try Fixture.returns(roster, campaign, ["1": [nil], "2": [nil]])
    let top = { try Figures(campaign: campaign, returns: returns).figure(unit: 0, indicator: 0, level: nil) }
    #expect(try top()?.status == .cannotExist && top()?.value(decimals: 0) == nil)
    returns.columns[0].set(2, .notReported)
    #expect(try top()?.status == .missing)
    returns.columns[0].set(2, .value, 0)
    #expect(try top()?.status == .normal && top()?.value(decimals: 0) == 0)
  }

  @Test func aKnownConditionIsAnAnswerEvenIfAnItemIsMissing() throws {
    let items = [Fixture.item("a", .flag), Fixture.item("b", .flag)]
    let roster = try Fixture.roster(["0 0 -", "1 1 0"])
    let campaign = try Fixture.campaign(
      items: items, indicators: [Self.rate("a or b", levels: [1]), Self.rate("a and b", levels: [1])])
    let figures = try Figures(
      campaign: campaign, returns: try Fixture.returns(roster, campaign, ["1": [1]]))
    #expect(figures.figure(unit: 0, indicator: 0, level: 1)?.status == .normal)
    #expect(figures.figure(unit: 0, indicator: 1, level: 1)?.status == .missing)
  }

  @Test func onlyTheGroupCountsOnBothSides() throws {
    let roster = try Fixture.roster(["0 0 -", "1 1 0 g", "2 1 0 g", "3 1 0", "4 2 0 g"])
    let campaign = try Fixture.campaign(
      items: Self.flag,
      indicators: [
        Self.rate(group: 0, levels: [1, 3]),
        Fixture.indicator(.count(formula: "kickoff"), levels: [1]),
      ])
    let returns = try Fixture.returns(
      roster, campaign, ["1": [1], "2": [0], "3": [1], "4": [1]])
    let figures = try Figures(campaign: campaign, returns: returns)
    let rate = try #require(figures.figure(unit: 0, indicator: 0, level: 1))
    #expect(rate.numerator == 1 && rate.denominator == 2)
    let none = try #require(figures.figure(unit: 0, indicator: 0, level: 3))
    #expect(none.status == .cannotExist && none.denominator == 0 && none.bounds == nil)
    let count = try #require(figures.figure(unit: 0, indicator: 1, level: 1))
    #expect(count.numerator == 2 && count.denominator == nil && count.expected == 3)
  }

  @Test func theRegistryOfTheMonthDecides() throws {
    let rows = [
      "0 0 -", "1 1 0", "11 2 1 - 2016-01 2016-06", "12 2 1 g 2016-01 2016-05", "12 2 1 - 2016-06",
      "13 2 1 g 2016-07",
    ]
    let campaign = try Fixture.campaign(
      items: Self.flag, indicators: [Self.rate(levels: [2]), Self.rate(group: 0, levels: [2])])
    for (month, all, grouped) in [("2016-05", 2, 1), ("2016-06", 2, 0), ("2016-07", 2, 1)] {
      let roster = try Fixture.roster(rows, month)
      let figures = try Figures(
        campaign: campaign, returns: try Fixture.returns(roster, campaign, [:]))
      #expect(figures.figure(unit: 0, indicator: 0, level: 2)?.expected == all)
      #expect(figures.figure(unit: 0, indicator: 1, level: 2)?.expected == grouped)
    }
  }

  @Test func aUnitHasNoFigureOfALevelAboveIt() throws {
    let roster = try Fixture.roster(["0 0 -", "1 1 0", "11 2 1", "111 3 11"])
    let campaign = try Fixture.campaign(
      items: Self.flag + [Fixture.item("orgs", .count)],
      indicators: [Self.rate(levels: [1, 2, 3]), Fixture.indicator(.total(item: 1))])
    let figures = try Figures(
      campaign: campaign, returns: try Fixture.returns(roster, campaign, [:]))
    #expect(figures.columns.map(\.level) == [1, 2, 3, nil])
    #expect(figures.figures(of: 2).map(\.level) == [2, 3, nil])
    #expect(figures.figures(of: 0).map(\.indicator) == [0, 0, 0, 1])
    #expect(figures.figure(unit: 3, indicator: 0, level: 1) == nil)
    #expect(figures.figure(unit: 3, indicator: 7, level: 1) == nil)
  }

  @Test func aWrongFormulaNamesItsIndicator() throws {
    let campaign = try Fixture.campaign(
      items: Self.flag, indicators: [Self.rate("kickof", levels: [1])])
    let returns = try Fixture.returns(try Fixture.roster(["0 0 -"]), campaign, [:])
    let error = #expect(throws: IndicatorError.self) {
      try Figures(campaign: campaign, returns: returns)
    }
    #expect(
      error?.message(.en)
        == "indicator x, formula character 1: There is no item kickof. Did you mean kickoff?")
    #expect(error?.message(.zh).hasPrefix("指标 x 的公式第 1 个字符：没有填报项") == true)
  }
}
