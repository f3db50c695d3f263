import Model

/// Reads plain rows into the room of a table.
struct LaneRows {
  private let fields: LaneFields
  private let units: LaneUnits

  /// Of those fields, about those units.
  init(_ fields: LaneFields, _ units: LaneUnits) {
    self.fields = fields
    self.units = units
  }

  /// Reads rows until there is no room, or no line that ends at `last` or before; `false` where a row is not plain.
  func read(
    _ bytes: UnsafeRawBufferPointer, upTo last: Int, _ spot: inout LaneSpot, _ room: inout LedgerRoom,
    _ keys: inout RowKeys
  ) -> Bool {
    var written = (filled: room.filled, width: room.width)
    defer { room.filled = written.filled }
    // The bytes are used during the call only.
    return unsafe read(
      bytes, upTo: last, &spot, &keys, &written, &room.values, &room.states, &room.units, &room.rows)
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, upTo last: Int, _ spot: inout LaneSpot, _ keys: inout RowKeys,
    _ written: inout (filled: Int, width: Int), _ valuesRoom: inout [Int64], _ statesRoom: inout [CellState],
    _ unitsRoom: inout [Int32], _ rowsRoom: inout [Int32]
  ) -> Bool {
    var filled = written.filled
    let width = written.width
    defer { written.filled = filled }
    // Spans, so that no cell asks who owns the arrays.
    var values = valuesRoom.mutableSpan
    var states = statesRoom.mutableSpan
    var units = unitsRoom.mutableSpan
    var rows = rowsRoom.mutableSpan
    while filled < units.count, spot.place <= last {
      let texts = spot.texts.count
      // The row begins before the last line end.
      guard let end = unsafe readRow(bytes, &spot, &values, &states, filled * width),
        isAsked(&values, &states, filled * width, spot),
        isPlain(values, states, filled * width, spot.row + 1, &keys)
      else {
        spot.texts.removeLast(spot.texts.count - texts)
        return false
      }
      units[filled] = spot.unit
      rows[filled] = Int32(clamping: spot.row + 1)
      (spot.place, spot.row) = (end, spot.row + 1)
      filled += 1
      spot.meetLevel()
    }
    return true
  }

  /// Writes the cells of the row; where the next begins, or `nil` where it is not plain.
  @inline(__always)
  private func readRow(
    _ bytes: UnsafeRawBufferPointer, _ spot: inout LaneSpot, _ values: inout MutableSpan<Int64>,
    _ states: inout MutableSpan<CellState>, _ base: Int
  ) -> Int? {
    let start = spot.place
    // What is looked at is within the line, which ends within the bytes.
    guard unsafe bytes[start] < 0x80 || fields.fields[0].isCode else { return nil }
    let all = fields.fields.span
    var place = start
    for index in all.indices {
      let field = all[index]
      let begin = place
      guard let cell = unsafe fields.readCell(bytes, &place, field) else { return nil }
      if field.place >= 0 {
        switch cell {
        case .blank: (states[base + field.place], values[base + field.place]) = (.blank, 0)
        case .value(let value): (states[base + field.place], values[base + field.place]) = (.value, value)
        }
        if field.role == .text, place > begin {
          guard let text = unsafe fields.text(bytes, begin..<place, field) else { return nil }
          (states[base + field.place], values[base + field.place]) = spot.take(text)
        }
      } else if field.role == .name {
        spot.name = begin..<place
      }
      if field.isCode, unsafe !readCode(bytes, begin, place, &spot) { return nil }
      if index + 1 < all.count {
        guard unsafe bytes[place] == fields.delimiter else { return nil }
        place += 1
      }
    }
    for column in fields.absent {
      (states[base + column.place], values[base + column.place]) = (column.state, 0)
    }
    if unsafe bytes[place] == 0x0D { place += 1 }
    // A longer record is left to libcsv, which knows the limits.
    guard unsafe bytes[place] == 0x0A, place - start < PlainLane.longest else { return nil }
    // The name is within the row.
    return unsafe units.isNamed(Int(spot.unit), bytes, spot.name, fields.decoder) ? place + 1 : nil
  }

  /// Whether nothing was answered that the unit is not asked; says so in the cells.
  @inline(__always)
  private func isAsked(
    _ values: inout MutableSpan<Int64>, _ states: inout MutableSpan<CellState>, _ base: Int, _ spot: LaneSpot
  ) -> Bool {
    for place in units.notAsked(spot.level) {
      if states[base + place] == .value { return false }
      (states[base + place], values[base + place]) = (.notAsked, 0)
    }
    return true
  }

  /// Whether nothing is to be said of the row whose cells were written; takes in its key.
  @inline(__always)
  private func isPlain(
    _ values: borrowing MutableSpan<Int64>, _ states: borrowing MutableSpan<CellState>, _ base: Int,
    _ row: Int,
    _ keys: inout RowKeys
  ) -> Bool {
    if let dates = fields.dates, states[base + dates.opened] == .value, states[base + dates.closed] == .value,
      values[base + dates.closed] < values[base + dates.opened]
    {
      return false
    }
    guard fields.keyPlace >= 0 else { return true }
    let place = base + fields.keyPlace
    return states[place] == .value && keys.insert(values[place], row: row) == nil
  }

  /// Finds the unit of a code where it is another than that of the row before; `false` where the row cannot count.
  @inline(__always)
  private func readCode(_ bytes: UnsafeRawBufferPointer, _ begin: Int, _ end: Int, _ spot: inout LaneSpot)
    -> Bool
  {
    let length = fields.prefix ?? end - begin
    guard length > 0, end - begin >= length else { return false }
    // Both are within the bytes.
    if length == spot.code.length, unsafe bytes.isSame(begin, as: spot.code.place, length) { return true }
    guard let code = unsafe UnitCode(Span<UInt8>(_unsafeBytes: bytes[begin..<begin + length])),
      let found = units.unit(of: code, after: Int(spot.unit))
    else {
      return false
    }
    spot.code = (begin, length)
    (spot.unit, spot.level) = (Int32(found.unit), found.level)
    return true
  }
}
