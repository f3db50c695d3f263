/// The sheets of a workbook, as freexl makes room for their cells: once for each DIMENSION, as large as that says. It makes
/// it anew for each that comes again, without letting the earlier room go or, where the new one is too large, while it
/// goes on with the old. Here each is told as large as the cells that come.
struct LegacySheets {
  fileprivate struct Sheet {
    /// Where its records begin in the stream.
    let start: UInt32
    /// Where its DIMENSION lies in the stream.
    var dimension: Int?
    /// The row and the column behind the last ones with a cell.
    var rows = 0
    var columns = 0
  }

  private var sheets: [Sheet] = []
  /// How many times records have begun.
  private var begun = 0
  /// The sheet whose records are read.
  private var active: Int?
  /// Whether a cell came where its sheet had no DIMENSION: freexl reads such cells when it has come to the end, with all
  /// styles that it has met.
  private(set) var haveEarlyCells = false

  /// A sheet of the workbook's list.
  mutating func add(startingAt start: UInt32) throws(RecordFault.Kind) {
    guard sheets.count < WorkbookLimits.sheets else { throw .tooManySheets }
    sheets.append(Sheet(start: start))
  }

  /// Records begin, of the first sheet that is said to begin at this place or of none; freexl looks for it in the whole
  /// list.
  mutating func begin(at place: Int) throws(RecordFault.Kind) {
    begun += 1
    guard begun <= 2 * WorkbookLimits.sheets else { throw .tooManySheets }
    active = sheets.firstIndex { $0.start == place }
  }

  /// A DIMENSION at a place of the stream. It stands before the cells; freexl forgets those that it has met.
  mutating func dimension(at place: Int) throws(RecordFault.Kind) {
    guard let active else { return }
    guard sheets[active].dimension == nil, sheets[active].rows == 0 else { throw .damaged }
    sheets[active].dimension = place
  }

  /// A row of cells up to a column.
  mutating func cells(row: Int, to column: Int) {
    guard let active else { return }
    if sheets[active].dimension == nil { haveEarlyCells = true }
    sheets[active].rows = max(row + 1, sheets[active].rows)
    sheets[active].columns = max(column + 1, sheets[active].columns)
  }

  /// A cell of the sheet whose records are read; `nil` where they are of none.
  func place(row: Int, column: Int) -> LegacyResults.Place? {
    active.map { LegacyResults.Place(sheet: $0, row: row, column: column) }
  }

  /// All records are read: makes room for the sheets, and writes into the DIMENSION of each how large it is.
  func finish(
    _ stream: inout [UInt8], _ version: LegacyRecords.Version, _ room: inout LegacyRoom
  ) throws(RecordFault.Kind) {
    for (index, sheet) in sheets.enumerated() {
      guard sheet.columns <= CSVReader.maximumColumns else { throw .tooManyColumns }
      try room.takePlaces(rows: sheet.rows, columns: sheet.columns)
      if let place = sheet.dimension {
        sheet.write(to: &stream, at: place, version)
      } else if index != active {
        // For a sheet without DIMENSION freexl makes room in the one that it read last, and forgets what stood there.
        throw .damaged
      }
    }
  }
}

extension LegacySheets.Sheet {
  /// What does not fit is refused by freexl, which compares each cell with this.
  fileprivate func write(to stream: inout [UInt8], at place: Int, _ version: LegacyRecords.Version) {
    let columns = Little.bytes(words: [UInt16(clamping: columns)])
    switch version {
    case .excel95:
      stream.replaceSubrange((place + 2)..<(place + 4), with: Little.bytes(words: [UInt16(clamping: rows)]))
      stream.replaceSubrange((place + 6)..<(place + 8), with: columns)
    case .excel97:
      stream.replaceSubrange((place + 4)..<(place + 8), with: Little.bytes(longs: [UInt32(clamping: rows)]))
      stream.replaceSubrange((place + 10)..<(place + 12), with: columns)
    }
  }
}
