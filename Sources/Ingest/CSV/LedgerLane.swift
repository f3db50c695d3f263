import Model

/// Reads plain rows of a ledger.
struct LedgerLane: RowLane {
  private let rows: LaneRows
  /// The table that takes the rows.
  private(set) var sheet: LedgerSheet
  /// The number of the last row that was taken in; 0 for none.
  private(set) var lastRow = 0
  /// The levels of the units of the rows.
  private(set) var levels: [Int] = []

  /// A lane for rows of a table.
  init(_ sheet: consuming LedgerSheet, _ rows: LaneRows) {
    self.rows = rows
    self.sheet = sheet
  }

  mutating func read(
    _ bytes: UnsafeRawBufferPointer, upTo last: Int, from start: Int, after row: Int
  ) -> (place: Int, row: Int) {
    let rows = rows
    var spot = LaneSpot(place: start, row: row)
    var isPlain = true
    // The last rows before the limit are left to who reads one at a time.
    while isPlain, spot.place <= last, sheet.mayFillRoom {
      // The bytes are used during the call only.
      isPlain = sheet.withRoomAndKeys { room, keys in
        unsafe rows.read(bytes, upTo: last, &spot, &room, &keys)
      }
    }
    if spot.row > row { lastRow = spot.row }
    levels = spot.levels
    return (spot.place, spot.row)
  }
}
