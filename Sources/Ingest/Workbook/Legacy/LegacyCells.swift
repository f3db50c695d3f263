/// Records of cells: freexl takes a row, a column and a value out of each, wherever the record ends. Rows, columns,
/// styles and places in the table of shared texts it compares with what there is.
extension LegacyRecords {
  /// NUMBER: a number with a point.
  mutating func number(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    try cell(record, least: 14)
    try value(Little.double(record, 6), record, styleAt: 4)
  }

  /// RK: a number in four bytes.
  mutating func shortNumber(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    try cell(record, least: 10)
    try value(LegacyRecords.number(Little.long(record, 6)), record, styleAt: 4)
  }

  /// MULRK: such numbers side by side; freexl takes as many as there is room for before the last column's number.
  mutating func shortNumbers(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    try cell(record, least: 4)
    var (place, column) = (4, Little.word(record, 2))
    while place + 6 < record.count {
      // freexl would go on in the first column.
      guard column <= Int(UInt16.max) else { throw .damaged }
      sheets.cells(row: Little.word(record, 0), to: column)
      try room.takeCells(1)
      column += 1
      try value(LegacyRecords.number(Little.long(record, place + 2)), record, styleAt: place)
      place += 6
    }
  }

  /// LABEL: a text; its length is followed without a look at the record's.
  mutating func label(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    try cell(record, least: 8)
    let length = Little.word(record, 6)
    try room.takeCharacters(length)
    switch version {
    case .excel95: guard 8 + length <= record.count else { throw .damaged }
    case .excel97: try LegacyRecords.text(record, at: 8, length: length)
    }
  }

  /// A row and a column, in a record of so many bytes at least.
  mutating func cell(_ record: Span<UInt8>, least: Int) throws(RecordFault.Kind) {
    guard record.count >= least else { throw .damaged }
    sheets.cells(row: Little.word(record, 0), to: Little.word(record, 2))
    try room.takeCells(1)
  }

  /// A text of UTF-16, with or without the high bytes, must end within its record.
  static func text(_ record: Span<UInt8>, at place: Int, length: Int) throws(RecordFault.Kind) {
    guard let head = LegacyStrings.Head(record, at: place, length: length),
      place + head.size + head.bytes(length) <= record.count
    else { throw .damaged }
  }

  /// A number that is shown as a day takes its time; one that is too large for a day becomes a plain number.
  private mutating func value(
    _ number: Double, _ record: Span<UInt8>, styleAt place: Int
  ) throws(RecordFault.Kind) {
    guard styles.isDay(Little.word(record, place)) else { return }
    if number >= LegacyStyles.lastDay + 1 { plain.append(place) } else { try room.takeDays(number) }
  }

  /// The number that four bytes stand for: the upper half of one with a point, or a whole one, or a hundredth of these.
  private static func number(_ bytes: UInt32) -> Double {
    let isWhole = bytes & 2 != 0
    let number =
      isWhole ? Double(Int32(bitPattern: bytes) >> 2) : Double(bitPattern: UInt64(bytes & ~3) << 32)
    return bytes & 1 != 0 ? number / 100 : number
  }
}
