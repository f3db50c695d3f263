import Model

/// What each field of a table's rows holds, and how it is read where it is plain.
struct LaneFields {
  /// What a field holds.
  enum Role { case other, number, flag, key, plain, text, month, name }

  struct Field {
    var role: Role
    /// The place of the column; -1 for none.
    var place: Int
    var decimals = 0
    var isCode = false
  }

  let fields: [Field]
  /// Columns that the sheet lacks, with what is known of their cells.
  let absent: [(place: Int, state: CellState)]
  let delimiter: UInt8
  let decoder: TextDecoder
  let prefix: Int?
  /// The place of the key; -1 for none.
  let keyPlace: Int
  /// The places of the dates by which a row begins and ends.
  let dates: (opened: Int, closed: Int)?
  private let cells: FormCells
  private let plain: [PlainCells]
  private let isUTF8: Bool
  private let month: [UInt8]
  /// The month in the lowest bytes of a word, and which bytes these are; no byte where it is longer.
  private let monthWord, monthMask: UInt64

  /// The fields of a plan; `nil` where rows of it are not plain. `cells` are those of the plan's form, and `ledger` is
  /// that whose rows they are, if any.
  init?(
    _ plan: HeadingPlan, _ cells: FormCells, _ ledger: Ledger?, delimiter: UInt8, _ decoder: TextDecoder,
    month: [UInt8]
  ) {
    guard let code = plan.code, plan.width > 0 else { return nil }
    var fields = [Field](repeating: Field(role: .other, place: -1), count: plan.width)
    let isLedger = ledger != nil
    for (place, column) in plan.columns.enumerated() where column > 0 {
      fields[column - 1] = LaneFields.field(cells.readers[place].type, place, isLedger: isLedger)
    }
    if let month = plan.month { fields[month].role = .month }
    if let name = plan.name { fields[name].role = .name }
    fields[code].isCode = true
    self.fields = fields
    absent = plan.columns.indices.filter { plan.columns[$0] == 0 }
      .map { ($0, plan.isAmbiguous[$0] ? .unreadable : .blank) }
    self.cells = cells
    plain = cells.plain
    self.delimiter = delimiter
    self.decoder = decoder
    isUTF8 = decoder.encoding != .gb18030
    self.month = month
    let isShort = month.count <= 8
    monthWord = isShort ? month.reversed().reduce(0) { $0 << 8 | UInt64($1) } : 0
    monthMask = isShort ? UInt64.max >> UInt64(64 - 8 * month.count) : 0
    prefix = plan.prefixLength
    keyPlace = ledger?.key.map { plan.columns[$0] > 0 ? $0 : -1 } ?? -1
    dates = if let opened = ledger?.opened, let closed = ledger?.closed { (opened, closed) } else { nil }
  }

  private static func field(_ type: ItemType, _ place: Int, isLedger: Bool) -> Field {
    let role: Role =
      switch type {
      case .count, .amount: .number
      case .flag: .flag
      case .key: .key
      case .choice, .date: .plain
      // The model has no texts in ledgers.
      case .text: isLedger ? .plain : .text
      }
    return Field(role: role, place: place, decimals: type.decimals ?? 0)
  }

  /// What a cell of text says; `nil` where something is to be said of it.
  func text(_ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>, _ field: Field) -> CellReading? {
    // The span does not outlive the bytes.
    let found = cells.readers[field.place].read(
      unsafe Span<UInt8>(_unsafeBytes: bytes).extracting(cell), decoder)
    switch found {
    case .blank, .notApplicable, .text(_, isShortened: false): return found
    case .value, .text, .refused: return nil
    }
  }

  /// Reads a cell up to what ends it. Its value, or that it is blank, or `nil` where it is not plain.
  @inline(__always)
  func readCell(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ field: Field) -> LaneCell? {
    let begin = place
    switch field.role {
    case .number: return unsafe readNumber(bytes, &place, field.decimals)
    case .flag:
      // A line end follows, so that there is a byte.
      let digit = unsafe bytes[place] &- 0x30
      guard digit <= 1 else { return unsafe readPlain(bytes, &place, field) }
      place += 1
      return .value(Int64(digit))
    case .key: return unsafe readKey(bytes, &place)
    case .month:
      // Eight bytes are there. That the cell ends behind them is seen by who reads on.
      if monthMask > 0, place + 8 <= bytes.count,
        unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) & monthMask
          == monthWord
      {
        place += month.count
        return .blank
      }
      guard unsafe skip(bytes, &place), place - begin == month.count else { return nil }
      for index in month.indices where unsafe bytes[begin + index] != month[index] { return nil }
      return .blank
    case .other, .name, .text: return unsafe skip(bytes, &place) ? .blank : nil
    case .plain: return unsafe readPlain(bytes, &place, field)
    }
  }

  /// A cell that is blank, or written as in nearly all files.
  @inline(__always)
  private func readPlain(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ field: Field) -> LaneCell? {
    let begin = place
    guard unsafe skip(bytes, &place) else { return nil }
    if place == begin { return .blank }
    // The span does not outlive the bytes.
    let cell = unsafe Span<UInt8>(_unsafeBytes: bytes).extracting(begin..<place)
    return plain[field.place].value(cell, isUTF8: isUTF8).map { .value($0) }
  }

  /// A number as ``NumberCell/plain(_:decimals:)`` reads it.
  @inline(__always)
  private func readNumber(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ decimals: Int) -> LaneCell? {
    let begin = place
    var number: Int64 = 0
    if place + 8 <= bytes.count {
      // Eight bytes are there.
      let (value, length) = unsafe EightDigits.leading(
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      (number, place) = (value, place + length)
    }
    // Before the line end that follows.
    while case let digit = unsafe bytes[place] &- 0x30, digit < 10, place - begin < 13 {
      number = number &* 10 &+ Int64(digit)
      place += 1
    }
    if place == begin { return .blank }
    var missing = decimals
    if missing > 0, unsafe bytes[place] == 0x2E {
      let point = place
      place += 1
      while case let digit = unsafe bytes[place] &- 0x30, digit < 10, missing > 0 {
        number = number &* 10 &+ Int64(digit)
        missing -= 1
        place += 1
      }
      guard place > point + 1 else { return nil }
    }
    guard place - begin <= 12 else { return nil }
    for _ in 0..<missing { number &*= 10 }
    return .value(number)
  }

  /// A key of up to 18 digits, as ``KeyCell/plain(_:)`` reads it.
  @inline(__always)
  private func readKey(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> LaneCell {
    let begin = place
    var number: Int64 = 1
    while place - begin < 16, place + 8 <= bytes.count {
      // Eight bytes are there.
      let (value, length) = unsafe EightDigits.leading(
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      guard length == 8 else { break }
      number = number &* 100_000_000 &+ value
      place += 8
    }
    while case let digit = unsafe bytes[place] &- 0x30, digit < 10, place - begin < 18 {
      number = number &* 10 &+ Int64(digit)
      place += 1
    }
    return place > begin ? .value(number) : .blank
  }

  /// Passes over a cell up to what ends it; `false` where it holds a quote or NUL.
  @inline(__always)
  private func skip(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> Bool {
    while true {
      // A line end follows.
      let byte = unsafe bytes[place]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return true }
      if byte == 0x22 || byte == 0 { return false }
      place += 1
    }
  }
}

/// What a plain cell holds.
enum LaneCell {
  case blank
  case value(Int64)
}
