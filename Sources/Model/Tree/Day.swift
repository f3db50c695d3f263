/// A day of the Gregorian calendar, kept as the number of days since 1970-01-01.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let number: Int

  /// The day so many days after 1970-01-01.
  public init(number: Int) { self.number = number }

  /// `nil` where the calendar has no such day (2016-02-30), or the year is not 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard let inMonth = Month(year: year, number: month),
      (1...Day.length(of: inMonth)).contains(day)
    else { return nil }
    // Days since 0000-03-01, by the 400-year cycle of the calendar.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2016-06-30` and nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let hyphen = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
      let year = Digits.value(bytes[0..<4]), let month = Digits.value(bytes[5..<7]),
      let day = Digits.value(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number of days in a month.
  public static func length(of month: Month) -> Int {
    switch month.number {
    case 2:
      let leap = month.year % 4 == 0 && (month.year % 100 != 0 || month.year % 400 == 0)
      return leap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// `2016-06-30`.
  public var description: String {
    let (year, month, day) = parts
    return Digits.padded(year, 4) + "-" + Digits.padded(month, 2) + "-" + Digits.padded(day, 2)
  }

  /// Orders by time.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

/// A day and a minute on the campaign's own clock, such as the time at which a file was received.
public struct LocalTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since 1970-01-01 00:00 on the campaign's clock.
  public let minutes: Int

  /// The moment so many minutes after 1970-01-01 00:00.
  public init(minutes: Int) { self.minutes = minutes }

  /// The moment at `hour`:`minute` of a day; `nil` where the clock does not show it.
  public init?(day: Day, hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = day.number * 1440 + hour * 60 + minute
  }

  /// The day on which this moment lies.
  public var day: Day {
    Day(number: minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440)
  }

  /// `2016-07-03 14:20`.
  public var description: String {
    let ofDay = minutes - day.number * 1440
    return day.description + " " + Digits.padded(ofDay / 60, 2) + ":" + Digits.padded(ofDay % 60, 2)
  }

  /// Orders by time.
  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.minutes < b.minutes }
}
