import Model
import Testing

@testable import Aggregate

@Suite struct ReportingTests {
  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw FixtureFault() }
    return day
  }

  /// Returns of 1, 11, 12 received on given days; 13 nothing, 14 rejected, 2 not expected.
  static func roll(_ holidays: [String]) throws -> ReportingRoll {
    let roster = try Fixture.roster([
      "0 0 -", "1 1 0 g", "11 2 1 g", "12 2 1 g", "13 2 1 g", "14 2 1 g", "2 1 0",
    ])
    let campaign = try Fixture.campaign(
      items: [Fixture.item("a", .flag)], indicators: [], formGroup: 0,
      deadline: Deadline(dayOfMonth: 5, monthsAfter: 1, holidays: Set(try holidays.map(day))))
    let submissions = try ["2016-07-05", "2016-07-06"].map { text in
      guard let time = LocalTime(day: try day(text), hour: 23, minute: 59) else { throw FixtureFault() }
      return Submission(path: text, size: 1, sha256: "", sender: nil, received: time)
    }
    var returns = Returns(roster: roster, campaign: campaign, submissions: submissions)
    for (unit, status, submission) in [
      (1, ReturnStatus.accepted, Int32(0)), (2, .accepted, 0), (3, .accepted, 1), (5, .rejected, 1),
    ] {
      returns.statuses[0][unit] = status
      returns.sources[0][unit] = ReturnSource(submission: submission, row: 2)
    }
    return ReportingRoll(form: 0, campaign: campaign, returns: returns)
  }

  @Test func tellsOnTimeFromLate() throws {
    let roll = try Self.roll([])
    #expect(roll.due.description == "2016-07-05")
    #expect(roll.punctuality == [.notExpected, .onTime, .onTime, .late, .missing, .rejected, .notExpected])
    #expect(roll.received[3]?.description == "2016-07-06 23:59")
    #expect(roll.received[4] == nil)
    let counties = roll.tally(of: 0, level: 2)
    #expect(counties.expected == 4 && counties.onTime == 1 && counties.late == 1)
    #expect(counties.missing == 1 && counties.rejected == 1 && counties.received == 2)
    #expect(roll.tally(of: 1).expected == 5)
    #expect(roll.tally(of: 1, level: 1).onTime == 1)
    #expect(roll.tally(of: 6) == ReportingTally())
  }

  @Test func holidaysPostponeTheDeadline() throws {
    let roll = try Self.roll(["2016-07-05"])
    #expect(roll.due.description == "2016-07-06")
    #expect(roll.tally(of: 0, level: 2).late == 0)
  }

  @Test func ranksExactlyWithSharedRanks() throws {
    // Shares 2/3, 1/2, 2/4, 0/1; nothing received; no units.
    let shares = [(3, 2), (2, 1), (4, 2), (1, 0)]
    var rows = ["0 0 -", "5 1 0", "51 3 5", "6 1 0"]
    var cells: [String: [Int64?]] = [:]
    for (index, (size, yes)) in shares.enumerated() {
      rows.append("\(index + 1) 1 0")
      for number in 0..<size {
        rows.append("\(index + 1).\(number) 3 \(index + 1)")
        cells["\(index + 1).\(number)"] = [number < yes ? 1 : 0]
      }
    }
    let roster = try Fixture.roster(rows)
    let campaign = try Fixture.campaign(
      items: [Fixture.item("kickoff", .flag)],
      indicators: [
        Fixture.indicator(.rate(formula: "kickoff"), levels: [3]),
        Fixture.indicator(.count(formula: "kickoff"), levels: [3]),
      ])
    let figures = try Figures(
      campaign: campaign, returns: try Fixture.returns(roster, campaign, cells))
    func places(_ indicator: Int) -> [String] {
      Ranking(
        of: 0, by: SeriesKey(indicator: indicator, level: 3), figures: figures, roster: roster
      ).entries.map { "\(roster.units[$0.unit].code)#\($0.rank.map(String.init) ?? "-")" }
    }
    #expect(places(0) == ["1#1", "2#2", "3#2", "4#4", "5#-", "6#-"])
    #expect(places(1) == ["1#1", "3#1", "2#3", "4#4", "5#-", "6#-"])
  }
}
