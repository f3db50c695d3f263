import Model
import Testing

@testable import Aggregate

@Suite struct SupervisionTests {
  private let key = SupervisionFixture.rate

  private func target(_ value: String, by: String = "2016-06", path: [(String, Int)] = []) throws -> Target {
    Target(
      label: "召开率", key: key, value: try #require(FixedNumber(value)), by: try Fixture.month(by),
      path: try path.map { Target.Point(try Fixture.month($0.0), FixedNumber($0.1)) })
  }

  @Test func belowTargetAtTheBoundary() throws {
    var fixture = try SupervisionFixture([("1", 10), ("2", 10), ("3", 10), ("4", 10)])
    fixture.campaign.targets = [try target("60")]
    fixture.rule(.belowTarget(SupervisionFixture.rate))
    let answers = ["1": (6, 4), "2": (5, 5), "3": (5, 4), "4": (5, 0)].mapValues { (yes: $0.0, no: $0.1) }
    let now = try fixture.month("2016-06", answers)
    // 3 has 50 % to 60 %, 4 has 50 % to 100 %.
    #expect(try fixture.found([now]) == [["2 1", "3: cannotTell", "4: cannotTell"]])
    let early = try fixture.month("2016-05", answers)
    #expect(
      try fixture.found([early]) == [["1: notDue", "2: notDue", "3: notDue", "4: notDue"]])
  }

  @Test func certainlyBelowThoughAnswersAreMissing() throws {
    var fixture = try SupervisionFixture([("1", 10)])
    fixture.campaign.targets = [try target("60.0001")]
    fixture.rule(.belowTarget(SupervisionFixture.rate))
    let now = try fixture.month("2016-06", ["1": (5, 4)])
    #expect(try fixture.found([now]) == [["1 1"]])
  }

  @Test func behindThePathAsItIsPrinted() throws {
    var fixture = try SupervisionFixture([("1", 8), ("2", 8), ("3", 8)])
    // A third of the way from 0 to 100: 33 as printed.
    fixture.campaign.targets = [try target("100", by: "2016-08", path: [("2016-05", 0)])]
    fixture.rule(.behindPath(SupervisionFixture.rate))
    let answers = ["1": (3, 5), "2": (2, 6), "3": (0, 0)].mapValues { (yes: $0.0, no: $0.1) }
    #expect(
      try fixture.found([try fixture.month("2016-06", answers)]) == [["2 1", "3: cannotTell"]])
    #expect(
      try fixture.found([try fixture.month("2016-04", answers)])
        == [["1: notDue", "2: notDue", "3: notDue"]])
  }

  @Test func belowTheParentByExactlySoMuch() throws {
    var fixture = try SupervisionFixture([("1", 10), ("2", 10), ("3", 10), ("4", 10)])
    fixture.rule(.belowParent(FixedNumber(10), key))
    // The whole has 20 of 40.
    let now = try fixture.month("2016-06", ["1": (4, 6), "2": (5, 5), "3": (3, 6), "4": (8, 2)])
    #expect(try fixture.found([now]) == [["3 1", "1 1"]])
    fixture.campaign.supervision.rules[0].condition = .belowParent(
      try #require(FixedNumber("10.0001")), key)
    #expect(try fixture.found([now]) == [["3: cannotTell"]])
  }

  @Test func theLowestShareAPlaceAndTheBestIsNeverAmongThem() throws {
    var fixture = try SupervisionFixture([("1", 10), ("2", 10), ("3", 10), ("4", 10), ("5", 10)])
    fixture.rule(.bottom(2, key))
    let answers = { (yes: [Int]) in
      Dictionary(
        uniqueKeysWithValues: yes.enumerated().map {
          ("\($0.offset + 1)", (yes: $0.element, no: 10 - $0.element))
        })
    }
    let found = { (yes: [Int]) in try fixture.found([try fixture.month("2016-06", answers(yes))]) }
    #expect(try found([4, 5, 5, 6, 7]) == [["1 1", "2 1", "3 1"]])
    #expect(try found([4, 4, 5, 6, 7]) == [["1 1", "2 1"]])
    #expect(try found([5, 5, 5, 5, 5]) == [[]])
    #expect(try found([5, 5, 5, 5, 6]) == [["1 1", "2 1", "3 1", "4 1"]])
  }

  @Test func whoMayYetRiseIsNotAmongTheLowest() throws {
    var fixture = try SupervisionFixture([("1", 10), ("2", 10), ("3", 10), ("4", 10)])
    fixture.rule(.bottom(2, key))
    // 1 has 10 % to 20 %: among the lowest two in any case; 2 has 20 % to 80 %; 4 has not answered.
    let now = try fixture.month("2016-06", ["1": (1, 8), "2": (2, 2), "3": (6, 4), "4": (0, 0)])
    #expect(try fixture.found([now]) == [["1 1", "2: cannotTell", "4: cannotTell"]])
  }

  @Test func smallExcusedAndWithoutAnythingToCount() throws {
    var fixture = try SupervisionFixture([("1", 4), ("2", 5), ("3", 10), ("4", 0), ("5", 10)])
    fixture.rule(.belowParent(FixedNumber(10), key))
    fixture.campaign.supervision.excuses = [
      Excuse(
        unit: try Fixture.code("3"), from: try Fixture.month("2016-05"), to: try Fixture.month("2016-06"),
        reason: "受灾")
    ]
    let answers = ["1": (0, 4), "2": (0, 5), "3": (0, 10), "5": (10, 0)].mapValues { (yes: $0.0, no: $0.1) }
    #expect(
      try fixture.found([try fixture.month("2016-06", answers)]) == [["2 1", "1: small", "3: excused(0)"]])
    #expect(
      try fixture.found([try fixture.month("2016-07", answers)]) == [["2 1", "3 1", "1: small"]])
  }

  @Test func anExcuseHoldsForAllBelow() throws {
    var fixture = try SupervisionFixture([("1", 2)])
    fixture.rule(.notReported(months: 1, form: nil), level: 3)
    let now = try fixture.month("2016-06", [:])
    #expect(try fixture.found([now]) == [["1.0 1", "1.1 1"]])
    fixture.campaign.supervision.excuses = [
      Excuse(unit: try Fixture.code("1"), from: try Fixture.month("2016-01"), to: nil, reason: "新设")
    ]
    #expect(try fixture.found([now]) == [["1.0: excused(0)", "1.1: excused(0)"]])
  }

  @Test func totalsAreJudgedOnlyWhereAllHaveAnswered() throws {
    var fixture = try SupervisionFixture([("1", 3), ("2", 3), ("3", 3)])
    fixture.rule(.bottom(1, SeriesKey(indicator: 1)))
    let now = try fixture.month(
      "2016-06", ["1": (1, 1), "2": (3, 0), "3": (3, 0)], own: ["1", "2", "3"])
    #expect(try fixture.found([now]) == [["1: cannotTell"]])
  }

  @Test func noProgress() throws {
    var fixture = try SupervisionFixture([("1", 10), ("2", 10), ("3", 10), ("4", 10)])
    fixture.rule(.noProgress(months: 2, key))
    let month = { (text: String, yes: [Int], no: [Int]) in
      try fixture.month(
        text,
        Dictionary(
          uniqueKeysWithValues: yes.indices.map { ("\($0 + 1)", (yes: yes[$0], no: no[$0])) }))
    }
    let first = try month("2016-04", [5, 5, 10, 6], [5, 5, 0, 4])
    let second = try month("2016-05", [5, 6, 10, 6], [5, 4, 0, 4])
    // 4 has 50 % to 70 %, and had 60 %.
    let third = try month("2016-06", [5, 6, 10, 5], [5, 4, 0, 3])
    #expect(try fixture.found([first, second, third]) == [["1 1", "4: cannotTell"]])
    #expect(
      try fixture.found([second, third]) == [["1: notDue", "2: notDue", "4: notDue"]])
  }

  @Test func notReportedForMonths() throws {
    var fixture = try SupervisionFixture([("1", 0), ("2", 0), ("3", 0)])
    fixture.rule(.notReported(months: 2, form: 0))
    let months = [
      try fixture.month("2016-04", [:], own: ["2"]), try fixture.month("2016-05", [:], own: ["3"]),
      try fixture.month("2016-06", [:]),
    ]
    #expect(try fixture.found(months) == [["1 2", "2 1"]])
    fixture.campaign.supervision.excuses = [
      Excuse(
        unit: try Fixture.code("1"), from: try Fixture.month("2016-05"), to: try Fixture.month("2016-05"),
        reason: "受灾")
    ]
    #expect(try fixture.found(months) == [["2 1"]])
  }

  @Test func openQueriesCountWithThoseBelow() throws {
    var fixture = try SupervisionFixture([("1", 2), ("2", 2)])
    fixture.rule(.queriesOpen(3))
    let now = try fixture.month("2016-06", [:])
    let unit = { (code: String) in try #require(now.returns.roster.index(of: try Fixture.code(code))) }
    let queries = [try unit("1"): 1, try unit("1.0"): 1, try unit("1.1"): 1, try unit("2.0"): 2]
    #expect(try fixture.found([now], queries: queries) == [["1 1"]])
  }
}
