import Model
import Testing

@Suite struct CalendarTests {
  @Test func everyDayOfFourHundredYearsCountsOn() {
    var number = Day(year: 1800, month: 1, day: 1)?.number ?? 0
    for year in 1800..<2200 {
      for month in 1...12 {
        let length = Month(year: year, number: month).map(Day.length) ?? 0
        for day in 1...length {
          #expect(Day(year: year, month: month, day: day)?.number == number)
          let parts = Day(number: number).parts
          #expect(parts == (year, month, day))
          number += 1
        }
        #expect(Day(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test func knownDays() {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("2016-02-29")?.number == 16860)
    #expect(Day("1899-12-30")?.number == -25569)
    #expect(Day("2000-03-01")?.description == "2000-03-01")
  }

  @Test(arguments: ["2015-02-29", "2016-13-01", "2016-6-01", "2016-06-31", "", "2016-06-0x", "0000-01-01"])
  func daysThatAreNot(_ text: String) { #expect(Day(text) == nil) }

  @Test(arguments: ["2016-6", "2016-00", "2016-13", "16-06", "2016-06-01", "２０１６-06", "2016/06", ""])
  func monthsThatAreNot(_ text: String) { #expect(Month(text) == nil) }

  @Test func monthsFollowEachOther() {
    #expect(Month("2016-12")?.next == Month("2017-01"))
    #expect(Month(year: 9999, number: 12)?.next == nil)
    #expect(Month("0001-01")?.description == "0001-01")
  }

  @Test func localTimeBeforeTheEpoch() {
    let time = Day("1969-12-31").flatMap { LocalTime(day: $0, hour: 23, minute: 59) }
    #expect(time?.minutes == -1)
    #expect(time?.description == "1969-12-31 23:59")
    #expect(Day("2016-06-01").flatMap { LocalTime(day: $0, hour: 24, minute: 0) } == nil)
  }

  @Test func holidaysPostponeAndWeekendsDoNot() throws {
    let month = try #require(Month("2016-05"))
    let holidays = try Set(["2016-06-09", "2016-06-10", "2016-06-11"].map { try #require(Day($0)) })
    let due = { (day: Int) in Deadline(dayOfMonth: day, monthsAfter: 1, holidays: holidays).day(for: month) }
    #expect(due(9).description == "2016-06-12")
    #expect(due(5).description == "2016-06-05", "a Sunday")
    #expect(due(31).description == "2016-06-30", "June has 30 days")
  }
}
