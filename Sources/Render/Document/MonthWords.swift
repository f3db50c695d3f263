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

  /// 2016年第二季度, 2016年上半年, 2016年1—6月; second quarter of 2016.
  func period(_ period: Period) -> String {
    switch period {
    case .month(let month): self.month(month)
    case .quarter(let year, let number):
      language.pick(
        "\(year)年第\(ChineseNumeral.text(number))季度",
        "\(["first", "second", "third", "fourth"][number - 1]) quarter of \(year)")
    case .half(let year, let number):
      language.pick(
        "\(year)年\(number == 1 ? "上" : "下")半年", "\(number == 1 ? "first" : "second") half of \(year)")
    case .year(let year): language.pick("\(year)年", "\(year)")
    case .yearToDate(let last):
      last.number == 1
        ? month(last)
        : language.pick(
          "\(last.year)年1—\(last.number)月", "January to \(Self.names[last.number - 1]) \(last.year)")
    }
  }

  /// 2016年7月5日 18:00, 2016-07-05 18:00.
  func time(_ time: LocalTime) -> String { date(time.day) + time.description.dropFirst(10) }

  /// 2016年7月5日, 5 July 2016 as 2016-07-05.
  func date(_ day: Day) -> String {
    let parts = day.parts
    return language.pick("\(parts.year)年\(parts.month)月\(parts.day)日", day.description)
  }
}
