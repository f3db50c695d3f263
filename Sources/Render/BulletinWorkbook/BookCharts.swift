import Model

/// A chart of the workbook: what it is drawn from, and what stands above it.
struct BookChart {
  /// The table that it is drawn from, by its position.
  var table: Int
  /// The name of its sheet, after its number.
  var name: String
  /// What its denominators are.
  var remark: String
  var chart: SheetChart
}

/// Which charts there are: the ranked shares, and who has reported.
enum BookCharts {
  /// How many bars a chart has at most.
  private static let most = 60

  /// The charts of tables, by the positions of these; `ranked` is that of the indicator that ranks, with the column of
  /// the share.
  static func build(
    _ tables: [BookTable], ranked: (table: Int, column: Int)?, reporting: [Int], _ words: Words
  ) -> [BookChart] {
    ([ranked.flatMap { rates(tables[$0.table], $0.table, $0.column, words) }]
      + reporting.map { stacked(tables[$0], $0, words) }).compactMap { $0 }
  }

  /// The rows of the units below the whole; `nil` where there are fewer than two.
  private static func rows(_ table: BookTable) -> ClosedRange<Int>? {
    let count = min(table.rows.count { $0.kind == .plain }, most)
    return count < 2 ? nil : (BookTable.headingRow + 2)...(BookTable.headingRow + 1 + count)
  }

  private static func cut(_ table: BookTable, _ language: Language) -> String {
    let count = table.rows.count { $0.kind == .plain }
    return count > most ? language.pick("（前\(most)个）", " (the first \(most))") : ""
  }

  private static func rates(_ table: BookTable, _ position: Int, _ column: Int, _ words: Words) -> BookChart?
  {
    let language = words.language
    let shares = table.rows.filter { $0.kind == .plain }.map { $0.cells[column - 1] }
    guard let rows = rows(table), shares.contains(where: { $0.scaled != nil }) else { return nil }
    let heading = table.columns[column - 1].heading.replacing("\n", with: language.pick("", " "))
    let title = language.pick("\(table.name)：\(heading)", "\(table.name), \(heading)") + cut(table, language)
    return BookChart(
      table: position, name: table.name,
      remark: language.pick(
        "分母为各单位名录所列单位数，见所据的表；按名次排列。",
        "Denominators are the registry's, and stand in the table; units stand by rank."),
      chart: SheetChart(
        title: title, description: title, headingRow: BookTable.headingRow, rows: rows, names: table.frozen,
        series: [.init(column: column, colour: 0x2E75B6)], isShare: true))
  }

  private static func stacked(_ table: BookTable, _ position: Int, _ words: Words) -> BookChart? {
    guard let rows = rows(table) else { return nil }
    let colours: [UInt32] = [0x1F4E79, 0x9DC3E6, 0xFFC000, 0xC00000]
    let title = table.title + cut(table, words.language)
    let longest = table.rows.filter { $0.kind == .plain }.compactMap { $0.cells[2].scaled }.max() ?? 0
    return BookChart(
      table: position, name: table.name,
      remark: words.language.pick("每条长为应报份数。", "Each bar is as long as the number of returns expected."),
      chart: SheetChart(
        title: title, description: title, headingRow: BookTable.headingRow, rows: rows, names: table.frozen,
        series: zip(ReportingTables.stacked, colours).map {
          .init(column: $0, colour: $1, isHatched: $0 == 6)
        },
        isShare: false, step: longest < 10 ? 1 : nil))
  }
}
