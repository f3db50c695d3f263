/// Records of formulas, which freexl passes over as if their cells were blank, and of errors.
extension LegacyRecords {
  private static let (number, noNumber) = (0x0203, 0xFFFF)

  /// FORMULA: row, column and style, the result, then the formula. Where the result is a number these are the bytes of a
  /// NUMBER, and freexl is shown one.
  mutating func formula(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    guard record.count >= 14 else { throw .damaged }
    guard Little.word(record, 12) == LegacyRecords.noNumber else {
      shownAs = LegacyRecords.number
      return try number(record)
    }
    try cell(record, least: 14)
    shownAs = LegacyRecords.hidden
    let place = sheets.place(row: Little.word(record, 0), column: Little.word(record, 2))
    guard let place else { return }
    switch record[6] {
    case 0:
      // The text comes behind it.
      try results.add(.unknown, at: place)
      awaited = place
    case 1: try results.add(.boolean(record[8]), at: place)
    case 2: try results.add(.error(record[8]), at: place)
    default: break
    }
  }

  /// STRING: the text that a formula gives. One that goes on in another record, or of Excel 95, is not told.
  mutating func result(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    guard let place = awaited else { return }
    awaited = nil
    guard version == .excel97, record.count >= 3 else { return }
    let (length, isWide) = (Little.word(record, 0), record[2] & 1 != 0)
    guard 3 + (isWide ? 2 * length : length) <= record.count else { return }
    try room.takeCharacters(length)
    let units = (0..<length).map { isWide ? UInt16(Little.word(record, 3 + 2 * $0)) : UInt16(record[3 + $0]) }
    try results.add(.init(text: String(decoding: units, as: UTF16.self), kind: .text), at: place)
  }

  /// BOOLERR: yes or no, or an error.
  mutating func constant(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    try cell(record, least: 8)
    shownAs = LegacyRecords.hidden
    guard let place = sheets.place(row: Little.word(record, 0), column: Little.word(record, 2)) else {
      return
    }
    try results.add(record[7] == 0 ? .boolean(record[6]) : .error(record[6]), at: place)
  }
}
