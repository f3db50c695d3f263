import Model

/// Of a period longer than a month: how many returns came in month by month.
enum PeriodReportingSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    let months = edition.periodCoverage
    guard !months.isEmpty else { return nil }
    let forms = Set(months.flatMap(\.forms).map(\.form)).sorted()
    var blocks: [Block] = [.paragraph(sentence(months, edition.language))]
    for form in forms { blocks.append(.grid(grid(form, months, edition, words))) }
    return Section(edition.language.pick("报送情况", "Reporting"), blocks)
  }

  private static func sentence(_ months: [PeriodMonth], _ language: Language) -> String {
    let all = months.flatMap(\.forms)
    let expected = all.reduce(0) { $0 + $1.expected }
    let received = all.reduce(0) { $0 + $1.received }
    let share = Quotient.percent(Int64(received), of: Int64(expected), decimals: 1).map { $0 + "%" } ?? "—"
    let unknown = months.count { $0.forms.isEmpty }
    let gap = language.pick(
      unknown == 0 ? "" : "其中\(unknown)个月没有数据；其余", unknown == 0 ? "" : ", \(unknown) of them without data")
    return language.pick(
      "本期共\(months.count)个月，\(gap)各月应报合计\(expected)份，实报\(received)份，报送率\(share)。",
      "\(months.count) months\(gap): \(expected) returns expected in all, \(received) received (\(share)).")
  }

  private static func grid(
    _ form: Int, _ months: [PeriodMonth], _ edition: Edition, _ words: Words
  ) -> Grid {
    let title = edition.campaign.forms[form].title
    let zh = ["应报(个)", "实报(个)", "报送率"]
    let en = ["Expected, units", "Received", "Reported"]
    let columns = [GridColumn(edition.language.pick("月份", "Month"), numeric: false)]
    return Grid(
      caption: edition.language.pick("《\(title)》各月报送情况", "\(title): reporting by month"),
      columns: columns + (edition.language == .zh ? zh : en).map { GridColumn($0) },
      rows: months.map { month in
        guard let found = month.forms.first(where: { $0.form == form }) else {
          return GridRow([.text(words.month(month.month)), .notApplicable, .notApplicable, .notApplicable])
        }
        let (expected, received) = (Int64(found.expected), Int64(found.received))
        let share = expected == 0 ? Cell.notApplicable : .percent(received, of: expected, decimals: 1)
        return GridRow([.text(words.month(month.month)), .count(expected), .count(received), share])
      })
  }
}
