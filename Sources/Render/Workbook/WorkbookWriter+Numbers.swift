import CXlsxwriter

/// Numbers and formulas. Rows and columns count from 1.
extension WorkbookWriter {
  /// Writes a number.
  mutating func write(_ number: Double, at cell: CellAddress, of sheet: Sheet, _ style: CellStyle) {
    let format = unsafe self.format(style)
    let result = unsafe worksheet_write_number(
      sheet.pointer, cell.libraryRow, cell.libraryColumn, number, format)
    note(result)
  }

  /// Writes a formula with the number that it gives, for programs that do not compute.
  mutating func write(
    _ formula: OwnFormula, giving number: Double, at cell: CellAddress, of sheet: Sheet, _ style: CellStyle
  ) {
    let format = unsafe self.format(style)
    // The library copies the text.
    let result = unsafe worksheet_write_formula_num(
      sheet.pointer, cell.libraryRow, cell.libraryColumn, "=" + formula.text, format, number)
    note(result)
  }

  /// Writes a formula with the text that it gives.
  mutating func write(
    _ formula: OwnFormula, giving text: String, at cell: CellAddress, of sheet: Sheet, _ style: CellStyle
  ) {
    let format = unsafe self.format(style)
    // The library copies the texts.
    let result = unsafe worksheet_write_formula_str(
      sheet.pointer, cell.libraryRow, cell.libraryColumn, "=" + formula.text, format, text)
    note(result)
  }
}
