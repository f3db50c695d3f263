import Model

/// Where the cells of a row are written: as many places as there are columns.
@unsafe struct LaneCells {
  let values: UnsafeMutablePointer<Int64>
  let states: UnsafeMutablePointer<CellState>

  /// Writes the cell that began at a place; where it ends.
  @inline(__always)
  func write(_ found: LaneCell, _ field: LaneFields.Field, _ begin: Int) -> Int {
    // Whatever has such a cell has a place.
    unsafe values[Int(field.place)] = found.value
    unsafe states[Int(field.place)] = found.end == begin ? .blank : .value
    return found.end
  }
}

/// What a cell holds.
struct LaneCell {
  /// A cell that is not plain.
  static let none = LaneCell(end: -1, value: 0)

  /// One past it; where it begins for a blank one, -1 where it is not plain.
  let end: Int
  let value: Int64
}

extension LaneFields {
  /// Reads the cells of the row that begins at `spot`, all fields of it, and notes where its code and name stand; where
  /// its line ends, or `nil` where it is not plain. A function of its own, so that what it works with stays in the
  /// processor's registers.
  @inline(never)
  func readCells(
    _ bytes: UnsafeRawBufferPointer, _ all: Span<Field>, _ spot: inout LaneSpot, _ cells: LaneCells
  ) -> Int? {
    // Eight bytes are there up to this place.
    let lastWord = bytes.count - 8
    var (index, place) = (0, spot.place)
    while true {
      let (field, begin) = (all[index], place)
      // What is looked at is within the line, which ends within the bytes.
      switch field.role {
      case .number:
        let found = unsafe number(bytes, begin, upTo: lastWord, Int(field.decimals))
        place = unsafe cells.write(found, field, begin)
      case .flag:
        let digit = unsafe bytes[begin] &- 0x30
        let found =
          digit <= 1
          ? LaneCell(end: begin &+ 1, value: Int64(digit)) : unsafe plain(bytes, begin, Int(field.place))
        place = unsafe cells.write(found, field, begin)
      case .key:
        place = unsafe cells.write(key(bytes, begin, upTo: lastWord), field, begin)
      case .plain:
        place = unsafe cells.write(plain(bytes, begin, Int(field.place)), field, begin)
      case .text: place = unsafe text(bytes, begin, Int(field.place), &spot, cells)
      case .month: place = unsafe month(bytes, begin, upTo: lastWord)
      case .other: place = unsafe skip(bytes, begin)
      case .name:
        place = unsafe skip(bytes, begin)
        spot.name = begin..<max(begin, place)
      }
      guard place >= 0 else { return nil }
      if field.isCode { spot.newCode = (begin, place &- begin) }
      index &+= 1
      if index == all.count { break }
      guard unsafe bytes[place] == delimiter else { return nil }
      place &+= 1
    }
    for column in absent {
      // There are as many places as columns.
      unsafe (cells.states[column.place], cells.values[column.place]) = (column.state, 0)
    }
    return place
  }

  // Each of these reads a cell from its place up to what ends it. A line end follows, so that there is a byte.

  /// A number as ``NumberCell/plain(_:decimals:)`` reads it.
  @inline(__always)
  private func number(
    _ bytes: UnsafeRawBufferPointer, _ begin: Int, upTo lastWord: Int, _ decimals: Int
  ) -> LaneCell {
    var place = begin
    var number: Int64 = 0
    if begin <= lastWord {
      // Eight bytes are there.
      let (value, length) = unsafe EightDigits.leading(
        bytes.loadUnaligned(fromByteOffset: begin, as: UInt64.self))
      // It ends within them, as whole numbers do; what follows is seen by who reads on.
      if length < 8, decimals == 0 { return LaneCell(end: begin &+ length, value: value) }
      (number, place) = (value, place &+ length)
    }
    unsafe goOn(bytes, from: begin, &place, &number, most: 13)
    if place == begin { return LaneCell(end: begin, value: 0) }
    if decimals > 0 {
      var missing = decimals
      if unsafe bytes[place] == 0x2E {
        let point = place
        place &+= 1
        while case let digit = unsafe bytes[place] &- 0x30, digit < 10, missing > 0 {
          number = number &* 10 &+ Int64(digit)
          missing &-= 1
          place &+= 1
        }
        guard place > point &+ 1 else { return .none }
      }
      while missing > 0 {
        number &*= 10
        missing &-= 1
      }
    }
    return place &- begin <= 12 ? LaneCell(end: place, value: number) : .none
  }

