public import Model

/// One ledger of one file, folded as it is read.
///
/// Of a snapshot it keeps a sum for each unit and item, 16 bytes for each row with a key, and 12 for each row and item
/// that is made of all rows (a median). In ``Model/Ledger/Mode/changes`` a later file may take any row's place: it keeps the
/// rows, 22 bytes each and 9 for each of their cells.
public struct LedgerPart: Sendable {
  /// The position of the ledger.
  let ledger: Int
  /// Where the rows stand.
  public var file: LedgerFile
  let month: Month
  let keysOnly: Bool
  private(set) var tally: LedgerTally
  private(set) var rows = LedgerRowStore()
  private let program: LedgerProgram

  /// A file of which nothing is read yet. `month` is the one at whose end rows count or do not; where only
  /// ``LedgerKeys`` are wanted, nothing but keys and the number of rows is kept.
  public init(_ plan: LedgerPlan, ledger: Int, file: LedgerFile, in month: Month, keysOnly: Bool) {
    self.ledger = ledger
    self.file = file
    self.month = month
    self.keysOnly = keysOnly
    program = plan.programs[ledger]
    tally = LedgerTally(program, keysOnly: keysOnly)
  }

  /// Adds rows of the file, in their order. Their units are those of ``LedgerFile/roster``.
  public mutating func add(_ rows: LedgerRows) {
    let count = min(
      rows.units.count, rows.rows.count,
      min(rows.values.count, rows.states.count) / max(1, program.marks.width))
    switch program.ledger.mode {
    case .snapshot, .listed: addCounting(rows, count)
    case .changes: self.rows.add(rows, count, file, program, month, keysOnly: keysOnly)
    }
  }

  /// The bytes that are kept of its rows, one by one.
  public var keptBytes: Int {
    tally.keys.count * MemoryLayout<LedgerTally.Key>.stride + tally.values.reduce(0) { $0 + 12 * $1.count }
      + 22 * rows.units.count + 9 * rows.values.count
  }

  /// A file of a snapshot counts whole: its rows need not be kept.
  private mutating func addCounting(_ rows: LedgerRows, _ count: Int) {
    let (marks, units, last, table) = (program.marks, file.units, month.lastDay, Int32(rows.table))
    var picked: [Int32] = []
    var places: [Int32] = []
    picked.reserveCapacity(count)
    places.reserveCapacity(count)
    for row in 0..<count {
      let unit = rows.units[row]
      guard units.indices.contains(Int(unit)), units[Int(unit)] >= 0 else { continue }
      let place = tally.place(of: unit, first: LedgerTally.First(file: 0, table: table, row: rows.rows[row]))
      let fate = marks.fate(rows.values, rows.states, row: row, last: last)
      let key = marks.key(rows.values, rows.states, row: row)
      tally.note(key, fate, rows.rows[row], at: place, file: 0, table: table)
      guard fate == .counts, !keysOnly else { continue }
      picked.append(Int32(row))
      places.append(place)
    }
    guard !picked.isEmpty else { return }
    let batch = LedgerBatch(
      program, values: rows.values, states: rows.states, picked: picked, places: places,
      rows: picked.map { rows.rows[Int($0)] }, table: table, month: month)
    tally.add(batch, program, file: 0)
  }

  /// Lets go of the rows, of which none counts.
  mutating func empty() {
    tally = LedgerTally(program, keysOnly: true)
    rows = LedgerRowStore()
  }
}
