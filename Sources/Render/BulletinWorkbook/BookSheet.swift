import Model

/// Writes one table to its sheet.
struct BookSheet {
  let table: BookTable
  /// 表1.
  let number: String
  let sheet: WorkbookWriter.Sheet
  let contents: WorkbookWriter.Sheet
  let notes: BookNotes
  let edition: Edition

  /// The widest that a column gets, in digits; what is longer goes on in a new line.
  private static let widest = 44
  private static let narrowest = 7
  /// From that width on a table is printed across.
  private static let across = 90

  private var language: Language { edition.language }

  /// Writes all of it.
  func write(_ writer: inout WorkbookWriter) {
    let widths = table.columns.indices.map(width)
    let lines = BookSheet.lines(
      number + language.pick("　", ". ") + notes.marked(table.title, table.notes), table.remark, edition)
    BookSheet.writeTop(lines, sheet, back: contents, edition, &writer)
    for (index, width) in widths.enumerated() {
      writer.setWidth(Double(width), columns: (index + 1)...(index + 1), of: sheet)
    }
    writeHeadings(widths, &writer)
    for (index, row) in table.rows.enumerated() {
      writeRow(row, BookTable.headingRow + 1 + index, widths, &writer)
    }
    finish(widths, lines, &writer)
  }

  /// Title, where it comes from, and how to read it.
  static func lines(_ title: String, _ remark: String, _ edition: Edition) -> [String] {
    let words = Words(edition)
    let facts = [
      words.name(edition.unit), words.month, edition.campaign.organisation,
      edition.isProvisional ? edition.language.pick("初步数据", "provisional") : "",
    ]
    return [title, facts.filter { !$0.isEmpty }.joined(separator: edition.language.pick("　", ", ")), remark]
  }

  /// The lines above a table or chart, in the first column, and the way back.
  static func writeTop(
    _ lines: [String], _ sheet: WorkbookWriter.Sheet, back contents: WorkbookWriter.Sheet, _ edition: Edition,
    _ writer: inout WorkbookWriter
  ) {
    let styles = [BookStyle.title, BookStyle.subtitle, BookStyle.text]
    for (index, (line, style)) in zip(lines, styles).enumerated() {
      writer.write(BookText.cell(line, edition.language), at: CellAddress(index + 1, 1), of: sheet, style)
    }
    writer.setHeight(27, row: 1, of: sheet)
    writer.link(
      edition.language.pick("返回目录", "Contents"), at: CellAddress(4, 1), of: sheet, to: CellAddress(1, 1),
      of: contents, BookStyle.link)
  }

  /// The heading, its marks in a line of their own.
  private func heading(_ column: BookColumn) -> String {
    let marks = column.notes.map(notes.mark).joined()
    return marks.isEmpty ? column.heading : column.heading + "\n" + marks
  }

  /// As wide as what stands in it, headings in two lines where they are not very long.
  private func width(_ index: Int) -> Int {
    let column = table.columns[index]
    let cells = table.rows.map { DisplayWidth.of($0.cells[index].shown) }.max() ?? 0
    // The button of a filter takes room, too.
    // Lines of their own are kept whole, one line goes on in a second.
    let parts = column.heading.split(separator: "\n").map { DisplayWidth.of($0) }
    let least = parts.count > 1 ? parts.max() ?? 0 : (DisplayWidth.of(column.heading) + 1) / 2
    // A word of letters is not broken.
    let words = column.heading.utf8.split { !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
    let heading = max(min(least, 20), min(words.map(\.count).max() ?? 0, 20)) + (table.isFiltered ? 6 : 3)
    return min(max(cells + 3, heading, BookSheet.narrowest), BookSheet.widest)
  }

  private func writeHeadings(_ widths: [Int], _ writer: inout WorkbookWriter) {
    var most = 1
    for (index, column) in table.columns.enumerated() {
      let text = heading(column)
      let cell = CellAddress(BookTable.headingRow, index + 1)
      var style = BookStyle.heading(column)
      style.indent = indent(index)
      writer.write(BookText.cell(text, language), at: cell, of: sheet, style)
      most = max(most, lines(text, widths[index] - (table.isFiltered ? 3 : 0)))
    }
    writer.setHeight(Double(6 + 16 * most), row: BookTable.headingRow, of: sheet)
  }

  private func lines(_ text: String, _ width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + 1 + max(0, DisplayWidth.of($1) - 1) / max(1, width - 1) }
  }

