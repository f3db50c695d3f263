import Model

/// Reads plain rows of a ledger straight from the bytes of a file: digits between delimiters, mostly.
///
/// It stops before the first row that holds anything else, or of which anything might have to be said, and leaves that
/// row to ``SheetReading``: what it takes in, that would have taken in as the same.
struct LedgerLane {
  /// What a field of a row holds.
  private enum Role { case other, number, flag, key, plain, month }

  private struct Field {
    var role: Role
    /// The place of the column; -1 for none.
    var place: Int
    var decimals = 0
    var isCode = false
  }

  private let fields: [Field]
  private let plain: [PlainCells]
  private let delimiter: UInt8
  private let isUTF8: Bool
  private let prefix: Int?
  private let keyPlace: Int
  private let dates: (opened: Int, closed: Int)?
  private let admits: (UnitCode) -> (unit: Int, level: Int)?
  private let month: [UInt8]
  private var states: [CellState]
  private var values: [Int64]
  private var code: [UInt8] = []
  private var unit = -1
  var sheet: LedgerSheet
  private(set) var lastRow = 0
  /// The levels of the units of the rows.
  private(set) var levels: [Int] = []

  /// A lane for rows of that plan. `admits` gives the unit of a code, and its level, where a row of it may count.
  init?(
    _ sheet: consuming LedgerSheet, _ plan: HeadingPlan, delimiter: UInt8, isUTF8: Bool, month: [UInt8],
    admits: @escaping (UnitCode) -> (unit: Int, level: Int)?
  ) {
    // Names of units are compared with the registry's.
    guard let code = plan.code, plan.name == nil, plan.width > 0 else { return nil }
    let columns = sheet.columns
    var fields = [Field](repeating: Field(role: .other, place: -1), count: plan.width)
    for (place, field) in columns.fields.enumerated() where field >= 0 {
      fields[field] = LedgerLane.field(columns.ledger.columns[place], place)
    }
    if let month = plan.month { fields[month].role = .month }
    fields[code].isCode = true
    self.fields = fields
    plain = columns.plain
    self.delimiter = delimiter
    self.isUTF8 = isUTF8
    prefix = plan.prefixLength
    keyPlace = columns.ledger.key.map { columns.fields[$0] >= 0 ? $0 : -1 } ?? -1
    dates =
      if let opened = columns.ledger.opened, let closed = columns.ledger.closed { (opened, closed) } else {
        nil
      }
    self.admits = admits
    self.month = month
    // Columns that the sheet lacks stay so in all rows.
    states = columns.isAmbiguous.enumerated().map { columns.fields[$0] < 0 && $1 ? .unreadable : .blank }
    values = Array(repeating: 0, count: states.count)
    self.sheet = sheet
  }

  private static func field(_ column: Item, _ place: Int) -> Field {
    let role: Role =
      switch column.type {
      case .count, .amount: .number
      case .flag: .flag
      case .key: .key
      case .choice, .date, .text: .plain
      }
    return Field(role: role, place: place, decimals: column.type.decimals ?? 0)
  }

  /// Reads rows from `start` on, the first of them the one after `row`; where the first row begins that is left, and
  /// the number of the one before it.
  mutating func read(_ bytes: UnsafeRawBufferPointer, from start: Int, after row: Int) -> (
    place: Int, row: Int
  ) {
    // Behind the last line end nothing is plain, so that no scan runs beyond the bytes.
    guard let last = unsafe bytes.lastIndex(of: 0x0A) else { return (start, row) }
    var (place, row) = (start, row)
    // All places are at most `last`.
    while place <= last, let end = unsafe readRow(bytes, place, row + 1) {
      (place, row) = (end, row + 1)
      lastRow = row
    }
    return (place, row)
  }

  private mutating func readRow(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ row: Int) -> Int? {
    // What is looked at is within the line, which ends within the bytes.
    guard unsafe bytes[start] < 0x80 || fields[0].isCode else { return nil }
    var place = start
    for index in fields.indices {
      let field = fields[index]
      let begin = place
      guard unsafe readCell(bytes, &place, field) else { return nil }
      if field.isCode, unsafe !readCode(bytes, begin, place) { return nil }
      if index + 1 < fields.count {
        guard unsafe bytes[place] == delimiter else { return nil }
        place += 1
      }
    }
    if unsafe bytes[place] == 0x0D { place += 1 }
    // A longer record is left to libcsv, which knows the limits.
    guard unsafe bytes[place] == 0x0A, place - start < PlainLane.longest, take(row) else { return nil }
    return place + 1
  }

