import Model

/// What is known of a ledger's table before its rows are read. A class, so that what changes beside it stays small.
final class LedgerColumns {
  let ledger: Ledger
  /// The position of the first column in ``Campaign/items``.
  let first: Int
  /// For each column its field; -1 where the sheet lacks it.
  let fields: [Int]
  /// For each column whether it cannot be told which of several it is.
  let isAmbiguous: [Bool]
  /// For each column how its plain cells are read.
  let plain: [PlainCells]
  /// The columns of numbers.
  let numbers: [Int]

  init(_ ledger: Ledger, _ plan: HeadingPlan, _ cells: ArraySlice<CellReader>) {
    self.ledger = ledger
    first = cells.startIndex
    fields = plan.columns.map { $0 - 1 }
    isAmbiguous = plan.isAmbiguous
    plain = cells.map(\.plainCells)
    numbers = ledger.columns.indices.filter { ledger.columns[$0].type.decimals != nil }
  }
}

/// The rows of a ledger's table while they are read: a batch of them, and what is known of all.
struct LedgerSheet {
  let columns: LedgerColumns
  /// The rows that were handed on or will be.
  private(set) var count = 0

  private var batch: LedgerRows
  private let sink: RowSink
  private var keys = KeySet()
  /// Of each column the sums over the table, and since the last row of totals.
  private var all: [RunningSum]
  private var section: [RunningSum]

  /// The rows of a table, of the ledger at that position.
  init(_ position: Int, _ columns: LedgerColumns, table: Int, _ sink: RowSink) {
    self.columns = columns
    batch = LedgerRows(ledger: position, table: table)
    self.sink = sink
    all = Array(repeating: RunningSum(), count: columns.fields.count)
    section = all
  }

  /// Takes in the next cell of the row.
  @inline(__always)
  mutating func append(_ state: CellState, _ value: Int64) {
    batch.states.append(state)
    batch.values.append(value)
  }

  /// The cell of a column in the row whose cells were taken in last.
  func cell(_ column: Int) -> (state: CellState, value: Int64) {
    let place = batch.states.count - columns.fields.count + column
    return (batch.states[place], batch.values[place])
  }

  /// Takes in a key; the row that has it already, 0 where that is not known, else `nil`.
  mutating func insert(key: Int64, row: Int) -> Int32? {
    if let seen = sink.keys { return seen.insert(key) ? nil : 0 }
    return keys.insert(key, row: Int32(clamping: row))
  }

  /// The rows that follow are of that month.
  mutating func turn(to month: Month) {
    finish()
    batch.month = month
    sink.keys?.turn(to: month)
  }

  /// Takes in a row that has one cell a column.
  @inline(__always)
  mutating func append(_ states: [CellState], _ values: [Int64], unit: Int, row: Int) {
    batch.states.append(contentsOf: states)
    batch.values.append(contentsOf: values)
    endRow(unit: unit, row: row)
  }

  /// Ends a row all of whose cells were taken in.
  mutating func endRow(unit: Int, row: Int) {
    let start = batch.states.count - columns.fields.count
    // Sums are for rows of totals, which nobody checks where only figures are wanted.
    for column in sink.keys == nil ? columns.numbers : [] {
      let place = start + column
      all[column].add(batch.states[place], batch.values[place])
      section[column].add(batch.states[place], batch.values[place])
    }
    batch.units.append(Int32(unit))
    batch.rows.append(Int32(clamping: row))
    count += 1
    if batch.units.count == SubmissionReader.batch { flush() }
  }

  /// Hands on what is left.
  mutating func finish() {
    if !batch.units.isEmpty { flush() }
  }

  /// What follows is another part of the table.
  mutating func beginSection() {
    for column in section.indices { section[column] = RunningSum() }
  }

  /// The sum of a column over the table or its last part; `nil` where a cell cannot be read, none has a value, or
  /// it does not fit.
  func sum(_ column: Int, ofSection isSection: Bool) -> Int64? {
    isSection ? section[column].sum : all[column].sum
  }

  private mutating func flush() {
    sink.rows?(batch)
    // The room is used again where nobody has kept the batch.
    batch.units.removeAll(keepingCapacity: true)
    batch.rows.removeAll(keepingCapacity: true)
    batch.values.removeAll(keepingCapacity: true)
    batch.states.removeAll(keepingCapacity: true)
  }
}

/// A sum of cells, as long as all of them can be read.
private struct RunningSum {
  private var total: Int64 = 0
  private var (isGiven, isLost) = (false, false)

  var sum: Int64? { isGiven && !isLost ? total : nil }

  mutating func add(_ state: CellState, _ value: Int64) {
    if state == .value {
      let (next, overflow) = total.addingReportingOverflow(value)
      total = next
      isGiven = true
      isLost = isLost || overflow
    } else if state == .unreadable {
      isLost = true
    }
  }
}
