import Model

/// The days and times that a spreadsheet program counts in days since the end of 1899 or the start of 1904.
struct SerialDate {
  /// Whole seconds since the epoch, rounded.
  private let seconds: Int
  private let isFrom1904: Bool

  /// The last serial of a day: 9999-12-31.
  private static let limit = 2_958_466.0
  private static let secondsPerDay = 86_400

  /// A date; `nil` where no spreadsheet program would show the number as one.
  init?(_ serial: Double, isFrom1904: Bool) {
    guard serial >= 0, serial < SerialDate.limit else { return nil }
    seconds = Int((serial * Double(SerialDate.secondsPerDay)).rounded())
    self.isFrom1904 = isFrom1904
  }

  private var day: Int { seconds / SerialDate.secondsPerDay }

  /// Whether there is a time of day, and no day.
  private var isTime: Bool { day == 0 && !isFrom1904 }

  /// `2016-06-14`, `2016-06-14 08:30:00`, or `08:30:00` where there is no day.
  var text: String {
    if isTime { return time }
    return seconds % SerialDate.secondsPerDay == 0 ? date : "\(date) \(time)"
  }

  /// `2016-06`.
  var month: String { isTime ? time : String(date.prefix(7)) }

  /// Hours, minutes and seconds: `255:10:10`.
  var duration: String { SerialDate.clock(seconds) }

  private var time: String { SerialDate.clock(seconds % SerialDate.secondsPerDay) }

  private var date: String {
    if isFrom1904 { return SerialDate.day(day, after: (1904, 1, 1)) }
    // The program believes that 1900 was a leap year; its 60th day is no day.
    if day == 60 { return "1900-02-29" }
    return SerialDate.day(day < 60 ? day : day - 1, after: (1899, 12, 31))
  }

  private static func day(_ count: Int, after epoch: (year: Int, month: Int, day: Int)) -> String {
    guard let first = Day(year: epoch.year, month: epoch.month, day: epoch.day) else { return "" }
    return Day(number: first.number + count).description
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map(padded).joined(separator: ":")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
