import Model

/// Room for rows of a table. It is as long as the rows that it may take, so that cells are written in their places.
struct LedgerRoom {
  private static let least = 16

  /// How many columns there are.
  let width: Int
  /// For each row the index of its unit, and its number on the sheet.
  var units, rows: [Int32]
  /// The cells, row by row.
  var values: [Int64]
  var states: [CellState]
  /// How many rows are written.
  var filled = 0

  /// Room for a few rows of so many columns.
  init(width: Int) {
    self.width = width
    units = Array(repeating: 0, count: LedgerRoom.least)
    rows = units
    values = Array(repeating: 0, count: LedgerRoom.least * width)
    states = Array(repeating: .blank, count: LedgerRoom.least * width)
  }

  /// How many rows it may take.
  var size: Int { units.count }

  /// Whether there is no room, nor may there be more.
  var isFull: Bool { filled >= SubmissionReader.batch }

  /// Makes more room where there is none and may be more.
  mutating func makeRoom() {
    if filled == size { grow() }
  }

  /// Makes more room, where there may be more.
  mutating func grow() {
    let more = min(size, SubmissionReader.batch - size)
    units.append(contentsOf: repeatElement(0, count: more))
    rows.append(contentsOf: repeatElement(0, count: more))
    values.append(contentsOf: repeatElement(0, count: more * width))
    states.append(contentsOf: repeatElement(.blank, count: more * width))
  }

  /// Lets go of room without rows, so that they may be handed on.
  mutating func trim() {
    guard filled < size else { return }
    units.removeSubrange(filled...)
    rows.removeSubrange(filled...)
    values.removeSubrange((filled * width)...)
    states.removeSubrange((filled * width)...)
  }
}
