/// What a cell of a workbook of Excel 95 to 2003 holds, as its record has it.
enum LegacyCell {
  case blank
  case number(Double, style: Int)
  /// A text of the table that all cells share.
  case shared(Int)
  /// A text in this record, at a place of it.
  case text(LegacyRecord, Int)
  case boolean(Bool)
  case error(UInt8)
  /// A formula whose result the file does not give, or not yet.
  case unknown
}

/// The cells of one row, taken out of their records. Of two for one cell the later counts, as in the program.
struct LegacyCells {
  /// By their columns, up to the last with a record.
  private(set) var cells: [LegacyCell] = []
  /// The column of the record taken last, 1 for the first.
  private(set) var column = 0
  /// The column of the formula whose text comes next.
  private var awaited: Int?

  mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    (column, awaited) = (0, nil)
  }

  /// Takes in a record of a cell, or of several; gives how many have something in them.
  mutating func take(_ record: LegacyRecord, _ stream: [UInt8]) throws(RecordFault.Kind) -> Int {
    if record.kind == .result {
      if let awaited { cells[awaited] = .text(record, 0) }
      awaited = nil
      return 0
    }
    let first = Little.word(stream, record.start + 2)
    column = first + 1
    awaited = nil
    switch record.kind {
    case .shortNumbers, .blanks: return try takeSeveral(record, stream, from: first)
    case .blank: try put(.blank, first)
    default: try put(cell(record, stream), first)
    }
    if record.kind == .formula, case .unknown = cells[first] { awaited = first }
    return record.kind == .blank ? 0 : 1
  }

  /// MULRK and MULBLANK: a style and, of the former, a number for each column; behind them the last column.
  private mutating func takeSeveral(
    _ record: LegacyRecord, _ stream: [UInt8], from first: Int
  ) throws(RecordFault.Kind) -> Int {
    let isBlank = record.kind == .blanks
    let size = isBlank ? 2 : 6
    guard record.count >= 6 + size, (record.count - 6) % size == 0 else { throw .damaged }
    let count = (record.count - 6) / size
    for index in 0..<count {
      column = first + index + 1
      let place = record.start + 4 + index * size
      try put(isBlank ? .blank : LegacyCells.short(stream, place + 2, style: place), first + index)
    }
    return isBlank ? 0 : count
  }

  private mutating func put(_ cell: LegacyCell, _ column: Int) throws(RecordFault.Kind) {
    guard column < CSVReader.maximumColumns else { throw .tooManyColumns }
    while cells.count <= column { cells.append(.blank) }
    cells[column] = cell
  }

  private func cell(_ record: LegacyRecord, _ stream: [UInt8]) throws(RecordFault.Kind) -> LegacyCell {
    let start = record.start
    switch record.kind {
    case .number:
      try record.has(14)
      return .number(Little.double(stream, start + 6), style: Little.word(stream, start + 4))
    case .shortNumber:
      try record.has(10)
      return LegacyCells.short(stream, start + 6, style: start + 4)
    case .sharedLabel:
      try record.has(10)
      return .shared(Int(Little.long(stream, start + 6)))
    case .constant:
      try record.has(8)
      return stream[start + 7] == 0 ? .boolean(stream[start + 6] != 0) : .error(stream[start + 6])
    case .formula:
      try record.has(14)
      return LegacyCells.result(stream, start)
    default:  // LABEL and RSTRING
      try record.has(8)
      return .text(record, 6)
    }
  }

  /// The result of a formula: a number, or what is no number, in two of the eight bytes.
  private static func result(_ stream: [UInt8], _ start: Int) -> LegacyCell {
    guard Little.word(stream, start + 12) == 0xFFFF else {
      return .number(Little.double(stream, start + 6), style: Little.word(stream, start + 4))
    }
    return switch stream[start + 6] {
    case 1: .boolean(stream[start + 8] != 0)
    case 2: .error(stream[start + 8])
    case 3: .blank
    // 0: a text, which comes behind it.
    default: .unknown
    }
  }

  /// The number that four bytes stand for: the upper half of one with a point, or a whole one, or a hundredth of these.
  private static func short(_ stream: [UInt8], _ place: Int, style: Int) -> LegacyCell {
    let bytes = Little.long(stream, place)
    let isWhole = bytes & 2 != 0
    let number =
      isWhole ? Double(Int32(bitPattern: bytes) >> 2) : Double(bitPattern: UInt64(bytes & ~3) << 32)
    return .number(bytes & 1 != 0 ? number / 100 : number, style: Little.word(stream, style))
  }

  /// The name of an error by its number.
  static func name(ofError number: UInt8) -> String {
    switch number {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    default: "#N/A"
    }
  }
}
