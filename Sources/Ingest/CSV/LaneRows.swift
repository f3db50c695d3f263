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
    // Cells are written without asking whether their places are there.
    precondition(fields.columns <= room.width)
    precondition(room.size * room.width <= min(room.values.count, room.states.count))
    // The pointers are used during the call only.
    return unsafe room.values.withUnsafeMutableBufferPointer { values in
      unsafe room.states.withUnsafeMutableBufferPointer { states in
        guard let values = values.baseAddress, let states = states.baseAddress else { return false }
        let cells = unsafe LaneCells(values: values, states: states)
        return unsafe read(bytes, upTo: last, &spot, &keys, &written, cells, &room.units, &room.rows)
      }
    }
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, upTo last: Int, _ spot: inout LaneSpot, _ keys: inout RowKeys,
    _ written: inout (filled: Int, width: Int), _ cells: LaneCells, _ unitsRoom: inout [Int32],
    _ rowsRoom: inout [Int32]
  ) -> Bool {
    let all = fields.fields
    // Spans, so that no row asks who owns the arrays.
    let fields = all.span
    var units = unitsRoom.mutableSpan
    var rows = rowsRoom.mutableSpan
    while written.filled < units.count, spot.place <= last {
      let texts = spot.texts.count
      let base = written.filled * written.width
      // There is room for as many rows as units.
      let row = unsafe LaneCells(values: cells.values + base, states: cells.states + base)
      // The row begins before the last line end.
      guard let end = unsafe readRow(bytes, fields, &spot, row), unsafe isAsked(row, spot),
        unsafe isPlain(row, spot.row + 1, &keys)
      else {
        spot.texts.removeLast(spot.texts.count - texts)
        return false
      }
      units[written.filled] = spot.unit
      rows[written.filled] = Int32(clamping: spot.row + 1)
      (spot.place, spot.row) = (end, spot.row + 1)
      written.filled += 1
      spot.meetLevel()
    }
    return true
  }

  /// Writes the cells of the row; where the next begins, or `nil` where it is not plain.
  @inline(__always)
  private func readRow(
    _ bytes: UnsafeRawBufferPointer, _ all: Span<LaneFields.Field>, _ spot: inout LaneSpot, _ cells: LaneCells
  ) -> Int? {
    let start = spot.place
    // What is looked at is within the line, which ends within the bytes.
    guard unsafe bytes[start] < 0x80 || all[0].isCode,
      var place = unsafe fields.readCells(bytes, all, &spot, cells)
    else { return nil }
    if unsafe bytes[place] == 0x0D { place += 1 }
    // A longer record is left to libcsv, which knows the limits.
    guard unsafe bytes[place] == 0x0A, place - start < PlainLane.longest, unsafe readCode(bytes, &spot)
    else { return nil }
    // The name is within the row.
    return unsafe spot.name.isEmpty || units.isNamed(Int(spot.unit), bytes, spot.name, fields.decoder)
      ? place + 1 : nil
  }

  /// Whether nothing was answered that the unit is not asked; says so in the cells.
  @inline(__always)
  private func isAsked(_ cells: LaneCells, _ spot: LaneSpot) -> Bool {
    if spot.isAskedAll { return true }
    for place in units.notAsked(spot.level) {
      // A place of the row.
      if unsafe cells.states[place] == .value { return false }
      unsafe (cells.states[place], cells.values[place]) = (.notAsked, 0)
    }
    return true
  }

  /// Whether nothing is to be said of the row whose cells were written; takes in its key.
  @inline(__always)
  private func isPlain(_ cells: LaneCells, _ row: Int, _ keys: inout RowKeys) -> Bool {
    // Places of the row.
    if let dates = fields.dates, unsafe cells.states[dates.opened] == .value,
      unsafe cells.states[dates.closed] == .value,
      unsafe cells.values[dates.closed] < cells.values[dates.opened]
    {
      return false
    }
    guard fields.keyPlace >= 0 else { return true }
    return unsafe cells.states[fields.keyPlace] == .value
      && keys.insert(cells.values[fields.keyPlace], row: row) == nil
  }

  /// Finds the unit of the code where it is another than that of the row before; `false` where the row cannot count.
  @inline(__always)
  private func readCode(_ bytes: UnsafeRawBufferPointer, _ spot: inout LaneSpot) -> Bool {
    let (begin, given) = spot.newCode
    let length = fields.prefix ?? given
    guard length > 0, given >= length else { return false }
    // Both are within the bytes.
    let all = unsafe Span<UInt8>(_unsafeBytes: bytes)
    let cell = unsafe all.extracting(unchecked: begin..<begin &+ length)
    if length == spot.code.length {
      let (place, end) = (spot.code.place, spot.code.place &+ length)
      if unsafe cell.isSame(as: all.extracting(unchecked: place..<end)) { return true }
    }
    return unsafe findUnit(bytes, begin..<begin + length, &spot)
  }

  @inline(never)
  private func findUnit(_ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>, _ spot: inout LaneSpot) -> Bool {
    // Within the bytes.
    guard let code = unsafe UnitCode(Span<UInt8>(_unsafeBytes: bytes[cell])),
      let found = units.unit(of: code, after: Int(spot.unit))
    else {
      return false
    }
    spot.code = (cell.lowerBound, cell.count)
    (spot.unit, spot.level) = (Int32(found.unit), found.level)
    spot.isAskedAll = units.notAsked(found.level).isEmpty
    return true
  }
}
