/// A workbook of Excel 95 to 2003 (.xls). The stream of its records is taken out of the file (``LegacyShape``); the
/// workbook's own records are read at once (``LegacyTables``), those of a sheet row by row (``LegacySheetReader``).
/// Nothing in the file is believed: each field is taken from within its record, each record from within the stream.
final class LegacyWorkbook: Workbook {
  /// The sheets with cells, in the order of their tabs.
  let sheets: [WorkbookSheet]
  fileprivate let stream: [UInt8]
  fileprivate let tables: LegacyTables
  /// How much has been read of all sheets.
  fileprivate var room: LegacyRoom
  /// How much text of all sheets may still be read.
  var texts = CellTexts()
  /// Where the records of each begin; `nil` of one that is damaged.
  private let starts: [Int?]

  /// Opens a workbook of these bytes, which are used during the call only. Throws what stops all reading.
  convenience init(_ bytes: UnsafeRawBufferPointer) throws(RecordFault.Kind) {
    try unsafe self.init(stream: LegacyShape.records(of: bytes))
  }

  /// Opens a workbook of these records.
  init(stream: [UInt8]) throws(RecordFault.Kind) {
    self.stream = stream
    tables = try LegacyTables(stream)
    room = tables.room
    let found = LegacySheet.find(tables.sheets.map(\.start), in: stream, from: tables.end)
    let read = zip(tables.sheets, found).filter { !$1.isDialog }
    sheets = read.map(\.0.sheet)
    starts = read.map(\.1.start)
  }

  /// Begins to read a sheet.
  func records(of sheet: Int) throws(RecordFault.Kind) -> LegacySheetReader {
    guard let start = starts[sheet] else { throw .damaged }
    return LegacySheetReader(self, try LegacyRows(stream, from: start))
  }
}

/// Reads the rows of a sheet.
final class LegacySheetReader: RecordSource {
  private let workbook: LegacyWorkbook
  private var rows: LegacyRows
  private var cells = LegacyCells()
  private var cellText: CellText
  private var places = 0
  private var isDone = false

  fileprivate init(_ workbook: LegacyWorkbook, _ rows: LegacyRows) {
    self.workbook = workbook
    self.rows = rows
    cellText = CellText(workbook.tables.cells)
  }

  func next(into record: inout Record) throws(RecordFault) -> Bool {
    while !isDone, let row = rows.row {
      record.clear()
      record.row = row + 1
      record.isHidden = rows.isHidden(row)
      var column = 0
      do throws(RecordFault.Kind) {
        try take(row, &column)
        try write(&record, &column)
        try workbook.texts.take(record)
      } catch {
        isDone = true
        throw RecordFault(row: row + 1, column: column, offset: 0, kind: error)
      }
      if record.count > 0 { return true }
    }
    return false
  }

  /// Takes in all records of a row.
  private func take(_ row: Int, _ column: inout Int) throws(RecordFault.Kind) {
    cells.clear()
    defer { column = min(cells.column, CSVReader.maximumColumns + 1) }
    while let record = rows.record(of: row, workbook.stream) {
      try workbook.room.takeCells(cells.take(record, workbook.stream))
    }
    places += cells.cells.count
    guard places <= WorkbookLimits.places else { throw .tooManyCells }
  }

  /// Writes the cells as the program shows them.
  private func write(_ record: inout Record, _ column: inout Int) throws(RecordFault.Kind) {
    for (field, cell) in cells.cells.enumerated() {
      column = field + 1
      switch cell {
      case .blank: continue
      case .number(let number, let style): try append(number, style, &record, field)
      case .shared(let index):
        guard let text = workbook.tables.cells.strings[index] else { throw .damaged }
        if !text.isEmpty { record.append(text.span, kind: .text, at: field) }
      case .text(let place, let start):
        let text = try text(place, start)
        if !text.isEmpty { record.append(text.span, kind: .text, at: field) }
      case .boolean(let isTrue): append(isTrue ? "TRUE" : "FALSE", .boolean, &record, field)
      case .error(let number): append(LegacyCells.name(ofError: number), .error, &record, field)
      case .unknown: append("=", .formulaWithoutValue, &record, field)
      }
      if let overflow = record.overflow { throw overflow }
    }
  }

  private func append(_ text: String, _ kind: CellKind, _ record: inout Record, _ field: Int) {
    record.append(Array(text.utf8).span, kind: kind, at: field)
  }

  /// A number is written as in an .xlsx: the shortest decimals that stand for it.
  private func append(
    _ number: Double, _ style: Int, _ record: inout Record, _ field: Int
  ) throws(RecordFault.Kind) {
    // No program keeps these.
    guard number.isFinite else { return append("#NUM!", .error, &record, field) }
    let digits = Int(exactly: number).map { String($0) } ?? number.description
    try cellText.append(Array(digits.utf8), .number, style: style, to: &record, at: field)
  }

  /// The text of a record, whose length stands at a place of it.
  private func text(_ record: LegacyRecord, _ start: Int) throws(RecordFault.Kind) -> [UInt8] {
    var text = LegacyText(workbook.stream, record, at: start)
    let length = try text.word()
    try workbook.room.takeCharacters(length)
    return try workbook.tables.text(of: length, &text)
  }
}
