/// A sheet of a workbook of Excel 95 to 2003: where its records stand.
struct LegacySheet {
  /// Whether it is a dialog, which has no cells to read.
  private(set) var isDialog = false
  /// The place of its BOF; `nil` where its records are damaged, or are another sheet's, too.
  private(set) var start: Int?

  /// Finds the sheets that begin at these places, in the same order, from `first` on. Each record is looked at once.
  static func find(_ starts: [Int], in stream: [UInt8], from first: Int) -> [LegacySheet] {
    var sheets = [LegacySheet](repeating: LegacySheet(), count: starts.count)
    var end = first
    for index in starts.indices.sorted(by: { (starts[$0], $0) < (starts[$1], $1) }) where starts[index] >= end
    {
      guard var records = LegacySheetRecords(stream, from: starts[index]) else { continue }
      sheets[index].look(&records, of: stream, from: starts[index])
      end = records.place
    }
    return sheets
  }

  private mutating func look(_ records: inout LegacySheetRecords, of stream: [UInt8], from start: Int) {
    do throws(RecordFault.Kind) {
      while let record = try records.next() {
        guard record.kind == .sheetOptions, record.count >= 2 else { continue }
        isDialog = stream[record.start] & 0x10 != 0
      }
      self.start = start
    } catch {
      // Said when the sheet is read.
      isDialog = false
    }
  }
}

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
      case .formula, .number, .shortNumber, .shortNumbers, .label, .markedLabel, .sharedLabel, .constant,
        .blank,
        .blanks:
        try record.has(6)
        let row = Little.word(stream, record.start)
        add(row, record)
        formula = record.kind == .formula ? row : nil
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