  /// A key of up to 18 digits, as ``KeyCell/plain(_:)`` reads it.
  @inline(__always)
  private func key(_ bytes: UnsafeRawBufferPointer, _ begin: Int, upTo lastWord: Int) -> LaneCell {
    var place = begin
    var number: Int64 = 1
    while place &- begin < 16, place <= lastWord {
      // Eight bytes are there.
      let (value, length) = unsafe EightDigits.leading(
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      guard length == 8 else { break }
      number = number &* 100_000_000 &+ value
      place &+= 8
    }
    unsafe goOn(bytes, from: begin, &place, &number, most: 18)
    return LaneCell(end: place, value: place > begin ? number : 0)
  }

  /// Takes further digits of the cell that began at `begin`, to so many in all.
  @inline(__always)
  private func goOn(
    _ bytes: UnsafeRawBufferPointer, from begin: Int, _ place: inout Int, _ number: inout Int64, most: Int
  ) {
    // A line end follows.
    while case let digit = unsafe bytes[place] &- 0x30, digit < 10, place &- begin < most {
      number = number &* 10 &+ Int64(digit)
      place &+= 1
    }
  }

  /// The month of the rows: one past it, or -1.
  @inline(__always)
  private func month(_ bytes: UnsafeRawBufferPointer, _ begin: Int, upTo lastWord: Int) -> Int {
    // Eight bytes are there. That the cell ends behind them is seen by who reads on.
    if monthMask > 0, begin <= lastWord,
      unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: begin, as: UInt64.self)) & monthMask
        == monthWord
    {
      return begin &+ month.count
    }
    return unsafe longMonth(bytes, begin)
  }

  @inline(never)
  private func longMonth(_ bytes: UnsafeRawBufferPointer, _ begin: Int) -> Int {
    let place = unsafe skip(bytes, begin)
    guard place - begin == month.count else { return -1 }
    for index in month.indices where unsafe bytes[begin + index] != month[index] { return -1 }
    return place
  }

  /// A cell that is blank, or written as in nearly all files.
  @inline(never)
  private func plain(_ bytes: UnsafeRawBufferPointer, _ begin: Int, _ column: Int) -> LaneCell {
    let place = unsafe skip(bytes, begin)
    guard place > begin else { return LaneCell(end: place, value: 0) }
    // The span does not outlive the bytes.
    let cell = unsafe Span<UInt8>(_unsafeBytes: bytes).extracting(begin..<place)
    return plain[column].value(cell, isUTF8: isUTF8).map { LaneCell(end: place, value: $0) } ?? .none
  }

  /// A cell of text, which is written: one past it, or -1.
  @inline(never)
  private func text(
    _ bytes: UnsafeRawBufferPointer, _ begin: Int, _ column: Int, _ spot: inout LaneSpot, _ cells: LaneCells
  ) -> Int {
    let place = unsafe skip(bytes, begin)
    guard place >= 0 else { return -1 }
    // The span does not outlive the bytes.
    let found =
      place == begin
      ? .blank
      : self.cells.readers[column].read(
        unsafe Span<UInt8>(_unsafeBytes: bytes).extracting(begin..<place), decoder)
    switch found {
    case .blank, .notApplicable, .text(_, isShortened: false): break
    case .value, .text, .refused: return -1
    }
    unsafe (cells.states[column], cells.values[column]) = spot.take(found)
    return place
  }

  /// A cell of anything: one past it, or -1 where it holds a quote or NUL.
  @inline(__always)
  private func skip(_ bytes: UnsafeRawBufferPointer, _ begin: Int) -> Int {
    var place = begin
    while true {
      let byte = unsafe bytes[place]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return place }
      if byte == 0x22 || byte == 0 { return -1 }
      place &+= 1
    }
  }
}
