/// The sheets of a workbook, as freexl makes room for their cells: once for each DIMENSION, and anew for each that
/// comes again, without letting the earlier room go or, where the new one is too large, while it goes on with the old.
struct LegacySheets {
  private struct Sheet {
    /// Where its records begin in the stream.
    let start: UInt32
    var hasDimension = false
    /// The last row and column with a cell, as far as there is no DIMENSION.
    var row = 0
    var column = 0
  }

  private var sheets: [Sheet] = []
  /// The sheet whose records are read.
  private var active: Int?
  /// Whether a cell came before the DIMENSION of its sheet: where there is none at all, freexl reads such cells when
  /// it has come to the end, with all styles that it has met.
  private(set) var haveEarlyCells = false

  /// A sheet of the workbook's list.
  mutating func add(startingAt start: UInt32) throws(RecordFault.Kind) {
    guard sheets.count < WorkbookLimits.sheets else { throw .tooManySheets }
    sheets.append(Sheet(start: start))
  }

  /// Records begin, of the first sheet that is said to begin at this place or of none.
  mutating func begin(at place: Int) {
    active = sheets.firstIndex { $0.start == place }
  }

  /// Makes room for the cells of the sheet; where there is none, the record has no effect.
  mutating func dimension(rows: Int, columns: Int, _ room: inout LegacyRoom) throws(RecordFault.Kind) {
    guard let active else { return }
    guard !sheets[active].hasDimension else { throw .damaged }
    sheets[active].hasDimension = true
    try room.takePlaces(rows: rows, columns: columns)
  }

  /// A cell: where there is no DIMENSION yet, freexl looks how far cells go. Elsewhere it leaves out of itself what
  /// lies beyond.
  mutating func cell(row: Int, column: Int) {
    guard let active, !sheets[active].hasDimension else { return }
    haveEarlyCells = true
    sheets[active].row = max(row, sheets[active].row)
    sheets[active].column = max(column, sheets[active].column)
  }

  /// All records are read. For each sheet without DIMENSION freexl makes room in the sheet that it read last, and
  /// forgets what stood there: right only where both are the same.
  func finish(_ room: inout LegacyRoom) throws(RecordFault.Kind) {
    let others = sheets.indices.filter { !sheets[$0].hasDimension && $0 != active }
    guard others.isEmpty else { throw .damaged }
    guard let active, !sheets[active].hasDimension else { return }
    try room.takePlaces(rows: sheets[active].row + 1, columns: sheets[active].column + 1)
  }
}
