import CXlsxwriter

/// What holds for whole sheets. Rows and columns count from 1.
extension WorkbookWriter {
  /// Sets the width of columns, in digits of the default font.
  mutating func setWidth(_ width: Double, columns: ClosedRange<Int>, of sheet: Sheet) {
    let (first, last) = (CellAddress(1, columns.lowerBound), CellAddress(1, columns.upperBound))
    let result = unsafe worksheet_set_column(
      sheet.pointer, first.libraryColumn, last.libraryColumn, width, nil)
    note(result)
  }

  /// Sets the height of a row, in points.
  mutating func setHeight(_ height: Double, row: Int, of sheet: Sheet) {
    let result = unsafe worksheet_set_row(sheet.pointer, CellAddress(row, 1).libraryRow, height, nil)
    note(result)
  }

  /// Keeps the first rows and columns in sight.
  func freeze(rows: Int, columns: Int, of sheet: Sheet) {
    let cell = CellAddress(rows + 1, columns + 1)
    unsafe worksheet_freeze_panes(sheet.pointer, cell.libraryRow, cell.libraryColumn)
  }

  /// Prints on A4 across, as wide as the paper, with these rows on every page and its number below.
  mutating func setPrint(headings: ClosedRange<Int>, of sheet: Sheet) {
    unsafe worksheet_set_landscape(sheet.pointer)
    unsafe worksheet_set_paper(sheet.pointer, 9)  // A4
    unsafe worksheet_fit_to_pages(sheet.pointer, 1, 0)
    let (first, last) = (CellAddress(headings.lowerBound, 1), CellAddress(headings.upperBound, 1))
    let repeated = unsafe worksheet_repeat_rows(sheet.pointer, first.libraryRow, last.libraryRow)
    note(repeated)
    let footer = unsafe worksheet_set_footer(sheet.pointer, "&C&P / &N")
    note(footer)
  }

  /// Locks the cells that are not unlocked by their style. There is no password: it guards against slips.
  /// Widths and heights may be changed.
  func protect(_ sheet: Sheet) {
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    // The library copies the options.
    unsafe worksheet_protect(sheet.pointer, nil, &options)
  }

  /// Texts of digits up to this cell are meant as texts: the program need not warn of them.
  mutating func expectTexts(to last: CellAddress, of sheet: Sheet) {
    let type = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    // The library copies the text.
    let result = unsafe worksheet_ignore_errors(sheet.pointer, type, "A1:\(last.name)")
    note(result)
  }

  /// Hides a sheet; it must not be the first.
  func hide(_ sheet: Sheet) { unsafe worksheet_hide(sheet.pointer) }

  /// Colours the tab of a sheet, 0xRRGGBB.
  func setTab(_ colour: UInt32, of sheet: Sheet) { unsafe worksheet_set_tab_color(sheet.pointer, colour) }
}
