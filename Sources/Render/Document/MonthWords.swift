import Model

/// Months and days in print.
struct MonthWords {
  let language: Language

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// 2016年6月, June 2016.
  func month(_ month: Month) -> String {
    language.pick("\(month.year)年\(month.number)月", "\(Self.names[month.number - 1]) \(month.year)")
  }

  /// 2016年7月5日, 5 July 2016 as 2016-07-05.
  func date(_ day: Day) -> String {
    let parts = day.parts
    return language.pick("\(parts.year)年\(parts.month)月\(parts.day)日", day.description)
  }
}
