import Model

/// Reads plain rows of units' returns.
struct ReturnLane: RowLane {
  private let rows: LaneRows
  private let mostAnswers: Int
  /// The reading that takes the rows.
  private(set) var reading: SubmissionReading
  /// Room for some rows, to be used again.
  private(set) var room: LedgerRoom
  /// The number of the last row that was taken in; 0 for none.
  private(set) var lastRow = 0
  /// The levels of the units of the rows.
  private(set) var levels: [Int] = []

  /// A lane for rows of a table, until the reading has so many answers.
  init(
    _ reading: consuming SubmissionReading, _ rows: LaneRows, _ room: consuming LedgerRoom, mostAnswers: Int
  ) {
    self.rows = rows
    self.mostAnswers = mostAnswers
    self.reading = reading
    self.room = room
  }

  mutating func read(
    _ bytes: UnsafeRawBufferPointer, upTo last: Int, from start: Int, after row: Int
  ) -> (place: Int, row: Int) {
    var spot = LaneSpot(place: start, row: row, texts: reading.texts.count)
    // Returns have no keys.
    var none = RowKeys.none
    var isPlain = true
    // The last rows before the limit are left to who reads one at a time.
    while isPlain, spot.place <= last, reading.values.count + room.size * room.width <= mostAnswers {
      // The bytes are used during the call only.
      isPlain = unsafe rows.read(bytes, upTo: last, &spot, &room, &none)
      take(&spot)
    }
    if spot.row > row { lastRow = spot.row }
    levels = spot.levels
    return (spot.place, spot.row)
  }

  /// Takes in the rows of the room.
  private mutating func take(_ spot: inout LaneSpot) {
    guard room.filled > 0 else { return }
    for row in 0..<room.filled {
      reading.rows.append(.init(unit: Int(room.units[row]), row: Int(room.rows[row])))
    }
    let cells = room.filled * room.width
    reading.values.append(contentsOf: room.values[..<cells])
    reading.states.append(contentsOf: room.states[..<cells])
    reading.texts += spot.takeTexts()
    let wasFull = room.filled == room.size
    room.filled = 0
    if wasFull { room.grow() }
  }
}
