import CFreexl
import Glibc

/// A workbook of Excel 95 to 2003 (.xls), read by freexl. freexl believes what a file says, and reads beyond its memory
/// where that is wrong: the records are looked at before (``LegacyRecords``). It reads files by their path only, so that
/// they are put into one that exists in memory.
///
/// freexl tells neither which sheets are hidden nor the formats of numbers: all sheets count as visible, and
/// days are those that it knows as such.
@safe
final class LegacyWorkbook: Workbook {
  private(set) var sheets: [WorkbookSheet] = []
  fileprivate let handle: UnsafeRawPointer
  fileprivate let results: LegacyResults

  /// Opens a workbook of these bytes. Throws what stops all reading.
  init(_ bytes: UnsafeRawBufferPointer) throws(RecordFault.Kind) {
    // The bytes are looked at during the call only.
    let (stream, results) = try LegacyRecords.ready(unsafe LegacyShape.records(of: bytes))
    let file = try LegacyImage.make(stream)
    defer { close(file) }
    var opened: UnsafeRawPointer?
    let status = unsafe freexl_open("/proc/self/fd/\(file)", &opened)
    guard let handle = unsafe opened, status == FREEXL_OK else {
      if let handle = unsafe opened { unsafe freexl_close(handle) }
      // It cannot open what was just written, or has no room for what others have: the file is not to blame.
      let isMachine = [FREEXL_FILE_NOT_FOUND, FREEXL_INSUFFICIENT_MEMORY].contains(status)
      throw isMachine ? .outOfMemory : .damaged
    }
    // Closed once, when this goes.
    unsafe self.handle = unsafe handle
    self.results = results
    try listSheets()
  }

  // Nobody else has the handle.
  deinit { unsafe freexl_close(handle) }

  private func listSheets() throws(RecordFault.Kind) {
    var count: UInt32 = 0
    // freexl writes one number there.
    unsafe freexl_get_info(handle, UInt16(FREEXL_BIFF_SHEET_COUNT), &count)
    guard count <= WorkbookLimits.sheets else { throw .tooManySheets }
    for index in 0..<UInt16(count) {
      var name: UnsafePointer<CChar>?
      // freexl owns the name; it is copied.
      unsafe freexl_get_worksheet_name(handle, index, &name)
      let text = unsafe name.map { unsafe String(cString: $0) } ?? ""
      sheets.append(WorkbookSheet(name: text, visibility: .visible))
    }
  }

  /// Begins to read a sheet; only the sheet begun last can be read.
  func records(of sheet: Int) throws(RecordFault.Kind) -> LegacySheetReader {
    var (rows, columns): (UInt32, UInt16) = (0, 0)
    let isThere =
      unsafe freexl_select_active_worksheet(handle, UInt16(sheet)) == FREEXL_OK
      && freexl_worksheet_dimensions(handle, &rows, &columns) == FREEXL_OK
    guard isThere else { throw .damaged }
    return LegacySheetReader(self, sheet, rows: Int(rows), columns: Int(columns))
  }
}

/// Reads the rows of a sheet.
@safe
final class LegacySheetReader: RecordSource {
  private let workbook: LegacyWorkbook
  private let sheet, rows, columns: Int
  private var row = 0

  fileprivate init(_ workbook: LegacyWorkbook, _ sheet: Int, rows: Int, columns: Int) {
    self.workbook = workbook
    self.sheet = sheet
    (self.rows, self.columns) = (rows, columns)
  }

  func next(into record: inout Record) throws(RecordFault) -> Bool {
    while row < rows {
      record.clear()
      row += 1
      record.row = row
      for column in 0..<columns {
        // freexl fills it in or says that it has not; the workbook keeps the handle.
        var cell = unsafe FreeXL_CellValue()
        let status = unsafe freexl_get_cell_value(workbook.handle, UInt32(row - 1), UInt16(column), &cell)
        guard status == FREEXL_OK else { throw fault(column, .damaged) }
        let place = LegacyResults.Place(sheet: sheet, row: row - 1, column: column)
        if let result = workbook.results[place] {
          let text = Array(result.text.utf8)
          if !text.isEmpty { record.append(text.span, kind: result.kind, at: column) }
        } else {
          unsafe append(cell, to: &record, at: column)
        }
        if let overflow = record.overflow { throw fault(column, overflow) }
      }
      if record.count > 0 { return true }
    }
    return false
  }

  private func fault(_ column: Int, _ kind: RecordFault.Kind) -> RecordFault {
    let place = (row, column + 1)
    row = rows
    return RecordFault(row: place.0, column: place.1, offset: 0, kind: kind)
  }

  @unsafe
  private func append(_ cell: FreeXL_CellValue, to record: inout Record, at field: Int) {
    // The type says which member of the union is valid; freexl owns the text, which is copied.
    switch unsafe Int32(cell.type) {
    case FREEXL_CELL_INT: number(unsafe Array(String(cell.value.int_value).utf8), to: &record, at: field)
    case FREEXL_CELL_DOUBLE:
      number(unsafe Array(cell.value.double_value.description.utf8), to: &record, at: field)
    case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT:
      unsafe appendText(cell.value.text_value, kind: .text, to: &record, at: field)
    case FREEXL_CELL_DATE, FREEXL_CELL_DATETIME, FREEXL_CELL_TIME:
      unsafe appendText(cell.value.text_value, kind: .date, to: &record, at: field)
    default: break
    }
  }

  private func number(_ value: [UInt8], to record: inout Record, at field: Int) {
    var text: [UInt8] = []
    guard let number = NumberText(value.span) else { return }
    number.append(to: &text)
    record.append(text.span, kind: .number, at: field)
  }

  @unsafe
  private func appendText(
    _ value: UnsafePointer<CChar>?, kind: CellKind, to record: inout Record, at field: Int
  ) {
    guard let value = unsafe value else { return }
    var bytes = unsafe Array(String(cString: value).utf8)
    let midnight = Array(" 00:00:00".utf8)
    if kind == .date, bytes.count == 19, bytes.suffix(9).elementsEqual(midnight) { bytes.removeLast(9) }
    if !bytes.isEmpty { record.append(bytes.span, kind: kind, at: field) }
  }
}
