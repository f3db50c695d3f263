import Model

/// The rows of a file of which each may be replaced by a later one of the same key.
struct LedgerRowStore: Sendable {
  /// For each row its unit of today, -1 for none; its row and table; what becomes of it; its key, where it has one.
  private(set) var units: [Int32] = []
  private(set) var rows: [Int32] = []
  private(set) var tables: [Int32] = []
  private(set) var fates: [RowFate] = []
  private(set) var keys: [Int64] = []
  private(set) var hasKey: [Bool] = []
  /// The cells, row by row; none where only keys are wanted.
  private(set) var values: [Int64] = []
  private(set) var states: [CellState] = []

  mutating func add(
    _ rows: LedgerRows, _ count: Int, _ file: LedgerFile, _ program: LedgerProgram, _ month: Month,
    keysOnly: Bool
  ) {
    let (marks, width, last) = (program.marks, program.marks.width, month.lastDay)
    for row in 0..<count {
      let key = marks.key(rows.values, rows.states, row: row)
      units.append(file.today(rows.units[row]))
      fates.append(marks.fate(rows.values, rows.states, row: row, last: last))
      keys.append(key ?? 0)
      hasKey.append(key != nil)
    }
    self.rows.append(contentsOf: rows.rows.prefix(count))
    tables.append(contentsOf: repeatElement(Int32(rows.table), count: count))
    guard !keysOnly else { return }
    values.append(contentsOf: rows.values.prefix(count * width))
    states.append(contentsOf: rows.states.prefix(count * width))
  }
}
