import CXlsxwriter

/// What makes a table of cells good to read and to print. Rows and columns count from 1.
extension WorkbookWriter {
  /// Draws bars behind shares, from none to all: as long as the number, whatever the others are.
  mutating func drawBars(_ colour: UInt32, from first: CellAddress, to last: CellAddress, of sheet: Sheet) {
    var rule = unsafe lxw_conditional_format()
    unsafe rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    unsafe rule.bar_color = colour
    unsafe rule.bar_solid = 1
    unsafe rule.data_bar_2010 = 1
    unsafe rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    unsafe rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    unsafe rule.max_value = 1
    // The library copies the rule.
    let result = unsafe worksheet_conditional_format_range(
      sheet.pointer, first.libraryRow, first.libraryColumn, last.libraryRow, last.libraryColumn, &rule)
    note(result)
  }

  /// Gives headings buttons to filter the rows below by.
  mutating func filter(from first: CellAddress, to last: CellAddress, of sheet: Sheet) {
    let result = unsafe worksheet_autofilter(
      sheet.pointer, first.libraryRow, first.libraryColumn, last.libraryRow, last.libraryColumn)
    note(result)
  }

  /// Prints the cells up to one on A4 as wide as the paper, across or upright, with the row of headings on every page
  /// and the sheet's name and the page's number below.
  mutating func setPage(across: Bool, headings: Int?, last: CellAddress, of sheet: Sheet) {
    if across { unsafe worksheet_set_landscape(sheet.pointer) }
    unsafe worksheet_set_paper(sheet.pointer, 9)  // A4
    unsafe worksheet_fit_to_pages(sheet.pointer, 1, 0)
    unsafe worksheet_set_margins(sheet.pointer, 0.5, 0.5, 0.6, 0.7)
    unsafe worksheet_gridlines(sheet.pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    let area = unsafe worksheet_print_area(sheet.pointer, 0, 0, last.libraryRow, last.libraryColumn)
    note(area)
    if let headings {
      let row = CellAddress(headings, 1).libraryRow
      let repeated = unsafe worksheet_repeat_rows(sheet.pointer, row, row)
      note(repeated)
    }
    let footer = unsafe worksheet_set_footer(sheet.pointer, "&L&A&R&P / &N")
    note(footer)
  }
}
