import Model

/// `bulletin.xlsx`: the month's tables as a workbook to compute with, to the conventions of statistical offices: a
/// cover, contents, notes, then one table or chart a sheet.
///
/// Numbers are numbers, shares are formulas over the cells beside them with their results stored, texts from data are
/// always texts. The same edition gives the same bytes.
public enum BulletinWorkbook {
  /// The bytes of the workbook. Throws where the machine has no memory or room for it, or where the tables are larger
  /// than a workbook may be.
  public static func render(_ edition: Edition) throws(WorkbookError) -> [UInt8] {
    let words = Words(edition)
    let language = edition.language
    let book = Plan(words)
    let notes = BookNotes(book.tables, language)
    var writer = try WorkbookWriter()
    writer.setProperties(title: Bulletin.title(edition, words), company: edition.campaign.organisation)
    let front = FrontSheets(
      edition: edition, cover: try writer.addSheet(language.pick("封面", "Cover")),
      contents: try writer.addSheet(language.pick("目录", "Contents")),
      notesSheet: try writer.addSheet(language.pick("说明", "Notes")))
    var entries: [FrontSheets.Entry] = []
    for (index, table) in book.tables.enumerated() {
      let sheet = try writer.addSheet(
        language.pick("表\(index + 1) \(table.name)", "\(index + 1) \(table.name)"))
      let number = language.pick("表\(index + 1)", "Table \(index + 1)")
      entries.append(.init(number: number, title: table.title, sheet: sheet))
      BookSheet(
        table: table, number: number, sheet: sheet, contents: front.contents, notes: notes, edition: edition
      ).write(&writer)
    }
    for (index, chart) in book.charts.enumerated() {
      let number = language.pick("图\(index + 1)", "Chart \(index + 1)")
      let sheet = try writer.addSheet("\(number) \(chart.name)")
      entries.append(.init(number: number, title: chart.chart.title, sheet: sheet))
      draw(chart, number, of: entries[chart.table].sheet, on: sheet, front, &writer)
    }
    front.write(entries, notes, &writer)
    return try writer.finish()
  }

  private static func draw(
    _ chart: BookChart, _ number: String, of source: WorkbookWriter.Sheet, on sheet: WorkbookWriter.Sheet,
    _ front: FrontSheets, _ writer: inout WorkbookWriter
  ) {
    let title = number + front.edition.language.pick("　", ". ") + chart.chart.title
    BookSheet.writeTop(
      BookSheet.lines(title, chart.remark, front.edition), sheet, back: front.contents, front.edition, &writer
    )
    writer.draw(chart.chart, of: source, on: sheet, at: CellAddress(6, 1))
    // A row of cells is 20 pixels high, a column 64 wide.
    writer.setPage(
      across: false, headings: nil,
      last: CellAddress(7 + SheetChart.height(of: chart.chart.rows.count) / 20, 15), of: sheet)
  }

  /// The tables and charts in their order.
  private struct Plan {
    var tables: [BookTable]
    var charts: [BookChart]

    init(_ words: Words) {
      let edition = words.edition
      let rates = RateTables.build(words)
      tables = rates + TotalTables.build(words) + CompositionTables.build(words)
      let reporting = ReportingTables.build(words)
      let first = tables.count
      tables +=
        reporting + LedgerBookTables.build(words) + ChangeTables.build(words) + GoalTables.build(words)
      tables += ReconciliationTables.build(words)
      tables.append(FigureTable.build(words))
      // Only a month's table has what a bar is stacked of.
      let stacked = edition.period.isMonth ? Array(first..<(first + reporting.count)) : []
      charts = BookCharts.build(tables, ranked: Self.ranked(edition), reporting: stacked, words)
    }

    /// The table of the indicator that ranks the units, and the column of the share.
    private static func ranked(_ edition: Edition) -> (table: Int, column: Int)? {
      let shown = RateTables.indicators(edition)
      guard let indicator = edition.campaign.bulletin.rankIndicator ?? shown.first,
        let table = shown.firstIndex(of: indicator),
        let level = edition.campaign.bulletin.rankLevel ?? RateTables.levels(indicator, edition).last,
        let column = RateTables.column(level, of: indicator, edition)
      else { return nil }
      return (table, column + 2)
    }
  }
}