  /// Takes in the row whose cells were read.
  private mutating func take(_ row: Int) -> Bool {
    if let dates, states[dates.opened] == .value, states[dates.closed] == .value,
      values[dates.closed] < values[dates.opened]
    {
      return false
    }
    if keyPlace >= 0 {
      guard states[keyPlace] == .value, sheet.insert(key: values[keyPlace], row: row) == nil else {
        return false
      }
    }
    sheet.append(states, values, unit: unit, row: row)
    return true
  }

  /// Reads a cell up to what ends it; `false` where it is not plain.
  @inline(__always)
  private mutating func readCell(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ field: Field) -> Bool
  {
    // No cell goes beyond the line end behind it, at which every scan stops.
    let begin = place
    if field.place >= 0 { (states[field.place], values[field.place]) = (.blank, 0) }
    switch field.role {
    case .number: return unsafe readNumber(bytes, &place, field)
    case .flag:
      let digit = unsafe bytes[place] &- 0x30
      if digit <= 1 {
        place += 1
        set(field, Int64(digit))
      }
      return true
    case .key:
      var number: Int64 = 1
      while case let digit = unsafe bytes[place] &- 0x30, digit < 10, place - begin < 18 {
        number = number &* 10 &+ Int64(digit)
        place += 1
      }
      if place > begin { set(field, number) }
      return true
    case .month:
      guard unsafe skip(bytes, &place), place - begin == month.count else { return false }
      for index in month.indices where unsafe bytes[begin + index] != month[index] { return false }
      return true
    case .other: return unsafe skip(bytes, &place)
    case .plain:
      guard unsafe skip(bytes, &place) else { return false }
      if place == begin { return true }
      // The span does not outlive the bytes.
      let cell = unsafe Span<UInt8>(_unsafeBytes: bytes).extracting(begin..<place)
      guard let value = plain[field.place].value(cell, isUTF8: isUTF8) else { return false }
      set(field, value)
      return true
    }
  }

  /// A number as ``NumberCell/plain(_:decimals:)`` reads it.
  @inline(__always)
  private mutating func readNumber(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ field: Field)
    -> Bool
  {
    // As above: a line end is no digit.
    let begin = place
    var number: Int64 = 0
    while case let digit = unsafe bytes[place] &- 0x30, digit < 10, place - begin < 13 {
      number = number &* 10 &+ Int64(digit)
      place += 1
    }
    if place == begin { return true }
    var missing = field.decimals
    if missing > 0, unsafe bytes[place] == 0x2E {
      let point = place
      place += 1
      while case let digit = unsafe bytes[place] &- 0x30, digit < 10, missing > 0 {
        number = number &* 10 &+ Int64(digit)
        missing -= 1
        place += 1
      }
      guard place > point + 1 else { return false }
    }
    guard place - begin <= 12 else { return false }
    for _ in 0..<missing { number &*= 10 }
    set(field, number)
    return true
  }

  @inline(__always)
  private mutating func set(_ field: Field, _ value: Int64) {
    (states[field.place], values[field.place]) = (.value, value)
  }

  /// Passes over a cell up to what ends it; `false` where it holds a quote or NUL.
  @inline(__always)
  private func skip(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> Bool {
    while true {
      let byte = unsafe bytes[place]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return true }
      if byte == 0x22 || byte == 0 { return false }
      place += 1
    }
  }

  /// Finds the unit of a code where it is another than that of the row before; `false` where the row cannot count.
  @inline(__always)
  private mutating func readCode(_ bytes: UnsafeRawBufferPointer, _ begin: Int, _ end: Int) -> Bool {
    let length = prefix ?? end - begin
    guard length > 0, end - begin >= length else { return false }
    if length == code.count {
      var index = 0
      while index < length, unsafe bytes[begin + index] == code[index] { index += 1 }
      if index == length { return true }
    }
    let cell = unsafe bytes[begin..<begin + length]
    guard let found = unsafe UnitCode(cell), let admitted = admits(found) else { return false }
    // The bytes are copied.
    code = unsafe Array(cell)
    unit = admitted.unit
    if !levels.contains(admitted.level) { levels.append(admitted.level) }
    return true
  }
}
