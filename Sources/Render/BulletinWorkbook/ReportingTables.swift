import Model

/// A table for each form: who has reported, on time, late, not at all; of a longer period its months.
enum ReportingTables {
  /// The columns of what a stacked bar is made of, in the tables of forms.
  static let stacked = 4...7

  /// The tables in the order of the forms.
  static func build(_ words: Words) -> [BookTable] {
    guard words.edition.period.isMonth else { return months(words) }
    return words.edition.reporting.filter { $0.total(words.edition.unit).expected > 0 }.map {
      table($0, words)
    }
  }

  /// Of a longer period a table for each form: how many returns came in, month by month.
  private static func months(_ words: Words) -> [BookTable] {
    let forms = Set(words.edition.periodCoverage.flatMap(\.forms).map(\.form)).sorted()
    return forms.map { months(form: $0, words) }
  }

  private static func months(form: Int, _ words: Words) -> BookTable {
    let (edition, language) = (words.edition, words.language)
    let told = BookFigures(words)
    let title = edition.campaign.forms[form].title
    var table = BookTable(
      name: language.pick("各月报送 \(title)", "Reporting \(title)"),
      title: language.pick("《\(title)》各月报送情况（含下级单位）", "\(title): reporting by month, units below included"),
      remark: language.pick(
        "报送率=实报÷应报，为公式；“—”为没有数据的月份。",
        "The share of those expected is a formula; — where nothing is known of the month."),
      columns: [
        .text(language.pick("月份", "Month")), BookColumn(language.pick("应报(份)", "Expected")),
        BookColumn(language.pick("实报(份)", "Received")),
        BookColumn(language.pick("报送率", "Share received"), bars: true),
      ])
    for month in edition.periodCoverage {
      guard let found = month.forms.first(where: { $0.form == form }) else {
        table.add([.text(words.month(month.month)), .none, .none, .none])
        continue
      }
      let share = told.ratio(Int64(found.received), of: Int64(found.expected), table.next(3), table.next(2))
      table.add([.text(words.month(month.month)), .count(found.expected), .count(found.received), share])
    }
    return table
  }

  private static func table(_ reporting: FormReporting, _ words: Words) -> BookTable {
    let (edition, language) = (words.edition, words.language)
    let told = BookFigures(words)
    let form = edition.campaign.forms[reporting.form]
    let zh = ["应报(份)", "按时(份)", "逾期(份)", "未报(份)", "不予采用(份)"]
    let en = ["Expected", "On time", "Late", "Missing", "Rejected"]
    var table = BookTable(
      name: language.pick("报送情况 \(form.title)", "Reporting \(form.title)"),
      title: language.pick("《\(form.title)》报送情况（含下级单位）", "\(form.title): reporting, units below included"),
      remark: language.pick(
        "实报=按时＋逾期，报送率=实报÷应报，均为公式。",
        "Received = on time + late; the share of those expected is a formula, too."),
      notes: [.totals],
      columns: told.unitColumns + (language == .zh ? zh : en).map { BookColumn($0) } + [
        BookColumn(language.pick("实报(份)", "Received")),
        BookColumn(language.pick("报送率", "Share received"), bars: true),
      ], frozen: 2)
    for unit in [edition.unit] + edition.roster.children(of: edition.unit) {
      let tally = reporting.total(unit)
      guard tally.expected > 0 else { continue }
      let numbers = [tally.expected, tally.onTime, tally.late, tally.missing, tally.rejected]
      var cells = told.unit(unit) + numbers.map { BookCell.count($0) }
      cells.append(
        .computed(.sum(row: table.nextRow, columns: 4...5, decimals: 0), .count(tally.received)))
      cells.append(
        told.ratio(Int64(tally.received), of: Int64(tally.expected), table.next(8), table.next(3)))
      table.add(cells, unit == edition.unit ? .total : .plain)
    }
    if let check = told.check(table, labels: 2) {
      table.rows.append(check)
      table.notes.append(.check)
    }
    return table
  }
}
