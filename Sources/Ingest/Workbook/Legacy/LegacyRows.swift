/// The records of a sheet's cells in the order of their rows, and which rows are hidden.
struct LegacyRows {
  /// Row and place of each record, the row in the upper half.
  private var order: [UInt64] = []
  private var next = 0
  private var hidden: Set<Int> = []

  /// Looks at the records behind a BOF. Most files have them in order already.
  init(_ stream: [UInt8], from start: Int) throws(RecordFault.Kind) {
    guard var records = LegacySheetRecords(stream, from: start) else { throw .damaged }
    // Where the record before is a formula, its row.
    var formula: Int?
    while let record = try records.next() {
      switch record.kind {
      case .row:
        try record.has(14)
        // fDyZero: its height is none.
        if stream[record.start + 12] & 0x20 != 0 { hidden.insert(Little.word(stream, record.start)) }
      case .result:
        if let row = formula { add(row, record) }
        formula = nil
      case .some(let kind) where kind.isCell:
        try record.has(6)
        let row = Little.word(stream, record.start)
        add(row, record)
        formula = kind == .formula ? row : nil
      default: break
      }
    }
    if zip(order, order.dropFirst()).contains(where: >) { order.sort() }
  }

  private mutating func add(_ row: Int, _ record: LegacyRecord) {
    // A stream is shorter than 4 GB, as its length is kept in four bytes.
    order.append(UInt64(row) << 32 | UInt64(record.start - 4))
  }

  /// The row that comes next, 0 for the first; `nil` at the end.
  var row: Int? { next < order.count ? Int(order[next] >> 32) : nil }

  /// Whether a row is hidden.
  func isHidden(_ row: Int) -> Bool { hidden.contains(row) }

  /// The next record of a row.
  mutating func record(of row: Int, _ stream: [UInt8]) -> LegacyRecord? {
    guard self.row == row else { return nil }
    defer { next += 1 }
    return LegacyRecord(stream, at: Int(order[next] & 0xFFFF_FFFF))
  }
}
