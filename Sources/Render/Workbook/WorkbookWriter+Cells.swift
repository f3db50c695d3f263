import CXlsxwriter

/// What goes into cells. Rows and columns count from 1; what lies outside a sheet is refused.
extension WorkbookWriter {
  /// Writes a text; an empty one leaves a blank cell in that style.
  mutating func write(_ text: String, at cell: CellAddress, of sheet: Sheet, _ style: CellStyle? = nil) {
    let format = unsafe style.flatMap { unsafe self.format($0) }
    // The library copies the text.
    let result = unsafe worksheet_write_string(
      sheet.pointer, cell.libraryRow, cell.libraryColumn, WorkbookText.cell(text), format)
    note(result)
  }

  /// Writes a text over several cells made one.
  mutating func merge(
    _ text: String, from first: CellAddress, to last: CellAddress, of sheet: Sheet, _ style: CellStyle
  ) {
    guard first != last else { return write(text, at: first, of: sheet, style) }
    let format = unsafe self.format(style)
    // The library copies the text.
    let result = unsafe worksheet_merge_range(
      sheet.pointer, first.libraryRow, first.libraryColumn, last.libraryRow, last.libraryColumn,
      WorkbookText.cell(text), format)
    note(result)
  }

  /// Writes a text that leads to a cell of another sheet.
  mutating func link(
    _ text: String, at cell: CellAddress, of sheet: Sheet, to target: CellAddress, of other: Sheet,
    _ style: CellStyle
  ) {
    let format = unsafe self.format(style)
    // Names of sheets hold no quotes.
    let url = "internal:'\(other.name)'!\(target.name)"
    let shown = WorkbookText.cell(text)
    // The library copies the texts.
    let result = unsafe worksheet_write_url_opt(
      sheet.pointer, cell.libraryRow, cell.libraryColumn, url, format, shown, nil)
    note(result)
  }

  /// Hangs a comment on a cell; `lines` is how many lines of text it will have room for.
  mutating func comment(_ text: String, at cell: CellAddress, of sheet: Sheet, lines: Int) {
    var options = unsafe lxw_comment_options()
    unsafe options.width = 300
    unsafe options.height = UInt16(clamping: 24 + 18 * min(lines, 30))
    let comment = WorkbookText.cell(text)
    // The library copies text and options.
    let result = unsafe worksheet_write_comment_opt(
      sheet.pointer, cell.libraryRow, cell.libraryColumn, comment, &options)
    note(result)
  }
}

extension CellAddress {
  /// The library counts from 0. What no sheet has becomes a number that it refuses.
  var libraryRow: UInt32 { UInt32(clamping: row - 1) }
  var libraryColumn: UInt16 { UInt16(clamping: column - 1) }
}
