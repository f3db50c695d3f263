import Model
import Testing

@testable import Aggregate

/// For how many months in a row a unit has been on the list.
@Suite struct StreakTests {
  private func answers(_ yes: [String: Int]) -> [String: (yes: Int, no: Int)] {
    yes.mapValues { (yes: $0, no: 10 - $0) }
  }

  private func fixture(rows: [RegistryRow] = [], _ provinces: [(String, Int)]) throws -> SupervisionFixture {
    var fixture = try SupervisionFixture(provinces, rows: rows)
    fixture.rule(.belowParent(FixedNumber(10), SupervisionFixture.rate))
    return fixture
  }

  @Test func continuedAndBroken() throws {
    let fixture = try fixture([("1", 10), ("2", 10), ("3", 10)])
    let low = answers(["1": 2, "2": 2, "3": 10])
    let months = [
      try fixture.month("2016-03", low), try fixture.month("2016-04", answers(["1": 2, "2": 9, "3": 10])),
      try fixture.month("2016-05", low), try fixture.month("2016-06", low),
    ]
    #expect(try fixture.found(months) == [["1 4", "2 2"]])
  }

  @Test func aMonthThatIsNotKnownEndsTheRow() throws {
    let fixture = try fixture([("1", 10), ("2", 10)])
    let low = answers(["1": 2, "2": 10])
    let months = [
      try fixture.month("2016-03", low), try fixture.month("2016-05", low), try fixture.month("2016-06", low),
    ]
    #expect(try fixture.found(months) == [["1 2"]])
  }

  @Test func whoWasExcusedOrCouldNotBeToldStartsAnew() throws {
    var fixture = try fixture([("1", 10), ("2", 10), ("3", 10)])
    let low = answers(["1": 2, "2": 2, "3": 10])
    fixture.campaign.supervision.excuses = [
      Excuse(
        unit: try Fixture.code("1"), from: try Fixture.month("2016-05"), to: try Fixture.month("2016-05"),
        reason: "受灾")
    ]
    var unsure = low
    unsure["2"] = (yes: 2, no: 0)
    let months = [
      try fixture.month("2016-04", low), try fixture.month("2016-05", unsure),
      try fixture.month("2016-06", low),
    ]
    #expect(try fixture.found(months) == [["1 1", "2 1"]])
  }

  private func row(
    _ code: String, _ parent: String, level: Int, _ from: String, _ to: String?, successor: String?,
    _ line: Int
  ) throws -> RegistryRow {
    RegistryRow(
      code: try Fixture.code(code), name: code, short: "", level: level, parent: try Fixture.code(parent),
      groups: SmallSet(), from: try Fixture.month(from), to: try to.map(Fixture.month),
      successor: try successor.map(Fixture.code), line: line)
  }

  /// Provinces until 2016-05 and from 2016-06 on, with ten townships each.
  private func rows(_ before: [(String, String)], _ after: [String]) throws -> [RegistryRow] {
    var rows: [RegistryRow] = []
    for (code, successor) in before {
      rows.append(
        try row(code, "0", level: 1, "2016-01", "2016-05", successor: successor, 100 + rows.count))
      for number in 0..<10 {
        rows.append(
          try row("\(code).\(number)", code, level: 3, "2016-01", "2016-05", successor: nil, 100 + rows.count)
        )
      }
    }
    for code in after {
      rows.append(try row(code, "0", level: 1, "2016-06", nil, successor: nil, 100 + rows.count))
      for number in 0..<10 {
        rows.append(
          try row("\(code).\(number)", code, level: 3, "2016-06", nil, successor: nil, 100 + rows.count))
      }
    }
    return rows
  }

  @Test func aRecodedUnitIsFollowed() throws {
    let fixture = try fixture(rows: try rows([("A", "B")], ["B"]), [("3", 10)])
    let months = [
      try fixture.month("2016-04", answers(["A": 2, "3": 10])),
      try fixture.month("2016-05", answers(["A": 2, "3": 10])),
      try fixture.month("2016-06", answers(["B": 2, "3": 10])),
    ]
    #expect(try fixture.found(months) == [["B 3"]])
  }

  @Test func ofMergedUnitsAllMustHaveBeenOnTheList() throws {
    let fixture = try fixture(rows: try rows([("A", "C"), ("B", "C")], ["C"]), [("3", 10)])
    let now = try fixture.month("2016-06", answers(["C": 2, "3": 10]))
    let both = try fixture.month("2016-05", answers(["A": 2, "B": 2, "3": 10]))
    #expect(try fixture.found([both, now]) == [["C 2"]])
    let one = try fixture.month("2016-05", answers(["A": 2, "B": 9, "3": 10]))
    #expect(try fixture.found([one, now]) == [["C 1"]])
  }

  @Test func aRecodedUnitHasItsEarlierFigure() throws {
    var fixture = try fixture(rows: try rows([("A", "B")], ["B"]), [("3", 10)])
    fixture.campaign.supervision.rules[0].condition = .noProgress(months: 1, SupervisionFixture.rate)
    let months = [
      try fixture.month("2016-05", answers(["A": 4, "3": 10])),
      try fixture.month("2016-06", answers(["B": 4, "3": 10])),
    ]
    #expect(try fixture.found(months) == [["B 1"]])
  }

  @Test func unitsOfALevelAreFollowedToo() throws {
    var fixture = try SupervisionFixture([("1", 3), ("2", 3)])
    fixture.rule(.notReported(months: 1, form: nil), level: 3)
    let months = [
      try fixture.month("2016-05", ["1": (1, 0), "2": (3, 0)]),
      try fixture.month("2016-06", ["1": (0, 0), "2": (3, 0)]),
    ]
    #expect(try fixture.found(months) == [["1.1 2", "1.2 2", "1.0 1"]])
    let province = try #require(months[1].returns.roster.index(of: try Fixture.code("1")))
    #expect(try fixture.found(months, within: province) == [["1.1 2", "1.2 2", "1.0 1"]])
  }
}