  /// Texts behind numbers keep a distance from them.
  private func indent(_ index: Int) -> Int { index > 0 && !table.columns[index].isNumeric ? 1 : 0 }

  private func writeRow(_ row: BookRow, _ number: Int, _ widths: [Int], _ writer: inout WorkbookWriter) {
    var most = 1
    for (index, cell) in row.cells.enumerated() {
      let column = table.columns[index]
      var style = BookStyle.cell(cell, column, row.kind)
      style.indent = indent(index)
      write(cell, at: CellAddress(number, index + 1), style, &writer)
      if !column.isNumeric { most = max(most, lines(cell.shown, widths[index])) }
    }
    if most > 1 { writer.setHeight(Double(4 + 15 * min(most, 26)), row: number, of: sheet) }
  }

  private func write(
    _ cell: BookCell, at place: CellAddress, _ style: CellStyle, _ writer: inout WorkbookWriter
  ) {
    switch cell {
    case .text(let text): writer.write(BookText.cell(text, language), at: place, of: sheet, style)
    case .number, .share, .change:
      guard let number = cell.double else { return writer.write(cell.shown, at: place, of: sheet, style) }
      writer.write(number, at: place, of: sheet, style)
    case .revised(.text(let text)): writer.write(text + "(r)", at: place, of: sheet, style)
    case .revised(let cell):
      // Too long for a number: the mark is part of the text then.
      guard let number = cell.double else {
        return writer.write(cell.shown + "(r)", at: place, of: sheet, style)
      }
      writer.write(number, at: place, of: sheet, style)
    case .computed(let formula, let shown):
      if let number = shown.double {
        writer.write(formula, giving: number, at: place, of: sheet, style)
      } else {
        writer.write(formula, giving: shown.plainText, at: place, of: sheet, style)
      }
    }
  }

  private func finish(_ widths: [Int], _ lines: [String], _ writer: inout WorkbookWriter) {
    let first = BookTable.headingRow
    let (row, column) = (first + max(1, table.rows.count), table.columns.count)
    writer.freeze(rows: first, columns: table.frozen, of: sheet)
    if table.isFiltered, !table.rows.isEmpty {
      writer.filter(from: CellAddress(first, 1), to: CellAddress(row, column), of: sheet)
    }
    for (index, bars) in table.columns.enumerated() where bars.hasBars && !table.rows.isEmpty {
      writer.drawBars(
        BookStyle.bars, from: CellAddress(first + 1, index + 1), to: CellAddress(row, index + 1), of: sheet)
    }
    writer.expectTexts(to: CellAddress(row, column), of: sheet)
    // What stands above a narrow table is printed whole, over the empty columns beside it.
    let all = widths.reduce(0, +)
    let title = DisplayWidth.of(lines[0]) * 3 / 2
    let widest = max(title, lines.dropFirst().map { DisplayWidth.of($0) }.max() ?? 0)
    let spare = max(0, widest - all + 8) / 9
    writer.setPage(
      across: max(all, widest) > BookSheet.across, headings: first, last: CellAddress(row, column + spare),
      of: sheet)
  }
}

extension BookCell {
  /// The number as a spreadsheet program keeps it; `nil` for texts, and where digits would be lost.
  var double: Double? {
    guard let scaled, isExactNumber, let power = Quotient.power(of: 10, places) else { return nil }
    return Double(scaled) / Double(power)
  }

  private var places: Int {
    switch self {
    case .number(_, let decimals), .change(_, let decimals): decimals
    case .share(_, let decimals): decimals + 2
    case .computed(_, let shown), .revised(let shown): shown.places
    case .text: 0
    }
  }

  /// What a formula gives where it gives a text: without the mark of revised values, which formulas do not make.
  fileprivate var plainText: String {
    if case .revised(let cell) = self { return cell.shown }
    return shown
  }
}
